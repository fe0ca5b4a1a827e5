"""How one cell of each kind of column is read: the value, and what is to be said of it."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Final

from jtai_desktop.domain.lists.codes import Codes, read_answer
from jtai_desktop.domain.lists.dates import UNBORN, plausible, read_date
from jtai_desktop.domain.lists.findings import Fault, Rule
from jtai_desktop.domain.lists.headings import compact
from jtai_desktop.domain.lists.shape import AGE, Column, Gravity, Kind

EXACT = 2**53  # above this a number in a workbook has lost its last digits
MOST_COUNT = 999
OLDEST = 30
LONGEST = 60
LONGEST_READ = 1_000

Read = tuple[object, Fault | None]
Reader = Callable[[object], Read]

BLANK: Final = Fault(Rule.BLANK, Gravity.ERROR, "a value; this column may not be blank")
EXCEL_ERROR = Fault(Rule.EXCEL_ERROR, Gravity.ERROR, "a value; the formula gives an error")
FORMULA = Fault(Rule.FORMULA, Gravity.WARNING, "plain text; this begins like a formula")
TOO_LONG = Fault(
    Rule.NOT_A_REFERENCE, Gravity.ERROR, f"a text of at most {LONGEST_READ:,} characters"
)
REFERENCE = Fault(Rule.NOT_A_REFERENCE, Gravity.ERROR, "the child’s reference")
LOST_DIGITS = Fault(
    Rule.NOT_A_REFERENCE, Gravity.ERROR, "the reference as text; Excel cut its last digits"
)
NAME_LIKE = Fault(Rule.NAME_LIKE, Gravity.WARNING, "a reference; this reads like a name")
WHOLE = Fault(Rule.NOT_A_NUMBER, Gravity.ERROR, f"a whole number from 0 to {MOST_COUNT}")
AGE_IN_YEARS = Fault(Rule.NOT_A_NUMBER, Gravity.ERROR, f"whole years from -1 (unborn) to {OLDEST}")
POSTCODE = Fault(Rule.POSTCODE, Gravity.ERROR, "a UK postcode such as NM1 2AB")
ANSWER = Fault(Rule.NOT_A_CODE, Gravity.ERROR, "“a) Yes” or “b) No”")

_ERRORS = frozenset(
    {"#n/a", "#ref!", "#value!", "#div/0!", "#name?", "#num!", "#null!", "#getting_data", "#spill!"}
)
_NUMBER = re.compile(r"-?\d{1,6}(?:\.0+)?", re.ASCII)
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d{2}", re.ASCII | re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{2,}(?:[-'’ ,]+[^\W\d_]{2,})+")
_PLAIN = re.compile(r"[A-Z]{0,6}\d{1,15}", re.ASCII | re.IGNORECASE)
_POSTCODE = re.compile(
    # ZZ99 stands for no fixed abode, abroad and the like.
    r"(?:GIR ?0AA|ZZ99 ?\d[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-BD-HJLNP-UW-Z]{2})",
    re.ASCII | re.IGNORECASE,
)


def reader_of(column: Column) -> Reader:
    """The reader for the cells of a column; blanks and Excel’s errors are the same for all."""
    inner = _INNER[column.kind](column)
    blank: Read = (None, None if column.blank_ok else BLANK)

    def read(value: object) -> Read:
        if isinstance(value, str):
            value = value.strip()
            if not value:
                return blank
            if value.casefold() in _ERRORS:
                return None, EXCEL_ERROR
            if len(value) > LONGEST_READ:
                return None, TOO_LONG
        return inner(value)

    return read


def plain_values(column: Column, different: Iterable[object]) -> dict[object, object]:
    """The values that are right at a glance: most references and most dates."""
    if column.kind is Kind.DATE:
        return {each: each for each in different if type(each) is date and plausible(each)}
    if column.kind is Kind.ID:
        whole = _PLAIN.fullmatch
        return {each: each for each in different if type(each) is str and whole(each)}
    return {}


def shown(value: object, kind: Kind = Kind.CATEGORY) -> str:
    """What stands in a cell as a problem names it; of free text and of names nothing."""
    if isinstance(value, str):
        text = " ".join("".join(c if c.isprintable() else " " for c in value[:400]).split())
        if kind is Kind.TEXT or (kind is Kind.ID and _NAME.fullmatch(text)):
            return "(not shown)" if text else ""
        return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value)) if abs(value) < EXACT else f"{value:.5E}"
    if isinstance(value, datetime):
        value = value.date()
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)[:LONGEST]


def like_a_name(reference: str) -> bool:
    """Whether a child’s reference reads like a person’s name; such a one is never kept."""
    return not reference.isalnum() and bool(_NAME.fullmatch(reference))


def as_text(value: object) -> str:
    """A cell’s value as text, whole numbers without a point."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < EXACT:
        return str(int(value))
    return value if isinstance(value, str) else str(value)


def _id(column: Column) -> Reader:
    child = column.name.casefold().startswith("child")

    def read(value: object) -> Read:
        if isinstance(value, float | int) and not isinstance(value, bool):
            return _number_as_reference(float(value))
        if not isinstance(value, str):
            return None, REFERENCE
        if _SCIENTIFIC.fullmatch(value):
            return None, LOST_DIGITS
        if value.isalnum():
            return value, None
        text = " ".join(value.split())
        if _like_a_formula(text):
            return text, FORMULA
        return text, NAME_LIKE if child and _NAME.fullmatch(text) else None

    return read


def _number_as_reference(value: float) -> Read:
    if not value.is_integer() or value < 0:
        return None, REFERENCE
    return (None, LOST_DIGITS) if value >= EXACT else (str(int(value)), None)


def _integer(column: Column) -> Reader:
    age = compact(column.name) == compact(AGE)
    least, most = (UNBORN, OLDEST) if age else (0, MOST_COUNT)
    fault = AGE_IN_YEARS if age else WHOLE

    def read(value: object) -> Read:
        if isinstance(value, str) and _NUMBER.fullmatch(value):
            value = float(value)
        if isinstance(value, bool) or not isinstance(value, float | int):
            return None, fault
        whole = value == value // 1
        return (int(value), None) if whole and least <= value <= most else (None, fault)

    return read


def _category(column: Column) -> Reader:
    codes = Codes(column.codes, column.later_codes, open_list=column.open_list)

    def read(value: object) -> Read:
        return codes.read(as_text(value))

    return read


def _answer(_column: Column) -> Reader:
    def read(value: object) -> Read:
        answer = read_answer(as_text(value))
        return answer, None if answer is not None else ANSWER

    return read


def _date(_column: Column) -> Reader:
    return read_date


def _text(column: Column) -> Reader:
    if compact(column.name).endswith("postcode"):
        return _postcode

    def read(value: object) -> Read:
        return True, FORMULA if isinstance(value, str) and _like_a_formula(value) else None

    return read


def _postcode(value: object) -> Read:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return (True, None) if _POSTCODE.fullmatch(text) else (None, POSTCODE)


def _like_a_formula(text: str) -> bool:
    return text[:1] in "=@" or (text[:1] in "+-" and text[1:2].isalpha())


_INNER: Final = {
    Kind.ID: _id,
    Kind.CATEGORY: _category,
    Kind.DATE: _date,
    Kind.INTEGER: _integer,
    Kind.TEXT: _text,
    Kind.ANSWER: _answer,
}
