"""Simulated power loss: the recorded writes of real actions, dropped, reordered and torn.

At each call of a run, and most of all around each sync, the disk is brought into a state that it
could be in after a power loss; that state is opened. Each distinct state counts once.
"""

import hashlib
import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import looking, opening
from jtai_desktop.store.subkeys import Subkeys
from tests.faults import disk, memory, sample, steps, weak
from tests.faults.disk import LOSSES, Disk, Event
from tests.faults.forking import Say, fork, refuse_broken
from tests.faults.outcome import Outcome
from tests.faults.sample import Found, Reference
from tests.faults.shim import Shim
from tests.faults.task import Task

FAULT = "simulated power loss: unsynced writes dropped, reordered or torn"
# What a plain SQLite does, and what is often done to make it faster. Under an exclusive lock
# it would not delete its journal, which is what loses.
CONTROLS = ("FULL", "NORMAL", "OFF")
CONTROL_STATES = 100
# One in so many states is opened with all that the program checks, the others with the key alone.
WHOLLY = 25
# Of a folder, after this step and wholly or not: what came of it, and what is wrong with it.
Judge = Callable[[Path, int, bool], tuple[str, str]]


@dataclass(slots=True)
class Run:
    """A recorded run: the files before it, where it lay, the step before it, what was done."""

    before: Path
    home: Path
    first: int
    events: list[Event]


@dataclass(slots=True)
class Search:
    """The different states of one run that were opened so far, and what came of them."""

    task: Task
    wanted: int
    folder: Path
    home: Path
    judge: Judge
    seen: set[bytes] = field(default_factory=set)
    came: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        """Whether there were enough of them, or it took long enough."""
        return len(self.seen) >= self.wanted or self.task.time_is_up

    def open(self, files: dict[str, bytes], acknowledged: int, case: str) -> None:
        """Open a state, unless it was opened before."""
        mark = _mark(files, acknowledged)
        if mark in self.seen or self.is_over:
            return
        self.seen.add(mark)
        self._lay_out(files)
        what, wrong = self.judge(self.folder, acknowledged, len(self.seen) % WHOLLY == 0)
        self.came["violated" if wrong else what] += 1
        if wrong:
            self.violations.append(f"{case}, {acknowledged} steps acknowledged: {wrong}")

    def _lay_out(self, files: dict[str, bytes]) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=0o700)
        for path, content in files.items():
            place = self.folder / Path(path).relative_to(self.home)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)


def run(task: Task) -> Iterator[Outcome]:
    """Record a run, then open what a power loss could leave of it."""
    template = task.scratch / "template" / "vault"
    sample.make(template)
    last = len(steps.ROUND)
    known = sample.reference(template, task.scratch, 2 * last)
    first = last if task.long and task.share % 2 else 0
    before = sample.snapshots(template, task.scratch, first)[first]
    tally = states(task, _recorded(task, before, first, last), _judged_by(known), task.count)
    controls = CONTROLS if task.has_control else ()
    noticed = [_control(task.unhurried, template, known, synchronous) for synchronous in controls]
    told = ", ".join(f"{name} {lost}" for name, _, lost in noticed)
    yield Outcome(
        FAULT,
        len(tally.seen),
        tuple(tally.violations),
        dict(tally.came),
        f"default settings, journal_mode DELETE, synchronous {told} lost or broken" if told else "",
        sum(cases for _, cases, _ in noticed),
        sum(lost for _, _, lost in noticed) if all(lost for _, _, lost in noticed) else 0,
        task.seconds,
    )


def _control(
    task: Task, template: Path, known: Reference, synchronous: str
) -> tuple[str, int, int]:
    with weak.settings(journal_mode="DELETE", locking_mode="NORMAL", synchronous=synchronous):
        recorded = _recorded(task, template, 0, 9)
    tally = states(task, recorded, _judged_by(known), CONTROL_STATES)
    return synchronous, len(tally.seen), len(tally.violations)


