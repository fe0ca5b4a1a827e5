"""A timescale in its own words, and the date that it means.

“End June 2020” and “October 2020” mean the last day of the month. What names no day, such as
“ongoing”, keeps its words and has no date; nothing is guessed.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from jtai_desktop.domain import texts
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import FIRST_YEAR, LAST_YEAR, read_day, shown
from jtai_desktop.domain.wording import MONTHS

PLACE: Final = "Timescale"
LONGEST = 80
_LEAST = 3  # letters of a month’s name
_MONTH = re.compile(
    r"(?:by )?(?:the )?(?:end(?: of)? )?(?P<name>[a-z]{3,9})\.?,? (?P<year>\d{4})",
    re.IGNORECASE | re.ASCII,
)
_BEFORE = re.compile(r"(?:by|before the end of|on) ", re.IGNORECASE)
_DAY_LIKE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|"
    r"(?:[a-z]{3,9} )?\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]?[a-z]{3,9}[.,]?[ -]?\d{2,4}",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Timescale:
    """The words as they were given, and the last day on which it is still met."""

    words: str = ""
    due: date | None = None

    @property
    def is_vague(self) -> bool:
        """Whether it says something, but no day."""
        return bool(self.words) and self.due is None


def read_timescale(text: str) -> Timescale:
    """The timescale of these words; refused where they name a day that does not exist."""
    words = texts.line(text, PLACE, longest=LONGEST)
    return Timescale(words, _due(words))


def _due(words: str) -> date | None:
    month = _MONTH.fullmatch(words)
    number = _month(month["name"]) if month else 0
    if month and number:
        year = _year(int(month["year"]), words)
        return date(year, number, monthrange(year, number)[1])
    rest = _BEFORE.sub("", words, count=1) if _BEFORE.match(words) else words
    if not _DAY_LIKE.fullmatch(rest):
        return None
    try:
        return read_day(rest)
    except Refused as refused:
        raise Refused(str(refused), place=PLACE) from None


def _month(word: str) -> int:
    """The month whose name begins like this: June, Jun, Sept; 0 for none."""
    typed = word.lower()
    fits = (n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(typed))
    return next(fits, 0) if len(typed) >= _LEAST else 0


def _year(year: int, words: str) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        sentence = f"{shown(words)} is not within the years {FIRST_YEAR} to {LAST_YEAR}."
        raise Refused(f"{sentence} Type the year that is meant.", place=PLACE)
    return year
