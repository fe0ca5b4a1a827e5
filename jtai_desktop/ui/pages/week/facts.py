"""What the week page shows, read from the vault in one go, and how its weeks are called."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from jtai_desktop.domain.meetings.week import Week
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.wording import MONTHS, day_month, day_short
from jtai_desktop.domain.working_days import SATURDAY, monday_of
from jtai_desktop.services import overview
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.week.entries import Entry, entries_of

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
WORKING = 5
NUMBERED = ("Week one", "Week two", "Week three")
FIELDWORK = "Fieldwork week"


@dataclass(frozen=True, slots=True)
class ShownDay:
    """One column: its day, why no work is done on it, what begins, whether it is today."""

    date: date
    closed: str = ""
    brings: str = ""
    today: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything with a time of one inspection, and the Mondays of its weeks."""

    view: Overview
    week: Week
    entries: tuple[Entry, ...]
    weeks: tuple[date, ...]

    @property
    def now(self) -> datetime:
        """The time in London."""
        return london(self.view.now)

    @property
    def fieldwork(self) -> date:
        """The Monday of the fieldwork week."""
        return monday_of(self.view.schedule.fieldwork_start)

    @property
    def span(self) -> str:
        """Mon 2 Nov to Fri 20 Nov: all that is shown."""
        return f"{day_month(self.weeks[0])} to {day_month(self.days(self.weeks[-1])[-1].date)}"

    @property
    def first_choice(self) -> str:
        """What clashes first in the fieldwork week; else what comes first in it."""
        here = self.in_week(self.fieldwork)
        clashing = (each for each in here if each.clashes)
        return next((each.key for each in (*clashing, *here)), "")

    def entry(self, key: str) -> Entry | None:
        """The entry of that identity."""
        return next((each for each in self.entries if each.key == key), None)

    def in_week(self, monday: date) -> tuple[Entry, ...]:
        """What takes place in a week."""
        last = monday + WEEK
        return tuple(each for each in self.entries if each.stands and monday <= each.day < last)

    def days(self, monday: date) -> tuple[ShownDay, ...]:
        """The days of a week; Saturday and Sunday only where something takes place by then."""
        last = max((each.day for each in self.in_week(monday)), default=monday)
        number = max(WORKING, (last - monday).days + 1)
        return tuple(self._day(monday + at * DAY) for at in range(number))

    def title(self, monday: date) -> str:
        """Fieldwork week; week one; week of 23 November."""
        if monday == self.fieldwork:
            return FIELDWORK
        number = (monday - monday_of(self.view.schedule.week_one)) // WEEK
        if 0 <= number < len(NUMBERED) and monday < self.fieldwork:
            return NUMBERED[number]
        return f"Week of {monday.day} {MONTHS[monday.month - 1]}"

    def fact(self, monday: date) -> str:
        """Mon 16 to Fri 20 November."""
        days = self.days(monday)
        last = days[-1].date
        return f"{day_short(monday)} to {day_short(last)} {MONTHS[last.month - 1]}"

    def _day(self, day: date) -> ShownDay:
        schedule = self.view.schedule
        why = "" if day.weekday() >= SATURDAY else schedule.calendar.why_not(day)
        closed = "weekend" if day.weekday() >= SATURDAY else why
        brings = "fieldwork begins" if day == schedule.fieldwork_start else ""
        return ShownDay(day, closed, brings, today=day == self.now.date())


def read(workspace: Workspace, inspection_id: str) -> Facts:
    """Read the week, on the vault’s thread."""
    view = overview.load(workspace, inspection_id)
    week = view.week
    entries = entries_of(week)
    return Facts(view, week, entries, _weeks(view, entries))


def read_date(text: str) -> date | None:
    """The day that is meant by 2026-11-17; nothing if it is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _weeks(view: Overview, entries: tuple[Entry, ...]) -> tuple[date, ...]:
    """From the first of the three weeks to the fieldwork, and any other in which something is."""
    first, last = monday_of(view.schedule.week_one), monday_of(view.schedule.fieldwork_start)
    found = {monday_of(each.day) for each in entries if each.stands} | {last}
    while first <= last:
        found.add(first)
        first += WEEK
    return tuple(sorted(found))
