"""What reading files found, looked through before anything is kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from jtai_desktop.domain.lists.choosing import SheetByHand
from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.domain.texts import shown_name
from jtai_desktop.domain.wording import counted
from jtai_desktop.services.kept_lists import Incoming
from jtai_desktop.services.lists import Checked
from jtai_desktop.ui.kit.banner import Banner, BannerKind
from jtai_desktop.ui.kit.buttons import LinkButton, plain_button, primary_button
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.lists.hand_form import HandForm, word_said
from jtai_desktop.ui.pages.lists.reading_rows import (
    DETAILS,
    FOUND,
    detail_rows,
    found_rows,
    sheet_of,
    summary,
)
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

MARGIN, GAP, HIGH = 24, 8, 8
AT_ONCE = 4
WRITES = 2  # the workbook put together and saved
READING, STOPPING = "Reading the files …", "Stopping …"
EXPORTING = "Writing a new workbook …"
FORMATS_LOST = (
    "It is made of the values read, for the data team: formats are not kept. It holds children’s"
    " references. The files themselves were not touched."
)
ALL_KNOWN = "These are the versions that were taken in last. There is nothing new to take in."


class ReadingView(QWidget):
    """`stopped` follows Stop, `again` asks to read once more, `accepted` takes the lists in.

    `exported` asks for a new workbook of what was read.
    """

    stopped = Signal()
    again = Signal()
    accepted = Signal()
    exported = Signal()

    def __init__(self, steps: int) -> None:
        super().__init__()
        self.checked: Checked | None = None
        self.new: tuple[Incoming, ...] = ()
        self.spoken: tuple[ByHand, ...] = ()
        self.sheets: tuple[SheetByHand, ...] = ()
        self._heard_by: tuple[ByHand | SheetByHand, ...] = ()
        self.progress = OneLine(READING)
        self._steps = steps
        self._bar = QProgressBar(maximum=steps, textVisible=False)
        self.stop = plain_button("Stop", "", self._stop)
        self.news = Banner()
        self.table = RowTable(FOUND, "Lists found", TableOptions())
        self.details = RowTable(DETAILS, "What is said of it", TableOptions(chooses=False))
        self.hand = HandForm()
        self.words = Words("", ink=Role.INK2, wrap=True)
        self.accept = primary_button("Take in", "", self.accepted.emit)
        self.export = plain_button("E&xport with problems…", "save", self.exported.emit)
        self.read_again = plain_button("Read &again", "redo", self._read_again)
        self._forget = LinkButton("Forget what was said")
        self._found = QWidget()
        self._lay_out()
        self._connect()
        follow_look(self._dress)

    @property
    def said(self) -> tuple[ByHand | SheetByHand, ...]:
        """All that was said by hand."""
        return (*self.spoken, *self.sheets)

    def begin(self) -> None:
        """It is being read, for the first time or again."""
        self._begin(READING, self._steps)
        self._found.hide()

    def begin_export(self) -> None:
        """It is read once more and written; what was found stays to be seen."""
        lists = len(self.new)
        self._begin(EXPORTING, self._steps + lists + WRITES)
        self._found.setEnabled(False)

    def say_progress(self, doing: str) -> None:
        """What is being done while it is read."""
        self._bar.setValue(min(self._bar.value() + 1, self._bar.maximum() - 1))
        self.progress.setText(f"{doing[:1].upper()}{doing[1:]} …")
        self._bar.setAccessibleName(self.progress.text())

    def refuse(self, sentence: str) -> None:
        """It can’t be read, was stopped, or can’t be taken in any more."""
        self._show_progress(shown=False)
        self.progress.hide()
        self._allow()
        self._found.setVisible(self.checked is not None)
        self.read_again.show()
        self.read_again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.news.say(sentence, kind=BannerKind.WARNING)
        self.news.show()

    def show_found(self, checked: Checked, new: tuple[Incoming, ...]) -> None:
        """Show what was found; nothing is kept yet."""
        self.checked, self.new = checked, new
        self._heard_by = self.said
        self._show_progress(shown=False)
        self.news.hide()
        self.progress.setText(summary(checked, new))
        rows = found_rows(checked, new)
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._fit()
        if rows:
            self.table.choose(self.table.current_key or rows[0].key)
        self._found.show()
        self._show_details()
        self._allow()
        first = self.table if rows else self.details
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_exported(self, name: str) -> None:
        """The new workbook is there."""
        self._end_export()
        self.news.say(f"{shown_name(name)} is written. {FORMATS_LOST}", kind=BannerKind.DONE)
        self.news.show()

    def refuse_export(self, sentence: str) -> None:
        """It can’t be written or was stopped; what was found is still here."""
        self._end_export()
        self.news.say(sentence, kind=BannerKind.WARNING)
        self.news.show()

    def say_by_hand(self, said: ByHand) -> None:
        """Note one’s word on a heading; it counts once the files are read again."""
        kept = (
            each
            for each in self.spoken
            if (each.list_number, each.heading) != (said.list_number, said.heading)
        )
        self.spoken = (*kept, said)
        self._allow()
        self.read_again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, doing: str, steps: int) -> None:
        self._bar.setMaximum(steps)
        self._bar.setValue(0)
        self.progress.setText(doing)
        self.progress.show()
        self.stop.setEnabled(True)
        for part in (self.news, self.accept, self.export, self.read_again, self._forget):
            part.hide()
        self._show_progress(shown=True)
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_export(self) -> None:
        self._show_progress(shown=False)
        self._found.setEnabled(True)
        if self.checked is not None:
            self.progress.setText(summary(self.checked, self.new))
        self._allow()
        self.export.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """As high as its rows, up to a number; then it scrolls."""
        high = sum(self.table.rowHeight(at) for at in range(min(len(self.table.rows), AT_ONCE)))
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + high + 2)

    def _show_details(self) -> None:
        checked = self.checked
        if checked is None:
            return
        number = int(self.table.current_key or 0) if self.table.rows else 0
        self.details.set_rows(detail_rows(checked, number))
        shape = next((each for each in checked.book.lists if each.number == number), None)
        report = checked.answer.report
        account = next((each for each in report.accounts if each.list_number == number), None)
        self.hand.setVisible(shape is not None and account is not None)
        if shape is not None and account is not None:
            mine = (each for each in report.findings if each.list_number == number)
            self.hand.show_list(shape, account, mine)

    def _allow(self) -> None:
        """Take in what was read as it was said; after another word it is read again first."""
        ready = [each for each in self.new if not each.is_known]
        waits = self.said != self._heard_by
        self.accept.setText(f"Take in {counted(len(ready), 'list')}")
        self.accept.setVisible(bool(ready))
        self.accept.setEnabled(not waits)
        self.export.setVisible(bool(self.checked and self.checked.answer.report.accounts))
        self.export.setEnabled(not waits)
        self.read_again.setVisible(waits)
        self._forget.setVisible(bool(self.said))
        said = "; ".join(word_said(each) for each in self.said)
        text = f"Said by hand: {said}." if said else ""
        if not ready and self.new and not said:
            text = ALL_KNOWN
        self.words.setText(text)
        self.words.setVisible(bool(text))

    def _forget_words(self) -> None:
        self.spoken, self.sheets = (), ()
        self._allow()

    def _take_up(self, key: str) -> None:
        """Enter on a heading: say what it is; on a sheet that was one of several: take it."""
        kind, _, at = key.partition(":")
        if kind == "left" and self.checked is not None:
            self._take_sheet(sheet_of(self.checked, int(at)))
            return
        row = next((each for each in self.details.rows if each.key == key), None)
        if row is not None and key.startswith(("taken:", "mine:")) and self.hand.isVisibleTo(self):
            self.hand.begin(row.cells[1].text)

    def _take_sheet(self, said: SheetByHand | None) -> None:
        if said is None:
            return
        others = (each for each in self.sheets if each.list_number != said.list_number)
        self.sheets = (*others, said)
        self._allow()
        self.read_again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_again(self) -> None:
        self.begin()
        self.again.emit()

    def _stop(self) -> None:
        self.progress.setText(STOPPING)
        self.stop.setEnabled(False)
        self.stopped.emit()

    def _show_progress(self, *, shown: bool) -> None:
        self._bar.setVisible(shown)
        self.stop.setVisible(shown)

    def _connect(self) -> None:
        self.table.row_chosen.connect(lambda _key: self._show_details())
        self.details.row_activated.connect(self._take_up)
        self.details.link_followed.connect(lambda key, _column: self._take_up(key))
        self.hand.said.connect(self.say_by_hand)
        self._forget.clicked.connect(self._forget_words)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.progress, 1)
        top.addWidget(self.stop)
        found = QVBoxLayout(self._found)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(GAP)
        found.addWidget(self.table)
        found.addWidget(self.details, 1)
        for part in (self.hand, self.words):
            found.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self.accept, self.export, self.read_again, self._forget):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 10, MARGIN, 14)
        column.setSpacing(GAP)
        column.addLayout(top)
        for above in (self._bar, self.news):
            column.addWidget(above)
        column.addWidget(self._found, 1)
        column.addLayout(buttons)
        column.addStretch(0)
        for hidden in (
            self.news,
            self._found,
            self.accept,
            self.export,
            self.read_again,
            self._forget,
            self.words,
        ):
            hidden.hide()

    def _dress(self) -> None:
        self._bar.setFixedHeight(Look.of(self).sized(HIGH))
        self._fit()
