"""What agencies and people are called in a cell, so that each is found again by what is shown.

A person is called by role. Where two have the same, the agency goes with it, then the initials,
then a number; so no two are ever called alike.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import TypeVar

from jtai_desktop.domain.moments import CLOSE_OF_BUSINESS
from jtai_desktop.domain.people import Agency, Contact

Names = Mapping[str, str]
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Called:
    """Some records by what they are called, and by all that a person may type for them."""

    names: Names = field(default_factory=dict)
    typed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def name(self, record_id: str) -> str:
        """What it is called; what is not known by its own identity."""
        return self.names.get(record_id, record_id)

    def found(self, text: str) -> tuple[str, ...]:
        """Those that are meant by a text: one, several, or none."""
        return self.typed.get(folded(text), ())


@dataclass(frozen=True, slots=True)
class Known:
    """What a cell is read and shown with."""

    now: datetime
    agencies: Called = field(default_factory=Called)
    people: Called = field(default_factory=Called)
    close: time = CLOSE_OF_BUSINESS
    own_names: tuple[str, str, str] = ("", "", "")


def known(
    now: datetime,
    agencies: Sequence[Agency],
    contacts: Sequence[Contact],
    close: time = CLOSE_OF_BUSINESS,
    own_names: tuple[str, str, str] = ("", "", ""),
) -> Known:
    """The names as they stand, worked out once for all cells."""
    return Known(
        now, agencies_called(agencies), people_called(agencies, contacts), close, own_names
    )


def agencies_called(agencies: Sequence[Agency]) -> Called:
    """Agencies by their keys: called by the short name, typed short or in full."""
    names = _told_apart(
        agencies,
        lambda one: one.key,
        (lambda one: one.short, lambda one: f"{one.short} ({one.name})"),
    )
    typed = ((text, one.key) for one in agencies for text in (one.short, one.name, one.key))
    return Called(names, _typed(names, typed))


def people_called(agencies: Sequence[Agency], contacts: Sequence[Contact]) -> Called:
    """Contacts by their identities: called by role, as far as that tells them apart."""
    short = {agency.id: agency.short for agency in agencies}

    def by_agency(one: Contact, *more: str) -> str:
        return f"{one.role} ({', '.join([short.get(one.agency_id, ''), *filter(None, more)])})"

    names = _told_apart(
        contacts,
        lambda one: one.id,
        (
            lambda one: one.role,
            by_agency,
            lambda one: by_agency(one, one.initials),
        ),
    )
    return Called(names, _typed(names, ((one.role, one.id) for one in contacts)))


def folded(text: str) -> str:
    """The text as it is compared: without regard to case and spaces."""
    return " ".join(text.split()).casefold()


def _told_apart(
    records: Sequence[Record], key: Callable[[Record], str], ways: Sequence[Callable[[Record], str]]
) -> Names:
    """Each record by the first way that no other shares; with a number where none is left."""
    names: dict[str, str] = {}
    left, used = list(records), set[str]()
    for way in ways:
        often = Counter(folded(way(one)) for one in left)
        alone = [
            one for one in left if often[folded(way(one))] == 1 and folded(way(one)) not in used
        ]
        names.update((key(one), way(one)) for one in alone)
        used.update(folded(way(one)) for one in alone)
        left = [one for one in left if key(one) not in names]
    for number, one in enumerate(left, 1):
        names[key(one)] = f"{ways[-1](one)} {number}"
    return names


def _typed(names: Names, given: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """What each text may mean; what something is called means that one alone."""
    found: dict[str, tuple[str, ...]] = {}
    for text, one in given:
        known_so_far = found.get(folded(text), ())
        found[folded(text)] = tuple(dict.fromkeys((*known_so_far, one)))
    return found | {folded(name): (one,) for one, name in names.items()}
