"""The check of the week: how long it takes for 1,000 entries, and how that grows."""

import time
from collections.abc import Iterator
from random import Random

from jtai_desktop.domain.meetings.clashes import clashes
from jtai_desktop.domain.meetings.slot import Slot
from tests.domain.meetings import made

MOST = 0.020
COUNTED = 1_000
NUMBERS = (250, 500, COUNTED, 2_000, 4_000)
ROUNDS = 7
SEED = 16


def lines() -> Iterator[str]:
    """A line for each number of entries; 1,000 within twenty milliseconds."""
    for number in NUMBERS:
        slots = week_of(number)
        taken = min(_taken(slots) for _ in range(ROUNDS))
        note = f"  (ABOVE {MOST * 1000:.0f})" if number == COUNTED and taken > MOST else ""
        each = taken / number * 1e6
        found = len(clashes(slots))
        yield (
            f"{number:>6,} entries: {taken * 1000:6.1f} ms, {each:5.1f} µs each,"
            f" {found:,} warnings{note}"
        )


def week_of(number: int) -> list[Slot]:
    """Entries over fifteen days, with children, people and rooms that grow with them."""
    few, drawn = max(7, number // 4), Random(SEED)  # noqa: S311 - the same each time
    return [
        made.slot(
            f"s{at}",
            1440 * drawn.randrange(15) + 15 * drawn.randrange(36),
            45,
            child=f"Child {drawn.randrange(few)}",
            place=f"Place {at % 9}, room {drawn.randrange(few)}",
            people=(f"Chair {drawn.randrange(few)}", f"Host {drawn.randrange(few)}"),
            inspector=f"Inspector {drawn.randrange(few)}",
            kind="planning" if at % 2 else "strategy",
        )
        for at in range(number)
    ]


def _taken(slots: list[Slot]) -> float:
    begun = time.process_time()
    clashes(slots)
    return time.process_time() - begun
