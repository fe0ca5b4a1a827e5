"""Damaged workbooks of the register: each is read whole or refused in a sentence; none hangs."""

from collections import Counter
from collections.abc import Iterator

from tests.exchange.lists.mutating import Sources
from tests.exchange.lists.mutating import run as read_damaged
from tests.exchange.register.exported import workbook
from tests.exchange.register.sent_round import SentRound
from tests.faults.outcome import Outcome
from tests.faults.task import Task

FAULT = "a workbook of the register damaged"
READER = "tests.exchange.register.mutant_reader"
BELIEVING = "tests.faults.believing_reader"
IDENTITY = ("item-id", "document-id", "stamp")
ROWS, BATCH, CONTROLS = 6, 100, 60
WORDS = {
    "read": "read whole",
    "refused": "refused in a sentence",
    "ended": "its reader ended, told in a sentence",
    "hung": "hung",
    "half": "read by half",
}
VIOLATED = ("hung", "half")


def run(task: Task) -> Iterator[Outcome]:
    """As many as are asked for, a hundred at a time, each hundred damaged otherwise."""
    whole = workbook(ROWS)
    book = SentRound(whole)
    sources = ((".xlsx", whole), (".ods", book.ods()), (".xlsx", book.xlsx()))
    came, violations, chance = Counter[str](), list[str](), task.chance
    for batch in range(-(-task.count // BATCH)):
        if task.time_is_up:
            break
        seed = chance.randrange(1_000_000_000)
        wanted = min(BATCH, task.count - batch * BATCH)
        found = read_damaged(wanted, task.scratch, seed, sources, READER)
        came.update({WORDS[what]: number for what, number in found.items()})
        violations += [f"workbooks damaged by {seed}: {what}" for what in VIOLATED if found[what]]
    count = task.controls(CONTROLS)
    yield Outcome(
        FAULT,
        sum(came.values()),
        tuple(violations),
        dict(came),
        "two rows’ identities changed over, and the reader believes them" if count else "",
        count,
        _control(task, count),
        task.seconds,
    )


def _control(task: Task, count: int) -> int:
    """How many a reader that asks no questions would have laid on other rows."""
    book = SentRound(workbook(ROWS))
    first, second = book.lines[:2]
    for key in IDENTITY:
        at = book.column(key)
        first[at], second[at] = second[at], first[at]
    sources: Sources = ((".xlsx", book.xlsx()),)
    return read_damaged(count, task.scratch, task.seed, sources, BELIEVING)["half"]
