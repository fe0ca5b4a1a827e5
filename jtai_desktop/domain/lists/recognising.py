"""Which list a sheet holds, and in which row its headings stand: told by what is there."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jtai_desktop.domain.lists.headings import Headings, heading_key
from jtai_desktop.domain.lists.shape import CHILD, ListShape, Rulebook

ROWS_LOOKED_AT = 40
COLUMNS_LOOKED_AT = 400
ENOUGH_WITH_CHILD = 0.4
ENOUGH_WITHOUT = 0.75
ENOUGH_TO_STOP = 0.75
HEADINGS_OF_A_LIST = 4
_NUMBERED = re.compile(r"\blist[\s_]*(\d{1,2})\b", re.IGNORECASE)

Top = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far a row fits the headings of a list."""

    shape: ListShape
    row: int  # counted from 0, within what was looked at
    own: float  # the share of the headings that no other list has
    known: int

    @property
    def rank(self) -> tuple[float, int, int]:
        """The better the higher; of two equal rows the upper one."""
        return (self.own, self.known, -self.row)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as far as it must be known to say what it is."""

    name: str
    top: Top


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a sheet is: one of the lists, a list of something else, or no list at all."""

    likeness: Likeness | None
    said: int  # the number of the list by the sheet’s name or title; 0 where none is said
    title: str  # the title above the headings, or nothing
    looks_like_list: bool

    @property
    def shape(self) -> ListShape | None:
        """The list, if it is one of the pack’s."""
        return self.likeness.shape if self.likeness else None


class Recogniser:
    """Knows the headings of every list of a pack."""

    def __init__(self, book: Rulebook) -> None:
        self._book = book
        self._headings = {shape.number: Headings(shape.columns) for shape in book.lists}
        self._own = {shape.number: _own_columns(shape, book.lists) for shape in book.lists}
        self._meant: dict[str, tuple[tuple[int, str], ...]] = {}

    def recognise(self, sheet: Sheet) -> Recognised:
        """What the sheet is, by its headings; its name is compared but decides nothing."""
        likeness, listlike = self._best(sheet.top)
        title = _title(sheet.top, likeness.row if likeness else len(sheet.top))
        said = _said(sheet.name) or _said(title)
        return Recognised(likeness, said, title, listlike)

    def as_said(self, sheet: Sheet, shape: ListShape) -> Recognised:
        """The sheet as the list that a person says it is; its headings where most are known."""
        known = [
            Likeness(shape, number, 1.0, len(self._names(row).get(shape.number, ())))
            for number, row in enumerate(sheet.top)
        ]
        likeness = max(known, key=lambda one: one.rank, default=None)
        return Recognised(likeness, shape.number, "", looks_like_list=True)

    def headings(self, shape: ListShape) -> Headings:
        """The headings of one list."""
        return self._headings[shape.number]

    def _best(self, top: Top) -> tuple[Likeness | None, bool]:
        """The row and list that fit best, and whether any row names the child and more."""
        found: list[Likeness] = []
        listlike = False
        for number, row in enumerate(top):
            names = self._names(row)
            listlike = listlike or any(
                CHILD in one and len(one) >= HEADINGS_OF_A_LIST for one in names.values()
            )
            found += self._alike(number, names)
            if any(one.own >= ENOUGH_TO_STOP for one in found):
                break
        return max(found, key=lambda one: one.rank, default=None), listlike

    def _alike(self, number: int, names: dict[int, set[str]]) -> list[Likeness]:
        found = []
        for shape in self._book.lists:
            known, own = names.get(shape.number, set()), self._own[shape.number]
            share = len(known & own) / len(own) if own else 0.0
            enough = ENOUGH_WITH_CHILD if CHILD in known else ENOUGH_WITHOUT
            if known and share >= enough:
                found.append(Likeness(shape, number, share, len(known)))
        return found

    def _names(self, row: Sequence[object]) -> dict[int, set[str]]:
        """By list the columns that the cells of a row could be the headings of."""
        names: dict[int, set[str]] = {}
        for text in row[:COLUMNS_LOOKED_AT]:
            if isinstance(text, str) and text:
                for number, name in self._meaning(text):
                    names.setdefault(number, set()).add(name)
        return names

    def _meaning(self, text: str) -> tuple[tuple[int, str], ...]:
        if text not in self._meant:
            matches = ((number, one.match(text)) for number, one in self._headings.items())
            self._meant[text] = tuple((n, match.column.name) for n, match in matches if match)
        return self._meant[text]


def _own_columns(shape: ListShape, others: Iterable[ListShape]) -> frozenset[str]:
    """The columns that no other list has; all of them where there are none of its own."""
    elsewhere = {
        heading_key(column.name)
        for other in others
        if other.number != shape.number
        for column in other.columns
    }
    own = {column.name for column in shape.columns if heading_key(column.name) not in elsewhere}
    return frozenset(own or {column.name for column in shape.columns})


def _title(top: Top, heading_row: int) -> str:
    """The first text above the headings, if it stands alone in its row."""
    for row in top[: min(heading_row, 10)]:
        texts = [text.strip() for text in row if isinstance(text, str) and text.strip()]
        if len(texts) == 1:
            return texts[0][:100]
        if texts:
            return ""
    return ""


def _said(text: str) -> int:
    """The number of the list that a name or title says."""
    found = _NUMBERED.search(text)
    return int(found[1]) if found else 0
