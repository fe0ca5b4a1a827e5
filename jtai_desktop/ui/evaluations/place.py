"""The evaluation over the grid of the children, as a part of the place with a way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.evaluations.view import EvaluationView
from jtai_desktop.ui.shell.page import Desk


class EvaluationPlace(QStackedWidget):
    """Shows the page, or the evaluation of one child; `left(child)` follows the way back."""

    left = Signal(str)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self._facts: Overview | None = None
        self.view = EvaluationView(desk)
        self.addWidget(page)
        self.addWidget(self.view)
        self.view.left.connect(self._leave)

    @property
    def is_open(self) -> bool:
        """Whether an evaluation is shown."""
        return self.currentWidget() is self.view

    def show_facts(self, view: Overview) -> None:
        """Show what is kept now; an evaluation that is no longer there is left."""
        self._facts = view
        if self.is_open and not self.view.show_facts(view):
            self.close_view()

    def joint_of(self, child_id: str) -> str:
        """The identity of the joint evaluation of a child, if there is one."""
        found = self._facts.evaluations().joint_of(child_id) if self._facts else None
        return found.evaluation.id if found else ""

    def open_at(self, evaluation_id: str) -> str:
        """Open the evaluation of a child at one of its own; the child, if it has one."""
        entry = self._facts.evaluations().entry(evaluation_id) if self._facts else None
        child = entry.evaluation.child_id if entry else ""
        if self._facts is None or not self.view.open_child(self._facts, child, evaluation_id):
            return ""
        self.setCurrentWidget(self.view)
        self.view.enter()
        return child

    def parts(self) -> tuple[QWidget, ...]:
        """The parts F6 moves between."""
        return self.view.parts()

    def close_view(self) -> None:
        """Back to the page, with what was typed kept."""
        self.view.sheet.ask()
        self.setCurrentWidget(self._page)

    def _leave(self) -> None:
        self.close_view()
        self.left.emit(self.view.child_id)
