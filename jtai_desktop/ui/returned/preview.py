"""What taking a file in would do, looked through row by row before anything is written."""

from collections.abc import Collection, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.banner import Banner, BannerKind
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.kit.cells import Column, Row
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.returned.rows import CONFLICT

MARGIN, GAP = 24, 8
STOPPING = "Stopping …"
PLAIN = "Nothing is written yet."


class Returned(Protocol):
    """What was read of a file: what both sides changed is taken only where somebody chooses it."""

    @property
    def conflicts(self) -> Sequence[object]:
        """What was changed here as well."""


Seen = TypeVar("Seen", bound=Returned)


class ReturnedPreview(QWidget, Generic[Seen]):
    """`stopped` follows Stop while it is read; `accepted` the button that takes it in."""

    COLUMNS: tuple[Column, ...] = ()
    READING = ""

    stopped = Signal()
    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.seen: Seen | None = None
        self._theirs: set[int] = set()
        self.progress, self.news = OneLine(self.READING), Banner()
        self.table = RowTable(self.COLUMNS, "What would change", TableOptions(chooses=False))
        self.how = Words("", wrap=True)
        self.stop = plain_button("Stop", "", self._stop)
        self.accept = primary_button("Take in", "", self.accepted.emit)
        self._lay_out((self.accept, *self.beside()))
        self.table.row_activated.connect(self.turn)
        self.table.link_followed.connect(lambda key, _column: self.turn(key))

    def beside(self) -> tuple[QAbstractButton, ...]:
        """What stands beside the button that takes it in; made here."""
        return ()

    def said(self, seen: Seen) -> str:
        """The whole in a line."""
        raise NotImplementedError

    def rows(self, seen: Seen, theirs: Collection[int]) -> tuple[Row, ...]:
        """Every row, with which side was chosen."""
        raise NotImplementedError

    def offer(self, seen: Seen, theirs: int) -> str:
        """Show what can be done with so many of theirs; gives what is said of it."""
        raise NotImplementedError

    def say_progress(self, doing: str) -> None:
        """What is being done while it is read."""
        self.progress.setText(f"{doing[:1].upper()}{doing[1:]} …")

    def refuse(self, sentence: str) -> None:
        """It can’t be read, or can’t be taken in any more."""
        self.progress.hide()
        self.stop.hide()
        self.news.say(sentence, kind=BannerKind.WARNING)
        self.news.show()

    def show_preview(self, seen: Seen) -> None:
        """Show what would change; nothing is chosen of theirs yet."""
        self.seen = seen
        self.progress.setText(self.said(seen))
        self.stop.hide()
        self.choose_theirs(())
        first = next((row.key for row in self.table.rows if not row.section), "")
        if first:
            self.table.choose(first)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, key: str) -> None:
        """Choose the other side of a conflict."""
        if key.startswith(CONFLICT):
            self.choose_theirs(self._theirs ^ {int(key.removeprefix(CONFLICT))})

    def choose_theirs(self, places: Collection[int]) -> None:
        """Choose theirs in these conflicts and ours in the others."""
        self._theirs = set(places)
        if self.seen is None:
            return
        rows = self.rows(self.seen, self._theirs)
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.how.setText(self.offer(self.seen, len(self._theirs)))
        self.how.show()

    def _stop(self) -> None:
        self.progress.setText(STOPPING)
        self.stop.setEnabled(False)
        self.stopped.emit()

    def _lay_out(self, below: tuple[QAbstractButton, ...]) -> None:
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
        for each in below:
            buttons.addWidget(each)
            each.hide()
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(0)
        for part in (self.news, self.table, self.how):
            part.hide()
