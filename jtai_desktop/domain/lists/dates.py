"""Dates as they stand in lists: real dates, serial numbers, ISO and day-first text; age."""

import re
from datetime import date, datetime, timedelta

from jtai_desktop.domain.lists.findings import Fault, Rule
from jtai_desktop.domain.lists.shape import Gravity
from jtai_desktop.domain.wording import MONTHS

EARLIEST = date(1985, 1, 1)
LATEST = date(2100, 12, 31)
SERIAL_START = date(1899, 12, 30)
YEAR_OF_MONTHS = len(MONTHS)
UNBORN = -1

WANTED = "a date such as 05/11/2026"
NOT_A_DATE = Fault(Rule.NOT_A_DATE, Gravity.ERROR, WANTED)
IMPLAUSIBLE = Fault(
    Rule.NOT_A_DATE, Gravity.ERROR, f"a date from {EARLIEST:%d/%m/%Y} to {LATEST:%d/%m/%Y}"
)
SHORT_YEAR = Fault(Rule.NOT_A_DATE, Gravity.ERROR, "a date with a year of four digits")
MONTH_FIRST = Fault(
    Rule.MONTH_FIRST, Gravity.ERROR, "the day before the month; this was not turned round"
)
TEXT = Fault(Rule.TEXT_DATE, Gravity.REMARK, "a real date; this text was read day first")
ISO_TEXT = Fault(Rule.TEXT_DATE, Gravity.REMARK, "a real date; this text was read year first")
SERIAL = Fault(Rule.SERIAL_DATE, Gravity.REMARK, "a real date; this number was read as Excel’s")
DOUBTFUL = Fault(
    Rule.DOUBTFUL_DATE,
    Gravity.WARNING,
    "a real date: others of this column have the month first, so this may mean another day",
)

_REST = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_REST}", re.ASCII)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}|\d{{2}}){_REST}", re.ASCII)
_NAMED = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?[ -]?([a-z]{{3,9}})\.?[ ,-]*(\d{{4}}|\d{{2}}){_REST}",
    re.ASCII | re.IGNORECASE,
)

Read = tuple[date | None, Fault | None]


def read_date(value: object) -> Read:
    """The date that a cell holds, with what is to be said of it; blank is not for here."""
    if isinstance(value, datetime):
        return _plausible(value.date(), None)
    if isinstance(value, date):
        return _plausible(value, None)
    if isinstance(value, float | int) and not isinstance(value, bool):
        return _serial(float(value))
    if isinstance(value, str):
        return _text(" ".join(value.split()))
    return None, NOT_A_DATE


def plausible(day: date) -> bool:
    """Whether a date can be one of a child’s list."""
    return EARLIEST <= day <= LATEST


def either_way(value: object) -> bool:
    """Whether a text is a date day first and month first, and a different one."""
    found = _DAY_FIRST.fullmatch(" ".join(value.split())) if isinstance(value, str) else None
    if not found:
        return False
    day, month = int(found[1]), int(found[2])
    return day != month and day <= YEAR_OF_MONTHS and month <= YEAR_OF_MONTHS


def age_at(birth: date, day: date) -> int:
    """Years at the last birthday; -1 before birth. Born on 29 February: 1 March in other years."""
    if birth > day:
        return UNBORN
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


class AgesAt(dict[object, int | None]):
    """The age on one day for each date of birth, reckoned once; None for what is no date."""

    def __init__(self, day: date | None) -> None:
        super().__init__()
        self._day = day

    def __missing__(self, birth: object) -> int | None:
        """Reckons an age that was not asked for before."""
        known = isinstance(birth, date) and self._day is not None
        age = age_at(birth, self._day) if known else None  # type: ignore[arg-type]  # both dates
        self[birth] = age
        return age


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months earlier, or that month’s last."""
    year, month = divmod(day.year * YEAR_OF_MONTHS + day.month - 1 - months, YEAR_OF_MONTHS)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(day)


def _serial(value: float) -> Read:
    # Numbers below are no dates of children’s lists: ages and counts land here.
    low, high = (EARLIEST - SERIAL_START).days, (LATEST - SERIAL_START).days
    if not low <= value <= high:
        return None, NOT_A_DATE
    return SERIAL_START + timedelta(days=int(value)), SERIAL


def _text(text: str) -> Read:
    if found := _ISO.fullmatch(text):
        return _calendar(int(found[1]), int(found[2]), int(found[3]), ISO_TEXT)
    if found := _NAMED.fullmatch(text):
        return _named(found[1], found[2].lower(), found[3])
    found = _DAY_FIRST.fullmatch(text)
    if not found:
        return None, NOT_A_DATE
    day, month = int(found[1]), int(found[2])
    if month > YEAR_OF_MONTHS >= day:
        return None, MONTH_FIRST
    return _with_year(day, month, found[3])


def _named(day: str, name: str, year: str) -> Read:
    month = next((n for n, full in enumerate(MONTHS, 1) if full.lower().startswith(name)), 0)
    if name == "sept":
        month = 9
    return _with_year(int(day), month, year) if month else (None, NOT_A_DATE)


def _with_year(day: int, month: int, year: str) -> Read:
    if len(year) < len("2026"):
        return None, SHORT_YEAR
    return _calendar(int(year), month, day, TEXT)


def _calendar(year: int, month: int, day: int, fault: Fault) -> Read:
    try:
        return _plausible(date(year, month, day), fault)
    except ValueError:
        return None, NOT_A_DATE


def _plausible(day: date, fault: Fault | None) -> Read:
    return (day, fault) if plausible(day) else (None, IMPLAUSIBLE)
