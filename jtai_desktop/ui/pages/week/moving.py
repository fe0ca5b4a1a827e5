"""Moving an entry: where a drag would put it, and other times by keys; knows no Qt."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from jtai_desktop.domain.moments import LONDON
from jtai_desktop.ui.pages.week.layout import HOUR, SNAP, Block, Box, Canvas, snapped

EDGE = 6
MIDNIGHT = 24 * HOUR


class Grip(StrEnum):
    """Where an entry was taken hold of."""

    WHOLE = "whole"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Drag:
    """An entry in the hand: where it was taken hold of, at which point of the canvas."""

    block: Block
    grip: Grip
    across: int
    down: int

    def at(self, canvas: Canvas, across: int, down: int) -> Block:
        """Where it would lie if it were let go at this point."""
        minutes = (down - self.down) * HOUR / canvas.hour
        if self.grip is Grip.WHOLE:
            days = canvas.day_at(across) - canvas.day_at(self.across)
            return _moved(self.block, days, minutes)
        if self.grip is Grip.START:
            latest = self.block.end - SNAP
            return replace(self.block, start=_kept(snapped(self.block.start + minutes), 0, latest))
        end = _kept(snapped(self.block.end + minutes), self.block.start + SNAP, MIDNIGHT)
        return replace(self.block, end=end)


@dataclass(frozen=True, slots=True)
class Shift:
    """By how much an entry is moved, and by how much it is longer, in days and minutes."""

    days: int = 0
    minutes: int = 0
    longer: int = 0

    def of(self, start: datetime, end: datetime) -> tuple[datetime, datetime]:
        """The times as they are then, by the clock of London; never shorter than a quarter."""
        by = timedelta(days=self.days, minutes=self.minutes)
        least = start + timedelta(minutes=SNAP)
        longer = max(end + timedelta(minutes=self.longer), least) if self.longer else end
        return start + by, longer + by


def grip_at(box: Box, down: int) -> Grip:
    """What is taken hold of there: an edge, where there is room between the two."""
    edge = min(EDGE, box.height // 4)
    if down < box.top + edge:
        return Grip.START
    return Grip.END if down >= box.bottom - edge else Grip.WHOLE


def shift_between(before: Block, after: Block) -> Shift:
    """What leads from one to the other; also for an entry that goes on after midnight."""
    minutes = after.start - before.start
    longer = (after.end - before.end) - minutes
    return Shift(after.day - before.day, minutes, longer)


def moment(day: date, minute: int) -> datetime:
    """A minute of a day, in London."""
    start = datetime.combine(day, time(0), LONDON)
    return start + timedelta(minutes=minute)


def _moved(block: Block, days: int, minutes: float) -> Block:
    length = block.end - block.start
    start = _kept(snapped(block.start + minutes), 0, max(0, MIDNIGHT - length))
    if abs(minutes) < SNAP / 2:
        start = block.start
    return replace(block, day=block.day + days, start=start, end=start + length)


def _kept(minute: int, least: int, most: int) -> int:
    return max(least, min(minute, most))
