"""When something is due: a day, and an hour, an end of day, or no hour at all.

Times are London's. "End of day" stays "end of day" in words; only the clock
turns it into the close of business.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
CLOSE_OF_BUSINESS = time(17, 0)


class Hour(StrEnum):
    """How the guidance names the hour."""

    AT = "at"
    BEFORE = "before"
    END_OF_DAY = "end-of-day"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day with the hour as it is named; `clock` is set for `at` and `before` only."""

    day: date
    hour: Hour = Hour.NONE
    clock: time | None = None

    def __post_init__(self) -> None:
        """An hour by the clock needs a time, the others have none."""
        if (self.clock is not None) != (self.hour in {Hour.AT, Hour.BEFORE}):
            message = f"{self.hour} does not go with the time {self.clock}"
            raise ValueError(message)

    def on(self, day: date) -> "Moment":
        """The same hour on another day."""
        return Moment(day, self.hour, self.clock)

    def deadline(self, close: time = CLOSE_OF_BUSINESS) -> datetime:
        """The last instant of it: the hour, the close of business, or the end of the day."""
        if self.clock is not None:
            return datetime.combine(self.day, self.clock, LONDON)
        if self.hour is Hour.END_OF_DAY:
            return datetime.combine(self.day, close, LONDON)
        return datetime.combine(self.day + timedelta(days=1), time(0), LONDON)

    def iso(self, close: time = CLOSE_OF_BUSINESS) -> str:
        """ISO: local time with its offset, or the bare date where no hour is given."""
        if self.hour is Hour.NONE:
            return self.day.isoformat()
        return self.deadline(close).isoformat(timespec="minutes")


def in_time(moment: Moment) -> tuple[date, time, bool]:
    """For sorting: a day without an hour stands before its hours, "end of day" after them."""
    usual = time(0) if moment.hour is Hour.NONE else time.max
    clock = moment.clock if moment.clock is not None else usual
    return moment.day, clock, moment.hour is not Hour.BEFORE


def london(when: datetime) -> datetime:
    """The time in London; a time without a zone is taken as London's."""
    return when.replace(tzinfo=LONDON) if when.tzinfo is None else when.astimezone(LONDON)


def apart(earlier: datetime, later: datetime) -> timedelta:
    """The time that really passes between the two, also when the clocks change in between.

    Python takes two times of one zone apart by the clock face.
    """
    return london(later).astimezone(UTC) - london(earlier).astimezone(UTC)


def at(when: datetime) -> Moment:
    """The moment of a clock time."""
    local = london(when)
    return Moment(local.date(), Hour.AT, local.time().replace(second=0, microsecond=0))


def end_of_day(day: date) -> Moment:
    """The end of a day, whatever the close of business is."""
    return Moment(day, Hour.END_OF_DAY)
