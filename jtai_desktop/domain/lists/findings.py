"""What is found in the lists: each problem with its place, what was found and what was wanted."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jtai_desktop.domain.lists.shape import Column, Gravity


class Rule(StrEnum):
    """What a problem is about; its value stays the same, so that versions can be compared."""

    BLANK = "blank"
    NOT_A_DATE = "not-a-date"
    MONTH_FIRST = "month-first"
    DOUBTFUL_DATE = "doubtful-date"
    TEXT_DATE = "text-date"
    SERIAL_DATE = "serial-date"
    NOT_A_CODE = "not-a-code"
    CODE_FORM = "code-form"
    NOT_A_NUMBER = "not-a-number"
    NOT_A_REFERENCE = "not-a-reference"
    NAME_LIKE = "name-like"
    EXCEL_ERROR = "excel-error"
    FORMULA = "formula"
    POSTCODE = "postcode"
    FUTURE = "future"
    BEFORE_BIRTH = "before-birth"
    WINDOW = "window"
    AGE = "age"
    TOO_OLD = "too-old"
    AGE_UNKNOWN = "age-unknown"
    ORDER = "order"
    TOGETHER = "together"
    GATE_BLANK = "gate-blank"
    FOLLOW_UP_BLANK = "follow-up-blank"
    NO_GATE = "no-gate"
    OUTSIDE_AGE = "outside-age"
    CLASH = "clash"
    COMPLETED_BLANK = "completed-blank"
    NOT_COMPLETED = "not-completed"
    DUPLICATE = "duplicate"
    SECOND_ROW = "second-row"
    COUNT_DIFFERS = "count-differs"
    COUNT_SMALL = "count-small"
    NOT_IN_LIST = "not-in-list"
    BIRTH_DIFFERS = "birth-differs"
    ANSWER_DIFFERS = "answer-differs"
    CASE_STATUS = "case-status"
    MISSING_COLUMN = "missing-column"
    TWO_COLUMNS = "two-columns"
    BY_MEANING = "by-meaning"
    NOT_READ = "not-read"
    TWO_SHEETS = "two-sheets"
    OTHER_LIST = "other-list"
    NAME_CONTRADICTS = "name-contradicts"
    HIDDEN_SHEET = "hidden-sheet"
    NO_ROWS = "no-rows"
    LEFT_OVER = "left-over"
    MACROS = "macros"
    LINKED = "linked"
    ERRORS_UNSEEN = "errors-unseen"


class How(StrEnum):
    """How a heading was taken for a column."""

    NAME = "by its name"
    SEEN = "as seen elsewhere"
    MEANING = "by its words"
    HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value, before it has a place."""

    rule: Rule
    gravity: Gravity
    wanted: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The row of the sheet, counted from 1, and what stands there."""

    row: int
    found: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem in one column of one list, with every cell that has it alike."""

    rule: Rule
    gravity: Gravity
    list_number: int  # 0 where it is of no list
    file: str
    sheet: str
    position: int  # the column of the sheet counted from 0; -1 for the sheet as a whole
    heading: str
    wanted: str
    cells: tuple[Cell, ...] = ()

    @property
    def letter(self) -> str:
        """The column’s letter; nothing for the sheet as a whole."""
        return letter(self.position)

    @property
    def alike(self) -> int:
        """How many rows have it."""
        return len(self.cells)


@dataclass(frozen=True, slots=True)
class Taken:
    """A heading and the column that it was taken for."""

    column: Column
    position: int
    heading: str
    how: How

    @property
    def letter(self) -> str:
        """The column’s letter."""
        return letter(self.position)


@dataclass(frozen=True, slots=True)
class Account:
    """Where a list was found, and every row of it: accepted, with problems or blank."""

    list_number: int
    title: str
    file: str
    sheet: str
    heading_row: int
    read: int
    accepted: int
    with_problems: int
    blank: int
    taken: tuple[Taken, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sheet that was not read, and why."""

    file: str
    sheet: str
    sentence: str


def letter(position: int) -> str:
    """A, B, …, Z, AA: the letter of a column counted from 0."""
    text = ""
    number = position + 1
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def gravest(findings: Iterable[Finding]) -> Gravity | None:
    """The gravest there is; None where there is none."""
    there = {one.gravity for one in findings}
    return next((gravity for gravity in Gravity if gravity in there), None)


def most_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors before warnings before remarks, and those with the most rows first."""
    order = list(Gravity)
    return sorted(
        findings,
        key=lambda one: (order.index(one.gravity), -one.alike, one.list_number, one.position),
    )
