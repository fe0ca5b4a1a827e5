"""What taking a workbook in would do, looked through cell by cell before anything is written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.wording import counted
from jtai_desktop.services.register_workbook import CellChange, Preview
from jtai_desktop.ui.kit.banner import Banner, BannerKind
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.documents.workbook_rows import COLUMNS, CONFLICT, rows_of, said

MARGIN, GAP = 24, 8
READING = "Reading the workbook …"
STOPPING = "Stopping …"
NOTHING = "Nothing in it differs from what is here."
HOW = "Nothing is written yet. Enter on a cell that both changed chooses between ours and theirs."


class WorkbookPreview(QWidget):
    """`stopped` follows Stop while it is read; `accepted` the button that takes it in."""

    stopped = Signal()
    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.seen: Preview | None = None
        self._theirs: set[int] = set()
        self.progress = OneLine(READING)
        self.news = Banner()
        self.table = RowTable(COLUMNS, "What would change", TableOptions(chooses=False))
        self.how = Words(HOW, wrap=True)
        self.stop = plain_button("Stop", "", self._stop)
        self.accept = primary_button("Take in", "", self.accepted.emit)
        self.all_theirs = plain_button("Theirs in all", "", self._take_all)
        self.all_ours = plain_button("Ours in all", "", self._take_none)
        self._lay_out()
        self.table.row_activated.connect(self.turn)
        self.table.link_followed.connect(lambda key, _column: self.turn(key))

    @property
    def taken(self) -> tuple[CellChange, ...]:
        """The conflicts in which theirs was chosen."""
        found = self.seen.conflicts if self.seen else ()
        return tuple(each for place, each in enumerate(found) if place in self._theirs)

    def say_progress(self, doing: str) -> None:
        """What is being done while it is read."""
        self.progress.setText(f"{doing[:1].upper()}{doing[1:]} …")

    def refuse(self, sentence: str) -> None:
        """It can’t be read, or can’t be taken in any more."""
        self.progress.hide()
        self.stop.hide()
        self.news.say(sentence, kind=BannerKind.WARNING)
        self.news.show()

    def show_preview(self, seen: Preview) -> None:
        """Show what would change; nothing is chosen of theirs yet."""
        self.seen = seen
        self._theirs.clear()
        self.progress.setText(said(seen))
        self.stop.hide()
        self._show()
        first = next((row.key for row in self.table.rows if not row.section), "")
        if first:
            self.table.choose(first)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, key: str) -> None:
        """Choose the other side of a conflict."""
        if key.startswith(CONFLICT):
            self._theirs ^= {int(key.removeprefix(CONFLICT))}
            self._show()

    def _show(self) -> None:
        if self.seen is None:
            return
        cells = len(self.seen.changes) + len(self._theirs)
        rows = rows_of(self.seen, self._theirs)
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.accept.setText(f"Take in {counted(cells, 'cell')}")
        self.accept.setEnabled(bool(cells) and not self.seen.problems)
        self.accept.setVisible(bool(self.seen.changes or self.seen.conflicts))
        for each in (self.all_theirs, self.all_ours):
            each.setVisible(len(self.seen.conflicts) > 1)
        self.how.setText(HOW if self.seen.conflicts else "Nothing is written yet.")
        if not self.seen.changes and not self.seen.conflicts and not self.seen.problems:
            self.how.setText(NOTHING)
        self.how.show()

    def _stop(self) -> None:
        self.progress.setText(STOPPING)
        self.stop.setEnabled(False)
        self.stopped.emit()

    def _take_all(self) -> None:
        self._theirs = set(range(len(self.seen.conflicts) if self.seen else 0))
        self._show()

    def _take_none(self) -> None:
        self._theirs.clear()
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 16)
        column.setSpacing(GAP)
        top = QHBoxLayout()
        top.addWidget(self.progress, 1)
        top.addWidget(self.stop)
        column.addLayout(top)
        column.addWidget(self.news)
        column.addWidget(self.table, 1)
        column.addWidget(self.how)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for each in (self.accept, self.all_theirs, self.all_ours):
            buttons.addWidget(each)
            each.hide()
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(0)
        for part in (self.news, self.table, self.how):
            part.hide()
