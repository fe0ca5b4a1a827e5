"""How many are sent and to send, by next step and by agency."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.documents.track import CLOSED, Ours
from jtai_desktop.domain.wording import counted

_PLACES: Final = MappingProxyType(
    {
        Ours.SENT: "sent",
        Ours.READY: "ready",
        Ours.TO_CHECK: "to_check",
        Ours.ON_REQUEST: "on_request",
    }
)


@dataclass(frozen=True, slots=True)
class Counts:
    """The lines of a register by where they stand; each is in one number, late ones apart.

    `late` counts those that wait for an agency past a due time; `with_agency` the other ones.
    """

    sent: int = 0
    ready: int = 0
    to_check: int = 0
    with_agency: int = 0
    late: int = 0
    on_request: int = 0
    closed: int = 0

    @property
    def with_us(self) -> int:
        """Ours to move."""
        return self.ready + self.to_check

    @property
    def to_send(self) -> int:
        """Still to be sent."""
        return self.with_us + self.with_agency + self.late

    @property
    def total(self) -> int:
        """What is to be sent in all."""
        return self.sent + self.to_send

    @property
    def sent_of(self) -> str:
        """20 of 40 sent."""
        return f"{self.sent} of {self.total} sent"

    @property
    def said(self) -> str:
        """19 sent, 14 to send, 3 only on request."""
        asleep = f", {self.on_request} only on request" if self.on_request else ""
        return f"{self.sent} sent, {self.to_send} to send{asleep}"

    @property
    def of_section(self) -> str:
        """2 of 3 sent, 1 on request."""
        return self.sent_of + (f", {self.on_request} on request" if self.on_request else "")


def counts(entries: Iterable[Entry]) -> Counts:
    """Each line in one of the numbers."""
    found = [_place(entry) for entry in entries]
    return Counts(**{name: found.count(name) for name in Counts.__dataclass_fields__})


@dataclass(frozen=True, slots=True)
class AgencyCounts:
    """What one agency has still to bring, and what we have of it still to send."""

    agency: str
    counts: Counts
    late: tuple[Entry, ...]
    with_agency: tuple[Entry, ...]
    to_check: tuple[Entry, ...]
    ready: tuple[Entry, ...]


def by_agency(entries: Iterable[Entry]) -> tuple[AgencyCounts, ...]:
    """The agencies with something to send, most first."""
    theirs: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.counts:
            theirs.setdefault(entry.agency, []).append(entry)
    found = [_of_agency(agency, held) for agency, held in theirs.items()]
    # The sort is stable: where two have as many, the order of the register stays.
    return tuple(sorted(found, key=lambda each: -each.counts.to_send))


def doubtful(entries: Iterable[Entry]) -> int:
    """How many lines have something that looks wrong."""
    return sum(1 for entry in entries if entry.doubts)


def made_of(area: int, children: int) -> str:
    """5 documents, 9 case documents."""
    parts = ((area, "document"), (children, "case document"))
    return ", ".join(counted(number, word) for number, word in parts if number)


def _of_agency(agency: str, held: list[Entry]) -> AgencyCounts:
    def those(place: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in held if _place(entry) == place)

    return AgencyCounts(
        agency,
        counts(held),
        those("late"),
        those("with_agency"),
        those("to_check"),
        those("ready"),
    )


def _place(entry: Entry) -> str:
    if entry.ours in CLOSED:
        return "closed"
    if entry.with_agency:
        return "with_agency" if entry.late is Late.NO else "late"
    return _PLACES[entry.ours]
