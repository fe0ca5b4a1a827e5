"""The action plan as a workbook: one row for each action, to be sent round and read back.

As in the workbook of the register, hidden columns name each row, a hidden row names each column,
and a sheet that is hidden deeper keeps every cell as it was exported. Text is written as text only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jtai_desktop.domain.actions.workbook import COLUMNS, FORMAT, IDS, PlanColumn, RowKey, TextsOf
from jtai_desktop.domain.sheets import EXPORTED, ExportHead, stamp
from jtai_desktop.domain.typed import read_day
from jtai_desktop.exchange.register_looks import TINT, lay_out_page
from jtai_desktop.exchange.sheet_writing import marked, new_book, write_about, write_exported

PLAN, ABOUT = "Action plan", "About"
KEY_ROW, MARK_ROW, HEAD_ROW, FIRST_ROW = range(4)


@dataclass(frozen=True, slots=True)
class Written:
    """What is exported: the rows, and the lines that say what this is."""

    head: ExportHead
    rows: Sequence[tuple[RowKey, TextsOf]]
    marking: str
    title: str
    about: Sequence[tuple[str, str]]
    practice: bool = False


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats that the cells share; what is worked out stands on grey."""

    text: Format
    fixed: Format
    day: Format
    fixed_day: Format
    head: Format
    fixed_head: Format
    strong: Format

    def of(self, column: PlanColumn) -> Format:
        """That of a column."""
        if column.is_day:
            return self.day if column.editable else self.fixed_day
        return self.text if column.editable else self.fixed


def workbook(what: Written) -> bytes:
    """The workbook. It is put together in memory: nothing of it lies in a temporary file."""
    stream = BytesIO()
    book = new_book(stream, what.title, what.marking)
    looks, mark = _looks(book), marked(what.marking, practice=what.practice)
    plan, about, hidden = (book.add_worksheet(name) for name in (PLAN, ABOUT, EXPORTED))
    _plan(plan, what, looks, mark)
    write_about(about, mark, what.about, (looks.strong, looks.text))
    write_exported(hidden, FORMAT, what.head, _exported_rows(what))
    for sheet in (plan, about):
        lay_out_page(sheet, mark)
    hidden.very_hidden()
    book.close()
    return stream.getvalue()


def _plan(sheet: Worksheet, what: Written, looks: _Looks, mark: str) -> None:
    sheet.set_column(0, len(IDS) - 1, 10, looks.text, {"hidden": True})
    sheet.set_row(KEY_ROW, None, None, {"hidden": True})
    for position, (key, heading) in enumerate(IDS.items()):
        sheet.write_string(KEY_ROW, position, key)
        sheet.write_string(HEAD_ROW, position, heading, looks.fixed_head)
    sheet.write_string(MARK_ROW, len(IDS), mark, looks.strong)
    for position, column in enumerate(COLUMNS, len(IDS)):
        sheet.set_column(position, position, column.width, looks.of(column))
        sheet.write_string(KEY_ROW, position, column.key)
        head = looks.head if column.editable else looks.fixed_head
        sheet.write_string(HEAD_ROW, position, column.heading, head)
    for number, (row, texts) in enumerate(what.rows, FIRST_ROW):
        _row(sheet, number, row, texts, what, looks)
    # The hidden columns lie within the filter, so that sorting takes them along.
    last = FIRST_ROW + max(len(what.rows), 1) - 1
    sheet.autofilter(HEAD_ROW, 0, last, len(IDS) + len(COLUMNS) - 1)
    sheet.freeze_panes(FIRST_ROW, len(IDS) + 1)
    sheet.repeat_rows(MARK_ROW, HEAD_ROW)


def _row(
    sheet: Worksheet, at: int, row: RowKey, texts: TextsOf, what: Written, looks: _Looks
) -> None:
    for position, text in enumerate((*row, stamp(what.head.seal, row))):
        sheet.write_string(at, position, text, looks.text)
    for position, column in enumerate(COLUMNS, len(IDS)):
        text, look = texts[column.key], looks.of(column)
        if text and column.is_day:
            sheet.write_datetime(at, position, datetime.combine(read_day(text), time(0)), look)
        elif text:
            sheet.write_string(at, position, text, look)


def _looks(book: xlsxwriter.Workbook) -> _Looks:
    text = {"valign": "top", "text_wrap": True, "num_format": "@"}
    day = {"valign": "top", "num_format": "d mmm yyyy", "align": "left"}
    head = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
    grey = {"bg_color": TINT}
    return _Looks(
        text=book.add_format(text),
        fixed=book.add_format({**text, **grey}),
        day=book.add_format(day),
        fixed_day=book.add_format({**day, **grey}),
        head=book.add_format(head),
        fixed_head=book.add_format({**head, **grey}),
        strong=book.add_format({"bold": True}),
    )


def _exported_rows(what: Written) -> Iterator[tuple[str, ...]]:
    yield (*list(IDS)[:1], *(column.key for column in COLUMNS))
    for row, texts in what.rows:
        yield (*row, *(texts[column.key] for column in COLUMNS))
