"""The lines of the register as the page shows them: one for each item and further document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from jtai_desktop.domain.documents.cells import Pair, Row, RowKey
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.doubts import Doubt
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.domain.documents.lateness import OPEN, WITH_AGENCY, Late, lateness
from jtai_desktop.domain.documents.register import Entry, Register
from jtai_desktop.domain.documents.track import Ours, Standing, Theirs
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.people import Agency, Contact
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.theme.states import STATES, State

_WORDS = {state: f"{look.word} {look.said}".casefold() for state, look in STATES.items()}
_OURS = {ours: _WORDS[State(ours.value)] for ours in Ours}
_THEIRS = {theirs: _WORDS[State(theirs.value)] for theirs in Theirs}
_LATE = {Late.NO: "", Late.TO_US: _WORDS[State.LATE_TO_US], Late.LATE: _WORDS[State.LATE]}


@dataclass(frozen=True, slots=True)
class Line:
    """An item with its first document, or a further document of it. `hay` is what is searched."""

    key: str
    place: int
    entry: Entry
    document: Document | None
    standing: Standing | None
    first: bool
    ours: Ours
    theirs: Theirs
    late: Late
    late_by: timedelta
    doubts: tuple[Doubt, ...]
    agency: str
    agency_short: str
    owner: str
    deputy: str
    hay: str

    @property
    def item(self) -> Item:
        """What is asked for."""
        return self.entry.item

    @property
    def due(self) -> Moment | None:
        """The time to chase by."""
        return self.entry.first_due

    @property
    def passed(self) -> Moment | None:
        """The time that it is late after, else the one to chase by."""
        return self.entry.due if self.late is Late.LATE else self.due

    @property
    def title(self) -> str:
        """What the document is called; the short title of the item where there is none."""
        return self.document.title if self.document else self.item.short or self.item.title

    @property
    def row(self) -> RowKey:
        """What the row is known by in the register’s cells."""
        return RowKey(self.item.id, self.document.id if self.document else "")

    @property
    def cells(self) -> Row:
        """The row as the register’s cells are read from it."""
        return Row(self.pair, self.entry, self.standing)

    @property
    def pair(self) -> Pair:
        """What can be changed in it."""
        return Pair(self.item, self.document, self.entry.due)

    @property
    def open(self) -> bool:
        """Whether it is still to be sent."""
        return self.ours in OPEN

    @property
    def with_agency(self) -> bool:
        """Whether somebody else holds the ball."""
        return self.ours in WITH_AGENCY

    @property
    def to_check(self) -> bool:
        """Whether a second reader has to look at a version of it."""
        newer = self.standing.newer if self.standing else None
        return Ours.TO_CHECK in {self.ours, newer}

    @property
    def chased(self) -> int:
        """How often somebody was chased for it."""
        return len(self.standing.chases) if self.standing else 0

    @property
    def newest(self) -> int:
        """The newest version that we hold."""
        return self.document.newest if self.document else 0


@dataclass(frozen=True, slots=True)
class Names:
    """What agencies and people are called here."""

    agencies: Mapping[str, Agency]
    people: Mapping[str, Contact]

    def agency(self, key: str) -> str:
        """The short name of an agency."""
        found = self.agencies.get(key)
        return found.short if found else key

    def agency_name(self, key: str) -> str:
        """The whole name of an agency."""
        found = self.agencies.get(key)
        return found.name if found else ""

    def person(self, contact_id: str) -> str:
        """The role of a person; nothing where nobody is named."""
        found = self.people.get(contact_id)
        return found.role if found else ""


def names_of(view: Overview) -> Names:
    """The names of one inspection."""
    return Names(
        {each.key: each for each in view.agencies}, {each.id: each for each in view.contacts}
    )


def lines_of(view: Overview, register: Register) -> tuple[Line, ...]:
    """The lines in the order of the register."""
    names = names_of(view)
    found: list[Line] = []
    for entry in register.entries:
        pairs = list(zip(entry.documents, entry.standings, strict=True))
        if len(pairs) <= 1:
            found.append(_whole(len(found), entry, pairs, names))
        else:
            found.extend(_parts(len(found), entry, pairs, names, view))
    return tuple(found)


def key_of(item_id: str, document_id: str = "") -> str:
    """The key of a line: the item’s, and that of a further document behind it."""
    return f"{item_id}/{document_id}" if document_id else item_id


def _whole(
    place: int, entry: Entry, pairs: Sequence[tuple[Document, Standing]], names: Names
) -> Line:
    document, standing = pairs[0] if pairs else (None, None)
    late = (entry.late, entry.late_by)
    found = _Found(entry.ours, entry.theirs, late, entry.doubts, entry.agency)
    return _line(_At(place, entry), document, standing, names, found)


def _parts(
    place: int,
    entry: Entry,
    pairs: Sequence[tuple[Document, Standing]],
    names: Names,
    view: Overview,
) -> Iterator[Line]:
    """Of an item with several documents each has a line with its own standing."""
    others = {document.id for document, _ in pairs[1:]}
    for number, (document, standing) in enumerate(pairs):
        ours = Ours.ON_REQUEST if entry.item.sleeps else standing.ours
        late = lateness(ours, entry.due, entry.item.internal, view.now, view.council.close)
        doubts = tuple(
            each
            for each in entry.doubts
            if each.document_id == document.id or (not number and each.document_id not in others)
        )
        shown = ours is Ours.SENT or standing.theirs is Theirs.QUERY
        theirs = standing.theirs if shown else Theirs.NO_STATUS
        found = _Found(ours, theirs, late, doubts, document.agency)
        yield _line(_At(place + number, entry, not number), document, standing, names, found)


@dataclass(frozen=True, slots=True)
class _At:
    place: int
    entry: Entry
    first: bool = True


@dataclass(frozen=True, slots=True)
class _Found:
    ours: Ours
    theirs: Theirs
    late: tuple[Late, timedelta]
    doubts: tuple[Doubt, ...]
    agency: str

    @property
    def words(self) -> str:
        """The states in words, as they are searched for."""
        facts = "".join(f" {each.fact}" for each in self.doubts).casefold()
        return f"{_OURS[self.ours]} {_THEIRS[self.theirs]} {_LATE[self.late[0]]}{facts}"


def _line(
    at: _At, document: Document | None, standing: Standing | None, names: Names, found: _Found
) -> Line:
    item = at.entry.item
    owner = names.person(document.owner_id) if document else ""
    deputy = names.person(document.deputy_id) if document else ""
    short = names.agency(found.agency)
    people = (owner, deputy, short, names.agency_name(found.agency))
    return Line(
        key=key_of(item.id) if at.first or document is None else key_of(item.id, document.id),
        place=at.place,
        entry=at.entry,
        document=document,
        standing=standing,
        first=at.first,
        ours=found.ours,
        theirs=found.theirs,
        late=found.late[0],
        late_by=found.late[1],
        doubts=found.doubts,
        agency=found.agency,
        agency_short=short,
        owner=owner,
        deputy=deputy,
        hay=f"{_texts(item, document, people)} {found.words}",
    )


def _texts(item: Item, document: Document | None, people: tuple[str, ...]) -> str:
    title = document.title if document else ""
    child = f"{item.child.label} {item.child.reference}" if item.child else ""
    texts = (item.code, item.short, item.title, title, child, *people, *item.own)
    return " ".join(texts).casefold()
