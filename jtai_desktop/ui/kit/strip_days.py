"""What the strips of days show, as frozen records: days, marks, columns, groups, entries, bars."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from jtai_desktop.domain import wording
from jtai_desktop.ui.theme.states import StateLook
from jtai_desktop.ui.theme.tokens import Role


class DayKind(StrEnum):
    """A weekend is one narrow hatched column for both its days; a closed day is a wide one."""

    WORKING = "working"
    WEEKEND = "weekend"
    CLOSED = "closed"
    FIELDWORK = "fieldwork"


def spoken_date(date: dt.date) -> str:
    """A day in words, without the year: Tue 10 November."""
    return f"{wording.weekday(date)} {date.day} {wording.MONTHS[date.month - 1]}"


@dataclass(frozen=True, slots=True)
class StripMark:
    """An icon on a day of the fortnight line, with a count if there are several."""

    icon: str
    role: Role
    said: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day of the fortnight line. `name` is that of a bank holiday or closure."""

    date: dt.date
    kind: DayKind = DayKind.WORKING
    marks: tuple[StripMark, ...] = ()
    name: str = ""
    today: bool = False
    past: bool = False

    @property
    def label(self) -> str:
        return wording.weekday(self.date)

    @property
    def number(self) -> str:
        return str(self.date.day)

    @property
    def said(self) -> str:
        """The day in words: date, what kind of day, what it brings."""
        kind = {DayKind.CLOSED: "not a working day", DayKind.FIELDWORK: "fieldwork"}
        parts = [spoken_date(self.date), "today" if self.today else "", self.name]
        parts += [kind.get(self.kind, ""), *(mark.said for mark in self.marks)]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class StripEntry:
    """A milestone on its day: a short word with its state. `said` is the whole of it in words."""

    key: str
    word: str
    state: StateLook
    said: str = ""


@dataclass(frozen=True, slots=True)
class StripGroup:
    """What shares one time of a day: "end of day", its entries, and marks such as set by hand."""

    time: str
    entries: tuple[StripEntry, ...]
    marks: tuple[StateLook, ...] = ()

    @property
    def filled(self) -> StateLook | None:
        """The filled state whose ground the group stands on, if any entry has one."""
        return next((entry.state for entry in self.entries if entry.state.filled), None)


@dataclass(frozen=True, slots=True)
class StripColumn:
    """One day of the three weeks. A weekend with entries becomes as wide as a working day."""

    date: dt.date
    kind: DayKind = DayKind.WORKING
    groups: tuple[StripGroup, ...] = ()
    name: str = ""
    today: bool = False
    narrow: bool = False

    @property
    def hatched(self) -> bool:
        return self.kind in {DayKind.WEEKEND, DayKind.CLOSED}

    @property
    def sliver(self) -> bool:
        return self.kind is DayKind.WEEKEND and not self.groups


@dataclass(frozen=True, slots=True)
class StripBar:
    """A black bar across columns ("Fieldwork on site"); `first` and `last` are their places."""

    key: str
    word: str
    first: int
    last: int
    icon: str = "flag"
    said: str = ""


@dataclass(frozen=True, slots=True)
class NowLine:
    """Where now is: the column, how far across it (0 to 1), and the time on the flag."""

    column: int
    part: float
    text: str
