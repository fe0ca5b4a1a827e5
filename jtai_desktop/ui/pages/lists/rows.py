"""The rows of the page: lists, their problems, the counts and the children of the scope."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jtai_desktop.domain.lists.kept import KeptList
from jtai_desktop.domain.lists.scope import Count
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.lists.versions import KeptProblem, ListVersion
from jtai_desktop.domain.wording import counted, listed, span
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.pages.lists.facts import Facts, rows_said
from jtai_desktop.ui.theme.states import State, StateLook, look_of
from jtai_desktop.ui.theme.tokens import Role

IN_A_LINE = len("Thu 12, end of day")  # as long as a time can be beside the others
LISTS = (
    Column("list", "List"),
    Column("due", "Due", 112),
    Column("version", "Version, file", 146, leaves=2),
    Column("rows", "Rows", 100, leaves=1),
    Column("problems", "Problems", 126),
    Column("state", "State, inspectors", 168),
)
PROBLEMS = (
    Column("grave", "How grave", 92),
    Column("alike", "Rows", 50, right=True),
    Column("heading", "Column", 180),
    Column("wanted", "Wanted"),
    Column("where", "Which rows", 120, leaves=1),
)
COUNTS = (
    Column("field", "Answer"),
    Column("bar", "Of the age", 110, leaves=1),
    Column("yes", "Yes", 40, right=True),
    Column("no", "No", 40, right=True),
    Column("blank", "Blank", 48, right=True),
)
CHILDREN = (
    Column("reference", "Reference", 96),
    Column("age", "Age", 40, right=True),
    Column("lists", "Lists", 56),
    Column("yes", "Answered yes"),
)
GRAVE = {
    Gravity.ERROR: look_of(State.ERROR),
    # Not filled: a hundred warnings below one another would all say “act”.
    Gravity.WARNING: replace(look_of(State.WARNING), filled=False),
    Gravity.REMARK: look_of(State.REMARK),
}
NOTHING = "–"
NOT_KEPT = "Nothing of the children is kept, by the settings, so nobody can be counted here."
ROWS_SHOWN = 12


def grave_look(gravity: Gravity) -> StateLook:
    """How grave, as icon and word."""
    return GRAVE[gravity]


def list_rows(facts: Facts) -> list[Row]:
    """One row for each list that is asked for."""
    return [_list(facts, each) for each in facts.lists]


def problem_rows(version: ListVersion | None, typed: str) -> list[Row]:
    """The problems, the gravest and most frequent first, that have every word typed."""
    words = typed.casefold().split()
    rows = [_problem(at, each) for at, each in enumerate(version.problems if version else ())]
    return [
        row
        for row in rows
        if all(word in " ".join(cell.plain for cell in row.cells).casefold() for word in words)
    ]


def count_rows(facts: Facts) -> list[Row]:
    """How many of the age answered what, list by list."""
    rows: list[Row] = []
    most = max((each.yes + each.no + each.blank for each in facts.scope.counts), default=0)
    for number in dict.fromkeys(each.list_number for each in facts.scope.counts):
        kept = facts.lists.of(number)
        title = kept.wanted.name if kept else f"List {number}"
        cells = (Cell(title, bold=True, span=len(COUNTS)), *(Cell() for _ in COUNTS[1:]))
        rows.append(Row(f"list:{number}", cells, section=True))
        mine = (each for each in facts.scope.counts if each.list_number == number)
        rows += [_count(facts, each, most) for each in mine]
    return rows


def child_rows(facts: Facts) -> list[Row]:
    """The children in scope, by reference alone."""
    return [
        Row(
            each.reference,
            (
                Cell(each.reference, bold=True),
                Cell(str(each.age), right=True),
                Cell(", ".join(map(str, each.lists))),
                _long("; ".join(facts.titles.get(key, key).rstrip("?") for key in each.yes)),
            ),
        )
        for each in facts.scope.children
    ]


def copied(version: ListVersion, rows: Sequence[Row]) -> str:
    """The problems shown, with tabs, for a message or a workbook."""
    heads = "\t".join(("List", "Version", *(column.title for column in PROBLEMS)))
    names = (str(version.list_number), str(version.number))
    lines = ("\t".join((*names, *(_whole(cell) for cell in row.cells))) for row in rows)
    return "\n".join((heads, *lines))


def problem_counts(version: ListVersion) -> tuple[str, ...]:
    """14 errors, 2 warnings: of each gravity that there is."""
    amounts = ((gravity, version.count(gravity)) for gravity in Gravity)
    return tuple(counted(amount, gravity.value) for gravity, amount in amounts if amount)


def problem_cell(version: ListVersion) -> Cell:
    """Errors above, what is less grave below."""
    words = problem_counts(version)
    if version.count(Gravity.ERROR):
        look = look_of(State.ERROR).worded(words[0])
        return Cell(state=look, second=", ".join(words[1:]))
    return Cell("No errors" if words else "None", second=", ".join(words))


def rows_cell(version: ListVersion) -> Cell:
    """All of them above, what they are made of below."""
    parts = f"{version.accepted:,} + {version.with_problems:,} + {version.blank:,}"
    said = rows_said(version)
    return Cell(
        lead=f"{version.read:,}", second=f"= {parts}", tip=said, said=said, order=version.read
    )


def _list(facts: Facts, each: KeptList) -> Row:
    wanted, newest = each.wanted, each.newest
    milestone = facts.milestones.get(wanted.milestone, "")
    title = Cell(wanted.title, lead=str(wanted.number), tip=f"{wanted.name}. {milestone}")
    state = look_of(each.state.value)
    inspectors = _held(each)
    if newest is None:
        empty = Cell(NOTHING, ink=Role.INK3)
        cells = (title, _due(facts, each), empty, empty, empty, Cell(state=state))
    else:
        version = Cell(
            f"of {facts.near(newest.when)}",
            lead=str(newest.number),
            second=newest.file,
            tip=newest.file,
        )
        shown = Cell(state=state, second=inspectors)
        cells = (
            title,
            _due(facts, each),
            version,
            rows_cell(newest),
            problem_cell(newest),
            shown,
        )
    return Row(str(wanted.number), cells)


def _due(facts: Facts, each: KeptList) -> Cell:
    if each.wanted.due is None:
        return Cell(NOTHING, ink=Role.INK3)
    due = facts.due(each.wanted.due)
    if each.late_by:
        late = late_look(each).word
        return Cell(state=look_of(State.LATE), second=due, tip=late, said=f"{late}, due {due}")
    if len(due) > IN_A_LINE:
        day, _, at = due.partition(", ")
        return Cell(day, second=at, tip=due, said=due)
    return Cell(due, tip=due)


def late_look(each: KeptList) -> StateLook:
    """22 h 40 min late."""
    return look_of(State.LATE).worded(f"{span(each.late_by)} late")


def _held(each: KeptList) -> str:
    if each.behind:
        return each.behind.capitalize()
    return f"Inspectors hold {each.held.number}" if each.held else ""


def _problem(at: int, each: KeptProblem) -> Row:
    rows = ", ".join(map(str, each.rows[:ROWS_SHOWN]))
    more = f"{rows} …" if each.alike > ROWS_SHOWN else rows
    every = ", ".join(map(str, each.rows))
    return Row(
        f"problem:{at}",
        (
            Cell(state=grave_look(each.gravity)),
            Cell(str(each.alike) if each.alike else NOTHING, right=True, order=each.alike),
            Cell(each.heading or "The sheet", lead=each.letter, tip=each.heading),
            _long(each.wanted),
            Cell(more or NOTHING, ink=Role.INK2, tip=every),
        ),
    )


def _count(facts: Facts, each: Count, most: int) -> Row:
    title = facts.titles.get(each.field, each.field)
    bar = ((each.yes, Role.WITH_US), (each.no, Role.CTL), (each.blank, Role.LINE))
    return Row(
        f"{each.list_number}:{each.field}",
        (
            _long(title),
            Cell(bar=bar, bar_full=most),
            Cell(str(each.yes), bold=True, right=True),
            Cell(str(each.no), right=True),
            Cell(str(each.blank), right=True, ink=Role.INK2),
        ),
        said=f"{title}: {each.yes} yes, {each.no} no, {each.blank} blank",
    )


def _long(text: str) -> Cell:
    return Cell(text, tip=text)


def _whole(cell: Cell) -> str:
    """The cell in one line; where more is known than is shown, all of it."""
    text = cell.tip if cell.tip and cell.plain.endswith("…") else cell.plain
    return " ".join(text.split())


def named(problems: Iterable[KeptProblem], most: int) -> Iterator[str]:
    """The first problems by their columns, and how many more there are."""
    found = list(problems)
    for each in found[:most]:
        yield f"{each.heading or 'the sheet'}: {each.wanted}"
    if len(found) > most:
        yield f"and {len(found) - most} more"


def scope_said(facts: Facts) -> str:
    """How many are of the age, how many of them in scope, and of whom the age is unknown."""
    low, high = facts.ages
    there = [str(number) for number in sorted({each.list_number for each in facts.scope.counts})]
    scope = facts.scope
    if not (facts.keeps_children or there):
        return NOT_KEPT
    of_age = counted(scope.of_age, "child", "children")
    said = f"{of_age} of {low} to {high} on the lists, {len(scope.children)} in scope"
    if scope.age_unknown:
        said += f", {scope.age_unknown} of unknown age"
    return f"{said}. By the newest versions of lists {listed(there)}." if there else f"{said}."
