"""ErasingSection: taking this inspection out for good, and what older backups still hold."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.services import erasing
from jtai_desktop.services.erasing import Erased, Remain
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.vault.backups_rows import REMAINS, remain_rows
from jtai_desktop.ui.pages.vault.erase_question import EraseQuestion
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.tokens import Role

WHAT = (
    "Erasing takes an inspection out with all that was noted and its history. It can’t be undone."
    " Copies in other folders or on sticks, and papers, are yours to destroy."
)
NONE_LEFT = "No backup beside this vault holds an inspection that was erased."
LEFT = "Older backups still hold what was erased. They are deleted by themselves after these days."


class ErasingSection(QWidget):
    """Two buttons; the first asks in the program's one modal dialog."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._area = ""
        self._outcome = Words("", wrap=True)
        self._left = Words(NONE_LEFT, ink=Role.INK2, wrap=True)
        self._table = RowTable(REMAINS, "Older backups", TableOptions(chooses=False, fits=True))
        self.erase = small_button("&Erase this inspection…", "ring-cross", self._ask)
        self.purge = small_button("&Purge now", on_click=self._purge)
        self._lay_out()

    def show_facts(self, area: str, remains: tuple[Remain, ...], *, read_only: bool) -> None:
        """Which inspection it is about, and what is still somewhere."""
        self._area = area
        self._table.set_rows(remain_rows(remains))
        self._table.setVisible(bool(remains))
        self._left.setText(LEFT if remains else NONE_LEFT)
        self.purge.setVisible(bool(remains))
        for button in (self.erase, self.purge):
            button.setEnabled(not read_only)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(SectionHeading("Erasing"))
        column.addWidget(Words(WHAT, ink=Role.INK2, wrap=True))
        column.addWidget(self.erase, 0, left)
        for part in (self._outcome, self._left, self._table):
            column.addWidget(part)
        column.addWidget(self.purge, 0, left)
        self._outcome.hide()
        self.purge.hide()
        self._table.hide()

    def _ask(self) -> None:
        question = EraseQuestion(self._area, self)
        if question.exec():
            self._erase()

    def _erase(self) -> None:
        inspection_id, found = self._desk.inspection_id, list[Erased]()

        def act(workspace: Workspace) -> Changes:
            found.append(erasing.erase(workspace, inspection_id))
            return found[0].changes

        self._desk.hub.act(act, lambda _changes: self._desk.left.emit(), self._say)

    def _purge(self) -> None:
        self._desk.hub.act(
            erasing.purge, lambda changes: self._say(f"{changes.summary}."), self._say
        )

    def _say(self, sentence: str) -> None:
        self._outcome.setText(sentence)
        self._outcome.setVisible(bool(sentence))
