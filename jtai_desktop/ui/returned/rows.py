"""The rows of what came back, as every preview has them: problems, remarks, which side stays."""

from collections.abc import Iterator, Sequence

from jtai_desktop.domain.sheets import Trouble
from jtai_desktop.domain.typed import shown
from jtai_desktop.ui.kit.cells import Cell, Row
from jtai_desktop.ui.theme.tokens import Role

# Where, what, was, here, wanted, which stays: every preview has these six.
ACROSS = 6
NOTHING = "–"
CONFLICT, CHANGE = "conflict:", "change:"
OURS, THEIRS = "Ours: take theirs", "Theirs: keep ours"


def part(title: str, kind: str, troubles: Sequence[Trouble]) -> Iterator[Row]:
    """Problems or remarks under their heading, each with its place and its sentence."""
    yield from section(title, len(troubles))
    for place, each in enumerate(troubles):
        yield _trouble(f"{kind}:{place}", each, warns=kind == "problem")


def section(title: str, count: int) -> Iterator[Row]:
    """A heading with its count; nothing where there is nothing."""
    if count:
        head = Cell(f"{title} ({count})", bold=True, span=ACROSS)
        yield Row(f"head:{title}", _filled(head), section=True)


def sides(exported: str, here: str, wanted: str, choice: str) -> tuple[Cell, ...]:
    """How it was, how it is here and in the file, and which of both stays."""
    return (
        text_cell(exported),
        text_cell(here, bold=choice == OURS),
        text_cell(wanted, bold=choice != OURS),
        _choice_cell(choice),
    )


def text_cell(text: str, *, bold: bool = False) -> Cell:
    """In one line, however many it has."""
    line = " ".join(text.split())
    return Cell(line or NOTHING, bold=bold, tip=text)


def _choice_cell(choice: str) -> Cell:
    """Which side stays, with a link to the other."""
    stays, _, other = choice.partition(": ")
    return Cell(lead=stays, link=other.capitalize()) if choice else Cell()


def _trouble(key: str, each: Trouble, *, warns: bool) -> Row:
    wanted = f"Found: {shown(each.found)}. Wanted: {each.wanted}." if each.found else ""
    where = Cell(
        str(each.spot),
        icon="triangle" if warns else "info",
        icon_role=Role.WARNING if warns else Role.INK2,
        tip=str(each.spot),
    )
    why = Cell(each.sentence, second=wanted, span=ACROSS - 1, tip=each.sentence)
    return Row(key, _filled(where, why))


def _filled(*cells: Cell) -> tuple[Cell, ...]:
    return (*cells, *(Cell() for _ in range(ACROSS - len(cells))))
