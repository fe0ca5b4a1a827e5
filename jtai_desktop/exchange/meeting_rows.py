"""A table of meetings as it is pasted from a workbook or an e-mail: columns by their headings.

All or nothing: each cell that can’t be taken is named by row and column, and as long as there is
one, none of the meetings is. Rows are counted as in the table, its headings being row 1.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Final, TypeVar

from jtai_desktop.domain.documents.blocks import Block, from_text
from jtai_desktop.domain.meetings import typed_times
from jtai_desktop.domain.meetings.checking import checked
from jtai_desktop.domain.meetings.concerns import Span
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.people import Agency
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import day_short, listed

T = TypeVar("T")
KIND, CHILD, DAY, START, END, TIME = "kind", "child", "day", "start", "end", "time"
PLACE, CHAIR, AGENCIES, OBSERVE = "place", "chair", "agencies", "observe"
EXPLAINED, NOTE, TITLE = "explained", "note", "title"
# What each column may be called; the first is how it is asked for where it is missing.
HEADINGS: Final = MappingProxyType(
    {
        KIND: ("Kind", "Meeting", "Meeting type", "Type", "Type of meeting", "Kind of meeting"),
        CHILD: ("Child", "Label", "Child label", "Reference", "Child reference"),
        DAY: ("Day", "Date", "Meeting date", "Date of meeting"),
        START: ("Start", "From", "Start time", "Begins"),
        END: ("End", "To", "Until", "End time", "Ends", "Finish", "Finish time"),
        TIME: ("Time", "Times", "Hours"),
        PLACE: ("Place", "Place or link", "Venue", "Location", "Where", "Room", "Link"),
        CHAIR: ("Chair", "Chaired by", "Chairperson"),
        AGENCIES: ("Agencies", "Agencies attending", "Attending", "Attendees", "Who attends"),
        OBSERVE: ("Observe", "May observe", "May an inspector observe", "Observation", "Observer"),
        EXPLAINED: ("Explained", "Explained by", "Explained to family"),
        NOTE: ("Note", "Notes", "Note for inspectors", "Comments", "Comment"),
        TITLE: ("Title", "Name of meeting"),
    }
)
NEEDED: Final = (KIND, CHILD, DAY)
MOST_ROWS: Final = 500
# Other words for the kinds of the return, as tables have them; the pack’s own titles fit anyway.
USUAL_KINDS: Final = MappingProxyType(
    {
        "icpc": "initial-conference",
        "initial cp conference": "initial-conference",
        "initial child protection conference": "initial-conference",
        "rcpc": "review-conference",
        "review cp conference": "review-conference",
        "review child protection conference": "review-conference",
        "lac review": "care-review",
        "cla review": "care-review",
        "looked after review": "care-review",
        "looked after child review": "care-review",
        "strategy meeting": "strategy",
        "strategy discussion": "strategy",
        "planning meeting": "planning",
        "review meeting": "planning",
        "child in need meeting": "planning",
        "cin meeting": "planning",
    }
)
YES: Final = frozenset({"yes", "y", "true", "x", "may observe", "✓", "✔", "1"})
NO: Final = frozenset({"", "no", "n", "false", "-", "–", "0", "may not"})
_BETWEEN_AGENCIES = re.compile(r"\s*(?:[,;/\n&]|\band\b)\s*", re.IGNORECASE)
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that can’t be taken: row, column, what is wrong, what was found."""

    row: int
    column: str
    sentence: str
    found: str = ""

    @property
    def where(self) -> str:
        """Row 4, Day."""
        return f"Row {self.row}, {self.column}" if self.column else f"Row {self.row}"


