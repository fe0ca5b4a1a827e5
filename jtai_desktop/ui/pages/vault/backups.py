"""BackupsSection: what is kept, a new one by hand, and the restoring of one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.keeping import Backup
from jtai_desktop.services import backups, restoring
from jtai_desktop.services.backups import Standing
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.vault.backups_rows import COLUMNS, backup_rows
from jtai_desktop.ui.pages.vault.restore import RestorePart
from jtai_desktop.ui.pages.vault.watch import Watch
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.tokens import Role

THE_RULE = (
    "All of two days are kept, then one a day for seven days, one a week for four weeks, none"
    " for longer than 35 days. Each is encrypted like the vault and was compared with it."
)
THE_EXAMPLE = "The example is not backed up by itself."
NONE, WHAT_TO_DO = "There is no backup yet.", "One is made each day, and when you close the vault."
SHOWN_AT_ONCE = 8


class BackupsSection(QWidget):
    """A table of the backups; Enter compares one with the vault as it is now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept: tuple[Backup, ...] = ()
        self._heading = SectionHeading("Backups")
        self._said = Words("", ink=Role.INK2, wrap=True)
        self._outcome = Words("", wrap=True)
        self._empty = EmptyState(NONE, WHAT_TO_DO)
        self.table = RowTable(COLUMNS, "Backups", TableOptions())
        self.watch = Watch()
        self.restore = RestorePart(desk, self.watch, self.say)
        self._compare = small_button("&Restore…", "returned", self._ask_restore)
        self._elsewhere = small_button("Restore from a &folder…", on_click=self._ask_folder)
        self._copy = small_button("&Copy to a folder or stick…", "save", self._ask_target)
        self._remove = small_button("&Take away", on_click=self._take_away)
        self._lay_out()
        self.table.row_activated.connect(lambda _key: self._ask_restore())
        self.table.row_chosen.connect(lambda _key: self._allow())
        self.restore.left.connect(self.table.setFocus)

    @property
    def first(self) -> QWidget:
        """Where one begins here: the table, if there is anything in it."""
        return self.table if self._kept else self._elsewhere

    def show_facts(self, standing: Standing, kept: tuple[Backup, ...], *, read_only: bool) -> None:
        """Show what is kept."""
        self._kept = kept
        self._heading.set_count(str(len(kept)) if kept else "")
        self.table.set_rows(backup_rows(kept))
        self.table.setVisible(bool(kept))
        self._empty.setVisible(not kept)
        self._said.setText(THE_RULE if standing.automatic else THE_EXAMPLE)
        # Nothing is made while one only looks.
        self._said.setVisible(not read_only)
        self._copy.setEnabled(not read_only)
        self._fit()
        self._allow()

    def back_up(self) -> None:
        """Make a backup beside the vault now."""
        self._work("Backing up…", partial(_back_up, self.watch), "Backed up and compared.")

    def back_up_to(self, folder: Path) -> None:
        """Make one in a folder or on a stick."""
        done = f"Copied to {folder.name or folder}, in {backups.ELSEWHERE}."
        self._work("Copying…", partial(_copy_to, self.watch, folder), done)

    def ask_back(self) -> None:
        """Show what was there before the last restore beside the vault as it is now."""

        def found(kept: Backup | None) -> None:
            if kept is not None:
                self.restore.compare(kept.name)
            else:
                self.first.setFocus()

        self._desk.hub.read(restoring.before_last_restore, found)

    def say(self, sentence: str) -> None:
        """What came of it, or what stands in the way."""
        self._outcome.setText(sentence)
        self._outcome.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._compare, self._copy, self._elsewhere, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for part in (self._heading, self._said, self._empty, self.table):
            column.addWidget(part)
        column.addLayout(buttons)
        for below in (self.watch, self._outcome, self.restore):
            column.addWidget(below)
        self._outcome.hide()

    def _fit(self) -> None:
        """As high as its rows, up to a number; then it scrolls."""
        rows = min(len(self._kept), SHOWN_AT_ONCE)
        head = self.table.horizontalHeader().sizeHint().height()
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(head + rows * height + 2)

    def _allow(self) -> None:
        chosen = self._chosen()
        self._compare.setEnabled(chosen is not None and chosen.verified)
        self._remove.setEnabled(chosen is not None)

    def _chosen(self) -> Backup | None:
        key = self.table.current_key
        return next((one for one in self._kept if one.name == key), None)

    def _ask_restore(self) -> None:
        chosen = self._chosen()
        if chosen and chosen.verified:
            self.say("")
            self.restore.compare(chosen.name)

    def _ask_folder(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, "The folder of a backup"):
            self.restore.compare_folder(Path(chosen))

    def _ask_target(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, "A folder or stick for the copy"):
            self.back_up_to(Path(chosen))

    def _take_away(self) -> None:
        chosen = self._chosen()
        if chosen:
            name = chosen.name
            self._work("Taking away…", lambda workspace: backups.remove(workspace, name), "")

    def _work(self, what: str, job: Callable[[Workspace], Changes], done: str) -> None:
        self.say("")
        self.watch.begin(what)

        def finished(_changes: Changes) -> None:
            self.watch.end()
            self.say(done)

        def refused(sentence: str) -> None:
            self.watch.end()
            self.say(sentence)
            self._desk.hub.changed.emit(Changes("", frozenset({(Kind.BACKUP, "")})))

        self._desk.hub.act(job, finished, refused)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _back_up(watch: Watch, workspace: Workspace) -> Changes:
    return backups.back_up(workspace, progress=watch.progress)


def _copy_to(watch: Watch, folder: Path, workspace: Workspace) -> Changes:
    backups.to_folder(workspace, folder, watch.progress)
    return Changes()
