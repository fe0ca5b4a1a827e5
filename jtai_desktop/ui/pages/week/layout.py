"""Where the entries of a week lie: from days and minutes to boxes; knows no Qt.

Entries of one time that begin nearly together stand side by side. One that begins later is
stepped: it lies over the earlier one and leaves its left edge and its first lines in sight.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

APART = 45
STEP = 0.34
DEEPEST = 3
HOUR, SNAP = 60, 15
OPENS, CLOSES = 8 * HOUR + 30, 17 * HOUR + 30


@dataclass(frozen=True, slots=True)
class Block:
    """One entry: on which day of those shown, from which minute of the day until which."""

    key: str
    day: int
    start: int
    end: int

    def meets(self, other: "Block") -> bool:
        """Whether both take place at some time."""
        return self.day == other.day and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Place:
    """What part of its day’s width an entry takes, from 0 to 1, and how deep it is stepped."""

    block: Block
    left: float
    right: float
    depth: int


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel right of it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first pixel below it."""
        return self.top + self.height

    def holds(self, across: int, down: int) -> bool:
        """Whether a point lies in it."""
        return self.left <= across < self.right and self.top <= down < self.bottom

    def shares(self, other: "Box") -> bool:
        """Whether the two lie over one another."""
        aside = self.right <= other.left or other.right <= self.left
        return not aside and self.top < other.bottom and other.top < self.bottom


@dataclass(slots=True)
class _Bunch:
    """Entries that stand side by side, in lanes, at one depth."""

    depth: int
    lanes: list[list[Block]] = field(default_factory=list)

    def take(self, block: Block) -> None:
        """Into the first lane that is free by then."""
        for lane in self.lanes:
            if lane[-1].end <= block.start:
                lane.append(block)
                return
        self.lanes.append([block])

    def running(self, at: int) -> list[Block]:
        """Those that have not ended by then."""
        return [lane[-1] for lane in self.lanes if lane[-1].end > at]

    def places(self) -> Iterable[Place]:
        """Each lane its part of what the depth leaves."""
        left = 1 - (1 - STEP) ** self.depth
        wide = (1 - left) / len(self.lanes)
        for at, lane in enumerate(self.lanes):
            for block in lane:
                yield Place(block, left + at * wide, left + (at + 1) * wide, self.depth)


def places(blocks: Iterable[Block]) -> tuple[Place, ...]:
    """Where each stands across its day; what is stepped comes after what it lies on."""
    by_day: dict[int, list[Block]] = {}
    for block in blocks:
        by_day.setdefault(block.day, []).append(block)
    found = [place for day in by_day.values() for place in _of_day(day)]
    return tuple(sorted(found, key=lambda each: (each.block.day, each.depth, each.block.start)))


def _of_day(blocks: list[Block]) -> list[Place]:
    bunches: list[_Bunch] = []
    found: list[Place] = []
    for block in sorted(blocks, key=lambda each: (each.start, -each.end, each.key)):
        running = [bunch for bunch in bunches if bunch.running(block.start)]
        if not running:
            found += [place for bunch in bunches for place in bunch.places()]
            bunches = []
        _bunch_for(block, bunches, running).take(block)
    return found + [place for bunch in bunches for place in bunch.places()]


def _bunch_for(block: Block, bunches: list[_Bunch], running: list[_Bunch]) -> _Bunch:
    """The deepest that still runs if it began just before or can’t be stepped on, else a new one.

    Only what stands alone at the left of its bunch is stepped on: its left edge stays in sight.
    """
    deepest = max(running, key=lambda each: each.depth, default=None)
    if deepest is not None:
        still = deepest.running(block.start)
        begun = max(each.start for each in still)
        steps = still == deepest.lanes[0][-1:] and deepest.depth < DEEPEST
        if block.start - begun < APART or not steps:
            return deepest
    bunch = _Bunch(0 if deepest is None else deepest.depth + 1)
    bunches.append(bunch)
    return bunch


