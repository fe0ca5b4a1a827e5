"""What is typed into the panel's fields, read so that a refusal names its field."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from jtai_desktop.domain.moments import LONDON, Hour, Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import read_clock, read_day, read_when

T = TypeVar("T")
DAY, TIME, WHEN, NOTE, REASON, AGREED_BY = "Day", "Time", "When", "Note", "Reason", "Agreed by"
BY_CLOCK = frozenset({Hour.AT, Hour.BEFORE})


def moment_typed(day: str, hour: Hour, clock: str) -> Moment:
    """A day and an hour as a moment."""
    read = _placed(DAY, read_day, day)
    if hour in BY_CLOCK:
        return Moment(read, hour, _placed(TIME, read_clock, clock))
    return Moment(read, hour)


def when_typed(text: str, now: datetime) -> datetime | None:
    """A time at which something was: nothing typed is now, an hour alone is today's."""
    if not text.strip():
        return None
    try:
        return datetime.combine(now.date(), read_clock(text), LONDON)
    except Refused:
        return _placed(WHEN, read_when, text)


def _placed(place: str, read: Callable[[str], T], text: str) -> T:
    try:
        return read(text)
    except Refused as refused:
        raise Refused(str(refused), place=place) from None
