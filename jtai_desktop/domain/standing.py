"""How a milestone stands at a given time, in the words of the screens and papers."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from jtai_desktop.domain.milestones import Actor
from jtai_desktop.domain.moments import Hour, apart, london
from jtai_desktop.domain.schedule import Planned, Schedule
from jtai_desktop.domain.wording import counted, span
from jtai_desktop.domain.working_days import monday_of

# Beyond this, hours say less than days.
FAR_OFF = timedelta(hours=99)


class State(StrEnum):
    """Ours: to come, due today, done, late. The inspectors': awaited, happened."""

    TO_COME = "to-come"
    DUE_TODAY = "due-today"
    DONE = "done"
    LATE = "late"
    LAPSED = "lapsed"
    AWAITED = "awaited"
    HAPPENED = "happened"


class Mark(StrEnum):
    """What is unusual about a milestone's time."""

    SET_BY_HAND = "set-by-hand"
    ASSUMED = "assumed"
    MOVED = "moved"
    TO_AGREE = "to-agree"


def is_done(planned: Planned, now: datetime) -> bool:
    """Whether it was met or came about; a notification that is still to come was not."""
    if planned.notes.done:
        return True
    return planned.happened_by_itself is not None and planned.happened_by_itself.when <= london(now)


def state(planned: Planned, now: datetime, close: time) -> State:
    """Only the partnership's milestones can be late; an optional one lapses instead."""
    now = london(now)
    if planned.rule.actor is Actor.INSPECTORS:
        return State.HAPPENED if is_done(planned, now) else State.AWAITED
    if is_done(planned, now):
        return State.DONE
    if planned.due.deadline(close) < now:
        return State.LAPSED if planned.rule.optional else State.LATE
    return State.DUE_TODAY if planned.due.day == now.date() else State.TO_COME


def marks(planned: Planned) -> tuple[Mark, ...]:
    """The marks of a milestone, in the order they are shown."""
    found = []
    if planned.notes.set_by_hand:
        found.append(Mark.SET_BY_HAND)
    if planned.rule.assumed:
        found.append(Mark.ASSUMED)
    if planned.to_agree and planned.to_agree.unmoved != planned.computed:
        found.append(Mark.MOVED)
    if planned.open_to_agree:
        found.append(Mark.TO_AGREE)
    return tuple(found)


def lateness(planned: Planned, now: datetime, close: time) -> str:
    """22 h 40 min late."""
    return f"{span(apart(planned.due.deadline(close), now))} late"


def time_left(planned: Planned, schedule: Schedule, now: datetime) -> str:
    """Hours and minutes by the clock; working days where no hour is given, or it is far off."""
    length = apart(now, planned.due.deadline(schedule.close))
    if planned.due.hour is Hour.NONE or length > FAR_OFF:
        return days_left(schedule, planned, now)
    return span(length)


def days_left(schedule: Schedule, planned: Planned, now: datetime) -> str:
    """4 working days, or today."""
    today = london(now).date()
    if planned.due.day <= today:
        return "today" if planned.due.day == today else "past"
    return counted(schedule.calendar.between(today, planned.due.day), "working day")


def days_to_fieldwork(schedule: Schedule, now: datetime) -> int:
    """Working days from today to fieldwork; negative once it has begun."""
    return schedule.calendar.between(london(now).date(), schedule.fieldwork_start)


def countdown(schedule: Schedule, now: datetime) -> str:
    """4 working days to go."""
    today = london(now).date()
    if today < london(schedule.notified).date():
        return "Not yet notified"
    if today < schedule.fieldwork_start:
        return f"{counted(days_to_fieldwork(schedule, now), 'working day')} to go"
    return _fieldwork_day(schedule, today)


def _fieldwork_day(schedule: Schedule, today: date) -> str:
    """Fieldwork, day 2: up to the Friday of the week in which it begins."""
    start = schedule.fieldwork_start
    if today > max(start, monday_of(start) + timedelta(days=4)):
        return "Fieldwork is over"
    if not schedule.calendar.works(today):
        return "Fieldwork week"
    return f"Fieldwork, day {schedule.calendar.between(start - timedelta(days=1), today)}"
