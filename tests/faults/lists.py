"""Damaged child-level lists: each is read whole or refused in a sentence; none hangs or breaks."""

from collections import Counter
from collections.abc import Iterator

from tests.exchange.lists.mutating import lists
from tests.exchange.lists.mutating import run as read_damaged
from tests.faults.outcome import Outcome
from tests.faults.task import Task
from tests.faults.workbooks import BATCH, VIOLATED, WORDS

FAULT = "a file of child-level lists damaged"
READER = "tests.exchange.lists.mutant_reader"
BARE = "tests.faults.bare_reader"
CONTROLS = 60


def run(task: Task) -> Iterator[Outcome]:
    """As many as are asked for, a hundred at a time, each hundred damaged otherwise."""
    came, violations, chance, sound = Counter[str](), list[str](), task.chance, lists()
    for batch in range(-(-task.count // BATCH)):
        if task.time_is_up:
            break
        seed = chance.randrange(1_000_000_000)
        wanted = min(BATCH, task.count - batch * BATCH)
        found = read_damaged(wanted, task.scratch, seed, sound, READER)
        came.update({WORDS[what]: number for what, number in found.items()})
        violations += [f"lists damaged by {seed}: {what}" for what in VIOLATED if found[what]]
    count = task.controls(CONTROLS)
    yield Outcome(
        FAULT,
        sum(came.values()),
        tuple(violations),
        dict(came),
        "the library alone, without a look at the file first: it breaks off" if count else "",
        count,
        _control(task, count),
        task.seconds,
    )


def _control(task: Task, count: int) -> int:
    """How many files a reader without our care breaks off at, or hangs over."""
    found = read_damaged(count, task.scratch, task.seed, lists(), BARE)
    return found["half"] + found["ended"] + found["hung"]
