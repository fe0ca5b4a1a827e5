"""VaultPage: backups and restoring at the left; keys, erasing and diagnostics at the right."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.keeping import Backup
from jtai_desktop.services import backups, erasing, inspections
from jtai_desktop.services.backups import Standing
from jtai_desktop.services.erasing import Remain
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.buttons import primary_button
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.scroll import Scroll
from jtai_desktop.ui.pages.vault.backups import BackupsSection
from jtai_desktop.ui.pages.vault.diagnostics import DiagnosticsSection
from jtai_desktop.ui.pages.vault.erasing import ErasingSection
from jtai_desktop.ui.pages.vault.keys import KeysSection
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

MARGIN, GAP = 24, 32
SIDE_BY_SIDE_FROM = 980


@dataclass(frozen=True, slots=True)
class Facts:
    """How it stands with the vault."""

    standing: Standing
    said: str
    kept: tuple[Backup, ...]
    remains: tuple[Remain, ...]
    area: str
    read_only: bool


class VaultPage(Page[Facts]):
    """Where the vault is looked after. Every section works in place; one dialog asks to erase."""

    DEPENDS = frozenset({Kind.BACKUP, Kind.INSPECTION})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.backups = BackupsSection(desk)
        self.keys = KeysSection(desk)
        self.erasing = ErasingSection(desk)
        self.diagnostics = DiagnosticsSection(desk)
        self._header = PageHeader("Vault and backups")
        self._now = primary_button("Back up now", "save", self.backups.back_up)
        self._scroll = Scroll(follows=True)
        self._lay_out()
        self.setFocusProxy(self.backups.first)
        follow_look(self._turn)

    def read(self, workspace: Workspace) -> Facts:
        standing = backups.standing(workspace)
        here = {each.id: each.area for each in inspections.listed(workspace)}
        return Facts(
            standing=standing,
            said=standing.said(workspace.now),
            kept=backups.listed(workspace),
            remains=erasing.remains(workspace),
            area=here.get(self.desk.inspection_id, ""),
            read_only=workspace.is_read_only,
        )

    def show_facts(self, facts: Facts) -> None:
        self._header.set_fact(facts.said)
        self._now.setEnabled(not facts.read_only)
        self.backups.show_facts(facts.standing, facts.kept, read_only=facts.read_only)
        self.setFocusProxy(self.backups.first)
        self.erasing.show_facts(facts.area, facts.remains, read_only=facts.read_only)

    def open_at(self, target: str) -> None:
        """backups, keys, erasing, diagnostics, or what was there before a restore."""
        places: dict[str, QWidget] = {
            "backups": self.backups.table,
            "keys": self.keys,
            "erasing": self.erasing.erase,
            "diagnostics": self.diagnostics.look,
        }
        if target == "restored":
            self.backups.ask_back()
        if target == "diagnostics":
            self.diagnostics.show_text()
        if target in places:
            places[target].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _lay_out(self) -> None:
        inside = QWidget()
        stand_on(inside, Role.BG)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._sides.setContentsMargins(MARGIN, 16, MARGIN, 16)
        self._sides.setSpacing(GAP)
        for parts in ((self.backups,), (self.keys, self.erasing, self.diagnostics)):
            self._sides.addWidget(_stacked(*parts), 1, Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._scroll, 1)

    def _head(self) -> QWidget:
        self._header.add_action(self._now)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(MARGIN, 0, MARGIN, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(Rule(Role.INK))
        return head

    def _turn(self) -> None:
        """Two columns where there is room, else one."""
        beside = self.width() - 2 * MARGIN >= Look.of(self).sized(SIDE_BY_SIDE_FROM)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if beside else ways.TopToBottom)


def _stacked(*parts: QWidget) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(20)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return side
