"""DeedPart: what can be done with an action: buttons, a menu, and the form of one deed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from jtai_desktop.domain.actions.plan import Entry
from jtai_desktop.domain.changes import Changes
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.kit.flow import Flow
from jtai_desktop.ui.pages.timetable.parts import focused_in
from jtai_desktop.ui.plan.facts import PlanFacts
from jtai_desktop.ui.plan.form import PlanForm
from jtai_desktop.ui.plan.forms import AT_HAND, MAKERS, offered
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import act_as_typed
from jtai_desktop.ui.theme.fonts import FontRole

Then = Callable[[Changes], None]


class DeedPart(QWidget):
    """`left` gives the ring back, `unfolded` wants to be seen."""

    left = Signal()
    unfolded = Signal(QWidget)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.form: PlanForm | None = None
        self._desk = desk
        self._facts: PlanFacts | None = None
        self._entry: Entry | None = None
        self._of = ""
        self._buttons = QWidget()
        self.offers = {
            key: small_button(MAKERS[key][0], MAKERS[key][1], partial(self.unfold, key))
            for key in AT_HAND
        }
        self.more = small_button("More")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.more.setAccessibleName("More that can be done with the action")
        self._offered: tuple[str, ...] = ()
        self._cancel = LinkButton("Cancel, Esc", FontRole.LABEL)
        self._column = QVBoxLayout(self)
        self._lay_out()

    @property
    def offered(self) -> tuple[str, ...]:
        """The deeds that have a button now."""
        return self._offered

    def show_entry(self, facts: PlanFacts, entry: Entry | None) -> None:
        """Offer what can be done; what is being typed for the same action stays."""
        mine = entry.action.id if entry else ""
        if self.form is not None and self._of not in {"", mine}:
            self.fold()
        self._facts, self._entry = facts, entry
        self._offered = offered(entry, facts) if entry else ()
        for key, button in self.offers.items():
            button.setVisible(key in self._offered)
        self._buttons.setVisible(bool(self._offered))
        self._fill_menu()

    def unfold(self, key: str) -> bool:
        """Ask for what a deed needs; whether it can be done now."""
        if self._entry is None or self._facts is None or key not in self.offered:
            return False
        words, _icon, maker = MAKERS[key]
        form = maker(self._entry, self._facts)
        form.call(f"{words.removesuffix('…')}: {self._entry.action.called}")
        self.show_form(form, of=self._entry.action.id)
        return True

    def show_form(self, form: PlanForm, then: Then | None = None, of: str = "") -> None:
        """Unfold a form; `then` hears what it changed."""
        self.fold()
        self.form, self._of = form, of

        def done(changes: Changes) -> None:
            if self.form is form:
                self._leave()
            if then is not None:
                then(changes)

        def finish() -> None:
            act_as_typed(self._desk.hub, form, lambda: form.act(self._desk.inspection_id), done)

        form.wanted.connect(finish)
        self._column.insertWidget(1, form)
        form.show()
        self._cancel.show()
        form.take_focus()
        self.unfolded.emit(self)
        QTimer.singleShot(0, self, partial(self.unfolded.emit, self))

    def fold(self) -> bool:
        """Put the form away; whether there was one."""
        if self.form is None:
            return False
        had_ring = focused_in(self) is not None
        form, self.form, self._of = self.form, None, ""
        form.hide()
        form.deleteLater()
        self._cancel.hide()
        if had_ring:
            self.left.emit()
        return True

    def enter(self) -> bool:
        """Put the ring on the first deed; whether there is one."""
        first = next((self.offers[key] for key in self.offered if key in self.offers), None)
        if first is not None:
            first.setFocus()
        return first is not None

    def _fill_menu(self) -> None:
        self.menu.clear()
        for key in self._offered:
            if key not in self.offers:
                self.menu.addAction(MAKERS[key][0], partial(self.unfold, key))

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        Flow(self._buttons).add_all([*self.offers.values(), self.more])
        self._column.addWidget(self._buttons)
        self._column.addWidget(self._cancel)
        self._cancel.hide()
        self._cancel.clicked.connect(self._leave)

    def _leave(self) -> None:
        self.fold()
        self.left.emit()
