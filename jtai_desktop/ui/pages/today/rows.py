"""The rows of Today's tables, from the facts of the day."""

from collections.abc import Iterable

from jtai_desktop.domain.day import Day, Task
from jtai_desktop.domain.documents.counting import counts
from jtai_desktop.domain.flags import Flag
from jtai_desktop.domain.meetings.slot import Slot
from jtai_desktop.domain.milestones import Actor
from jtai_desktop.domain.moments import at
from jtai_desktop.domain.naming import Named
from jtai_desktop.domain.remarks.remark import Grade, Remark
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.standing import Mark, lateness, marks, state, time_left
from jtai_desktop.domain.wording import hour, moment_near, moment_short, times
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.pages.today.document_rows import (
    BUILT,
    due_documents,
    late_rows,
    next_step_rows,
)
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.states import State as Shown
from jtai_desktop.ui.theme.states import StateLook, look_of
from jtai_desktop.ui.theme.tokens import Role

FLAGS = (
    Column("state", "State", 128),
    Column("what", "What"),
    Column("who", "Owner", 200, leaves=1),
    Column("raised", "Raised", 160),
    Column("link", "", 96, right=True),
)
NEXT = (
    Column("due", "Due", 138),
    Column("left", "Time left", 134),
    Column("what", "What"),
    Column("who", "Who", 172, right=True, leaves=1),
)
OVERDUE = (
    Column("late", "Late", 140),
    Column("what", "What"),
    Column("who", "Owner", 96, leaves=1),
    Column("due", "Due", 124),
    Column("chased", "Chased", 88, right=True, leaves=2),
)
DUE_TODAY = (
    Column("state", "State", 112),
    Column("what", "What"),
    Column("who", "Owner", 150, leaves=1),
    Column("act", "", 110, right=True),
)
TASKS = (Column("who", "Who"), Column("what", "What", 118), Column("due", "Due", 112, right=True))
MEETINGS = (
    Column("when", "When", 96),
    Column("what", "What"),
    Column("where", "Where", 64, right=True),
)
REMARKS = (Column("what", "What"), Column("link", "", 100, right=True))
AGREE = (Column("what", "What"), Column("due", "Proposed", 126), Column("link", "", 84, right=True))

MARK_WORDS = {
    Mark.SET_BY_HAND: Shown.SET_BY_HAND,
    Mark.ASSUMED: Shown.ASSUMED,
    Mark.MOVED: Shown.MOVED,
}
GRADES = {Grade.ERROR: Shown.LATE, Grade.WARNING: Shown.WARNING, Grade.REMARK: Shown.NO_STATUS}


def flag_rows(day: Day) -> list[Row]:
    """Children on whose behalf somebody acts at once: those on which nobody has acted first."""
    return [_flag_row(day, each) for each in day.flags]


def _flag_row(day: Day, flag: Flag) -> Row:
    waits = flag.confirmed is None
    state = look_of(Shown.LATE if waits else Shown.WARNING)
    state = state.worded("Act now" if waits else "To be closed")
    when = moment_near(at(flag.raised.when), day.date)
    owner = day.owner_of(flag)
    return Row(
        flag.id,
        (
            Cell(state=state),
            Cell(flag.text, lead=flag.child, tip=flag.text),
            Cell(owner, ink=Role.INK2),
            Cell(f"raised {when}", ink=Role.INK2),
            Cell(link=f"Children, {flag.mark}" if "children" in BUILT else "", right=True),
        ),
        said=f"{state.said}: {flag.child}, {flag.text}, {owner}, raised {when}",
    )


def next_rows(day: Day, most: int) -> list[Row]:
    """The next milestones: when, how long there is, what, who.

    What the inspectors should have done by now has no time left; it stands under "Due today".
    """
    close = day.schedule.close
    waiting = (*day.due_today, *day.due_next, *day.later)
    ahead = [each for each in waiting if each.due.deadline(close) >= day.now]
    return [_next_row(day, each) for each in ahead[:most]]


def _next_row(day: Day, planned: Planned) -> Row:
    return Row(
        planned.key,
        (
            Cell(moment_near(planned.due, day.date), flush=True),
            Cell(time_left(planned, day.schedule, day.now), font=FontRole.HEADING, bold=True),
            Cell(planned.rule.title, tail=paragraph(planned), mark=_mark(planned)),
            _far(day, planned),
        ),
    )


def _far(day: Day, planned: Planned) -> Cell:
    """20 of 40 sent, 3 of 8 confirmed, with a meter; where nothing is counted, who owns it."""
    talks = day.conversations
    if agreed := talks.towards(planned.key):
        meter = (len(talks.confirmed), len(agreed))
        return Cell(talks.confirmed_of, font=FontRole.LABEL, right=True, meter=meter)
    if joint := day.evaluations.towards(planned.key):
        found = day.evaluations
        meter = (len(found.finished), len(joint))
        return Cell(found.finished_of, font=FontRole.LABEL, right=True, meter=meter)
    if (lists := day.lists.towards(planned.key)).lists:
        meter = (lists.sent, len(lists.lists))
        return Cell(lists.sent_of, font=FontRole.LABEL, right=True, meter=meter)
    towards = counts(day.register.towards(planned.key))
    if not towards.total:
        return Cell(owner_of(day, planned), ink=Role.INK2, font=FontRole.LABEL, right=True)
    meter = (towards.sent, towards.total)
    return Cell(towards.sent_of, font=FontRole.LABEL, right=True, meter=meter)


