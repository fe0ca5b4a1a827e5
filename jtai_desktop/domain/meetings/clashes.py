"""Who or what is in two places at once, or has no time between them: warned, never blocked.

Entries are compared by the time that really passes, so the hour that comes twice in October is
two hours. What they share is looked up first, so that a thousand entries take no time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from jtai_desktop.domain.meetings.slot import NOBODY_IN_PARTICULAR, Slot
from jtai_desktop.domain.meetings.warned import key_of, mark_of
from jtai_desktop.domain.meetings.ways import Spot, Ways, spot
from jtai_desktop.domain.wording import clock, day_short, span, times


class Shared(StrEnum):
    """What two entries share."""

    CHILD = "child"
    PERSON = "person"
    INSPECTOR = "inspector"
    ROOM = "room"
    ENTRY = "entry"


class ClashKind(StrEnum):
    """How two entries clash."""

    AT_ONCE = "at-once"
    TRAVEL = "travel"
    DUPLICATE = "duplicate"


# For these it takes time to come from one place to another.
TRAVEL = frozenset({Shared.CHILD, Shared.PERSON, Shared.INSPECTOR})
# From when and until when by the world’s clock, with the identity between for the order.
_Member = tuple[datetime, str, datetime, Slot, str]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two entries that share something; `needed` are the minutes of the way between them."""

    first: Slot
    second: Slot
    shared: Shared
    what: str
    kind: ClashKind = ClashKind.AT_ONCE
    needed: int = 0

    @property
    def start(self) -> datetime:
        """From when both take place; of a way, when the first ends."""
        if self.kind is ClashKind.TRAVEL:
            return self.first.end
        return max(self.first.start, self.second.start, key=_instant)

    @property
    def end(self) -> datetime:
        """Until when; of a way, when the second begins."""
        if self.kind is ClashKind.TRAVEL:
            return self.second.start
        return min(self.first.end, self.second.end, key=_instant)

    @property
    def length(self) -> timedelta:
        """How long both take place; of a way, the time there is for it."""
        return _instant(self.end) - _instant(self.start)

    @property
    def ids(self) -> tuple[str, ...]:
        """Both entries."""
        return self.first.id, self.second.id

    @property
    def key(self) -> str:
        """What it is known by, whatever the times are."""
        return key_of(self.kind, self.shared, self.what.casefold(), *sorted(self.ids))

    @property
    def mark(self) -> str:
        """What it rests on; another one as soon as one of the two is changed."""
        both = sorted((self.first, self.second), key=lambda each: each.id)
        return mark_of(str(self.needed), *(part for each in both for part in each.facts))

    @property
    def agencies(self) -> tuple[str, ...]:
        """The keys of the agencies that are named at both."""
        return tuple(each for each in self.first.agencies if each in self.second.agencies)

    @property
    def sentence(self) -> str:
        """Child C is in two meetings, Tue 17, 11:00."""
        when = f"{day_short(self.start.date())}, {clock(self.start)}"
        if self.kind is ClashKind.TRAVEL:
            return f"{self.what} has {span(self.length)} for a way of {self.needed} min, {when}"
        if self.kind is ClashKind.DUPLICATE:
            return f"{self.what} stands twice, {when}"
        if self.shared is Shared.ROOM:
            return f"{self.what} is taken twice, {when}"
        return f"{self.what} is in two meetings, {when}"

    @property
    def explained(self) -> str:
        """Both entries with their times, and what is between or over them."""
        if self.kind is ClashKind.TRAVEL:
            there = f"{self.first.called} ends {clock(self.first.end)} at {self.first.place}"
            then = f"{self.second.called} begins {clock(self.second.start)} at {self.second.place}"
            return f"{there}; {then}. The way takes {self.needed} min."
        both = " and ".join(
            f"{each.called}, {times(each.start, each.end)}" for each in (self.first, self.second)
        )
        return f"{both}: {span(self.length)} at the same time."


def clashes(slots: Iterable[Slot], ways: Ways | None = None) -> tuple[Clash, ...]:
    """Every pair that clashes, once for each thing shared, in the order of time.

    A pair that stands twice is told of as that alone: it shares everything.
    """
    ways = ways or Ways()
    groups: dict[tuple[Shared, str], list[_Member]] = defaultdict(list)
    for slot in slots:
        begins, ends = _instant(slot.start), _instant(slot.end)
        for shared, name, what in dict.fromkeys(_shares(slot)):
            groups[shared, name].append((begins, slot.id, ends, slot, what))
    found = [
        (begins, clash)
        for (shared, _), members in groups.items()
        if len(members) > 1
        for begins, clash in _of_group(shared, members, ways)
    ]
    twice = {clash.ids for _, clash in found if clash.kind is ClashKind.DUPLICATE}
    kept = [
        each
        for each in found
        if each[1].kind is ClashKind.DUPLICATE or not {each[1].ids, each[1].ids[::-1]} & twice
    ]
    kept.sort(key=lambda each: (each[0], each[1].shared, each[1].what, each[1].ids))
    return tuple(clash for _, clash in kept)


def _shares(slot: Slot) -> Iterator[tuple[Shared, str, str]]:
    """What it shares, the name to look it up by, and the words."""
    if slot.child:
        yield Shared.CHILD, slot.child.casefold(), slot.child
    for person in slot.people:
        if person and person.casefold() not in NOBODY_IN_PARTICULAR:
            yield Shared.PERSON, person.casefold(), person
    if slot.inspector:
        yield Shared.INSPECTOR, slot.inspector.casefold(), slot.inspector
    if spot(slot.place) is Spot.ROOM:
        yield Shared.ROOM, slot.place.casefold(), slot.place
    if slot.kind and not slot.is_talk:
        yield Shared.ENTRY, f"{slot.kind}\n{(slot.child or slot.called).casefold()}", slot.called


def _of_group(
    shared: Shared, members: list[_Member], ways: Ways
) -> Iterator[tuple[datetime, Clash]]:
    """Pairs of which the later begins before the earlier ends, or too soon after it."""
    members.sort(key=lambda each: each[:2])
    reach = timedelta(minutes=ways.longest if shared in TRAVEL else 0)
    running: list[_Member] = []
    for member in members:
        begins = member[0]
        running = [each for each in running if each[2] + reach > begins]
        for before in running:
            clash = _clash(shared, before, member, ways)
            if clash is not None:
                yield begins, clash
        running.append(member)


def _clash(shared: Shared, before: _Member, after: _Member, ways: Ways) -> Clash | None:
    begins, _, _, second, _ = after
    _, _, ends, first, what = before
    # Two people of one child can be in two places: each conversation is with one of them.
    if shared is Shared.CHILD and first.is_talk and second.is_talk:
        return None
    if ends > begins:
        twice = shared is Shared.ENTRY
        kind = ClashKind.DUPLICATE if twice else ClashKind.AT_ONCE
        return Clash(first, second, shared, what, kind)
    same_child = first.child.casefold() == second.child.casefold()
    needed = ways.minutes(first.place, second.place, same_child=same_child)
    if begins - ends < timedelta(minutes=needed):
        return Clash(first, second, shared, what, ClashKind.TRAVEL, needed)
    return None


def _instant(when: datetime) -> datetime:
    return when.astimezone(UTC)
