"""The register as a workbook: what is shown, with all that it takes to be sent back and read.

Three hidden columns name each row (item, document, and a stamp that ties both to the export), a
hidden row names each column, so that columns may be moved, renamed and added to and rows sorted.
A sheet that is hidden deeper keeps every cell as it was exported. Text is written as text only.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from xlsxwriter.worksheet import Worksheet

from jtai_desktop.domain.documents.cell_people import Known
from jtai_desktop.domain.documents.cell_texts import heading_of, number_of
from jtai_desktop.domain.documents.cells import COLUMNS, CellKey, Form, Row, RowKey
from jtai_desktop.domain.documents.round_trip import FORMAT, Texts, sheet_day, sheet_time
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.sheets import EXPORTED, ExportHead, stamp
from jtai_desktop.exchange.register_looks import Looks, lay_out_page, looks_of
from jtai_desktop.exchange.sheet_writing import marked, new_book, write_about, write_exported

DOCUMENTS, ABOUT, LISTS = "Documents", "About", "Lists"
IDS = ("item-id", "document-id", "stamp")
ID_HEADINGS = ("Item id", "Document id", "Stamp")
KEY_ROW, MARK_ROW, HEAD_ROW, FIRST_ROW = 0, 1, 2, 3
SAY_EACH = 500
# What is not written as text.
_OTHER = frozenset({Form.NUMBER, Form.DATES, Form.MOMENT})
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Written:
    """What is exported: the rows as they are shown, and the lines that say what this is."""

    head: ExportHead
    rows: Sequence[tuple[Row, Texts]]
    known: Known
    marking: str
    title: str
    about: Sequence[tuple[str, str]]
    practice: bool = False


def workbook(what: Written, say: Say = lambda _: None) -> bytes:
    """The workbook. It is put together in memory: nothing of it lies in a temporary file."""
    stream = BytesIO()
    book = new_book(stream, what.title, what.marking)
    looks = looks_of(book)
    sheets = {name: book.add_worksheet(name) for name in (DOCUMENTS, ABOUT, LISTS, EXPORTED)}
    _documents(sheets[DOCUMENTS], what, looks, say)
    write_about(sheets[ABOUT], _marked(what), what.about, (looks.strong, looks.note))
    lists = _lists(sheets[LISTS], what.known)
    _drop_downs(sheets[DOCUMENTS], lists, len(what.rows))
    write_exported(sheets[EXPORTED], FORMAT, what.head, _exported_rows(what))
    for name in (DOCUMENTS, ABOUT):
        lay_out_page(sheets[name], _marked(what))
    sheets[LISTS].hide()
    sheets[EXPORTED].very_hidden()
    say("writing the file")
    book.close()
    return stream.getvalue()


def _documents(sheet: Worksheet, what: Written, looks: Looks, say: Say) -> None:
    sheet.set_column(0, len(IDS) - 1, 10, looks.text, {"hidden": True})
    sheet.set_row(KEY_ROW, None, None, {"hidden": True})
    for position, (key, heading) in enumerate(zip(IDS, ID_HEADINGS, strict=True)):
        sheet.write_string(KEY_ROW, position, key)
        sheet.write_string(HEAD_ROW, position, heading, looks.head)
    sheet.write_string(MARK_ROW, len(IDS), _marked(what), looks.strong)
    for position, column in enumerate(COLUMNS, len(IDS)):
        sheet.set_column(position, position, column.width, looks.of[column.key])
        sheet.write_string(KEY_ROW, position, column.key)
        look = looks.head_edit if column.editable else looks.head
        sheet.write_string(HEAD_ROW, position, heading_of(column, what.known), look)
    for number, (row, texts) in enumerate(what.rows):
        if number % SAY_EACH == 0:
            say(f"row {number + 1} of {len(what.rows)}")
        _row(sheet, FIRST_ROW + number, row, texts, what, looks)
    last = FIRST_ROW + max(len(what.rows), 1) - 1
    # The hidden columns lie within the filter, so that sorting takes them along.
    sheet.autofilter(HEAD_ROW, 0, last, len(IDS) + len(COLUMNS) - 1)
    sheet.freeze_panes(FIRST_ROW, len(IDS) + 1)
    sheet.repeat_rows(MARK_ROW, HEAD_ROW)
    sheet.repeat_columns(0, len(IDS))


def _row(sheet: Worksheet, at: int, row: Row, texts: Texts, what: Written, looks: Looks) -> None:
    ids = (*row.key, stamp(what.head.seal, row.key))
    for position, text in enumerate(ids):
        if text:
            sheet.write_string(at, position, text, looks.text)
    for position, column in enumerate(COLUMNS, len(IDS)):
        text = texts[column.key]
        if not text:
            continue
        if column.form not in _OTHER:
            sheet.write_string(at, position, text, looks.of[column.key])
        elif column.form is Form.NUMBER:
            sheet.write_number(at, position, number_of(row, column.key), looks.number)
        else:
            _time_or_text(sheet, at, position, _Timed(row, column.key, text), what, looks)


@dataclass(frozen=True, slots=True)
class _Timed:
    """A cell that may hold a time."""

    row: Row
    key: CellKey
    text: str

    @property
    def moment(self) -> Moment | None:
        """The moment of the two columns of times."""
        if self.key is CellKey.DUE:
            return self.row.entry.due
        return self.row.pair.item.internal if self.key is CellKey.INTERNAL else None

    @property
    def only_day(self) -> date | None:
        """The one date of a document; several are text."""
        days = self.row.pair.document.dates if self.row.pair.document else ()
        return days[0] if self.key is CellKey.DATES and len(days) == 1 else None


def _time_or_text(
    sheet: Worksheet, at: int, position: int, cell: _Timed, what: Written, looks: Looks
) -> None:
    if cell.moment:
        when, look = sheet_time(cell.moment, what.head.close), looks.hours[cell.moment.hour]
        sheet.write_datetime(at, position, when, look)
    elif cell.only_day:
        sheet.write_datetime(at, position, sheet_day(cell.only_day), looks.day)
    else:
        sheet.write_string(at, position, cell.text, looks.day)


def _lists(sheet: Worksheet, known: Known) -> dict[Form, str]:
    """The names for the drop-downs, on a sheet of their own: a list in a rule is too short."""
    ranges = {}
    lists = ((Form.AGENCY, known.agencies), (Form.PERSON, known.people))
    for position, (form, called) in enumerate(lists):
        names = list(called.names.values())
        for row, name in enumerate(names):
            sheet.write_string(row, position, name)
        if names:
            letter = "AB"[position]
            ranges[form] = f"={LISTS}!${letter}$1:${letter}${len(names)}"
    return ranges


def _drop_downs(sheet: Worksheet, lists: Mapping[Form, str], rows: int) -> None:
    for position, column in enumerate(COLUMNS, len(IDS)):
        if column.form not in lists or not rows:
            continue
        rule = {
            "validate": "list",
            "source": lists[column.form],
            "ignore_blank": not column.needed,
            "error_title": f"Not a known {column.heading.lower()}",
            "error_message": "Choose one from the list. Others are added in the program first.",
        }
        sheet.data_validation(FIRST_ROW, position, FIRST_ROW + rows - 1, position, rule)


def _exported_rows(what: Written) -> Iterator[tuple[str, ...]]:
    yield (*IDS[:2], *(column.key for column in COLUMNS))
    for row, texts in what.rows:
        key: RowKey = row.key
        yield (*key, *(texts[column.key] for column in COLUMNS))


def _marked(what: Written) -> str:
    return marked(what.marking, practice=what.practice)