def overdue_rows(day: Day, most: int) -> list[Row]:
    """What is late, the milestones first."""
    late = [_overdue_row(day, each) for each in day.overdue]
    return [*late, *late_rows(day)][:most]


def _overdue_row(day: Day, planned: Planned) -> Row:
    late = look_of(Shown.LATE).worded(lateness(planned, day.now, day.schedule.close))
    return Row(
        planned.key,
        (
            Cell(state=late),
            Cell(planned.rule.title, tail=paragraph(planned)),
            Cell(owner_of(day, planned), ink=Role.INK2),
            Cell(f"due {moment_short(planned.due)}", ink=Role.INK2),
            Cell(),
        ),
    )


def due_today_rows(day: Day) -> list[Row]:
    """Documents by their next step, then what else is due, each with the way to mark it done."""
    return [*next_step_rows(day), *(_due_today_row(day, each) for each in _others(day))]


def due_today_count(day: Day) -> int:
    """How many documents and milestones are due today."""
    return due_documents(day) + len(_others(day))


def _others(day: Day) -> list[Planned]:
    """Milestones that no document holds up; once all are sent, what is left is to mark it done."""
    return [
        each
        for each in day.due_today
        if not any(entry.open for entry in day.register.towards(each.key))
    ]


def _due_today_row(day: Day, planned: Planned) -> Row:
    stands = state(planned, day.now, day.schedule.close)
    ours = planned.rule.actor is Actor.PARTNERSHIP
    return Row(
        planned.key,
        (
            Cell(state=look_of(Shown(stands.value))),
            Cell(planned.rule.title, tail=_when_today(day, planned)),
            Cell(owner_of(day, planned), ink=Role.INK2),
            Cell(link="Mark done" if ours else "Happened", right=True),
        ),
    )


def _when_today(day: Day, planned: Planned) -> str:
    """The hour; what the inspectors should have done by now says its day."""
    return hour(planned.due) if planned.due.day == day.date else moment_short(planned.due)


def task_rows(tasks: Iterable[Task]) -> list[Row]:
    """Who has to bring home what."""
    return [
        Row(
            task.planned.key,
            (
                Cell(task.person.role, tip=_reach(task), flush=True),
                Cell(task.planned.rule.short, tail="deputy" if task.as_deputy else ""),
                Cell(
                    moment_short(task.planned.due),
                    ink=Role.INK2,
                    font=FontRole.LABEL,
                    right=True,
                ),
            ),
        )
        for task in tasks
    ]


def _reach(task: Task) -> str:
    return ", ".join(part for part in (task.person.phone, task.person.email) if part)


def meeting_rows(day: Day) -> list[Row]:
    """What takes place today; what is over stands back."""
    return [_meeting_row(day, each) for each in day.meetings]


def _meeting_row(day: Day, slot: Slot) -> Row:
    over = slot.end <= day.now
    when, where = times(slot.start, slot.end), "over" if over else slot.place
    ink = Role.INK3 if over else Role.INK
    return Row(
        slot.id,
        (
            Cell(when, bold=not over, ink=ink, flush=True),
            Cell(slot.called, ink=ink),
            Cell(where, tip=slot.place, ink=Role.INK2, font=FontRole.LABEL, right=True),
        ),
        said=", ".join(each for each in (when, slot.called, where) if each),
    )


def remark_rows(found: Iterable[Remark]) -> list[Row]:
    """What looks wrong, each with the place that mends it."""
    return [
        Row(
            str(place),
            (_remark_cell(each), _link_cell(each)),
        )
        for place, each in enumerate(found)
    ]


def _link_cell(remark: Remark) -> Cell:
    link = remark.link if remark.place in BUILT else ""
    return Cell(link=link, font=FontRole.LABEL, right=True)


def _remark_cell(remark: Remark) -> Cell:
    look = look_of(GRADES[remark.grade])
    icon = "info" if remark.grade is Grade.REMARK else look.icon
    return Cell(
        remark.sentence,
        icon=icon,
        icon_role=Role.INK2 if remark.grade is Grade.REMARK else look.role,
        font=FontRole.LABEL,
        said=f"{remark.grade.name.capitalize()}: {remark.sentence}",
    )


def paragraph(planned: Planned) -> str:
    """¶39, 46."""
    return f"¶{planned.rule.paragraph}" if planned.rule.paragraph else ""


def owner_of(day: Day, planned: Planned) -> str:
    """The owner's role; for the inspectors' milestones who acts."""
    if planned.rule.actor is Actor.INSPECTORS:
        return "inspectors’"
    named: Named | None = next((each for each in day.named if each.key == planned.key), None)
    return named.owner.role if named and named.owner else "no owner"


def _mark(planned: Planned) -> StateLook | None:
    found = marks(planned)
    if Mark.TO_AGREE in found:
        return look_of(Shown.WARNING).worded("to agree")
    shown = next((MARK_WORDS[each] for each in found if each in MARK_WORDS), None)
    return look_of(shown) if shown else None
