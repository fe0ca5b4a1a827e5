"""SettingsPage: every field saves itself with Enter or when one leaves it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.services import list_headings, overview, working_as
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.scroll import Scroll
from jtai_desktop.ui.pages.settings.appearance_part import AppearancePart
from jtai_desktop.ui.pages.settings.closures_part import ClosuresPart
from jtai_desktop.ui.pages.settings.council_part import CouncilPart
from jtai_desktop.ui.pages.settings.inspection_part import InspectionPart
from jtai_desktop.ui.pages.settings.kept_field import KeptField
from jtai_desktop.ui.pages.settings.lists_part import ListsPart
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

MARGIN, GAP = 24, 32
SIDE_BY_SIDE_FROM = 980


@dataclass(frozen=True, slots=True)
class Facts:
    """What the settings are, who works here, and what was said of headings of lists."""

    view: Overview
    person: str
    on_behalf_of: str
    said: tuple[ByHand, ...]


class SettingsPage(Page[Facts]):
    """Dates and the council at the left; closure days, appearance and who works at the right."""

    DEPENDS = frozenset({Kind.INSPECTION, Kind.SETTING, Kind.CLOSURE, Kind.MILESTONE})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.inspection = InspectionPart(desk)
        self.council = CouncilPart(desk)
        self.lists = ListsPart(desk)
        self.closures = ClosuresPart(desk)
        self.appearance = AppearancePart(desk.taste)
        self.on_behalf = KeptField("On &whose behalf", placeholder="Nobody else’s")
        self.on_behalf.wanted.connect(self._work_for)
        self._scroll = Scroll(follows=True)
        self._left, self._right = QWidget(), QWidget()
        self._lay_out()
        self.setFocusProxy(self.inspection.area.line)
        follow_look(self._turn)

    def read(self, workspace: Workspace) -> Facts:
        view = overview.load(workspace, self.desk.inspection_id)
        said = list_headings.remembered(workspace)
        return Facts(view, workspace.person, workspace.on_behalf_of, said)

    def show_facts(self, facts: Facts) -> None:
        self.inspection.show_view(facts.view)
        self.council.show_settings(facts.view.council)
        self.lists.show_settings(facts.view.council, facts.said)
        self.closures.show_view(facts.view)
        self.on_behalf.set_kept(facts.on_behalf_of)
        self.on_behalf.set_hint(
            f"You work as {facts.person}. Name a role here while you act for somebody else:"
            " history keeps both."
        )

    def open_at(self, target: str) -> None:
        """dates, council, lists, closures, appearance or working-as."""
        fields: dict[str, QWidget] = {
            "dates": self.inspection.notified,
            "council": self.council.council.line,
            "lists": self.lists.children_kept,
            "closures": self.closures.day,
            "appearance": self.appearance.size_row,
            "working-as": self.on_behalf.line,
        }
        if target in fields:
            fields[target].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def view_state(self) -> dict[str, object]:
        return {"scroll": self._scroll.verticalScrollBar().value()}

    def restore_view(self, state: dict[str, object]) -> None:
        scroll = state.get("scroll")
        if isinstance(scroll, int):
            self._scroll.verticalScrollBar().setValue(scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _lay_out(self) -> None:
        self._fill(self._left, self.inspection, self.council, self.lists)
        self._fill(self._right, self.closures, self.appearance, self._person())
        inside = QWidget()
        stand_on(inside, Role.BG)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._sides.setContentsMargins(MARGIN, 16, MARGIN, 16)
        self._sides.setSpacing(GAP)
        self._sides.addWidget(self._left, 1, Qt.AlignmentFlag.AlignTop)
        self._sides.addWidget(self._right, 1, Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._scroll, 1)

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(MARGIN, 0, MARGIN, 0)
        column.setSpacing(0)
        column.addWidget(
            PageHeader("Settings", "Enter, or leaving a field, saves it; Esc brings it back")
        )
        column.addWidget(Rule(Role.INK))
        return head

    @staticmethod
    def _fill(side: QWidget, *parts: QWidget) -> None:
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)

    def _person(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading("Working as", aside="until the vault is locked"))
        column.addWidget(self.on_behalf)
        return part

    def _work_for(self, text: str) -> None:
        self.desk.hub.act(
            lambda workspace: working_as.act_for(workspace, text), None, self.on_behalf.refuse
        )

    def _turn(self) -> None:
        """Two columns where there is room, else one."""
        beside = self.width() - 2 * MARGIN >= Look.of(self).sized(SIDE_BY_SIDE_FROM)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
