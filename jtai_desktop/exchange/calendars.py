"""Writing a calendar file (RFC 5545): entries with London's time, or days without an hour.

The zone is written out by us: the rule of summer time as it has held since 1996. Every line ends
in CR LF and is folded at 75 bytes, never within a character.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from jtai_desktop.domain.moments import london

PRODUCT = "-//JTAI Desktop//EN"
ZONE = "Europe/London"
LONGEST = 75
TIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "DTSTART:19960331T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class Appointment:
    """One entry. `sequence` rises with each change, so that a second import updates the first."""

    uid: str
    sequence: int
    start: datetime | date
    end: datetime | date
    summary: str
    place: str = ""
    cancelled: bool = False


def calendar_of(appointments: Iterable[Appointment], stamp: datetime) -> bytes:
    """The calendar file; the same input gives the same bytes."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *TIMEZONE,
    ]
    for appointment in appointments:
        lines += _event(appointment, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(appointment: Appointment, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{appointment.uid}"
    yield f"SEQUENCE:{appointment.sequence}"
    yield f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART{_when(appointment.start)}"
    yield f"DTEND{_when(_end(appointment.end))}"
    yield f"SUMMARY:{_text(appointment.summary)}"
    if appointment.place:
        yield f"LOCATION:{_text(appointment.place)}"
    yield f"STATUS:{'CANCELLED' if appointment.cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _end(end: datetime | date) -> datetime | date:
    """The end of a day without an hour is the day after."""
    return end if isinstance(end, datetime) else end + timedelta(days=1)


def _when(when: datetime | date) -> str:
    """The hour by London’s clock; in the hour that comes twice, by the world’s."""
    if not isinstance(when, datetime):
        return f";VALUE=DATE:{when:%Y%m%d}"
    local = london(when)
    if _comes_twice(local):
        return f":{local.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f";TZID={ZONE}:{local:%Y%m%dT%H%M%S}"


def _comes_twice(local: datetime) -> bool:
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def _text(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Pieces of at most 75 bytes; each after the first begins with a space."""
    piece, size = "", 0
    for sign in line:
        wide = len(sign.encode())
        if size + wide > LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + sign, size + wide
    yield piece
