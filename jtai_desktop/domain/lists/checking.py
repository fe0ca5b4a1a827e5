"""The whole check: the tables that were read against the rules of a pack."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jtai_desktop.domain.lists.across import check_across
from jtai_desktop.domain.lists.between import check_between, known_lists
from jtai_desktop.domain.lists.comparing import Marks
from jtai_desktop.domain.lists.dates import AgesAt
from jtai_desktop.domain.lists.findings import Account, Finding, LeftOut
from jtai_desktop.domain.lists.marking import marks
from jtai_desktop.domain.lists.moments import Days, check_dates
from jtai_desktop.domain.lists.rows import ListRows, Table
from jtai_desktop.domain.lists.scope import Kept, kept, like_names
from jtai_desktop.domain.lists.shape import CHILD, Gravity, Rulebook
from jtai_desktop.domain.lists.theme import check_theme
from jtai_desktop.domain.lists.within import check_rows
from jtai_desktop.domain.wording import counted

Say = Callable[[str], None]
ONLY_KEPT = "it is not in these files; only its children and answers were compared, as taken in."


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a check: every list with its count of rows, and every problem."""

    accounts: tuple[Account, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[LeftOut, ...] = ()
    not_checked: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = ()
    marks: tuple[tuple[int, Marks], ...] = ()  # by the number of the list; only if asked for

    def count(self, gravity: Gravity) -> int:
        """How many cells, or headings and sheets, have a problem of this gravity."""
        return sum(max(1, one.alike) for one in self.findings if one.gravity is gravity)


def check(
    tables: Iterable[Table],
    book: Rulebook,
    days: Days,
    say: Say = lambda _: None,
    salt: bytes = b"",
    known: Iterable[Kept] = (),
) -> Report:
    """Checks every cell and row, then across the rows of a list, then between the lists.

    `known` is what was kept of lists taken in before; those among the tables are not asked.
    """
    lists: dict[int, ListRows] = {}
    ages = AgesAt(days.notified)
    for table in sorted(tables, key=lambda one: one.shape.number):
        say(f"checking {table.shape.name}")
        rows = lists[table.shape.number] = ListRows(table)
        check_dates(rows, days)
        check_rows(rows, days, ages)
        check_theme(rows, book, ages)
        check_across(rows)
    before = known_lists(known, lists)
    check_between(lists, book, before)
    found = {number: rows.notes.findings() for number, rows in lists.items()}
    scoped = [lists[number] for number in book.scope.lists if number in lists]
    return Report(
        accounts=tuple(_account(rows, found[number]) for number, rows in lists.items()),
        findings=tuple(one for several in found.values() for one in several),
        not_checked=tuple(_not_checked(lists, book, days, frozenset(before))),
        kept=tuple(row for rows in scoped for row in kept(rows, book, ages)),
        marks=tuple((number, marks(rows, salt)) for number, rows in lists.items() if salt),
    )


def _account(rows: ListRows, findings: list[Finding]) -> Account:
    grave = (one for one in findings if one.gravity is not Gravity.REMARK)
    troubled = len({cell.row for one in grave for cell in one.cells})
    return Account(
        list_number=rows.shape.number,
        title=rows.shape.title,
        file=rows.file,
        sheet=rows.sheet,
        heading_row=rows.heading_row,
        read=rows.read,
        accepted=len(rows) - troubled,
        with_problems=troubled,
        blank=rows.blank,
        taken=rows.all_taken,
    )


def _not_checked(
    lists: dict[int, ListRows], book: Rulebook, days: Days, known: frozenset[int]
) -> Iterable[str]:
    """What could not be looked at, so that silence is not taken for praise."""
    if days.notified is None:
        yield "Ages and windows: give the day of the notification."
    for shape in book.lists:
        if shape.number in known:
            yield f"L{shape.name[1:]}: {ONLY_KEPT}"
        elif shape.number not in lists:
            yield f"L{shape.name[1:]}: it is not in these files."
    for number, rows in lists.items():
        if not rows.has(CHILD):
            yield f"Children of list {number}: no column of their references was found."
        if number in book.scope.lists and (names := like_names(rows)):
            yield (
                f"{counted(names, 'child', 'children')} of list {number} for the scope: the"
                " references read like names, and no names are kept."
            )
        if rows.shape.also_in and rows.shape.also_in not in {*lists, *known}:
            yield f"Whether each child of list {number} is in list {rows.shape.also_in}."
