"""From files to the tables of the lists: which sheet is which list, and which column is what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from jtai_desktop.domain.lists.choosing import Candidate, SheetByHand, choose
from jtai_desktop.domain.lists.findings import Finding, LeftOut, Rule, Taken
from jtai_desktop.domain.lists.mapping import ByHand, Remark, map_headings
from jtai_desktop.domain.lists.recognising import ROWS_LOOKED_AT, Recogniser, Sheet
from jtai_desktop.domain.lists.rows import Table, Values
from jtai_desktop.domain.lists.shape import Gravity, ListShape, Rulebook
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.workbook_limits import Limits
from jtai_desktop.exchange.workbook_package import Form
from jtai_desktop.exchange.workbook_reading import OpenSheet, Workbook, open_workbook

Say = Callable[[str], None]
Opened = dict[tuple[str, str], OpenSheet]


@dataclass(frozen=True, slots=True)
class Hand:
    """What a person said of sheets and columns."""

    sheets: tuple[SheetByHand, ...] = ()
    columns: tuple[ByHand, ...] = ()


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file that was read, by its name and digest."""

    name: str
    digest: str
    sheets: int


@dataclass(frozen=True, slots=True)
class Read:
    """Everything that was read from the files, and what there is to say of it."""

    files: tuple[FileRead, ...]
    tables: tuple[Table, ...]
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...]


def read_lists(
    paths: Sequence[Path], book: Rulebook, hand: Hand, limits: Limits, say: Say = lambda _: None
) -> Read:
    """Reads the lists of some files; where one can’t be read all are refused, none half read."""
    recogniser = Recogniser(book)
    files: list[FileRead] = []
    findings: list[Finding] = []
    candidates: list[Candidate] = []
    opened: Opened = {}
    for label, path in _labels(paths):
        say(f"reading {path.name}")
        workbook = open_workbook(path, limits)
        files.append(FileRead(label, workbook.digest, len(workbook.sheets)))
        findings += _of_package(workbook, label)
        for sheet in workbook.sheets:
            candidates.append(_candidate(label, sheet, recogniser, _said(sheet, label, book, hand)))
            opened[label, sheet.name] = sheet
    _all_there(candidates, hand)
    chosen = choose(candidates, book, hand.sheets)
    findings += chosen.findings
    tables = []
    for candidate in chosen.sheets:
        sheet = opened.pop((candidate.file, candidate.sheet))
        table, remarks = _table(candidate, sheet, recogniser, hand)
        tables.append(table)
        findings += [_finding(table, remark) for remark in remarks]
    return Read(tuple(files), tuple(tables), chosen.left_out, tuple(findings))


def _labels(paths: Sequence[Path]) -> list[tuple[str, Path]]:
    """The name of each file, told apart by its folder where two have the same."""
    once = list(dict.fromkeys(paths))
    names = [path.name for path in once]
    return [
        (path.name if names.count(path.name) == 1 else f"{path.parent.name}/{path.name}", path)
        for path in once
    ]


def _said(sheet: OpenSheet, label: str, book: Rulebook, hand: Hand) -> ListShape | None:
    """The list that a person said a sheet to be."""
    numbers = {
        one.list_number
        for one in hand.sheets
        if one.sheet == sheet.name and one.file in {"", label}
    }
    return next((shape for shape in book.lists if shape.number in numbers), None)


def _all_there(candidates: list[Candidate], hand: Hand) -> None:
    names = {one.sheet for one in candidates}
    for said in hand.sheets:
        if said.sheet not in names:
            raise Refused(f"There is no sheet “{said.sheet}” in these files.", place="sheet")


def _candidate(
    label: str, sheet: OpenSheet, recogniser: Recogniser, said: ListShape | None
) -> Candidate:
    looked_at = Sheet(sheet.name, sheet.top(ROWS_LOOKED_AT))
    recognised = recogniser.as_said(looked_at, said) if said else recogniser.recognise(looked_at)
    heading = recognised.likeness.row if recognised.likeness else 0
    below = max(sheet.height - heading - 1, 0)
    return Candidate(label, sheet.name, sheet.hidden, below, recognised)


def _table(
    candidate: Candidate, sheet: OpenSheet, recogniser: Recogniser, hand: Hand
) -> tuple[Table, tuple[Remark, ...]]:
    likeness = candidate.recognised.likeness
    if likeness is None:
        raise ValueError(candidate.sheet)
    rows = sheet.rows()
    shape, heading = likeness.shape, likeness.row
    mapped = map_headings(shape, recogniser.headings(shape), rows[heading], hand.columns)
    taken = tuple(_moved(one, sheet.first_column) for one in mapped.taken)
    remarks = tuple(_moved_remark(one, sheet.first_column) for one in mapped.remarks)
    del rows[: heading + 1]
    cells = _columns(rows, taken, sheet.first_column)
    row = sheet.first_row + heading + 1
    return Table(shape, candidate.file, candidate.sheet, row, taken, cells, len(rows)), remarks


def _columns(rows: list[list[object]], taken: Sequence[Taken], first: int) -> dict[int, Values]:
    """The cells of the columns that are needed; no other cell is looked at."""
    positions = [one.position for one in taken]
    if not positions or not rows:
        return dict.fromkeys(positions, ())
    if len(positions) == 1:
        only = positions[0]
        return {only: tuple(row[only - first] for row in rows)}
    wanted = itemgetter(*(position - first for position in positions))
    return dict(zip(positions, zip(*map(wanted, rows), strict=True), strict=True))


def _moved(one: Taken, by: int) -> Taken:
    return Taken(one.column, one.position + by, one.heading, one.how) if by else one


def _moved_remark(one: Remark, by: int) -> Remark:
    return Remark(one.position + by, one.heading, one.fault) if by and one.position >= 0 else one


def _finding(table: Table, remark: Remark) -> Finding:
    fault = remark.fault
    return Finding(
        fault.rule,
        fault.gravity,
        table.shape.number,
        table.file,
        table.sheet,
        remark.position,
        remark.heading,
        fault.wanted,
    )


def _of_package(workbook: Workbook, label: str) -> list[Finding]:
    package, found = workbook.package, []
    if package.macros:
        found.append(
            _about_file(Rule.MACROS, label, "a workbook without macros; they were not run")
        )
    if package.linked:
        wanted = "values of its own; links to other workbooks were not followed"
        found.append(_about_file(Rule.LINKED, label, wanted))
    if package.form in {Form.OLD, Form.BINARY}:
        wanted = "an .xlsx: in this form Excel’s errors can’t be told from blank cells"
        found.append(_about_file(Rule.ERRORS_UNSEEN, label, wanted))
    return found


def _about_file(rule: Rule, label: str, wanted: str) -> Finding:
    return Finding(rule, Gravity.REMARK, 0, label, "", -1, "", wanted)
