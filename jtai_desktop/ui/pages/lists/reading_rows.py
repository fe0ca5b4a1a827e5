"""Files that were read, as rows: each list found, and what is to be said of its headings."""

from collections.abc import Iterable, Iterator

from jtai_desktop.domain.lists.choosing import SheetByHand
from jtai_desktop.domain.lists.findings import Account, Finding, How, LeftOut, Rule
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import counted, listed
from jtai_desktop.services.kept_lists import Incoming
from jtai_desktop.services.lists import Checked
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.pages.lists.rows import (
    NOTHING,
    ROWS_SHOWN,
    grave_look,
    problem_cell,
    rows_cell,
)
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

FOUND = (
    Column("list", "List", 190),
    Column("file", "File, sheet", leaves=2),
    Column("rows", "Rows", 110),
    Column("problems", "Problems", 150),
    Column("since", "Since the last version", 215),
)
DETAILS = (
    Column("what", "What", 104),
    Column("heading", "Column", 250),
    Column("sentence", "What is said of it"),
    Column("alike", "Rows", 60, right=True),
)
FIRST_TIME = "The first version"
KNOWN = "Taken in already"
READ_THIS = "Read this one"


def found_rows(checked: Checked, new: Iterable[Incoming]) -> list[Row]:
    """One row for each list that was found."""
    accounts = {each.list_number: each for each in checked.answer.report.accounts}
    return [_found(accounts[each.version.list_number], each) for each in new]


def detail_rows(checked: Checked, number: int) -> list[Row]:
    """Headings taken otherwise than by name, problems, and what was left out or not checked."""
    report = checked.answer.report
    there = {each.list_number for each in report.accounts}
    mine = [each for each in checked.findings if each.list_number == number]
    others = [each for each in checked.findings if each.list_number not in there]
    taken = [
        _taken(at, *each)
        for account in report.accounts
        if account.list_number == number
        for at, each in enumerate(_otherwise(account))
    ]
    left = [
        _left_out(at, each, offers=sheet_of(checked, at) is not None)
        for at, each in enumerate(report.left_out)
    ]
    unseen = [_unseen(at, sentence) for at, sentence in enumerate(report.not_checked)]
    return [
        *_part("Headings not taken by their name", taken),
        *_part(f"Problems of list {number}", _findings("mine", mine)),
        *_part("Of sheets that were not read", _findings("other", others)),
        *_part("Left out", left),
        *_part("Not checked", unseen),
    ]


def summary(checked: Checked, new: Iterable[Incoming]) -> str:
    """How many files, how many lists."""
    numbers = [str(each.version.list_number) for each in new]
    files = counted(len(checked.answer.files), "file")
    if not numbers:
        return f"{files} read. No list of this inspection is in it."
    word = "List" if len(numbers) == 1 else "Lists"
    return f"{files} read. {word} {listed(numbers)} found. Nothing is kept yet."


def since_said(new: Incoming) -> tuple[str, str]:
    """Rows new, gone and changed; problems new and mended."""
    if new.is_known:
        return KNOWN, ""
    if new.before is None or new.difference is None:
        return FIRST_TIME, ""
    found = new.difference
    rows = f"Rows: {found.new} new, {found.gone} gone, {found.changed} changed"
    if not new.rows_known:
        rows = f"Rows: {new.version.read}, before {new.before.read}"
    problems = f"{len(found.problems_new)} new, {len(found.problems_mended)} mended"
    return rows, f"Problems: {problems}"


def sheet_of(checked: Checked, at: int) -> SheetByHand | None:
    """A sheet left out because several look like one list: for which list it can be named."""
    report = checked.answer.report
    left = report.left_out[at]
    name = f"“{left.sheet}” of {left.file}"
    doubted = (each for each in report.findings if each.rule is Rule.TWO_SHEETS)
    number = next((each.list_number for each in doubted if name in each.wanted), 0)
    return SheetByHand(number, left.sheet, left.file) if number else None


def _found(account: Account, new: Incoming) -> Row:
    version = new.version
    first, second = since_said(new)
    since = Cell(first, second=second)
    if new.is_known:
        since = Cell(state=look_of(State.DONE).worded(KNOWN))
    return Row(
        str(version.list_number),
        (
            Cell(
                account.title,
                lead=str(version.list_number),
                second="" if new.is_known else f"becomes version {version.number}",
                tip=account.title,
            ),
            Cell(account.file, second=f"{account.sheet}, headings in row {account.heading_row}"),
            rows_cell(version),
            problem_cell(version),
            since,
        ),
    )


def _otherwise(account: Account) -> Iterator[tuple[str, str, str, How]]:
    for each in account.taken:
        if each.how is not How.NAME:
            yield each.letter, each.heading, each.column.name, each.how


def _taken(at: int, letter: str, heading: str, column: str, how: How) -> Row:
    icon = "pen" if how is How.HAND else "info"
    return Row(
        f"taken:{at}",
        (
            Cell("Taken", icon=icon),
            Cell(heading, lead=letter, tip=heading),
            Cell(f"for “{column}”, {how.value}", tip=column),
            Cell(),
        ),
    )


def _findings(kind: str, findings: Iterable[Finding]) -> list[Row]:
    return [
        Row(
            f"{kind}:{at}",
            (
                Cell(state=grave_look(each.gravity)),
                Cell(each.heading or each.sheet, lead=each.letter, tip=each.heading),
                _sentence(each),
                Cell(str(each.alike) if each.alike else NOTHING, right=True),
            ),
        )
        for at, each in enumerate(findings)
    ]


def _sentence(finding: Finding) -> Cell:
    """What was found first, since that is what one looks for; then what was wanted."""
    found = next((cell.found for cell in finding.cells if cell.found), "")
    said = f"found {shown(found)}, wanted {finding.wanted}" if found else finding.wanted
    rows = ", ".join(str(cell.row) for cell in finding.cells[:ROWS_SHOWN])
    return Cell(said, tip=f"{said}. Rows {rows}" if rows else said)


def _left_out(at: int, left: LeftOut, *, offers: bool) -> Row:
    where = f"{left.file}, {left.sheet}"
    said = Cell(left.sentence, tip=left.sentence, link=READ_THIS if offers else "")
    return Row(
        f"left:{at}", (Cell("Left out", ink=Role.INK2), Cell(where, tip=where), said, Cell())
    )


def _unseen(at: int, sentence: str) -> Row:
    said = Cell(sentence, span=len(DETAILS) - 1, tip=sentence)
    return Row(f"unseen:{at}", (Cell("Not checked", ink=Role.INK2), said, Cell(), Cell()))


def _part(title: str, rows: list[Row]) -> Iterator[Row]:
    if rows:
        head = Cell(f"{title} ({len(rows)})", bold=True, span=len(DETAILS))
        yield Row(f"head:{title}", (head, *(Cell() for _ in DETAILS[1:])), section=True)
        yield from rows
