"""A table of meetings from a workbook or an e-mail: pasted, looked through, taken in as one step.

Every wrong cell is named by row and column. As long as there is one, nothing can be taken in.
"""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import counted, day_full, listed, times
from jtai_desktop.exchange.meeting_pasted import CellProblem, Pasted
from jtai_desktop.exchange.meeting_words import HEADINGS, NEEDED
from jtai_desktop.services import meeting_tables
from jtai_desktop.services.meeting_tables import Preview
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.week.sheet import Sheet, Then, cover, in_a_row
from jtai_desktop.ui.shell.page import AnyPage, Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("where", "Row", 210),
    Column("what", "What", 0),
    Column("when", "When", 210),
    Column("place", "Where", 200, leaves=1),
)
HOW = "Copy the rows with their headings, then paste them here: Ctrl+V."
NOTHING_YET = "Nothing is written yet."
PASTED_HEIGHT, TABLE_HEIGHT = 86, 300


class PasteForm(Sheet):
    """What was pasted above, what it comes to below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.seen: Preview | None = None
        needed = listed(tuple(HEADINGS[key][0] for key in (*NEEDED, "start", "end")))
        self.pasted = QPlainTextEdit()
        self.first = self.pasted
        self.pasted.setTabChangesFocus(True)
        self.pasted.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._row = FormRow("The table", self.pasted, hint=f"{HOW} Needed: {needed}.")
        self.fact = Words("", wrap=True)
        self.table = RowTable(COLUMNS, "What the table comes to", TableOptions(chooses=False))
        self.take = primary_button("Take in", "", self._take)
        self.empty = plain_button("Empty", "", self.pasted.clear)
        self._lay_out()
        self.pasted.textChanged.connect(self._look)
        self._begin()

    def _begin(self) -> None:
        """What lies on the clipboard, if it is a table."""
        text = QGuiApplication.clipboard().text()
        if "\t" in text and "\n" in text:
            self.pasted.setPlainText(text)

    def _look(self) -> None:
        text, inspection_id = self.pasted.toPlainText(), self.desk.inspection_id
        if not text.strip():
            self._show(None)
            return
        self.desk.hub.read(
            lambda workspace: meeting_tables.preview(workspace, inspection_id, text), self._show
        )

    def _show(self, seen: Preview | None) -> None:
        self.seen = seen
        self.news.hide()
        for part in (self.fact, self.table, self.take, self.empty):
            part.setVisible(seen is not None)
        if seen is None:
            return
        found = seen.pasted
        self.fact.setText(said(found))
        self.table.set_rows(rows_of(seen))
        self.take.setText(f"Take in {counted(len(found.rows), 'meeting')}")
        self.take.setEnabled(bool(found.meetings))

    def _take(self) -> None:
        seen, inspection_id = self.seen, self.desk.inspection_id
        if seen is not None:
            self.end_with(lambda ws: meeting_tables.take_in(ws, inspection_id, seen))

    def _lay_out(self) -> None:
        self.pasted.setFixedHeight(PASTED_HEIGHT)
        self.table.setMinimumHeight(TABLE_HEIGHT)
        self._column.addWidget(self._row)
        self._column.addWidget(self.fact)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(Words(NOTHING_YET, FontRole.LABEL, Role.INK2))
        self._column.addLayout(in_a_row(self.take, self.empty))
        self._column.addStretch(0)
        for part in (self.fact, self.table, self.take, self.empty):
            part.hide()


def open_pasting(page: AnyPage, then: Then | None = None) -> PasteForm:
    """Take in a table of meetings."""
    form = PasteForm(page.desk)
    cover(page, "Paste a table", "meetings from a workbook or an e-mail", form, then)
    return form


def said(found: Pasted) -> str:
    """The whole in a line."""
    parts = [f"{counted(len(found.rows), 'meeting')} understood"]
    if found.problems:
        parts.append(f"{counted(len(found.problems), 'cell')} to mend, so nothing can be taken in")
    if found.remarks:
        parts.append(counted(len(found.remarks), "remark"))
    text = ", ".join(parts)
    if found.unread:
        text = f"{text}. Nothing is read from: {', '.join(found.unread)}"
    return f"{text}."


def rows_of(seen: Preview) -> tuple[Row, ...]:
    """What is wrong first, then what is worth a look, then the meetings."""
    found = seen.pasted
    return (
        *(_trouble(f"p{at}", each, "triangle") for at, each in enumerate(found.problems)),
        *(_trouble(f"r{at}", each, "info") for at, each in enumerate(found.remarks)),
        *(_meeting(seen, each.row, each.meeting) for each in found.rows),
    )


def _trouble(key: str, each: CellProblem, icon: str) -> Row:
    role = Role.WARNING if icon == "triangle" else Role.INK2
    found = shown(each.found)
    second = f"Found: {found}" if each.found and found not in each.sentence else ""
    why = Cell(each.sentence, second=second, span=len(COLUMNS) - 1, tip=each.sentence)
    where = Cell(each.where, icon=icon, icon_role=role, tip=each.where)
    return Row(key, (where, why, Cell(), Cell()))


def _meeting(seen: Preview, row: int, meeting: Meeting) -> Row:
    when = f"{day_full(meeting.start.date())}, {times(meeting.start, meeting.end)}"
    called = seen.week.called(meeting)
    cells = (Cell(f"Row {row}", ink=Role.INK2), Cell(called), Cell(when), Cell(meeting.place))
    return Row(f"m{row}", cells)
