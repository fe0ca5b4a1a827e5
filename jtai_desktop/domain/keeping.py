"""Which backups are kept: all of two days, then one a day, then one a week, none past 35 days.

The rule trusts the order in which backups were made before it trusts the clock: each has a number
that only grows. Where the dates do not agree with the numbers, or a long gap has just opened, the
computer's clock may have jumped, and nothing is thinned.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from jtai_desktop.domain.moments import london

ALL_WITHIN = timedelta(days=2)
DAILY = 7
WEEKLY = 4
OLDEST = timedelta(days=35)
# Clocks are put right by seconds all the time.
SLACK = timedelta(minutes=10)
# A gap this long is a holiday or a clock that jumped; after so many days of use it is told which.
JUMP = timedelta(days=21)
SETTLED_DAYS = 3


class Reason(StrEnum):
    """Why a backup was made."""

    FIRST_TODAY = "first-today"
    CLOSING = "closing"
    MIGRATION = "migration"
    IMPORT = "import"
    RESTORE = "restore"
    DELETION = "deletion"
    ERASED = "erased"
    BY_HAND = "by-hand"
    DAMAGED = "damaged"


WORDS = {
    Reason.FIRST_TODAY: "First of the day",
    Reason.CLOSING: "On closing",
    Reason.MIGRATION: "Before an update",
    Reason.IMPORT: "Before an import",
    Reason.RESTORE: "Before a restore",
    Reason.DELETION: "Before a deletion",
    Reason.ERASED: "After an erasure",
    Reason.BY_HAND: "By hand",
    Reason.DAMAGED: "Damaged, set aside",
}


@dataclass(frozen=True, slots=True)
class Backup:
    """One kept backup. `number` grows from one to the next, whatever the clock says.

    `seq` and `head` are where the history stood: two with the same hold the same. `size` is that
    of the database, `files` how many files taken in it needs beside it.
    """

    name: str
    number: int
    taken: datetime
    reason: Reason
    seq: int = 0
    head: str = ""
    rows: int = 0
    size: int = 0
    files: int = 0
    verified: bool = True

    @property
    def kept_until(self) -> datetime:
        """When it is thinned at the latest, if it is not the newest by then."""
        return self.taken + OLDEST


def last_verified(kept: Iterable[Backup]) -> Backup | None:
    """The newest backup that was compared with the vault and found the same."""
    return max((one for one in kept if one.verified), key=_order, default=None)


def to_thin(kept: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """The backups that have had their time."""
    if clock_jumped(kept, now):
        return ()
    sound = sorted((one for one in kept if one.verified), key=_order, reverse=True)
    wanted = {one.name for one in kept if now - one.taken <= ALL_WITHIN}
    older = [one for one in sound if one.name not in wanted]
    daily = _newest_of_each(older, DAILY, _day)
    rest = [one for one in older if one not in daily and _day(one) < _first_day(daily)]
    wanted |= {one.name for one in (*daily, *_newest_of_each(rest, WEEKLY, _week))}
    wanted |= {one.name for one in kept if not one.verified}
    young = {one.name for one in kept if now - one.taken <= OLDEST} & wanted
    newest = last_verified(kept)
    return tuple(one for one in kept if one.name not in young and one != newest)


def clock_jumped(kept: Iterable[Backup], now: datetime) -> bool:
    """Whether the dates of the backups and the time of now can't all be believed."""
    everything = list(kept)
    if any(one.taken > now + SLACK for one in everything):
        return True
    times = [one.taken for one in sorted((b for b in everything if b.verified), key=_order)]
    if any(later < earlier - SLACK for earlier, later in pairwise(times)):
        return True
    return _just_jumped([*times, now])


def _just_jumped(times: Sequence[datetime]) -> bool:
    """Whether there were too few days of use since the last long gap."""
    gaps = [place for place, (a, b) in enumerate(pairwise(times), start=1) if b - a >= JUMP]
    if not gaps:
        return False
    return len({london(time).date() for time in times[gaps[-1] :]}) < SETTLED_DAYS


def _newest_of_each(
    newest_first: Iterable[Backup], most: int, span: Callable[[Backup], Hashable]
) -> list[Backup]:
    found: dict[Hashable, Backup] = {}
    for one in newest_first:
        found.setdefault(span(one), one)
    return list(found.values())[:most]


def _first_day(daily: Iterable[Backup]) -> date:
    return min((_day(one) for one in daily), default=date.max)


def _day(one: Backup) -> date:
    return london(one.taken).date()


def _week(one: Backup) -> tuple[int, int]:
    year, week, _ = _day(one).isocalendar()
    return year, week


def _order(one: Backup) -> tuple[int, datetime]:
    return one.number, one.taken
