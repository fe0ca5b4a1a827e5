"""How long it takes from one place to another: the council’s own minutes, else a usual number.

A place is a building with a room behind a comma: “Civic Centre, room 4”. Within one building no
time is needed. A call is nowhere; a home or a school is that of the child.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from jtai_desktop.domain import texts
from jtai_desktop.domain.problems import Refused

USUAL_MINUTES: Final = 20
LONGEST_MINUTES: Final = 240
NOWHERE: Final = frozenset(
    {"", "call", "online", "by phone", "phone", "telephone", "video call", "link", "teams"}
)
# Where it is depends on whose home or school it is.
OF_THE_CHILD: Final = frozenset(
    {"at home", "home", "home visit", "at school", "school", "at the school"}
)


class Spot(Enum):
    """What kind of place it is."""

    NOWHERE = "nowhere"
    OF_THE_CHILD = "of-the-child"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Way:
    """The minutes between two places, in either direction."""

    one: str
    other: str
    minutes: int

    @property
    def ends(self) -> frozenset[str]:
        """Both places, without regard to case."""
        return frozenset({self.one.casefold(), self.other.casefold()})


@dataclass(frozen=True, slots=True)
class Ways:
    """The council’s table of ways, and what is usual where it says nothing."""

    known: tuple[Way, ...] = ()
    usual: int = USUAL_MINUTES

    @property
    def longest(self) -> int:
        """No way takes longer."""
        return max(self.usual, *(each.minutes for each in self.known), 0)

    def minutes(self, one: str, other: str, *, same_child: bool = False) -> int:
        """How long it takes; none where one of them is a call or both are in one building."""
        kinds = {spot(one), spot(other)}
        if Spot.NOWHERE in kinds or (one.casefold() == other.casefold() and same_child):
            return 0
        if kinds == {Spot.OF_THE_CHILD}:
            return self.usual
        known = {each.ends: each.minutes for each in self.known}
        said = next((known[ends] for ends in _ends(one, other) if ends in known), None)
        if said is not None:
            return said
        return 0 if building(one).casefold() == building(other).casefold() else self.usual

    def with_way(self, way: Way) -> "Ways":
        """The table with this way as it is said now; refused where it can’t be."""
        kept = Way(
            texts.line(way.one, "From", needed=True),
            texts.line(way.other, "To", needed=True),
            way.minutes,
        )
        if not 0 <= kept.minutes <= LONGEST_MINUTES:
            sentence = f"A way takes from 0 to {LONGEST_MINUTES} minutes."
            raise Refused(sentence, place="Minutes")
        if len(kept.ends) == 1:
            raise Refused("A way needs two places that differ.", place="To")
        return replace(self, known=(*(e for e in self.known if e.ends != kept.ends), kept))

    def without(self, one: str, other: str) -> "Ways":
        """The table without the way between two places; the usual minutes count again."""
        kept = texts.line(one, "From", needed=True), texts.line(other, "To", needed=True)
        gone = frozenset(each.casefold() for each in kept)
        return replace(self, known=tuple(each for each in self.known if each.ends != gone))


def spot(place: str) -> Spot:
    """What kind of place it is."""
    plain = place.casefold()
    if plain in NOWHERE or "://" in plain:
        return Spot.NOWHERE
    return Spot.OF_THE_CHILD if plain in OF_THE_CHILD else Spot.ROOM


def building(place: str) -> str:
    """Civic Centre, of “Civic Centre, room 4”."""
    return place.partition(",")[0].strip()


def _ends(one: str, other: str) -> Iterable[frozenset[str]]:
    """From room to room, from room to building, from building to building."""
    first = (one.casefold(), building(one).casefold())
    second = (other.casefold(), building(other).casefold())
    for left in dict.fromkeys(first):
        for right in dict.fromkeys(second):
            yield frozenset({left, right})
