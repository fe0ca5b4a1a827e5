"""What stands in a cell, as text: the same on screen, in a copied block and in a workbook."""

from collections.abc import Callable
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.documents.cell_people import Known
from jtai_desktop.domain.documents.cells import OWN, CellKey, Column, Pair, Row
from jtai_desktop.domain.documents.lateness import Late, lateness, said
from jtai_desktop.domain.documents.track import Ours, Theirs
from jtai_desktop.domain.moments import Moment, london
from jtai_desktop.domain.wording import MONTHS, moment_full

BETWEEN_DATES = "; "
STATE_WORDS: Final = MappingProxyType(
    {
        Ours.NOT_ASKED: "Not asked",
        Ours.ASKED: "Asked",
        Ours.RETURNED: "Returned",
        Ours.TO_CHECK: "To check",
        Ours.READY: "Ready",
        Ours.SENT: "Sent",
        Ours.DOES_NOT_EXIST: "None",
        Ours.NOT_APPLICABLE: "N/A",
        Ours.ON_REQUEST: "On request",
    }
)
REPLY_WORDS: Final = MappingProxyType(
    {
        Theirs.NO_STATUS: "",
        Theirs.NO_REPLY: "No reply",
        Theirs.RECEIVED: "Received",
        Theirs.QUERY: "Query",
        Theirs.ACCEPTED: "Accepted",
    }
)


def text_of(row: Row, key: CellKey, known: Known) -> str:
    """What stands in a cell of a row."""
    if key in _EDITABLE:
        return _EDITABLE[key](row.pair, known)
    return _READ_ONLY[key](row, known)


def edit_text(pair: Pair, key: CellKey, known: Known) -> str:
    """What stands in a cell that can be changed."""
    return _EDITABLE[key](pair, known)


def heading_of(column: Column, known: Known) -> str:
    """What a column is called; one of one’s own by the name that was given to it."""
    if column.key in OWN:
        return known.own_names[OWN.index(column.key)] or column.heading
    return column.heading


def number_of(row: Row, key: CellKey) -> int:
    """The number in a column of numbers; 0 stands as an empty cell."""
    return _NUMBERS[key](row)


def dates_text(days: tuple[date, ...]) -> str:
    """14 Apr 2026; 1 Sep 2025."""
    return BETWEEN_DATES.join(day_plain(day) for day in days)


def day_plain(day: date) -> str:
    """14 Apr 2026."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def moment_text(moment: Moment | None) -> str:
    """Thu 5 Nov 2026, 09:00; nothing where there is none."""
    return moment_full(moment) if moment else ""


def ours_of(row: Row) -> Ours:
    """Where the document of the row stands; on request while the item sleeps."""
    asleep = row.entry.ours is Ours.ON_REQUEST
    return row.entry.ours if asleep or row.standing is None else row.standing.ours


def theirs_of(row: Row) -> Theirs:
    """What the inspectors made of it."""
    if row.standing is None:
        return row.entry.theirs
    found = row.standing.theirs
    shown = ours_of(row) is Ours.SENT or found is Theirs.QUERY
    return found if shown else Theirs.NO_STATUS


def late_of(row: Row, known: Known) -> tuple[Late, timedelta]:
    """Whether the document of the row is late; of several the others may not be."""
    entry = row.entry
    if len(entry.documents) == 1 or row.standing is None:
        return entry.late, entry.late_by
    now = london(known.now)
    return lateness(ours_of(row), entry.due, entry.item.internal, now, known.close)


def _sent(row: Row) -> int:
    return row.standing.sent.version if row.standing and row.standing.sent else 0


def _here(row: Row) -> int:
    return row.pair.document.newest if row.pair.document else 0


def _chased(row: Row) -> int:
    return len(row.standing.chases) if row.standing else 0


_NUMBERS: Final[MappingProxyType[CellKey, Callable[[Row], int]]] = MappingProxyType(
    {CellKey.SENT: _sent, CellKey.HERE: _here, CellKey.CHASED: _chased}
)


def _number(key: CellKey) -> Callable[[Row, Known], str]:
    number = _NUMBERS[key]
    return lambda row, _: str(number(row) or "")


def _late(row: Row, known: Known) -> str:
    return said(*late_of(row, known))


def _child(row: Row) -> str:
    return row.entry.item.child.label if row.entry.item.child else ""


def _agency(pair: Pair, known: Known) -> str:
    # An item without a document keeps to whoever holds it by the pack.
    return known.agencies.name(pair.document.agency if pair.document else pair.item.agency)


def _owner(pair: Pair, known: Known) -> str:
    return known.people.name(pair.document.owner_id) if pair.document else ""


def _deputy(pair: Pair, known: Known) -> str:
    return known.people.name(pair.document.deputy_id) if pair.document else ""


_READ_ONLY: Final[MappingProxyType[CellKey, Callable[[Row, Known], str]]] = MappingProxyType(
    {
        CellKey.CODE: lambda row, _: row.entry.item.code,
        CellKey.SECTION: lambda row, _: row.entry.item.section,
        CellKey.CHILD: lambda row, _: _child(row),
        CellKey.ITEM: lambda row, _: row.entry.item.short,
        CellKey.ITEM_TITLE: lambda row, _: row.entry.item.title,
        CellKey.DUE: lambda row, _: moment_text(row.entry.due),
        CellKey.LATE: _late,
        CellKey.STATE: lambda row, _: STATE_WORDS[ours_of(row)],
        CellKey.THEIRS: lambda row, _: REPLY_WORDS[theirs_of(row)],
        CellKey.SENT: _number(CellKey.SENT),
        CellKey.HERE: _number(CellKey.HERE),
        CellKey.CHASED: _number(CellKey.CHASED),
    }
)
_EDITABLE: Final[MappingProxyType[CellKey, Callable[[Pair, Known], str]]] = MappingProxyType(
    {
        CellKey.TITLE: lambda pair, _: pair.document.title if pair.document else "",
        CellKey.AGENCY: _agency,
        CellKey.OWNER: _owner,
        CellKey.DEPUTY: _deputy,
        CellKey.INTERNAL: lambda pair, _: moment_text(pair.item.internal),
        CellKey.DATES: lambda pair, _: dates_text(pair.document.dates) if pair.document else "",
        CellKey.PAGES: lambda pair, _: pair.answer.pages if pair.answer else "",
        CellKey.NOTE_INTERNAL: lambda pair, _: (
            pair.document.notes.internal if pair.document else ""
        ),
        CellKey.NOTE_INSPECTORS: lambda pair, _: (
            pair.document.notes.inspectors if pair.document else ""
        ),
        CellKey.ITEM_INTERNAL: lambda pair, _: pair.item.notes.internal,
        CellKey.ITEM_INSPECTORS: lambda pair, _: pair.item.notes.inspectors,
        CellKey.OWN_1: lambda pair, _: pair.item.own[0],
        CellKey.OWN_2: lambda pair, _: pair.item.own[1],
        CellKey.OWN_3: lambda pair, _: pair.item.own[2],
    }
)
