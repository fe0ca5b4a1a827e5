"""PlanPart: the action plan as a part of the page of findings."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.remarks.remark import ACTION
from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.pages.findings.part import Part
from jtai_desktop.ui.plan.view import PlanView
from jtai_desktop.ui.shell.page import Desk

FILTER = "plan:"


class PlanPart(Part):
    """`open_at` takes “action:” with an identity, a finding, or the name of a filter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view = PlanView(desk)
        self._fact = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.said.connect(self.said)

    @property
    def in_head(self) -> tuple[QWidget, ...]:
        return self.view.buttons

    @property
    def fact(self) -> str:
        return self._fact

    @property
    def paper(self) -> str:
        return f"plan-changes:{self.view.compared}" if self.view.shows_changes else "action-plan"

    def lacks(self, facts: Facts) -> bool:
        return facts.plan is None

    def show_facts(self, facts: Facts) -> None:
        if facts.plan is not None:
            self._fact = facts.plan.fact
            self.view.show_facts(facts.plan)

    def open_at(self, target: str) -> None:
        self.view.open_at(target.removeprefix(ACTION).removeprefix(FILTER))

    def ring(self) -> QWidget:
        return self.view.ring

    def side(self) -> QWidget | None:
        return self.view.side

    def search(self) -> None:
        self.view.search()

    def step_back(self) -> bool:
        return self.view.step_back()

    def view_state(self) -> dict[str, object]:
        return self.view.view_state()

    def restore_view(self, state: dict[str, object]) -> None:
        self.view.restore_view(state)
