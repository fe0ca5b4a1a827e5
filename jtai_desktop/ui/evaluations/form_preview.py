"""What taking a form in would do, looked through text by text before anything is written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.wording import counted
from jtai_desktop.services.evaluation_forms import Preview, TextChange
from jtai_desktop.ui.evaluations.form_rows import COLUMNS, rows_of, said
from jtai_desktop.ui.kit.banner import Banner, BannerKind
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.documents.workbook_rows import CONFLICT

MARGIN, GAP = 24, 8
READING = "Reading the form …"
STOPPING = "Stopping …"
NOTHING = "Nothing in it differs from what is here."
BROKEN = "Nothing can be taken in until the problems are mended in the form."
HOW = "Nothing is written yet. Enter on a text that both changed chooses between ours and theirs."
PLAIN = "Nothing is written yet."


class FormPreview(QWidget):
    """`stopped` follows Stop while it is read; `accepted` the button that takes it in."""

    stopped = Signal()
    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.seen: Preview | None = None
        self._theirs: set[int] = set()
        self.progress, self.news = OneLine(READING), Banner()
        self.table = RowTable(COLUMNS, "What would change", TableOptions(chooses=False))
        self.how = Words(HOW, wrap=True)
        self.still_writing = QCheckBox("The agency is still writing: do not mark it returned")
        self.stop = plain_button("Stop", "", self._stop)
        self.accept = primary_button("Take in", "", self.accepted.emit)
        self._lay_out()
        self.table.row_activated.connect(self.turn)
        self.table.link_followed.connect(lambda key, _column: self.turn(key))

    @property
    def taken(self) -> tuple[TextChange, ...]:
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
        number = len(self.seen.takable) + len(self._theirs)
        rows = rows_of(self.seen, self._theirs)
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.accept.setText(f"Take in {counted(number, 'text')}")
        self.accept.setEnabled(bool(number) and not self.seen.problems)
        usable = bool(self.seen.changes) and not self.seen.problems
        self.accept.setVisible(usable)
        self.still_writing.setVisible(usable)
        self.how.setText(self._how(self.seen))
        self.how.show()

    def _how(self, seen: Preview) -> str:
        if seen.problems:
            return BROKEN
        if not seen.changes:
            return NOTHING
        return HOW if seen.conflicts else PLAIN

    def _stop(self) -> None:
        self.progress.setText(STOPPING)
        self.stop.setEnabled(False)
        self.stopped.emit()

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
        buttons.setSpacing(2 * GAP)
        for each in (self.accept, self.still_writing):
            buttons.addWidget(each)
            each.hide()
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(0)
        for part in (self.news, self.table, self.how):
            part.hide()
