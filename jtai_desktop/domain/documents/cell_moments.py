"""Dates and times as typed into a cell: several dates, a day without its year, end of day."""

import re
from datetime import date

from jtai_desktop.domain.moments import Hour, Moment, at, end_of_day
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import LONGEST_READ, read_clock, read_day, read_when, shown

MOST_DATES = 60
_BETWEEN = re.compile(r"[;\n\r]+")
_NO_YEAR = re.compile(
    r"\s*(?P<weekday>[a-z]{3,9}[.,]?\s*)?(?P<day>\d{1,2}(?:st|nd|rd|th)?(?:\s*of)?[\s-]*[a-z]{3,9}|"
    r"\d{1,2}[/.]\d{1,2})(?P<rest>(?:[.,]|\s)(?!\s*\d{2}(?:\d\d)?(?:$|[\s,])).*|)",
    re.IGNORECASE | re.ASCII,
)
_END = re.compile(r"(?P<day>.*?)[,\s]*\bend of (?:the )?day\s*", re.IGNORECASE)
_BEFORE = re.compile(r"(?P<day>.*?)[,\s]*\bbefore (?P<clock>[^,]*)", re.IGNORECASE)


def read_dates(text: str, today: date) -> tuple[date, ...]:
    """Some dates, the latest first. One without its year is the latest that is not to come."""
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    days = {day for part in parts for day in _days(part, today)}
    if len(days) > MOST_DATES:
        raise Refused(f"These are {len(days)} dates; {MOST_DATES} is the most for one document.")
    if not days:
        raise Refused(f"{shown(text)} can’t be read as a date: type a date like 4 Nov 2026.")
    return tuple(sorted(days, reverse=True))


def read_moment(text: str, near: date) -> Moment:
    """A day with its hour, end of day, or the day alone; without a year the nearest is meant."""
    if len(text) > LONGEST_READ:
        raise Refused(f"{shown(text)} is too long for a date and time.")
    end, before = _END.fullmatch(text), _BEFORE.fullmatch(text)
    if end:
        return end_of_day(read_day(_dated(end["day"], near)))
    if before:
        day = read_day(_dated(before["day"], near))
        return Moment(day, Hour.BEFORE, read_clock(before["clock"]))
    return _at(_dated(text, near))


def _at(text: str) -> Moment:
    try:
        return Moment(read_day(text))
    except Refused:
        return at(read_when(text))


def _days(part: str, today: date) -> list[date]:
    try:
        return [_day_past(part, today)]
    except Refused:
        if "," not in part:
            raise
        return [_day_past(each, today) for each in part.split(",") if each.strip()]


def _day_past(text: str, today: date) -> date:
    match = _NO_YEAR.fullmatch(text) if len(text) <= LONGEST_READ else None
    if not match or match["rest"].strip():
        return read_day(text)
    try:
        found = read_day(_with_year(match, today.year))
    except Refused:
        return read_day(_with_year(match, today.year - 1))
    return found if found <= today else read_day(_with_year(match, today.year - 1))


def _dated(text: str, near: date) -> str:
    """The text; where it has no year, with the one that brings it nearest."""
    match = _NO_YEAR.fullmatch(text)
    if not match:
        return text
    years = (near.year, near.year - 1, near.year + 1)
    year = min(years, key=lambda each: _apart(_with_year(match, each, weekday=False), near))
    return _with_year(match, year)


def _with_year(match: re.Match[str], year: int, *, weekday: bool = True) -> str:
    mark = next((each for each in "/." if each in match["day"][-3:]), " ")
    first = match["weekday"] or "" if weekday else ""
    return f"{first}{match['day'].rstrip(' .,')}{mark}{year}{match['rest']}"


def _apart(text: str, near: date) -> int:
    try:
        return abs((read_when(text).date() - near).days)
    except Refused:
        return 10_000
