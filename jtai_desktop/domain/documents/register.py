"""The register: each item with its documents, where it stands, when it is due, what looks wrong.

Screens, papers, workbook and command line all ask here, so what is “sent” is the same everywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.doubts import Doubt, doubts
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.domain.documents.lateness import WITH_AGENCY, Late, lateness
from jtai_desktop.domain.documents.track import CLOSED, Ours, Standing, Theirs, standing
from jtai_desktop.domain.moments import Moment, london

# From where there is most to do to where there is least; an item is no further than its last.
_FURTHER = (Ours.NOT_ASKED, Ours.ASKED, Ours.RETURNED, Ours.TO_CHECK, Ours.READY, Ours.SENT)
NOT_KNOWN: Final[Mapping[str, Standing]] = MappingProxyType({})
_GRAVER = (Theirs.QUERY, Theirs.NO_REPLY, Theirs.RECEIVED, Theirs.ACCEPTED, Theirs.NO_STATUS)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the register."""

    item: Item
    documents: tuple[Document, ...]
    standings: tuple[Standing, ...]
    ours: Ours
    theirs: Theirs
    agency: str
    due: Moment | None
    late: Late
    late_by: timedelta
    doubts: tuple[Doubt, ...]

    @property
    def chased(self) -> int:
        """How often somebody was chased for it."""
        return sum(len(each.chases) for each in self.standings)

    @property
    def here(self) -> int:
        """The newest version that we hold, of the document that leads."""
        return max((document.newest for document in self.documents), default=0)

    @property
    def sent(self) -> int:
        """The version that the inspectors hold; 0 where they hold none."""
        return max((each.sent.version for each in self.standings if each.sent), default=0)

    @property
    def dates(self) -> tuple[date, ...]:
        """The dates of its documents, the latest first."""
        every = {day for document in self.documents for day in document.dates}
        return tuple(sorted(every, reverse=True))

    @property
    def first_due(self) -> Moment | None:
        """The time to chase by: our own, or the milestone’s."""
        return self.item.internal or self.due

    @property
    def owner_id(self) -> str:
        """Who owns its first document."""
        return next((each.owner_id for each in self.documents if each.owner_id), "")

    @property
    def deputy_id(self) -> str:
        """Who stands in."""
        return next((each.deputy_id for each in self.documents if each.deputy_id), "")

    @property
    def counts(self) -> bool:
        """Whether something is to be sent for it: not asleep, and there is such a document."""
        return self.ours not in CLOSED and self.ours is not Ours.ON_REQUEST

    @property
    def open(self) -> bool:
        """Whether it is still to be sent."""
        return self.counts and self.ours is not Ours.SENT

    @property
    def with_agency(self) -> bool:
        """Whether somebody else holds the ball."""
        return self.ours in WITH_AGENCY


@dataclass(frozen=True, slots=True)
class Moments:
    """What the times of the register hang on: the milestones’, the notification, now."""

    due: Mapping[str, Moment]
    notified: date
    now: datetime
    close: time


@dataclass(frozen=True, slots=True)
class Register:
    """All that is asked for, in the order of the pack."""

    entries: tuple[Entry, ...] = ()

    @property
    def area(self) -> tuple[Entry, ...]:
        """What is asked of the area as a whole."""
        return tuple(each for each in self.entries if each.item.child is None)

    @property
    def children(self) -> tuple[Entry, ...]:
        """The case-file documents of the selected children."""
        return tuple(each for each in self.entries if each.item.child is not None)

    @property
    def open(self) -> tuple[Entry, ...]:
        """What is still to be sent."""
        return tuple(each for each in self.entries if each.open)

    @property
    def overdue(self) -> tuple[Entry, ...]:
        """What is late, or late to us."""
        return tuple(each for each in self.entries if each.late is not Late.NO)

    def towards(self, milestone: str) -> tuple[Entry, ...]:
        """What is due at a milestone."""
        return tuple(each for each in self.entries if each.item.milestone == milestone)

    def of_section(self, number: str) -> tuple[Entry, ...]:
        """The items of one section."""
        return tuple(each for each in self.area if each.item.section == number)

    def of_agency(self, key: str) -> "Register":
        """Only what one agency has to bring."""
        return Register(tuple(each for each in self.entries if each.agency == key))

    def entry(self, item_id: str) -> Entry | None:
        """The line of one item."""
        return next((each for each in self.entries if each.item.id == item_id), None)


def register(
    items: Iterable[Item],
    documents: Iterable[Document],
    moments: Moments,
    standings: Mapping[str, Standing] = NOT_KNOWN,
) -> Register:
    """Each item with the documents that answer it.

    Where a document stands does not hang on the time; `standings` has what was read before.
    """
    answering: dict[str, list[tuple[Document, Standing]]] = {}
    for document in documents:
        pair = (document, standings.get(document.id) or standing(document))
        for answer in document.answers:
            answering.setdefault(answer.item_id, []).append(pair)
    ordered = sorted(items, key=lambda item: item.position)
    here = replace(moments, now=london(moments.now))
    return Register(tuple(_entry(item, answering.get(item.id, []), here) for item in ordered))


def _entry(item: Item, pairs: list[tuple[Document, Standing]], moments: Moments) -> Entry:
    ours, leading = _ours(item, pairs)
    due = item.due or moments.due.get(item.milestone)
    late, late_by = lateness(ours, due, item.internal, moments.now, moments.close)
    found = tuple(each for _, each in pairs)
    return Entry(
        item=item,
        documents=tuple(document for document, _ in pairs),
        standings=found,
        ours=ours,
        theirs=_theirs(ours, found),
        agency=leading.agency if leading else item.agency,
        due=due,
        late=late,
        late_by=late_by,
        doubts=doubts(item, pairs, moments.notified),
    )


def _ours(item: Item, pairs: list[tuple[Document, Standing]]) -> tuple[Ours, Document | None]:
    """Where the item stands, and the document that it waits for."""
    if item.sleeps:
        return Ours.ON_REQUEST, pairs[0][0] if pairs else None
    if not pairs:
        return Ours.NOT_ASKED, None
    if len(pairs) == 1:
        return pairs[0][1].ours, pairs[0][0]
    wanted = [pair for pair in pairs if pair[1].ours not in CLOSED]
    if not wanted:
        return pairs[0][1].ours, pairs[0][0]
    leading, found = min(wanted, key=lambda pair: _FURTHER.index(pair[1].ours))
    return found.ours, leading


def _theirs(ours: Ours, found: Iterable[Standing]) -> Theirs:
    """What needs a look first; nothing before all of it is with them, unless they asked."""
    replies = [each.theirs for each in found if each.sent]
    first = min(replies, key=_GRAVER.index, default=Theirs.NO_STATUS)
    return first if ours is Ours.SENT or first is Theirs.QUERY else Theirs.NO_STATUS
