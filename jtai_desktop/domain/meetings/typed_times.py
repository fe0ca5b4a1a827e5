"""The day and the hours of a meeting as they are typed or pasted; a refusal names its field.

Inside the three weeks a day may stand without its year (“Tue 17 Nov”) or its month (“Tue 17”). The
weekday is checked like everywhere, and a day that fits no date there is refused as it is.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from jtai_desktop.domain.meetings.concerns import Span
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.moments import LONDON, apart
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import read_at, read_clock, read_day, read_when, shown
from jtai_desktop.domain.wording import clock, day_full, weekday

DAY, START, END, TIME = "Day", "Start", "End", "Time"
A_TIME: Final = "type the times like 09:00 to 10:30"
_DAY_OF_MONTH = re.compile(
    r"(?:(?P<weekday>[a-z]{3,9})[.,]? ?)?(?P<day>\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*(?:–|—|-|\bto\b|\buntil\b|\btill\b)\s*", re.IGNORECASE)
DIFFERENT_ENDS: Final = 2
_IMPOSSIBLE: Final = ("contradicts", "not in the calendar")


def day_typed(text: str, span: Span | None = None) -> date:
    """The day; without year or month where the three weeks leave no doubt."""
    plain = " ".join(text.split())
    try:
        return read_day(plain)
    except Refused as refused:
        clear = any(word in str(refused) for word in _IMPOSSIBLE)
        found = _in_span(plain, span) if span is not None and not clear else None
        if found is None:
            raise Refused(str(refused), place=DAY) from None
        return found


def clock_typed(text: str, place: str) -> time:
    """The hour."""
    return read_at(place, read_clock, text)


def between_typed(text: str) -> tuple[time, time]:
    """Both hours out of one text: 09:30–11:00, 9.30 to 11.00."""
    parts = _BETWEEN.split(text.strip())
    if len(parts) != DIFFERENT_ENDS:
        raise Refused(f"{shown(text)} can’t be read as times: {A_TIME}.", place=TIME)
    return clock_typed(parts[0], TIME), clock_typed(parts[1], TIME)


def at(day: date, hour: time, place: str) -> datetime:
    """The time in London; refused where the clocks leap over it."""
    return read_at(place, read_when, f"{day_full(day)}, {hour:%H:%M}")


def times_typed(
    day: str, start: str, end: str, span: Span | None = None
) -> tuple[datetime, datetime]:
    """When it begins and ends."""
    on = day_typed(day, span)
    begins = at(on, clock_typed(start, START), START)
    ends = at(on, clock_typed(end, END), END)
    return begins, ends


def moved(meeting: Meeting, start: datetime) -> tuple[datetime, datetime]:
    """The meeting’s times from another start on: it stays as long as it is."""
    return start, (start + apart(meeting.start, meeting.end)).astimezone(LONDON)


def on_day(when: datetime, day: date) -> datetime:
    """The same hour on another day."""
    return at(day, when.time(), DAY)


def shown_day(when: datetime) -> str:
    """What stands in the field of the day."""
    return day_full(when.date())


def shown_clock(when: datetime) -> str:
    """What stands in the field of an hour."""
    return clock(when)


def _in_span(text: str, span: Span) -> date | None:
    """A day of the three weeks that the text can mean; nothing where it means none or two."""
    days = [
        span.first + timedelta(days=ahead) for ahead in range((span.last - span.first).days + 1)
    ]
    match = _DAY_OF_MONTH.fullmatch(text)
    if match:
        fits = [each for each in days if each.day == int(match["day"])]
        name = (match["weekday"] or "").casefold()
        fits = [each for each in fits if weekday(each).casefold() == name[:3]] if name else []
        return fits[0] if len(fits) == 1 else None
    return next((found for found in _with_years(text, days) if found in days), None)


def _with_years(text: str, days: list[date]) -> Iterator[date]:
    """The day in each year of the three weeks; one that is in none of them is told of as typed."""
    sentence = ""
    for year in sorted({each.year for each in days}):
        dated = f"{text} {year}"
        try:
            yield read_day(dated)
        except Refused as contradicted:
            sentence = str(contradicted).replace(shown(dated), shown(text))
    if any(word in sentence for word in _IMPOSSIBLE):
        raise Refused(sentence, place=DAY)
