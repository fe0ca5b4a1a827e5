"""What new dates would do, in words: which milestones would move, and which stay and why."""

from collections.abc import Sequence

from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.redating import Shift
from jtai_desktop.domain.wording import counted, day_full, day_month, hour
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("what", "What"),
    Column("now", "Now", 142),
    Column("then", "Then", 160),
)


def comparison_rows(shifts: Sequence[Shift]) -> list[Row]:
    """The milestones that would move, in order, then those that stay as set by hand."""
    moved = [_moved(each) for each in shifts if each.moves]
    return moved + [_kept(each) for each in shifts if each.kept and not each.moves]


def comparison_sentence(shifts: Sequence[Shift]) -> str:
    """5 milestones would move. 1 stays as it was set by hand, 8 stay anyway."""
    moving = sum(each.moves for each in shifts)
    kept = sum(each.kept and not each.moves for each in shifts)
    others = len(shifts) - moving - kept
    first = f"{counted(moving, 'milestone')} would move." if moving else "No milestone would move."
    stays = [
        f"{number} {'stays' if number == 1 else 'stay'} {why}"
        for number, why in ((kept, "as set by hand or agreed"), (others, "where it is anyway"))
        if number
    ]
    rest = ", ".join(stays).replace("stay where it is", "stay where they are")
    return f"{first} {rest}." if rest else first


def when(moment: Moment, *, year: bool = False) -> str:
    """Thu 12 Nov, 12:00; with the year where it is another one."""
    day = day_full(moment.day) if year else day_month(moment.day)
    return ", ".join(part for part in (day, hour(moment)) if part)


def _moved(shift: Shift) -> Row:
    other_year = shift.old.day.year != shift.new.day.year
    mark = look_of(State.DONE).worded("done") if shift.was_done else None
    cells = (
        Cell(shift.title, mark=mark, tip=shift.title),
        Cell(when(shift.old, year=other_year), ink=Role.INK2),
        Cell(when(shift.new, year=other_year), bold=True),
    )
    return Row(shift.key, cells, said=f"{shift.title}: now {when(shift.old)}, then {cells[2].text}")


def _kept(shift: Shift) -> Row:
    mark = look_of(State.SET_BY_HAND)
    cells = (
        Cell(shift.title, tip=shift.title),
        Cell(when(shift.old), ink=Role.INK2),
        Cell("stays", mark=mark, ink=Role.INK2),
    )
    return Row(shift.key, cells, said=f"{shift.title}: stays {when(shift.old)}, set by hand")
