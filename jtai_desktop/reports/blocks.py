"""The vocabulary of the papers: what a paper says, apart from how it looks.

Every text is ready to print. A paper is a row of blocks; `pdf/blocks.py` draws each kind.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sign(StrEnum):
    """The icon of a state. It never stands without its word."""

    LATE = "late"
    WARNING = "warning"
    NOT_ASKED = "not-asked"
    ASKED = "asked"
    TO_CHECK = "to-check"
    RETURNED = "returned"
    READY = "ready"
    SENT = "sent"
    DOES_NOT_EXIST = "does-not-exist"
    NOT_APPLICABLE = "not-applicable"
    ON_REQUEST = "on-request"
    NO_REPLY = "no-reply"
    RECEIVED = "received"
    QUERY = "query"
    ACCEPTED = "accepted"
    TO_COME = "to-come"
    DUE_TODAY = "due-today"
    DONE = "done"
    LAPSED = "lapsed"
    AWAITED = "awaited"
    HAPPENED = "happened"
    SET_BY_HAND = "set-by-hand"
    ASSUMED = "assumed"
    MOVED = "moved"
    OVERRIDDEN = "overridden"
    LEFT_OUT = "left-out"
    DRAFTING = "drafting"
    AGREED = "agreed"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    NEW = "new"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    ERROR = "error"
    REMARK = "remark"
    NOT_THERE = "not-there"
    NOT_STARTED = "not-started"
    AT_SIGNIFICANT_RISK = "at-significant-risk"
    AT_MINOR_RISK = "at-minor-risk"
    ON_TRACK = "on-track"
    COMPLETED = "completed"
    IMPACT_EVIDENCED = "impact-evidenced"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with a remark at the right; it stays with what follows."""

    title: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A paragraph. `quiet` is small print, `aside` stands at its right."""

    text: str
    quiet: bool = False
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column and its share of the width. `names_row` makes its cells heads of their rows."""

    title: str
    share: float
    right: bool = False
    names_row: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, with the sign of its state; late and warnings are strong.

    `boxed` puts a box to tick before it, `below` are further lines in the same cell.
    """

    text: str = ""
    sign: Sign | None = None
    strong: bool = False
    boxed: bool = False
    quiet: bool = False
    below: tuple["Cell", ...] = ()


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A grey row that heads the rows after it, with a count at the right."""

    number: str
    title: str
    right: str = ""


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads; `nothing` is printed where there are none.

    `light` heads are grey, for few numbers on a cover. `tall` rows leave room for a pen, `deep`
    ones for some lines of it where a cell is empty. Sections that are `whole` are not broken over
    pages, unless they are high themselves. Where a row has fewer cells than there are columns, its
    last one takes the room of those that are left.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | SectionRow, ...]
    nothing: str = "Nothing here."
    light: bool = False
    tall: bool = False
    deep: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: a bold lead, a text, the paragraph of the guidance, a remark."""

    lead: str
    text: str
    paragraph: str = ""
    remark: str = ""
    sign: Sign | None = None
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Some facts below one another; `lead` is the share of the width that the leads take."""

    rows: tuple[Fact, ...]
    lead: float = 0.33
    nothing: str = "Nothing here."


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, several beside each other, each under a name."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Writing:
    """Ruled room for handwriting. `what` says to a screen reader what it is for."""

    lines: int
    what: str = "Room for notes"


@dataclass(frozen=True, slots=True)
class DayEntry:
    """What a day brings: hour, word, and the sign of its state."""

    hour: str
    word: str
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of the strip. `closed` says why it is no working day."""

    day: date
    entries: tuple[DayEntry, ...] = ()
    closed: str = ""
    today: bool = False


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks drawn below one another, Monday to Friday and the weekend.

    `said` is what a screen reader hears in place of the drawing.
    """

    weeks: tuple[tuple[WeekDay, ...], ...]
    said: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A block of a drawn day, from one minute of the day to another.

    `lines` stand under its title; `framed` blocks are conversations; `marked` says what is wrong.
    """

    start: int
    end: int
    when: str
    title: str
    lines: tuple[str, ...] = ()
    marked: str = ""
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """One day drawn by the hour. What does not fit a block is shortened: a table says it in full.

    `said` is what a screen reader hears in place of the drawing.
    """

    entries: tuple[Entry, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what stands under it, and how much of each kind it holds."""

    label: str
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars over time, each stacked of the same kinds from the foot up; told apart without colour.

    `names` are the kinds, six at most. `said` is what a screen reader hears in place of it.
    """

    names: tuple[str, ...]
    bars: tuple[Bar, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the parts of a pack begin, each a link. Only on a cover."""


Block = Heading | Sentence | Table | Facts | Signatures | Writing | Weeks | Hours | Bars | Contents
