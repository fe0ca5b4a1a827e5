"""One row of a pasted table on its way to a meeting."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from typing import TypeVar

from jtai_desktop.domain.meetings import typed_times
from jtai_desktop.domain.meetings.checking import checked
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.people import Agency
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import listed
from jtai_desktop.exchange.meeting_pasted import CellProblem, Known
from jtai_desktop.exchange.meeting_words import (
    AGENCIES,
    CHAIR,
    CHILD,
    DAY,
    END,
    EXPLAINED,
    KIND,
    NOTE,
    OBSERVE,
    PLACE,
    START,
    TIME,
    TITLE,
    USUAL_KINDS,
    plain,
    yes_or_no,
)

T = TypeVar("T")
# Where each field stands, and how it is headed.
Columns = Mapping[str, tuple[int, str]]
_BETWEEN_AGENCIES = re.compile(r"\s*(?:[,;/\n&]|\band\b)\s*", re.IGNORECASE)


class RowReading:
    """One row on its way to a meeting; each wrong cell is noted, not only the first."""

    def __init__(
        self,
        number: int,
        cells: Sequence[str],
        columns: Columns,
        known: Known,
    ) -> None:
        self.problems: list[CellProblem] = []
        self._number, self._cells, self._columns, self._known = number, cells, columns, known

    def meeting(self) -> Meeting | None:
        """The meeting of this row; nothing where a cell is wrong."""
        kind, times = self._read(KIND, self._kind, ""), self._times()
        agencies: tuple[str, ...] = self._read(AGENCIES, self._agencies, ())
        observe = self._read(OBSERVE, yes_or_no, default=False)
        if times is None:
            return None
        made = Meeting(
            "",
            kind,
            *times,
            title=self._text(TITLE),
            child=self._text(CHILD),
            place=self._text(PLACE),
            chair=self._text(CHAIR),
            agencies=agencies,
            observe=observe,
            explained=self._text(EXPLAINED),
            note=self._text(NOTE),
        )
        try:
            kept = checked(made)
        except Refused as refused:
            self._note(_column_of(refused.problem.place, self._columns), str(refused))
            return None
        return None if self.problems else kept

    def _times(self) -> tuple[datetime, datetime] | None:
        day = self._read(DAY, self._day, None)
        if START in self._columns:
            start, end = self._hour(START, typed_times.START), self._hour(END, typed_times.END)
        else:
            both = self._read(TIME, typed_times.between_typed, None)
            start, end = both or (None, None)
        if day is None or start is None or end is None:
            return None
        try:
            return (
                typed_times.at(day, start, typed_times.START),
                typed_times.at(day, end, typed_times.END),
            )
        except Refused as refused:
            self._note(DAY, str(refused))
            return None

    def _hour(self, key: str, place: str) -> time | None:
        return self._read(key, lambda text: typed_times.clock_typed(text, place), None)

    def _day(self, text: str) -> date:
        return typed_times.day_typed(text, self._known.span)

    def _kind(self, text: str) -> str:
        kinds = {**self._known.own_kinds, **self._known.kinds}
        words = {plain(word): key for word, key in USUAL_KINDS.items() if key in kinds}
        words |= {plain(key): key for key in kinds}
        words |= {plain(title): key for key, title in kinds.items()}
        found = words.get(plain(text))
        if found is None:
            wanted = listed(tuple(self._known.kinds.values()))
            raise Refused(f"{shown(text)} is no kind of meeting: {wanted}.")
        return found

    def _agencies(self, text: str) -> tuple[str, ...]:
        words = {plain(each): one.key for one in self._known.agencies for each in _names(one)}
        if plain(text) in words:
            return (words[plain(text)],)
        parts = [each for each in _BETWEEN_AGENCIES.split(text) if each]
        unknown = [each for each in parts if plain(each) not in words]
        if unknown:
            raise Refused(f"{shown(unknown[0])} is no agency of this inspection.")
        return tuple(dict.fromkeys(words[plain(each)] for each in parts))

    def _text(self, key: str) -> str:
        place = self._columns.get(key)
        text = self._cells[place[0]].strip() if place else ""
        return text if key == NOTE else " ".join(text.split())

    def _read(self, key: str, read: Callable[[str], T], default: T) -> T:
        if key not in self._columns:
            return default
        try:
            return read(self._text(key))
        except Refused as refused:
            self._note(key, str(refused))
            return default

    def _note(self, key: str, sentence: str) -> None:
        head = self._columns[key][1] if key in self._columns else ""
        self.problems.append(CellProblem(self._number, head, sentence, self._text(key)))


def _names(agency: Agency) -> tuple[str, str, str]:
    return agency.key, agency.name, agency.short


def _column_of(place: str, columns: Mapping[str, object]) -> str:
    """The column that a refusal is about: of both hours in one, that one."""
    key = place.casefold()
    return TIME if key in {START, END} and TIME in columns and key not in columns else key
