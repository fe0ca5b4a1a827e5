"""The milestones as rows of the table, and where the now-line runs through them."""

from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.wording import clock
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.pages.timetable.facts import Timetable, ours, title_of
from jtai_desktop.ui.pages.timetable.notes import note_cell

NOTE = "note"
COLUMNS = (
    Column("state", "State", 115),
    Column("what", "What", 326),
    Column("due", "Due", 128),
    Column("who", "Who acts", 196, leaves=1),
    Column("paragraph", "¶", 62, leaves=2),
    Column(NOTE, "Note"),
)


def rows_of(timetable: Timetable) -> tuple[Row, ...]:
    """One row for each milestone, in the order of time."""
    return tuple(_row(timetable, planned) for planned in timetable.milestones)


def now_line(timetable: Timetable) -> tuple[str, str]:
    """The key of the row above which the now-line runs, and its words; nothing where it can't."""
    planned = timetable.milestones
    passed = [at for at, each in enumerate(planned) if timetable.passed(each)]
    below = passed[-1] + 1 if passed else 0
    if not 0 < below < len(planned):
        return "", ""
    return planned[below].key, f"now {clock(timetable.now)}"


def first_open(timetable: Timetable) -> str:
    """The key of the first milestone that still has to be met, or of the first one."""
    waiting = (
        each.key
        for each in timetable.milestones
        if ours(each) and timetable.state(each).value in {"late", "due-today", "to-come"}
    )
    return next(waiting, timetable.milestones[0].key if timetable.milestones else "")


def said(timetable: Timetable, planned: Planned) -> str:
    """State, what, until when: as a screen reader says it."""
    due, who = timetable.when(planned.due), planned.rule.who
    return f"{timetable.look(planned).said}, {title_of(planned)}, {due}, {who}"


def _row(timetable: Timetable, planned: Planned) -> Row:
    note, rule = note_cell(timetable, planned), planned.rule
    cells = (
        Cell(state=timetable.look(planned)),
        Cell(title_of(planned)),
        Cell(timetable.when(planned.due), bold=planned.fixed_by_hand),
        Cell(rule.who),
        Cell(rule.paragraph),
        note,
    )
    spoken = f"{said(timetable, planned)}, paragraph {rule.paragraph}"
    return Row(planned.key, cells, said=f"{spoken}, {note.spoken}" if note.spoken else spoken)
