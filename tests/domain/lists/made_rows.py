"""Rows of one list for the rules alone, without a file."""

from collections.abc import Mapping, Sequence
from datetime import date

from jtai_desktop.domain.lists.checking import Report, check
from jtai_desktop.domain.lists.findings import How, Rule, Taken
from jtai_desktop.domain.lists.moments import Days
from jtai_desktop.domain.lists.rows import Table
from jtai_desktop.domain.lists.shape import (
    AGE,
    BIRTH,
    CHILD,
    Clash,
    Column,
    Gravity,
    Kind,
    ListShape,
    Role,
    Rulebook,
    ScopeRule,
    ThemeField,
)

NOTIFIED = date(2026, 11, 2)
DAYS = Days(NOTIFIED, NOTIFIED)
YES, NO = "a) Yes", "b) No"
CONCERN, NEED, REFERRED, SHARED = "Concern?", "Need?", "Referred?", "Several agencies?"
GATES = ("concern", "need")

FIELDS = (
    ThemeField("concern", CONCERN, Role.GATE, (6, 7), in_age=True),
    ThemeField("need", NEED, Role.GATE, (6, 7), in_age=True),
    ThemeField("referred", REFERRED, Role.FOLLOW_UP, (6, 7), in_age=True, after=GATES),
    ThemeField("shared", SHARED, Role.FOLLOW_UP, (6, 7), in_age=True, after=GATES),
)
COLUMNS = (
    Column(CHILD, Kind.ID),
    Column(BIRTH, Kind.DATE, blank_ok=True),
    Column(AGE, Kind.INTEGER, blank_ok=True),
    *(Column(one.title, Kind.ANSWER, blank_ok=True, field=one.key) for one in FIELDS),
)
BOOK = Rulebook(
    lists=(
        ListShape(6, "Need", COLUMNS, one_row_per_child=True),
        ListShape(7, "Protection", COLUMNS, one_row_per_child=True, also_in=6),
    ),
    fields=FIELDS,
    clashes=(Clash(Gravity.WARNING, (("shared", True), ("referred", False)), "These do not fit."),),
    scope=ScopeRule((6, 7), GATES, ("shared",)),
    age_from=10,
    age_to=15,
)

Row = Sequence[object]


def table(rows: Sequence[Row], number: int = 6) -> Table:
    """Rows as they would stand in a sheet, the headings in row 1."""
    shape = next(one for one in BOOK.lists if one.number == number)
    taken = tuple(
        Taken(column, place, column.name, How.NAME) for place, column in enumerate(COLUMNS)
    )
    cells = {place: tuple(row[place] for row in rows) for place in range(len(COLUMNS))}
    return Table(shape, "a.xlsx", f"List_{number}", 1, taken, cells, len(rows))


def checked(by_list: Mapping[int, Sequence[Row]], days: Days = DAYS) -> Report:
    """The report on some rows of some lists."""
    return check([table(rows, number) for number, rows in by_list.items()], BOOK, days)


def found(report: Report) -> set[tuple[Rule, str, int]]:
    """What was found: the rule, the heading and the row."""
    return {(one.rule, one.heading, cell.row) for one in report.findings for cell in one.cells}
