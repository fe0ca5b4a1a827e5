"""The words of the page’s head: which months, and what is unusual about the dates."""

from datetime import timedelta

from jtai_desktop.domain.wording import MONTHS
from jtai_desktop.ui.pages.timetable.facts import Timetable

FRIDAY_OF_WEEK_TWO = timedelta(days=11)


def fact_of(timetable: Timetable) -> str:
    """November 2026, weeks one and two."""
    first = timetable.schedule.week_one
    last = first + FRIDAY_OF_WEEK_TWO
    month, year = MONTHS[last.month - 1], last.year
    begins = MONTHS[first.month - 1]
    if first.year != last.year:
        return f"{begins} {first.year} and {month} {year}, weeks one and two"
    months = month if first.month == last.month else f"{begins} and {month}"
    return f"{months} {year}, weeks one and two"


def warning_of(timetable: Timetable) -> str:
    """All that is unusual about the dates, in one line."""
    return " ".join(timetable.schedule.warnings)
