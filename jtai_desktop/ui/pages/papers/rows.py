"""The rows of the shelf and of the print log."""

from collections.abc import Iterable
from datetime import date

from jtai_desktop.domain.moments import at
from jtai_desktop.domain.printing import PrintEntry, Way
from jtai_desktop.domain.wording import counted, day_month, moment_short, stamp
from jtai_desktop.services.paper_kinds import KINDS
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

SHELF = (Column("paper", "Paper"),)
LOG = (
    Column("when", "When", 92),
    Column("paper", "Paper"),
    Column("destroy", "Destroy by", 92),
)


def shelf_rows() -> list[Row]:
    """Every paper that can be made."""
    return [
        Row(kind.key, (Cell(kind.name, tip=kind.about),), said=f"{kind.name}, {kind.about}")
        for kind in KINDS.values()
    ]


def log_rows(entries: Iterable[PrintEntry], today: date) -> list[Row]:
    """What left the program, newest first; what should be destroyed by now stands out."""
    return [_log_row(entry, today) for entry in entries]


def _log_row(entry: PrintEntry, today: date) -> Row:
    way = "printed" if entry.way is Way.PRINTED else "saved"
    said = (
        f"{entry.paper} for {entry.variant}, {way} {stamp(entry.when)} by {entry.who},"
        f" {counted(entry.pages, 'page')}, seal {entry.seal}, as at {stamp(entry.as_at)}"
    )
    due = entry.destroy_by <= today
    look = look_of(State.WARNING).worded(day_month(entry.destroy_by))
    destroy = Cell(state=look) if due else Cell(day_month(entry.destroy_by), ink=Role.INK2)
    return Row(
        entry.id,
        (
            Cell(moment_short(at(entry.when)), font=FontRole.LABEL, flush=True),
            Cell(f"{entry.paper}, {entry.variant}", tail=way, tip=said),
            destroy,
        ),
        said=said,
    )
