"""The action plan of the example on a thin page of its own."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jtai_desktop.domain.actions.action import Action
from jtai_desktop.services import overview
from jtai_desktop.ui.plan.facts import PlanFacts, plan_facts
from jtai_desktop.ui.plan.view import PlanView
from jtai_desktop.ui.shell.page import Desk

SIZE, NAVIGATION, HEAD = (1366, 697), 180, 85  # what stands around it in the window


class Host(QWidget):
    """What a page does: reads when something changed, and hands the facts on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.view = desk, PlanView(desk)
        self.facts: PlanFacts | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(NAVIGATION, HEAD, 0, 0)
        for button in self.view.buttons:
            button.setParent(self)
            button.hide()
        column.addWidget(self.view)
        desk.hub.changed.connect(lambda _changes: self.refresh())

    def refresh(self) -> None:
        """Read again and show."""
        inspection_id = self.desk.inspection_id
        self.desk.hub.read(
            lambda workspace: plan_facts(overview.load(workspace, inspection_id)), self._arrived
        )

    def _arrived(self, facts: PlanFacts) -> None:
        self.facts = facts
        self.view.show_facts(facts)


@dataclass
class Seen:
    """The plan as it is seen, and the waiting for what it does."""

    host: Host
    settle: Callable[[], None]

    @property
    def view(self) -> PlanView:
        return self.host.view

    @property
    def facts(self) -> PlanFacts:
        assert self.host.facts is not None
        return self.host.facts

    def id_of(self, number: str) -> str:
        """The identity of an action by its number."""
        found = (each.action for each in self.facts.plan.entries if each.action.number == number)
        return next(found).id

    def action(self, number: str) -> Action:
        """An action by its number."""
        return next(e.action for e in self.facts.plan.entries if e.action.number == number)


@pytest.fixture
def seen(qtbot: QtBot, desk: Desk, settle: Callable[[], None]) -> Seen:
    """The plan of the example, shown."""
    host = Host(desk)
    qtbot.addWidget(host)
    host.resize(*SIZE)
    host.show()
    host.refresh()
    settle()
    return Seen(host, settle)