@dataclass(frozen=True, slots=True)
class Canvas:
    """The paper they are drawn on: where the days begin, how wide they are, how high an hour is."""

    left: int
    widths: tuple[int, ...]
    hour: int
    opens: int = OPENS
    closes: int = CLOSES
    gap: int = 3

    @property
    def height(self) -> int:
        """How high all hours are together."""
        return self.down(self.closes)

    @property
    def right(self) -> int:
        """Where the last day ends."""
        return self.left + sum(self.widths)

    def across(self, day: int) -> int:
        """Where a day begins."""
        return self.left + sum(self.widths[:day])

    def down(self, minute: int) -> int:
        """How far down a minute of the day is."""
        return round((minute - self.opens) * self.hour / HOUR)

    def day_at(self, across: int) -> int:
        """Which day lies there; the nearest one beside the days."""
        for day in range(len(self.widths)):
            if across < self.across(day + 1):
                return day
        return len(self.widths) - 1

    def minute_at(self, down: int) -> int:
        """Which minute lies there, at the nearest quarter of an hour."""
        return snapped(self.opens + down * HOUR / self.hour)

    def box(self, place: Place) -> Box:
        """The rectangle of an entry, a little apart from the lines of its day."""
        start, room = self.across(place.block.day) + self.gap, self.widths[place.block.day]
        room -= 2 * self.gap - 1
        left, right = start + round(place.left * room), start + round(place.right * room)
        if place.right < 1:
            right -= self.gap - 1
        top, bottom = self.down(place.block.start), self.down(place.block.end)
        return Box(left, top, max(8, right - left), max(4, bottom - top))


def snapped(minute: float) -> int:
    """The nearest quarter of an hour."""
    return round(minute / SNAP) * SNAP


def hours_of(blocks: Iterable[Block], opens: int = OPENS, closes: int = CLOSES) -> tuple[int, int]:
    """The hours of a working day, or more where an entry begins before or ends after them.

    They grow to half an hour before the first and after the last.
    """
    found = tuple(blocks)
    first = min((each.start for each in found), default=opens)
    last = max((each.end for each in found), default=closes)
    half = HOUR // 2
    if first < opens:
        opens = max(0, (first // HOUR) * HOUR - half)
    if last > closes:
        closes = min(24 * HOUR, -(-last // HOUR) * HOUR + half)
    return opens, closes


def canvas_of(
    days: int, blocks: Sequence[Block], room: tuple[int, int], left: int, least: tuple[int, int]
) -> Canvas:
    """A canvas that fills the room (width, height) where hours and days are not `least` high, wide.

    `least` is the least width of a day and the least height of an hour.
    """
    opens, closes = hours_of(blocks)
    wide = max(room[0] - left, days * least[0])
    ends = [left + round(at * wide / days) for at in range(days + 1)]
    widths = tuple(ends[at + 1] - ends[at] for at in range(days))
    hour = max(least[1], int(room[1] * HOUR / (closes - opens)))
    return Canvas(left, widths, hour, opens, closes)


def shared_time(first: Block, second: Block) -> tuple[int, int] | None:
    """From which minute until which both take place."""
    start, end = max(first.start, second.start), min(first.end, second.end)
    return (start, end) if first.day == second.day and start < end else None


def hatched(
    under: Box, over: Box, rows: tuple[int, int], strip: int, *, stepped: bool
) -> tuple[Box, Box | None]:
    """The time that two share, from which row until which, on each of the two.

    Beside the stepped one it is the part of the lower one that is in sight; where they stand side
    by side it is a strip at the right of each.
    """
    top, high = rows[0], rows[1] - rows[0]
    if stepped and under.left < over.left < under.right:
        return Box(under.left, top, over.left - under.left, high), None
    lower, upper = (
        Box(box.right - min(strip, box.width), top, min(strip, box.width), high)
        for box in (under, over)
    )
    return lower, upper


def free_above(box: Box, height: int, others: Iterable[Box], floor: int = 0) -> Box | None:
    """Room of this height above a box, if nothing else lies there."""
    wanted = replace(box, top=box.top - height, height=height)
    if wanted.top < floor or any(wanted.shares(other) for other in others):
        return None
    return wanted


def pairs(blocks: Sequence[Block]) -> Iterable[tuple[Block, Block]]:
    """Each two that take place at once."""
    return (pair for pair in combinations(blocks, 2) if pair[0].meets(pair[1]))


def next_key(blocks: Sequence[Block], chosen: str, across: int, down: int) -> str:
    """Which entry the arrows lead to: the next of its day, else the nearest in time beside it."""
    in_order = sorted(blocks, key=lambda each: (each.day, each.start, each.end, each.key))
    here = next((each for each in in_order if each.key == chosen), None)
    if here is None:
        return in_order[0].key if in_order else ""
    if down:
        same = [each for each in in_order if each.day == here.day]
        at = min(max(same.index(here) + down, 0), len(same) - 1)
        return same[at].key
    days = sorted({each.day for each in blocks if (each.day - here.day) * across > 0})
    if not days:
        return chosen
    day = days[0] if across > 0 else days[-1]
    there = [each for each in in_order if each.day == day]
    return min(there, key=lambda each: abs(each.start - here.start)).key
