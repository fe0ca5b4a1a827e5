"""A new workbook written from the values read: each list where it stood, its problems beside it.

Rows and columns keep their places, so that a problem’s place is the same in both files. Columns
that were not read stay empty, the original is not opened for writing, and no text can run.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice

from xlsxwriter.worksheet import Worksheet

from jtai_desktop.domain.lists.findings import Account, Finding, most_first
from jtai_desktop.domain.lists.rows import Table, Values
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted
from jtai_desktop.exchange.list_answers import Answer
from jtai_desktop.exchange.list_export_looks import GRAVE, LONGEST, Looks, looks_of, write
from jtai_desktop.exchange.sheet_writing import new_book, write_about

Say = Callable[[str], None]

TITLE = "Lists with their problems"
ABOUT, PROBLEMS, CELLS = "About", "Problems", "Problem cells"
COMMENTS_EACH = 200  # of one problem; more of them make Excel slow
CELLS_NAMED = 200_000
ROWS_NAMED = 50
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
COMMENT = {"x_scale": 2, "y_scale": 1.2}
PROBLEM_HEADS = (
    ("How grave", 11),
    ("List", 6),
    ("Rows", 8),
    ("Column", 8),
    ("Heading", 34),
    ("Wanted", 70),
    ("First found", 24),
    ("First row", 10),
    ("Which rows", 40),
    ("File", 26),
    ("Sheet", 18),
)
CELL_HEADS = (
    ("How grave", 11),
    ("List", 6),
    ("Row", 8),
    ("Column", 8),
    ("Heading", 34),
    ("Found", 24),
    ("Wanted", 70),
)
TOO_FAR = "The list lies too far down or to the right to be written; move it to the top first."
FORMATS_LOST = (
    "Written from the values read: formats, formulas, other sheets and columns that were not read"
    " are not in it. The original was not touched."
)
HOW_TOLD = (
    f"“{PROBLEMS}” has one line for each problem, “{CELLS}” one for each cell. In the lists such"
    f" cells are tinted; the first {COMMENTS_EACH} of each problem have a comment."
)
FOR_THE_DATA_TEAM = "For the data team. Not for inspectors."

# Where a problem is: the row counted from 1 as the sheet shows it, the column from 0.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Exported:
    """What is to be written: the tables as read, what was found, and the protective marking."""

    tables: Sequence[Table]
    answer: Answer
    marking: str


def workbook(exported: Exported, say: Say = lambda _: None) -> bytes:
    """The whole workbook, put together in memory."""
    _refuse_too_far(exported.tables)
    stream = BytesIO()
    book = new_book(stream, TITLE, exported.marking)
    looks = looks_of(book)
    findings = most_first(exported.answer.report.findings)
    about = book.add_worksheet(ABOUT)
    write_about(about, _mark(exported), list(_about(exported)), (looks.strong, looks.note))
    _problems(book.add_worksheet(PROBLEMS), findings, _names(exported), looks)
    _cells(book.add_worksheet(CELLS), findings, looks)
    for table in exported.tables:
        say(f"writing {table.shape.name}")
        sheet = book.add_worksheet(_name(table))
        mine = [one for one in findings if one.list_number == table.shape.number]
        _list(sheet, table, mine, looks)
    say("putting the workbook together")
    book.close()
    return stream.getvalue()


def _refuse_too_far(tables: Sequence[Table]) -> None:
    for table in tables:
        last = max((one.position for one in table.taken), default=0)
        if table.heading_row + table.rows > MOST_ROWS or last >= MOST_COLUMNS:
            raise Refused(TOO_FAR, place=table.file)


def _name(table: Table) -> str:
    return f"List_{table.shape.number}"


def _names(exported: Exported) -> dict[int, str]:
    return {table.shape.number: _name(table) for table in exported.tables}


def _mark(exported: Exported) -> str:
    return f"{exported.marking}  {FOR_THE_DATA_TEAM}".strip()


def _about(exported: Exported) -> Iterator[tuple[str, str]]:
    """What the first sheet says: what this is, what is not in it, and how to read it."""
    report = exported.answer.report
    yield "What this is", FORMATS_LOST
    yield "Places", "Every row and column stands where it stood in the original."
    yield "Problems", HOW_TOLD
    if _amount(report.findings) > CELLS_NAMED:
        yield "", f"“{CELLS}” ends after the first {CELLS_NAMED:,} cells."
    for one in exported.answer.files:
        yield "File", f"{one.name}, SHA-256 {one.digest}"
    for account in report.accounts:
        yield f"List {account.list_number}", _accounted(account)
    for sentence in report.not_checked:
        yield "Not checked", sentence


def _accounted(one: Account) -> str:
    return (
        f"{one.title}, sheet “{one.sheet}” of {one.file}: {counted(one.read, 'row')} read"
        f" = {one.accepted} accepted + {one.with_problems} with problems + {one.blank} blank."
    )


def _amount(findings: Sequence[Finding]) -> int:
    return sum(max(1, one.alike) for one in findings)


def _problems(
    sheet: Worksheet, findings: Sequence[Finding], names: dict[int, str], looks: Looks
) -> None:
    """One line for each problem; the first row leads to its cell."""
    _heads(sheet, PROBLEM_HEADS, looks)
    for row, one in enumerate(findings, 1):
        first = one.cells[0] if one.cells else None
        rows = ", ".join(str(cell.row) for cell in one.cells[:ROWS_NAMED])
        more = " …" if one.alike > ROWS_NAMED else ""
        cells: tuple[object, ...] = (
            GRAVE[one.gravity],
            one.list_number or "",
            one.alike or "",
            one.letter,
            one.heading,
            one.wanted,
            first.found if first else "",
            first.row if first else "",
            f"{rows}{more}",
            one.file,
            one.sheet,
        )
        for column, value in enumerate(cells):
            write(sheet, row, column, value, looks.plain)
        if first and one.letter and one.list_number in names:
            target = f"internal:'{names[one.list_number]}'!{one.letter}{first.row}"
            sheet.write_url(row, 7, target, looks.link, str(first.row))
    _finish(sheet, len(findings), len(PROBLEM_HEADS))


def _cells(sheet: Worksheet, findings: Sequence[Finding], looks: Looks) -> None:
    """One line for each cell."""
    _heads(sheet, CELL_HEADS, looks)
    lines = ((one, cell) for one in findings for cell in one.cells)
    row = 0
    for row, (one, cell) in enumerate(islice(lines, CELLS_NAMED), 1):
        whole: tuple[object, ...] = (
            GRAVE[one.gravity],
            one.list_number,
            cell.row,
            one.letter,
            one.heading,
            cell.found,
            one.wanted,
        )
        for column, value in enumerate(whole):
            write(sheet, row, column, value, looks.plain)
    _finish(sheet, row, len(CELL_HEADS))


def _heads(sheet: Worksheet, heads: Sequence[tuple[str, int]], looks: Looks) -> None:
    for column, (head, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, looks.heading)


def _finish(sheet: Worksheet, rows: int, columns: int) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), columns - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)


def _list(sheet: Worksheet, table: Table, findings: Sequence[Finding], looks: Looks) -> None:
    """The list as it was read, tinted where something is wrong."""
    tints = _tints(findings)
    above = table.heading_row - 1
    if above:
        sheet.write_string(0, 0, f"List {table.shape.number}: {table.shape.title}", looks.strong)
    for one in table.taken:
        sheet.set_column(one.position, one.position, max(12, min(28, len(one.heading) + 2)))
        sheet.write_string(above, one.position, one.heading, looks.heading)
        _column(sheet, table, one.position, tints, looks)
    for (row, column), said in _comments(findings).items():
        sheet.write_comment(row - 1, column, "\n".join(said)[:LONGEST], COMMENT)
    last = max((one.position for one in table.taken), default=0)
    sheet.freeze_panes(above + 1, 0)
    sheet.autofilter(above, 0, above + table.rows, last)
    whole = f"A1:XFD{MOST_ROWS}"
    sheet.ignore_errors({"number_stored_as_text": whole})


def _column(
    sheet: Worksheet, table: Table, position: int, tints: dict[Place, Gravity], looks: Looks
) -> None:
    values: Values = table.cells.get(position, ())
    grave = {row: gravity for (row, column), gravity in tints.items() if column == position}
    for row, value in enumerate(values, table.heading_row):
        write(sheet, row, position, value, looks.of(grave.get(row + 1)))


def _tints(findings: Sequence[Finding]) -> dict[Place, Gravity]:
    """How grave the gravest problem of each cell is; the findings come gravest first."""
    found: dict[Place, Gravity] = {}
    for one in findings:
        for row in _rows(one):
            found.setdefault((row, one.position), one.gravity)
    return found


def _comments(findings: Sequence[Finding]) -> dict[Place, list[str]]:
    """What is said of the first cells of each problem; several of one cell in one comment."""
    said: defaultdict[Place, list[str]] = defaultdict(list)
    for one in findings:
        for row in islice(_rows(one), COMMENTS_EACH):
            said[row, one.position].append(f"{GRAVE[one.gravity]}: wanted {one.wanted}.")
    return said


def _rows(one: Finding) -> Iterator[int]:
    if one.position >= 0:
        yield from (cell.row for cell in one.cells)