@dataclass(frozen=True, slots=True)
class PastedRow:
    """A row that was understood."""

    row: int
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a table came to. `remarks` are worth a look and stop nothing."""

    rows: tuple[PastedRow, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    remarks: tuple[CellProblem, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """What can be taken in: nothing while there is a problem."""
        return () if self.problems else tuple(each.meeting for each in self.rows)


@dataclass(frozen=True, slots=True)
class Known:
    """What the cells are read against: kinds by key, agencies, the three weeks, what is there."""

    kinds: Mapping[str, str]
    agencies: tuple[Agency, ...] = ()
    span: Span | None = None
    here: tuple[Meeting, ...] = ()
    own_kinds: Mapping[str, str] = field(default_factory=dict)


def read_table(text: str, known: Known) -> Pasted:
    """The meetings of a pasted table, or every cell that stands in the way."""
    block = from_text(text.strip("\r\n"))
    if not any(any(cell.strip() for cell in row) for row in block):
        return _stopped("Nothing was pasted. Copy the table with its headings first.")
    columns, unread = _columns(block[0])
    unread = (*unread, *_unheaded(block))
    if not columns:
        return _stopped(
            "The first row has no heading that is known. Copy the table with its headings:"
            f" {listed(tuple(HEADINGS[key][0] for key in (*NEEDED, START, END)))}."
        )
    if len(block) - 1 > MOST_ROWS:
        return _stopped(f"The table has more than {MOST_ROWS} rows. Paste it in parts.")
    missing = tuple(_missing(columns))
    if missing:
        return Pasted(problems=missing, unread=unread)
    return replace(_rows(block, columns, known), unread=unread)


def _stopped(sentence: str) -> Pasted:
    return Pasted(problems=(CellProblem(1, "", sentence),))


def _columns(heads: Sequence[str]) -> tuple[dict[str, tuple[int, str]], tuple[str, ...]]:
    """Where each field stands and how it is headed; and the headings that nothing is read from."""
    words = {_plain(word): key for key, group in HEADINGS.items() for word in group}
    found: dict[str, tuple[int, str]] = {}
    unread: list[str] = []
    for place, head in enumerate(heads):
        key = words.get(_plain(head))
        if key and key not in found:
            found[key] = place, head.strip()
        elif head.strip():
            unread.append(head.strip())
    return found, tuple(unread)


def _unheaded(block: Block) -> Iterator[str]:
    """Columns that have cells and no heading: told of, not passed over."""
    for place, head in enumerate(block[0]):
        if not head.strip() and any(row[place].strip() for row in block[1:]):
            yield f"column {place + 1} without a heading"


def _missing(columns: Mapping[str, object]) -> Iterator[CellProblem]:
    wanted = [key for key in NEEDED if key not in columns]
    if TIME not in columns:
        wanted += [key for key in (START, END) if key not in columns]
    for key in wanted:
        head = HEADINGS[key][0]
        yield CellProblem(1, head, f"There is no column “{head}”. Add it, or name it so.")


def _rows(block: Block, columns: dict[str, tuple[int, str]], known: Known) -> Pasted:
    rows: list[PastedRow] = []
    problems: list[CellProblem] = []
    for number, cells in enumerate(block[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        reading = _Reading(number, cells, columns, known)
        meeting = reading.meeting()
        problems += reading.problems
        if meeting is not None:
            rows.append(PastedRow(number, meeting))
    problems += _twice(rows, columns, known)
    remarks = tuple(_outside(rows, columns, known))
    if not rows and not problems:
        problems.append(CellProblem(2, "", "There is no row below the headings."))
    problems.sort(key=lambda each: each.row)
    return Pasted(tuple(rows), tuple(problems), remarks)


class _Reading:
    """One row on its way to a meeting; each wrong cell is noted, not only the first."""

    def __init__(
        self,
        number: int,
        cells: Sequence[str],
        columns: dict[str, tuple[int, str]],
        known: Known,
    ) -> None:
        self.problems: list[CellProblem] = []
        self._number, self._cells, self._columns, self._known = number, cells, columns, known

    def meeting(self) -> Meeting | None:
        """The meeting of this row; nothing where a cell is wrong."""
        kind, times = self._read(KIND, self._kind, ""), self._times()
        agencies: tuple[str, ...] = self._read(AGENCIES, self._agencies, ())
        observe = self._read(OBSERVE, _observe, default=False)
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
        words = {_plain(word): key for word, key in USUAL_KINDS.items() if key in kinds}
        words |= {_plain(key): key for key in kinds}
        words |= {_plain(title): key for key, title in kinds.items()}
        found = words.get(_plain(text))
        if found is None:
            wanted = listed(tuple(self._known.kinds.values()))
            raise Refused(f"{shown(text)} is no kind of meeting: {wanted}.")
        return found

    def _agencies(self, text: str) -> tuple[str, ...]:
        words = {_plain(each): one.key for one in self._known.agencies for each in _names(one)}
        if _plain(text) in words:
            return (words[_plain(text)],)
        parts = [each for each in _BETWEEN_AGENCIES.split(text) if each]
        unknown = [each for each in parts if _plain(each) not in words]
        if unknown:
            raise Refused(f"{shown(unknown[0])} is no agency of this inspection.")
        return tuple(dict.fromkeys(words[_plain(each)] for each in parts))

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


def _twice(
    rows: Sequence[PastedRow], columns: Mapping[str, tuple[int, str]], known: Known
) -> Iterator[CellProblem]:
    """Rows that say what another row, or the week, has already."""
    here = {_same(each) for each in known.here if each.stands}
    seen: dict[tuple[str, str, datetime], int] = {}
    for each in rows:
        same = _same(each.meeting)
        head = columns[CHILD][1]
        if same in seen:
            sentence = f"Row {seen[same]} is the same meeting. Take one of them out."
            yield CellProblem(each.row, head, sentence, each.meeting.child)
        elif same in here:
            sentence = "This meeting is in the week already. Take the row out."
            yield CellProblem(each.row, head, sentence, each.meeting.child)
        seen.setdefault(same, each.row)


def _outside(
    rows: Sequence[PastedRow], columns: Mapping[str, tuple[int, str]], known: Known
) -> Iterator[CellProblem]:
    for each in rows:
        day = each.meeting.start.date()
        if known.span is not None and not known.span.is_on_site(day):
            sentence = f"{day_short(day)} is outside the fieldwork week."
            yield CellProblem(each.row, columns[DAY][1], sentence)


def _same(meeting: Meeting) -> tuple[str, str, datetime]:
    return meeting.kind, meeting.child.casefold(), meeting.start


def _names(agency: Agency) -> tuple[str, str, str]:
    return agency.key, agency.name, agency.short


def _observe(text: str) -> bool:
    plain = " ".join(text.casefold().split()).rstrip(".")
    if plain in YES:
        return True
    if plain in NO:
        return False
    raise Refused(f"{shown(text)} is neither yes nor no.")


def _column_of(place: str, columns: Mapping[str, object]) -> str:
    """The column that a refusal is about: of both hours in one, that one."""
    key = place.casefold()
    return TIME if key in {START, END} and TIME in columns and key not in columns else key


def _plain(text: str) -> str:
    return _SIGNS.sub(" ", text.casefold()).strip()
