"""The problems of the newest versions of the lists, for the data team: where, and what is wanted.

What stands in the cells is not kept, so none of it is printed: only rows, columns and rules.
"""

from jtai_desktop.domain.lists.kept import KeptList
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.lists.versions import KeptProblem, ListVersion
from jtai_desktop.domain.wording import counted, listed
from jtai_desktop.reports.blocks import Cell, Column, Row, SectionRow, Sentence, Sign, Table
from jtai_desktop.reports.material import NOBODY, Material
from jtai_desktop.reports.pack import Sheet

TITLE = "Problems of the lists"
COLUMNS = (
    Column("How grave", 22),
    Column("Rows", 15),
    Column("Column", 46, names_row=True),
    Column("Wanted", 61),
    Column("Which rows", 36),
)
GRAVE = {
    Gravity.ERROR: Cell("Error", Sign.ERROR, strong=True),
    Gravity.WARNING: Cell("Warning", Sign.WARNING),
    Gravity.REMARK: Cell("Remark", Sign.REMARK),
}
ROWS_NAMED = 12
NONE_YET = "No list has been taken in yet."
ALL_WELL = "Nothing was found in it."
HOW_READ = "The values are not kept: look them up in the file, by row and column."


def list_problems_sheet(material: Material) -> Sheet:
    """List by list, the gravest first, and of these the ones with the most rows."""
    there = [each for each in material.lists if each.newest]
    rows: list[Row | SectionRow] = []
    for kept in there:
        rows += _of(kept)
    blocks = (
        Sentence(HOW_READ, quiet=True),
        Table(COLUMNS, tuple(rows), NONE_YET),
        Sentence(_missing(material), quiet=True, aside="End of problems"),
    )
    return Sheet(TITLE, material.readers, blocks, _about(there), footer="problems of the lists")


def problems_said(version: ListVersion) -> str:
    """14 errors, 2 warnings: of each gravity that there is; else none."""
    amounts = ((gravity, version.count(gravity)) for gravity in Gravity)
    said = [counted(amount, gravity.value) for gravity, amount in amounts if amount]
    return ", ".join(said) or "none"


def _of(kept: KeptList) -> list[Row | SectionRow]:
    version = kept.newest
    if version is None:
        return []
    head = SectionRow(
        str(kept.wanted.number),
        f"{kept.wanted.title}, version {version.number}: {version.file}, sheet {version.sheet}",
        problems_said(version),
    )
    if not version.problems:
        return [head, (Cell(NOBODY), Cell(), Cell(ALL_WELL), Cell(), Cell())]
    return [head, *(_row(each) for each in version.problems)]


def _row(problem: KeptProblem) -> Row:
    letter = f"{problem.letter}  " if problem.letter else ""
    return (
        GRAVE[problem.gravity],
        Cell(f"{problem.alike:,}" if problem.alike else NOBODY),
        Cell(f"{letter}{problem.heading or 'the sheet'}"),
        Cell(problem.wanted),
        Cell(_rows(problem)),
    )


def _rows(problem: KeptProblem) -> str:
    named = ", ".join(map(str, problem.rows[:ROWS_NAMED]))
    more = problem.alike - min(len(problem.rows), ROWS_NAMED)
    return f"{named} and {more:,} more" if named and more > 0 else named or NOBODY


def _missing(material: Material) -> str:
    """Which lists are not here, so that nobody takes silence for praise."""
    names = [str(each.wanted.number) for each in material.lists if not each.newest]
    if not names:
        return ""
    word = "List" if len(names) == 1 else "Lists"
    return f"{word} {listed(names)}: not taken in yet."


def _about(there: list[KeptList]) -> str:
    problems = sum(len(each.newest.problems) for each in there if each.newest)
    return f"{counted(problems, 'problem')} in {counted(len(there), 'list')}"
