"""What is typed into the panel's fields, read so that a refusal names its field."""

from datetime import datetime

from jtai_desktop.domain.moments import LONDON, Hour, Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import read_at, read_clock, read_day, read_when

DAY, TIME, WHEN, NOTE, REASON, AGREED_BY = "Day", "Time", "When", "Note", "Reason", "Agreed by"
BY_CLOCK = frozenset({Hour.AT, Hour.BEFORE})


def moment_typed(day: str, hour: Hour, clock: str) -> Moment:
    """A day and an hour as a moment."""
    read = read_at(DAY, read_day, day)
    if hour in BY_CLOCK:
        return Moment(read, hour, read_at(TIME, read_clock, clock))
    return Moment(read, hour)


def when_typed(text: str, now: datetime) -> datetime | None:
    """A time at which something was: nothing typed is now, an hour alone is today's."""
    if not text.strip():
        return None
    try:
        return datetime.combine(now.date(), read_clock(text), LONDON)
    except Refused:
        return read_at(WHEN, read_when, text)
