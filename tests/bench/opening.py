"""Opening a vault of 50 MB with all its checks, the passphrase apart, beside the checks alone."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

from sqlalchemy.orm import Session

from jtai_desktop.domain.problems import Problem
from jtai_desktop.store import checking, connecting
from jtai_desktop.store.subkeys import Subkeys
from tests.bench import large_vault
from tests.store import scene

MEBIBYTES = 50
MOST_SECONDS = 1.5
RUNS = 5
T = TypeVar("T")


def main() -> list[str]:
    """Measure in turn, so that the machine's drift meets both alike."""
    with tempfile.TemporaryDirectory(prefix="jtai-bench-") as folder:
        vault = large_vault.make(Path(folder) / "vault", MEBIBYTES)
        size = (vault / "vault.db").stat().st_size / 1024 / 1024
        opened, alone = [], []
        for place in range(RUNS + 1):
            whole, checks = _opened(vault), _checks_alone(vault)
            if place:
                opened.append(whole)
                alone.append(checks)
    seconds, checks = median(opened), median(alone)
    verdict = "within" if seconds <= MOST_SECONDS else "ABOVE"
    return [
        f"a vault of {size:.0f} MB, history for the most part",
        f"opened with all checks: {seconds:.2f} s, {verdict} {MOST_SECONDS} s",
        f"the checks alone: {checks:.2f} s; opening is {seconds / checks:.2f} times that",
    ]


def _opened(vault: Path) -> float:
    seconds, store = _timed(lambda: scene.reopen(vault))
    store.close()
    return seconds


def _checks_alone(vault: Path) -> float:
    """The same checks on a connection that is open already, with no page in memory yet."""
    found = connecting.connected(vault, Subkeys.of(scene.DATA_KEY))
    with Session(found.engine) as session:
        seconds, problems = _timed(lambda: _checks(session, found.keys))
    found.close()
    if problems:
        raise ValueError(problems)
    return seconds


def _checks(session: Session, keys: Subkeys) -> tuple[Problem, ...]:
    return checking.sound(session.connection()) + checking.verify(session, keys)


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    found = work()
    return time.perf_counter() - started, found
