"""The week as it lies on its canvas: every entry with its place, and what two of them share."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from jtai_desktop.domain.moments import london
from jtai_desktop.ui.pages.week.entries import Entry
from jtai_desktop.ui.pages.week.facts import ShownDay
from jtai_desktop.ui.pages.week.layout import (
    HOUR,
    Block,
    Box,
    Canvas,
    Place,
    canvas_of,
    free_above,
    hatched,
    places,
    shared_time,
)

STRIP, CHIP_HIGH = 10, 24


@dataclass(frozen=True, slots=True)
class Chip:
    """The name of a clash, above the entry it begins with."""

    key: str
    box: Box
    word: str


@dataclass(frozen=True, slots=True)
class Laid:
    """One entry in its box, with the times that are taken twice; `named` by a chip above it.

    `clear` is how much of it, from its top, no stepped entry lies over.
    """

    entry: Entry
    place: Place
    box: Box
    shared: tuple[Box, ...] = ()
    named: bool = False
    clear: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """The days, the hours and the entries of one week, placed for one size of the page."""

    days: tuple[ShownDay, ...] = ()
    canvas: Canvas = field(default_factory=lambda: Canvas(0, (1,), HOUR))
    laid: tuple[Laid, ...] = ()
    chips: tuple[Chip, ...] = ()
    now: datetime | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The entries by day and minutes."""
        return tuple(each.place.block for each in self.laid)

    @property
    def in_order(self) -> tuple[Laid, ...]:
        """The entries in the order of time."""
        return tuple(sorted(self.laid, key=_time_of))

    def find(self, key: str) -> Laid | None:
        """Where an entry lies."""
        return next((each for each in self.laid if each.entry.key == key), None)

    def at(self, across: int, down: int) -> Laid | None:
        """What lies on top at a point."""
        over = (each for each in reversed(self.laid) if each.box.holds(across, down))
        return next(over, None)

    def is_empty(self, day: int) -> bool:
        """Whether nothing takes place on a day."""
        return all(each.place.block.day != day for each in self.laid)

    @property
    def first(self) -> date:
        """The first day shown."""
        return self.days[0].date

    @property
    def now_at(self) -> tuple[int, int] | None:
        """The day and the height of the now-line, where today and this hour are shown."""
        today = next((at for at, day in enumerate(self.days) if day.today), None)
        if today is None or self.now is None:
            return None
        here = london(self.now)
        minute = here.hour * HOUR + here.minute
        if not self.canvas.opens <= minute < self.canvas.closes:
            return None
        return today, self.canvas.down(minute)


def picture_of(
    days: tuple[ShownDay, ...],
    entries: Sequence[Entry],
    now: datetime,
    room: tuple[int, int],
    sizes: tuple[int, int, int, int],
) -> Picture:
    """Place a week in the room there is.

    `sizes` are the width of the hours at the left, the least of a day, of an hour, and of a chip.
    """
    first = days[0].date
    known = {each.key: each for each in entries}
    blocks = [each.block(first) for each in entries]
    canvas = canvas_of(len(days), blocks, room, sizes[0], (sizes[1], sizes[2]))
    laid = _uncovered(
        [Laid(known[each.block.key], each, canvas.box(each)) for each in places(blocks)]
    )
    chips = _chips(laid, sizes[3])
    return Picture(days, canvas, _told(canvas, laid, chips), chips, now)


def _time_of(laid: Laid) -> tuple[int, int, int, str]:
    block = laid.place.block
    return block.day, block.start, block.end, block.key


def _uncovered(laid: list[Laid]) -> list[Laid]:
    """Each with the part of it that is clear of what is stepped over it."""
    stepped = [each for each in laid if each.place.depth]
    found = []
    for each in laid:
        over = (
            other.box.top - each.box.top
            for other in stepped
            if other.place.depth > each.place.depth and other.place.block.meets(each.place.block)
        )
        found.append(replace(each, clear=min(over, default=each.box.height)))
    return found


def _told(canvas: Canvas, laid: list[Laid], chips: tuple[Chip, ...]) -> tuple[Laid, ...]:
    """Each with what is to be said of its clashes."""
    shared, named = _shared(canvas, laid), {each.key for each in chips}
    return tuple(
        replace(
            each,
            shared=tuple(shared.get(each.entry.key, ())),
            named=each.entry.key in named or not _begins(each.entry),
        )
        if each.entry.clashes
        else each
        for each in laid
    )


def _shared(canvas: Canvas, laid: list[Laid]) -> dict[str, list[Box]]:
    """For each entry the times in which somebody would be in two places."""
    by_key = {each.entry.key: each for each in laid}
    pairs = {clash.ids for each in laid for clash in each.entry.clashes}
    found: dict[str, list[Box]] = {}
    for first, second in sorted(pairs):
        if first in by_key and second in by_key:
            _share(canvas, (by_key[first], by_key[second]), found)
    return found


def _share(canvas: Canvas, both: tuple[Laid, Laid], found: dict[str, list[Box]]) -> None:
    under, over = sorted(both, key=lambda each: each.place.depth)
    time = shared_time(under.place.block, over.place.block)
    if time is None:
        return
    rows = canvas.down(time[0]), canvas.down(time[1])
    stepped = under.place.depth != over.place.depth
    lower, upper = hatched(under.box, over.box, rows, STRIP, stepped=stepped)
    found.setdefault(under.entry.key, []).append(lower)
    if upper is not None:
        found.setdefault(over.entry.key, []).append(upper)


def _chips(laid: list[Laid], high: int) -> tuple[Chip, ...]:
    """One above the first entry of each clash, where nothing else lies."""
    by_day: dict[int, list[Laid]] = {}
    for each in laid:
        by_day.setdefault(each.place.block.day, []).append(each)
    found: list[Chip] = []
    for day in by_day.values():
        taken = [each.box for each in day]
        for each in day:
            box = free_above(each.box, high, taken) if _begins(each.entry) else None
            if box is not None:
                found.append(Chip(each.entry.key, box, each.entry.clash_words))
                taken.append(box)
    return tuple(found)


def _begins(entry: Entry) -> bool:
    """Whether a clash begins with this one."""
    return any(clash.first.id == entry.key for clash in entry.clashes)
