"""A workbook that came back, as rows: what stops it, what both changed, what would change."""

from collections.abc import Collection, Iterator, Sequence

from jtai_desktop.domain.sheets import Trouble
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import counted, stamp
from jtai_desktop.services.register_workbook import CellChange, Preview
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.theme.tokens import Role

WHERE, CODE, WAS, HERE, WANTED, CHOICE = "where", "code", "was", "here", "wanted", "choice"
COLUMNS = (
    Column(WHERE, "Where", 290),
    Column(CODE, "No.", 60),
    Column(WAS, "Was when exported", 170, leaves=1),
    Column(HERE, "Here now", 170),
    Column(WANTED, "In the workbook"),
    Column(CHOICE, "Which stays", 150),
)
NOTHING = "–"
CONFLICT, CHANGE = "conflict:", "change:"
OURS, THEIRS = "Ours: take theirs", "Theirs: keep ours"


def said(seen: Preview) -> str:
    """The whole in a line."""
    parts = [f"{counted(len(seen.changes), 'cell')} would change"]
    if seen.conflicts:
        parts.append(f"{len(seen.conflicts)} changed here as well")
    if seen.problems:
        parts.append(counted(len(seen.problems), "problem"))
    return f"Export of {stamp(seen.as_at)}: {', '.join(parts)}"


def rows_of(seen: Preview, taken: Collection[int]) -> tuple[Row, ...]:
    """Every row; `taken` are the places of the conflicts in which theirs is chosen."""
    return (
        *part("Problems: nothing can be taken in", "problem", seen.problems),
        *section("Changed here as well", len(seen.conflicts)),
        *(
            _change(f"{CONFLICT}{place}", each, THEIRS if place in taken else OURS)
            for place, each in enumerate(seen.conflicts)
        ),
        *section("Changed in the workbook", len(seen.changes)),
        *(_change(f"{CHANGE}{place}", each) for place, each in enumerate(seen.changes)),
        *part("Remarks", "remark", seen.remarks),
    )


def part(title: str, kind: str, troubles: Sequence[Trouble]) -> Iterator[Row]:
    """Problems or remarks under their heading, each with its place and its sentence."""
    yield from section(title, len(troubles))
    for place, each in enumerate(troubles):
        yield _trouble(f"{kind}:{place}", each, warns=kind == "problem")


def section(title: str, count: int) -> Iterator[Row]:
    """A heading with its count; nothing where there is nothing."""
    if count:
        head = Cell(f"{title} ({count})", bold=True, span=len(COLUMNS))
        yield Row(f"head:{title}", _filled(head), section=True)


def _trouble(key: str, each: Trouble, *, warns: bool) -> Row:
    wanted = f"Found: {shown(each.found)}. Wanted: {each.wanted}." if each.found else ""
    where = Cell(
        str(each.spot),
        icon="triangle" if warns else "info",
        icon_role=Role.WARNING if warns else Role.INK2,
        tip=str(each.spot),
    )
    why = Cell(each.sentence, second=wanted, span=len(COLUMNS) - 1, tip=each.sentence)
    return Row(key, _filled(where, why))


def _change(key: str, each: CellChange, choice: str = "") -> Row:
    return Row(
        key,
        (
            Cell(str(each.spot), ink=Role.INK2, tip=str(each.spot)),
            Cell(each.code, bold=True),
            text_cell(each.exported),
            text_cell(each.here, bold=choice == OURS),
            text_cell(each.wanted, bold=choice != OURS),
            choice_cell(choice),
        ),
    )


def choice_cell(choice: str) -> Cell:
    """Which side stays, with a link to the other."""
    stays, _, other = choice.partition(": ")
    return Cell(lead=stays, link=other.capitalize()) if choice else Cell()


def text_cell(text: str, *, bold: bool = False) -> Cell:
    """In one line, however many it has."""
    line = " ".join(text.split())
    return Cell(line or NOTHING, bold=bold, tip=text)


def _filled(*cells: Cell) -> tuple[Cell, ...]:
    return (*cells, *(Cell() for _ in range(len(COLUMNS) - len(cells))))
