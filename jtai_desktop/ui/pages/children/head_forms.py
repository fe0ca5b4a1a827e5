"""HeadForms: what is asked for above the grid: a further child, or how the selection stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.ui.pages.children import doing
from jtai_desktop.ui.pages.children.adding import AddChild
from jtai_desktop.ui.pages.children.facts import Facts
from jtai_desktop.ui.pages.children.selection_form import SelectionForm
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import act_as_typed


class HeadForms(QWidget):
    """One of the two at a time, or none; `left` gives the ring back to the page."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.adding, self.choosing = AddChild(), SelectionForm(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for form in (self.adding, self.choosing):
            column.addWidget(form)
            form.left.connect(self._leave)
        self.adding.wanted.connect(self._add_child)
        self.choosing.wanted.connect(self._choose)
        self._fold()

    def show_facts(self, facts: Facts) -> None:
        """What can be chosen, and whether a further child needs a reason."""
        self.choosing.show_selection(facts.view)
        self.adding.ask_reason(wanted=facts.view.selection.is_confirmed)

    def begin_adding(self) -> None:
        """Ask for a further child."""
        self._fold()
        self.show()
        self.adding.begin()

    def begin_choosing(self) -> None:
        """Ask what is to be done with the selection."""
        self._fold()
        self.show()
        self.choosing.begin()

    def _fold(self) -> None:
        for part in (self.adding, self.choosing, self):
            part.hide()

    def _leave(self) -> None:
        self._fold()
        self.left.emit()

    def _add_child(self) -> None:
        """The form stays: children come several at once."""
        act_as_typed(
            self._desk.hub,
            self.adding,
            lambda: doing.add_child(self._desk.inspection_id, self.adding.child()),
            lambda _changes: self.adding.begin(),
        )

    def _choose(self) -> None:
        act_as_typed(
            self._desk.hub,
            self.choosing,
            lambda: self.choosing.act(self._desk.inspection_id),
            lambda _changes: self.choosing.begin(),
        )
