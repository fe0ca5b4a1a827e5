"""What Today shows, read from the vault in one go."""

from dataclasses import dataclass
from datetime import date, timedelta

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.milestones import Actor
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.remarks.of_day import remarks
from jtai_desktop.domain.remarks.remark import Grade, Remark
from jtai_desktop.domain.schedule import Planned, Schedule
from jtai_desktop.domain.standing import State, days_to_fieldwork, state
from jtai_desktop.domain.wording import counted, day_long
from jtai_desktop.domain.working_days import SATURDAY
from jtai_desktop.services import keys, overview, restoring
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.restoring import Restored
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.strip_days import DayKind, StripDay, StripMark
from jtai_desktop.ui.theme.states import State as Shown
from jtai_desktop.ui.theme.states import look_of
from jtai_desktop.ui.theme.tokens import Role

FIELDWORK_DAYS = 5
MOST_MARKS = 2


@dataclass(frozen=True, slots=True)
class Facts:
    """One day of one inspection, and what looks wrong on it."""

    view: Overview
    day: Day
    remarks: tuple[Remark, ...]
    restored: Restored | None = None


def read(workspace: Workspace, inspection_id: str) -> Facts:
    """Read what Today shows, on the vault's thread."""
    view = overview.load(workspace, inspection_id)
    day = view.day()
    about_keys = (
        Remark(Grade.WARNING, sentence, "vault", "keys", "Vault")
        for sentence in keys.open_remarks(workspace)
    )
    found = sorted((*remarks(day), *about_keys), key=lambda each: each.grade)
    return Facts(view, day, tuple(found), restoring.unread(workspace))


def countdown_words(day: Day) -> tuple[str, str, str]:
    """The number, what it counts, and the first day on site."""
    schedule = day.schedule
    left = days_to_fieldwork(schedule, day.now)
    start = day_long(schedule.fieldwork_start, year=False)
    if left > 0:
        words = counted(left, "working day").partition(" ")[2]
        return str(left), f"{words} to fieldwork", start
    if left == 0:
        return "0", "fieldwork begins today", start
    return "", "fieldwork has begun", start


def strip_days(day: Day) -> tuple[StripDay, ...]:
    """The three weeks, each day with what it brings; a weekend is one narrow column."""
    schedule = day.schedule
    first, found = schedule.week_one, []
    for ahead in range(19):
        date_ = first + timedelta(days=ahead)
        if date_.weekday() == SATURDAY + 1:
            continue
        found.append(_strip_day(day, date_))
    return tuple(found)


def _strip_day(day: Day, date_: date) -> StripDay:
    return StripDay(
        date_,
        _kind(day.schedule, date_),
        _marks(day, date_),
        _closed_name(day.schedule, date_),
        today=date_ == day.date,
        past=date_ < day.date,
    )


def _kind(schedule: Schedule, date_: date) -> DayKind:
    if date_.weekday() >= SATURDAY:
        return DayKind.WEEKEND
    if not schedule.calendar.works(date_):
        return DayKind.CLOSED
    start = schedule.fieldwork_start
    on_site = start <= date_ < start + timedelta(days=FIELDWORK_DAYS)
    return DayKind.FIELDWORK if on_site else DayKind.WORKING


def _closed_name(schedule: Schedule, date_: date) -> str:
    why = schedule.calendar.why_not(date_)
    return "" if why in {"", "weekend"} else why


def _marks(day: Day, date_: date) -> tuple[StripMark, ...]:
    due = [each for each in day.schedule.milestones if each.due.day == date_]
    done = [each for each in due if _stands(day, each) is State.DONE]
    rest = [each for each in due if _stands(day, each) is not State.DONE]
    marks = [_mark(day, each) for each in rest if each.key != "printed-documents"]
    if len(marks) > MOST_MARKS:
        marks = _counted(marks)
    if done:
        said = counted(len(done), "milestone")
        marks.insert(0, StripMark("tick", Role.DONE, f"{said} done", len(done)))
    return tuple(marks)


def _counted(marks: list[StripMark]) -> list[StripMark]:
    """One mark for each icon, with how many there are of it."""
    alike: dict[tuple[str, Role], list[StripMark]] = {}
    for mark in marks:
        alike.setdefault((mark.icon, mark.role), []).append(mark)
    return [
        StripMark(icon, role, "; ".join(each.said for each in same), len(same))
        for (icon, role), same in alike.items()
    ]


def _mark(day: Day, planned: Planned) -> StripMark:
    if planned.key == "fieldwork":
        return StripMark("flag", Role.INK, planned.rule.title)
    look = look_of(Shown(_stands(day, planned).value))
    quiet = Role.INK2 if planned.rule.actor is Actor.INSPECTORS else Role.INK
    role = look.role if look.filled and look.role is Role.LATE else quiet
    return StripMark(look.icon, role, f"{planned.rule.title}, {look.said}")


def _stands(day: Day, planned: Planned) -> State:
    return state(planned, day.now, day.schedule.close)


def spoken_now(day: Day) -> str:
    """Tuesday 10 November 2026, 10:40."""
    now = london(day.now)
    return f"{day_long(now.date())}, {now:%H:%M}"