def _recorded(task: Task, before: Path, first: int, count: int) -> Run:
    folder, log = task.scratch / "recorded" / "vault", task.scratch / "calls.log"
    sample.copy(before, folder)
    log.unlink(missing_ok=True)

    def work(say: Say) -> None:
        shim = Shim(folder)
        shim.record(os.open(log, os.O_CREAT | os.O_WRONLY))
        workspace = sample.opened(folder, first)
        for n in range(first + 1, first + count + 1):
            steps.take(workspace, n)
            shim.mark(n)
        workspace.close()
        say("recorded")

    assert refuse_broken(fork(work).heard()) == ["recorded"]
    return Run(before, folder, first, disk.read(log))


def states(task: Task, recorded: Run, judge: Judge, count: int) -> Search:
    """Go through the run again and again, until so many different states were opened."""
    chance, last = task.chance, -1
    with memory.folder(task.scratch) as place:
        search = Search(task, count, place / "vault", recorded.home, judge)
        while not search.is_over and len(search.seen) > last:
            last = len(search.seen)
            _once_through(recorded, search, chance)
    return search


def _once_through(recorded: Run, search: Search, chance: random.Random) -> None:
    """One pass: at each sync every way to lose power, at some of the other calls two."""
    model = Disk.of(recorded.before, as_in=recorded.home)
    acknowledged, total = recorded.first, len(recorded.events)
    # A short run must not spend all its states on the first steps.
    stride = max(1, total * 4 // max(search.wanted, 1))
    skipped = chance.randrange(stride)
    for number, event in enumerate(recorded.events):
        at_sync = event.kind in "SRA"
        if at_sync or (number + skipped) % stride == 0:
            for loss in LOSSES if at_sync and stride == 1 else chance.sample(LOSSES, 2):
                files = disk.left(model, loss, chance)
                search.open(files, acknowledged, f"call {number} of {total}, {loss.name}")
        if event.kind == "A":
            acknowledged = event.offset
        else:
            model.play(event)
        if search.is_over:
            return


def _judged_by(known: Reference) -> Judge:
    """Each acknowledged step there whole, and at most the one that was under way."""

    def judge(folder: Path, acknowledged: int, wholly: bool) -> tuple[str, str]:
        state = sample.found(folder, known) if wholly else keyed(folder, known)
        what = "the save under way kept" if state.at > acknowledged else "as acknowledged"
        return what, sample.violation(state, acknowledged, acknowledged + 1)

    return judge


def keyed(folder: Path, known: Reference) -> Found:
    """Where the vault stands, by the key alone and the database’s own checks."""
    try:
        with raw_at(folder) as execute:
            wrong = sample.wrong_inside(execute)
            return Found(wrong=wrong) if wrong else known.place(sample.fingerprint(execute))
    except Refused as refused:
        return Found(wrong=f"not opened: {refused}")
    except Exception as error:  # noqa: BLE001 - a damaged file answers in many ways
        return Found(wrong=f"can’t be read: {type(error).__name__}")


def fingerprint_keyed(folder: Path) -> str:
    """The fingerprint of a closed vault, whatever revision its tables have."""
    with raw_at(folder) as execute:
        return sample.fingerprint(execute)


@contextmanager
def raw_at(folder: Path) -> Iterator[sample.Execute]:
    """The database as the program opens it, and nothing above it."""
    subkeys = Subkeys.of(sample.DATA_KEY)
    connection = opening.connect(folder / looking.DATABASE, subkeys.database)
    try:
        yield connection.execute
    finally:
        connection.close()


def _mark(files: dict[str, bytes], acknowledged: int) -> bytes:
    whole = hashlib.blake2b(str(acknowledged).encode(), digest_size=16)
    for path in sorted(files):
        whole.update(f"{path} {len(files[path])}".encode())
        whole.update(files[path])
    return whole.digest()
