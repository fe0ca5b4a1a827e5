"""A workbook that came back, as rows: what stops it, what both changed, what would change."""

from collections.abc import Collection

from jtai_desktop.domain.wording import counted, stamp
from jtai_desktop.services.returned_workbooks import CellChange, EditT, Preview
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.returned.rows import CHANGE, CONFLICT, OURS, THEIRS, part, section, sides
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


def said(seen: Preview[EditT]) -> str:
    """The whole in a line."""
    parts = [f"{counted(len(seen.changes), 'cell')} would change"]
    if seen.conflicts:
        parts.append(f"{len(seen.conflicts)} changed here as well")
    if seen.problems:
        parts.append(counted(len(seen.problems), "problem"))
    return f"Export of {stamp(seen.as_at)}: {', '.join(parts)}"


def rows_of(seen: Preview[EditT], taken: Collection[int]) -> tuple[Row, ...]:
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


def _change(key: str, each: CellChange[EditT], choice: str = "") -> Row:
    where = Cell(str(each.spot), ink=Role.INK2, tip=str(each.spot))
    cells = sides(each.exported, each.here, each.wanted, choice)
    return Row(key, (where, Cell(each.code, bold=True), *cells))
