"""Who or what is in two places at once: warned and explained, never blocked.

Entries are compared by the time that really passes, so the hour that comes twice in October is
two hours. What they share is looked up first, so that a thousand entries take no time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from jtai_desktop.domain.wording import clock, day_short

# Two of these at once are no clash.
NOT_A_ROOM = frozenset({"", "at home", "home", "call", "online", "by phone", "phone", "link"})


class Shared(StrEnum):
    """What two entries share."""

    CHILD = "child"
    PERSON = "person"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Slot:
    """One entry of the week, whatever it is: when, where, which child, which people."""

    id: str
    called: str
    start: datetime
    end: datetime
    child: str = ""
    place: str = ""
    people: tuple[str, ...] = ()


# From when and until when by the world’s clock, with the identity between for the order.
_Member = tuple[datetime, str, datetime, Slot, str]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two entries that share something while both take place."""

    first: Slot
    second: Slot
    shared: Shared
    what: str

    @property
    def start(self) -> datetime:
        """From when both take place."""
        return max(self.first.start, self.second.start, key=_instant)

    @property
    def end(self) -> datetime:
        """Until when."""
        return min(self.first.end, self.second.end, key=_instant)

    @property
    def sentence(self) -> str:
        """Child C is in two meetings, Tue 17, 11:00."""
        when = f"{day_short(self.start.date())}, {clock(self.start)}"
        if self.shared is Shared.ROOM:
            return f"{self.what} is taken twice, {when}"
        return f"{self.what} is in two meetings, {when}"


def clashes(slots: Iterable[Slot]) -> tuple[Clash, ...]:
    """Every pair that clashes, once for each thing shared, in the order of time."""
    groups: dict[tuple[Shared, str], list[_Member]] = defaultdict(list)
    for slot in slots:
        begins, ends = _instant(slot.start), _instant(slot.end)
        for shared, what in dict.fromkeys(_shares(slot)):
            member = (begins, slot.id, ends, slot, what)
            groups[shared, what.casefold()].append(member)
    found = [
        (begins, shared, what, Clash(first, second, shared, what))
        for (shared, _), members in groups.items()
        for begins, first, second, what in _overlapping(members)
    ]
    found.sort(key=lambda each: each[:3])
    return tuple(each[3] for each in found)


def _shares(slot: Slot) -> Iterator[tuple[Shared, str]]:
    if slot.child:
        yield Shared.CHILD, slot.child
    for person in slot.people:
        if person:
            yield Shared.PERSON, person
    if slot.place.casefold() not in NOT_A_ROOM and "://" not in slot.place:
        yield Shared.ROOM, slot.place


def _overlapping(members: list[_Member]) -> Iterator[tuple[datetime, Slot, Slot, str]]:
    """Pairs of which the later begins before the earlier ends."""
    members.sort(key=lambda each: each[:2])
    running: list[_Member] = []
    for member in members:
        begins, _, _, slot, _ = member
        running = [each for each in running if each[2] > begins]
        yield from ((begins, each[3], slot, each[4]) for each in running)
        running.append(member)


def _instant(when: datetime) -> datetime:
    return when.astimezone(UTC)
