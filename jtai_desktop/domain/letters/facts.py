"""The dates and names that a letter of findings gives in its text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
DAY_NAME = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
DAY = r"(\d{1,2})(?:st|nd|rd|th)?(?: of)?"
MONTH = rf"({'|'.join(MONTHS)})"
DATE = rf"{DAY_NAME}{DAY} {MONTH},? (\d{{4}})(?!\d)"
WHOLE_DATE = re.compile(rf"(?:Date:? )?{DATE}\.?", re.IGNORECASE)
RANGE = re.compile(
    rf"{DAY_NAME}\b{DAY}(?: {MONTH})?(?:,? (\d{{4}}))?"
    rf"(?: (?:to|and|until) | ?[-–—] ?){DAY_NAME}{DAY} {MONTH}(?:,? (\d{{4}}))?",
    re.IGNORECASE,
)
OF_INSPECTION = re.compile(r"inspection|fieldwork|on[ -]site|took place|carried out", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z‘“])")
DUE = re.compile(rf"\b(?:by|before|no later than)\s+{DATE}", re.IGNORECASE)
SUBJECT = re.compile(r"joint targeted area inspection\s+(?:of|in|into)\s+(.+)", re.IGNORECASE)
RESPONSE = re.compile(r"response to (.+) in (?:the )?(.+)", re.IGNORECASE)
RESPONSE_TO = re.compile(r"response to (.{3,200}?)(?: in (?:the )?[A-Z]|[.,])")
COUNCIL = re.compile(
    r"(?: (?:city|county|borough|district|metropolitan|unitary))*(?: council| local authority)$",
    re.IGNORECASE,
)
AUTHORITY = (
    re.compile(r"determined that (.{2,200}?),? (?:is|are|will be|should be) the principal author"),
    re.compile(r"\bthe principal authority (?:is|will be) (.{2,160}?)(?:[.;]|,? (?:and|which) )"),
    re.compile(
        r"^(.{2,160}?) (?:should|must|will) (?:now )?prepare (?:a|the|its) written statement"
    ),
    re.compile(r"^(.{2,160}?) (?:should|must|will) (?:now )?send (?:a|the|its) written statement"),
)


def letter_date(texts: Iterable[str]) -> date | None:
    """The first line that is a date and nothing else."""
    for text in texts:
        found = WHOLE_DATE.fullmatch(text)
        if found and (day := _day(*found.groups())):
            return day
    return None


def fieldwork(texts: Iterable[str]) -> tuple[date | None, date | None]:
    """The first and last day of the inspection, from the first sentence that gives both."""
    for sentence in _sentences(texts):
        if not OF_INSPECTION.search(sentence):
            continue
        spans = [span for span in map(_span, _ranges(sentence)) if span]
        if spans:
            return min(start for start, _ in spans), max(end for _, end in spans)
    return None, None


def area_and_theme(subject: str, texts: Sequence[str]) -> tuple[str | None, str | None]:
    """The place and what was looked at, by the subject line, or else by the first paragraphs."""
    found = SUBJECT.search(subject)
    rest = found.group(1).strip(" .") if found else ""
    if both := RESPONSE.search(rest):
        return _place(both.group(2)), both.group(1).strip()
    area = _place(rest) if rest and "response to" not in rest.casefold() else None
    return area, _theme(area, texts)


def statement_due(texts: Iterable[str]) -> date | None:
    """The day by which the written statement of action is to be sent."""
    for text in texts:
        place = text.casefold().find("written statement")
        while place >= 0:
            found = DUE.search(text, place)
            if found and (day := _day(*found.groups())):
                return day
            place = text.casefold().find("written statement", place + 1)
    return None


def principal_authority(texts: Sequence[str]) -> str | None:
    """Who is to prepare the written statement, as printed."""
    sentences = list(_sentences(texts))
    for pattern in AUTHORITY:
        for sentence in sentences:
            if found := pattern.search(sentence):
                return found.group(1).strip(" ,")
    return None


def _theme(area: str | None, texts: Sequence[str]) -> str | None:
    for text in texts:
        if area:
            named = rf"response to (.{{3,200}}?) in (?:the )?{re.escape(area)}"
            if found := re.search(named, text):
                return found.group(1).strip()
        if "joint targeted area inspection" in text.casefold() and (
            found := RESPONSE_TO.search(text)
        ):
            return found.group(1).strip()
    return None


def _place(words: str) -> str:
    """The place alone: a council is not an area."""
    place = COUNCIL.sub("", words.strip(" .")).strip()
    return place.removeprefix("the ")


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from SENTENCE_END.split(text)


def _ranges(sentence: str) -> list[tuple[str | None, ...]]:
    """The spans of days; one without a year has that of the next."""
    found: list[tuple[str | None, ...]] = []
    year: str | None = None
    for match in reversed(list(RANGE.finditer(sentence))):
        *rest, own = match.groups()
        year = own or year
        found.insert(0, (*rest, year))
    return found


def _span(parts: tuple[str | None, ...]) -> tuple[date, date] | None:
    day, month, year, last_day, last_month, last_year = parts
    if not (day and last_day and last_month and last_year):
        return None
    end = _day(last_day, last_month, last_year)
    start = _day(day, month or last_month, year or last_year)
    if start and end and start > end and not year:
        start = _day(day, month or last_month, str(end.year - 1))
    return (start, end) if start and end and start <= end else None


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), MONTHS.index(month.capitalize()) + 1, int(day))
    except ValueError:
        return None
