"""Reading what a person types: a day, an hour, or both, in the forms that people in Britain use.

Day before month, always. What can't be read, or can't be, is refused in one sentence that names
what was typed and gives an example. Nothing is guessed.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TypeVar

from jtai_desktop.domain.moments import LONDON, london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import DAYS, MONTHS, day_full

FIRST_YEAR, LAST_YEAR = 2016, 2100
T = TypeVar("T")
USUAL_HOUR = time(9)
LONGEST_SHOWN = 40
LONGEST_READ = 80
NOON = 12

A_DAY = "type a date like 4 Nov 2026"
A_CLOCK = "type a time like 09:00"
A_WHEN = "type a date and time like 4 Nov 2026, 09:00"

_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})(?![0-9]|[:.][0-9])"
_FORMS = (
    r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9])",
    rf"(?P<day>[0-9]{{1,2}})(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark){_YEAR}",
    (
        rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]?(?P<name>[a-z]{{3,9}})[.,]?"
        rf"(?:[ -]?{_YEAR})?"
    ),
)
_CLOCK = (
    r"(?P<hour>[0-9]{1,2})(?:[:.]?(?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?"
)
_ZONE = r"(?: ?(?P<zone>z|[+-][0-9]{2}:?[0-9]{2}))?"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.ASCII)


_DAY_FIRST = tuple(
    _pattern(rf"(?:(?P<weekday>[a-z]{{3,9}})[.,]? ?)?{form}(?P<rest>.*)") for form in _FORMS
)
_AFTER_DAY = _pattern(rf"(?:(?:t|,? at |, ?| )(?P<clock>{_CLOCK}){_ZONE})?")
_CLOCK_ALONE = _pattern(_CLOCK)


def read_day(text: str) -> date:
    """The date that was typed."""
    day, rest = _day(text, A_DAY)
    if rest:
        raise Refused(f"{shown(text)} is more than a date: {A_DAY}.")
    return day


def read_clock(text: str) -> time:
    """The hour that was typed."""
    match = _CLOCK_ALONE.fullmatch(_readable(text))
    if not match:
        raise Refused(f"{shown(text)} can’t be read as a time: {A_CLOCK}.")
    return _clock(match, text, A_CLOCK)


def read_when(text: str) -> datetime:
    """The date and hour that were typed, in London; 09:00 where no hour was given."""
    day, rest = _day(text, A_WHEN)
    match = _AFTER_DAY.fullmatch(rest)
    if not match:
        raise Refused(f"{shown(text)} can’t be read as a date and time: {A_WHEN}.")
    clock = _clock(match, text, A_WHEN) if match["clock"] else USUAL_HOUR
    if match["zone"]:
        return _from_zone(datetime.combine(day, clock), match["zone"], text)
    return _existing(datetime.combine(day, clock, LONDON), text)


def read_at(place: str, read: Callable[[str], T], text: str) -> T:
    """What was read by one of the above; a refusal names the field it was typed into."""
    try:
        return read(text)
    except Refused as refused:
        raise Refused(str(refused), place=place) from None


def shown(text: str) -> str:
    """What was typed, short and without control characters, in quotation marks."""
    plain = _plain(text[: LONGEST_READ * 2])
    short = plain if len(plain) <= LONGEST_SHOWN else f"{plain[: LONGEST_SHOWN - 1]}…"
    return f"“{short}”" if short else "An empty field"


def quoted(text: str) -> str:
    """The same in the middle of a sentence."""
    return shown(text) if _plain(text) else "“”"


def _readable(text: str) -> str:
    """The text as it is read; nothing if it is too long: no end of it is passed over."""
    return _plain(text) if len(text) <= LONGEST_READ else ""


def _plain(text: str) -> str:
    """One line without control characters and marks of writing direction."""
    kept = (" " if unicodedata.category(each)[0] in "CZ" else each for each in text)
    return " ".join("".join(kept).split())


def _day(text: str, example: str) -> tuple[date, str]:
    """The date at the beginning, and what stands after it."""
    plain = _readable(text)
    matches = (form.fullmatch(plain) for form in _DAY_FIRST)
    match = next((match for match in matches if match), None)
    found = match.groupdict() if match else {}
    month = _month(found)
    if not month:
        raise Refused(f"{shown(text)} can’t be read as a date: {example}.")
    if not found["year"]:
        raise Refused(f"{shown(text)} has no year: {example}.")
    day = _in_calendar(_year(found["year"], text), month, int(found["day"]), text)
    _same_weekday(found["weekday"], day, text)
    return day, found["rest"]


def _month(found: dict[str, str]) -> int:
    """The month by its number or its name; 0 if there is none."""
    if found.get("name"):
        return _named(found["name"], MONTHS) + 1
    return int(found.get("month", 0)) or (len(MONTHS) + 1 if found else 0)


def _named(word: str, names: tuple[str, ...]) -> int:
    """Which of the names begins like this: Thu, Thurs, Weds, Sept; -1 for none."""
    typed = word.lower()
    fits = (name.lower().startswith(typed) or f"{name[:3]}s".lower() == typed for name in names)
    return next((number for number, fit in enumerate(fits) if fit), -1)


def _year(digits: str, text: str) -> int:
    year = int(digits) + (2000 if len(digits) == len("26") else 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        sentence = f"{shown(text)} is not within the years {FIRST_YEAR} to {LAST_YEAR}: {A_DAY}."
        raise Refused(sentence)
    return year


def _in_calendar(year: int, month: int, day: int, text: str) -> date:
    if month > len(MONTHS):
        raise Refused(f"{shown(text)} is not in the calendar, which has 12 months: {A_DAY}.")
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        why = f"{MONTHS[month - 1]} {year} has {days} days"
        raise Refused(f"{shown(text)} is not in the calendar, {why}: {A_DAY}.")
    return date(year, month, day)


def _same_weekday(word: str | None, day: date, text: str) -> None:
    if not word:
        return
    named = _named(word, DAYS)
    if named < 0:
        raise Refused(f"{shown(text)} can’t be read as a date: {A_DAY}.")
    if named != day.weekday():
        right = f"{day.day} {MONTHS[day.month - 1]} {day.year} is a {DAYS[day.weekday()]}"
        raise Refused(f"{shown(text)} contradicts itself, {right}: type it like {day_full(day)}.")


def _clock(match: re.Match[str], text: str, example: str) -> time:
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if match["minute"] is None and not half:
        raise Refused(f"{shown(text)} has an hour without minutes: {example}.")
    minute = int(match["minute"] or 0)
    if half and 1 <= hour <= NOON:
        hour = hour % NOON + (NOON if half == "p" else 0)
    elif half:
        hour = 24
    try:
        return time(hour, minute)
    except ValueError:
        raise Refused(f"{shown(text)} is not a time of the day: {example}.") from None


def _from_zone(naive: datetime, zone: str, text: str) -> datetime:
    """The time in London of a time that was given with its offset."""
    try:
        when = london(naive.replace(tzinfo=_offset(zone)))
    except ValueError:
        raise Refused(f"{shown(text)} has an impossible time zone: {A_WHEN}.") from None
    _year(str(when.year), text)
    return when


def _offset(zone: str) -> timezone:
    digits = zone[1:].replace(":", "")
    hours, minutes = int(digits[:2] or 0), int(digits[2:] or 0)
    ahead = timedelta(hours=hours, minutes=minutes)
    return timezone(-ahead if zone.startswith("-") else ahead)


def _existing(when: datetime, text: str) -> datetime:
    """The time, unless the clocks leap over it in spring."""
    utc = when.astimezone(UTC)
    if utc.astimezone(LONDON).replace(tzinfo=None) != when.replace(tzinfo=None):
        leap = "the clocks go forward from 01:00 to 02:00 that night"
        raise Refused(f"{shown(text)} does not exist in London, {leap}: {A_WHEN}.")
    return when
