"""A form that came back, as rows: what stops it, what both changed, what is new or other."""

from collections.abc import Collection

from jtai_desktop.domain.wording import counted, listed, stamp
from jtai_desktop.services.evaluation_forms import Fate, Preview, TextChange
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.returned.rows import CHANGE, CONFLICT, OURS, THEIRS, part, section, sides
from jtai_desktop.ui.theme.tokens import Role

WHERE, PLACE, WAS, HERE, WANTED, CHOICE = "where", "place", "was", "here", "wanted", "choice"
COLUMNS = (
    Column(WHERE, "Where", 200),
    Column(PLACE, "Text", 170, leaves=2),
    Column(WAS, "Was when exported", 150, leaves=1),
    Column(HERE, "Here now", 170),
    Column(WANTED, "In the form"),
    Column(CHOICE, "Which stays", 150),
)


def said(seen: Preview) -> str:
    """The whole in a line."""
    of = {fate: [each for each in seen.changes if each.fate is fate] for fate in Fate}
    parts = [
        f"{len(of[Fate.NEW])} new",
        f"{len(of[Fate.CHANGED])} changed",
        *([f"{len(seen.conflicts)} changed here as well"] if seen.conflicts else []),
        f"{seen.unchanged} unchanged",
        *([counted(len(seen.problems), "problem")] if seen.problems else []),
    ]
    return f"Form of {stamp(seen.as_at)}: {listed(parts)}"


def rows_of(seen: Preview, taken: Collection[int]) -> tuple[Row, ...]:
    """Every row; `taken` are the places of the conflicts in which theirs is chosen."""
    new = [each for each in seen.changes if each.fate is Fate.NEW]
    other = [each for each in seen.changes if each.fate is Fate.CHANGED]
    return (
        *part("Problems: nothing can be taken in", "problem", seen.problems),
        *section("Changed here as well", len(seen.conflicts)),
        *(
            _change(f"{CONFLICT}{place}", each, THEIRS if place in taken else OURS)
            for place, each in enumerate(seen.conflicts)
        ),
        *section("New", len(new)),
        *(_change(f"{CHANGE}new:{place}", each) for place, each in enumerate(new)),
        *section("Changed in the form", len(other)),
        *(_change(f"{CHANGE}{place}", each) for place, each in enumerate(other)),
        *part("Remarks", "remark", seen.remarks),
    )


def _change(key: str, each: TextChange, choice: str = "") -> Row:
    where = Cell(each.called, ink=Role.INK2, tip=str(each.spot))
    cells = sides(each.exported, each.here, each.wanted, choice)
    return Row(key, (where, Cell(each.place, bold=True, tip=str(each.spot)), *cells))
