"""RestorePart: a backup and the vault side by side, and only then the question."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.wording import stamp
from jtai_desktop.services import inspections, restoring
from jtai_desktop.services.restoring import Comparison
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.vault.backups_rows import SIDES, side_rows, sides_said
from jtai_desktop.ui.pages.vault.watch import Watch
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.tokens import Role

KEPT = (
    "The vault as it is now is kept among the backups, so this can be taken back."
    " Everything since then is no longer in the vault after it."
)
BACK = "Bring back what was there before"
Look = Callable[[Workspace], Comparison]
Restore = Callable[[Workspace], Changes]


class RestorePart(QWidget):
    """Hidden until one asks. Leaving all as it is comes first; Esc does that too."""

    left = Signal()

    def __init__(self, desk: Desk, watch: Watch, say: Callable[[str], None]) -> None:
        super().__init__()
        self._desk, self._watch, self._say = desk, watch, say
        self._restore: Restore | None = None
        self._heading = PanelHeading("")
        self._table = RowTable(SIDES, "Now and then", TableOptions(chooses=False, fits=True))
        self._same = Words("", ink=Role.INK2)
        self._kept = Words(KEPT, ink=Role.INK2, wrap=True)
        self.leave = small_button("&Leave as it is", on_click=self._leave_it)
        self.change = small_button("Restore this &backup", "returned", self._do)
        self.back = LinkButton(BACK)
        self.back.clicked.connect(self._take_back)
        self._asking = QWidget()
        self._lay_out()
        self._asking.hide()
        self.back.hide()

    def compare(self, name: str) -> None:
        """Show a backup of the list beside the vault."""
        self._ask(
            lambda workspace: restoring.compare(workspace, name),
            lambda workspace: restoring.restore(workspace, name, self._watch.progress),
        )

    def compare_folder(self, folder: Path) -> None:
        """Show one from a folder or a stick."""
        self._ask(
            lambda workspace: restoring.compare_folder(workspace, folder),
            lambda workspace: restoring.restore_folder(workspace, folder, self._watch.progress),
        )

    def close_part(self) -> None:
        """Leave all as it is."""
        self._asking.hide()
        self._restore = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._asking.isVisible():
            self._leave_it()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.change)
        buttons.addStretch(1)
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 4, 0, 4)
        asking.setSpacing(6)
        for part in (self._heading, self._table, self._same, self._kept):
            asking.addWidget(part)
        asking.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._asking)

    def _ask(self, look: Look, restore: Restore) -> None:
        found: list[Comparison] = []

        def compared(workspace: Workspace) -> Changes:
            found.append(look(workspace))
            return Changes()

        def show(_changes: Changes) -> None:
            self._restore = restore
            self._show(found[0])

        self._desk.hub.act(compared, show, self._say)

    def _show(self, comparison: Comparison) -> None:
        self._heading.set_title(f"Now, and the backup of {stamp(comparison.backup.taken)}")
        self._table.set_rows(side_rows(comparison.lines))
        self._same.setText(sides_said(comparison.lines))
        self._asking.show()
        # Once it has its place, so that the page scrolls to where it is.
        QTimer.singleShot(0, self.leave, self.leave.setFocus)

    def _leave_it(self) -> None:
        self.close_part()
        self.left.emit()

    def _do(self) -> None:
        if self._restore is not None:
            self._run("Restoring…", self._restore)

    def _take_back(self) -> None:
        self._run("Bringing back…", lambda ws: restoring.undo(ws, self._watch.progress))

    def _run(self, what: str, restore: Restore) -> None:
        self.close_part()
        self._watch.begin(what)
        here, stays = self._desk.inspection_id, [True]

        def run(workspace: Workspace) -> Changes:
            changes = restore(workspace)
            stays[0] = here in {each.id for each in inspections.listed(workspace)}
            return changes

        def done(changes: Changes) -> None:
            self._watch.end()
            self._say(f"{changes.summary}.")
            self.back.show()
            self.back.setFocus()
            if not stays[0]:
                self._desk.left.emit()

        def refused(sentence: str) -> None:
            self._watch.end()
            self._say(sentence)

        self._desk.hub.act(run, done, refused)
