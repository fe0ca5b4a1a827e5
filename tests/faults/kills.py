"""`kill -9` at a random moment of real actions."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.faults import memory, power, sample, steps
from tests.faults.forking import Say, fork, refuse_broken
from tests.faults.outcome import Outcome
from tests.faults.sample import Reference
from tests.faults.task import Task

FAULT = "kill -9 at a random moment of real actions"
CONTROL = "saves acknowledged before they are made"
CONTROLS = 12
# A vault is begun anew after so many steps, so that it stays quick to check.
LIMIT = 110
# A kill comes within the time that so many steps take here and now.
WITHIN = 5
OPEN = "open"
# One in so many is looked at by the program’s own opening, the others by the key and the database’s
# own checks; the next child opens each with the program all the same.
WHOLLY = 5
# Of so many kills one may come while the vault is still being opened.
WHILE_OPENING = 8


def run(task: Task) -> Iterator[Outcome]:
    """Kill, open, look; and go on from there. One share on the disk, the other in memory.

    What was written outlives the process on both; in memory other moments are met, and more often.
    """
    with ExitStack() as stack:
        place = task.scratch
        if task.share % 2:
            place = stack.enter_context(memory.folder(task.scratch))
        yield _killed_at_random(task, place)


def _killed_at_random(task: Task, place: Path) -> Outcome:
    template = place / "template" / "vault"
    sample.make(template)
    known = sample.reference(template, place, LIMIT)
    came, violations = _kills(task, template, known, task.count, early=False)
    controls = CONTROLS if task.has_control else 0
    _, noticed = _kills(task, template, known, controls, early=True)
    return Outcome(
        FAULT,
        sum(came.values()),
        tuple(violations),
        dict(came),
        CONTROL,
        controls,
        len(noticed),
        task.seconds,
    )


def _kills(
    task: Task, template: Path, known: Reference, count: int, *, early: bool
) -> tuple[Counter[str], list[str]]:
    came: Counter[str] = Counter()
    violations: list[str] = []
    chance, at, folder = task.chance, 0, template.parent.parent / "kill" / "vault"
    longest = _pace(template, folder)
    sample.copy(template, folder)
    for number in range(count):
        if task.time_is_up and not early:
            break
        delay, opening = chance.uniform(0, longest), not chance.randrange(WHILE_OPENING)
        acknowledged = _killed(folder, at, delay, opening=opening, early=early)
        state = power.keyed(folder, known) if number % WHOLLY else sample.found(folder, known, at)
        wrong = sample.violation(state, acknowledged, acknowledged + 1)
        came[_what_came(state.at, at, acknowledged)] += 1
        at = state.at
        if wrong:
            violations.append(
                f"kill {number} (seed {task.seed}, share {task.share}), {delay * 1000:.1f} ms after"
                f" opening, {acknowledged} steps acknowledged: {wrong}"
            )
        if wrong or at > LIMIT - 30:
            at = 0
            sample.copy(template, folder)
    return came, violations


def _pace(template: Path, folder: Path) -> float:
    """How long a child takes for some steps, once it is open."""
    sample.copy(template, folder)

    def work(say: Say) -> None:
        workspace = sample.opened(folder)
        started = time.monotonic()
        for n in range(1, WITHIN + 1):
            steps.take(workspace, n)
        say(str(time.monotonic() - started))

    return float(refuse_broken(fork(work).heard())[0])


def _killed(folder: Path, at: int, delay: float, *, opening: bool, early: bool) -> int:
    """Kill it after this time; the last step that it acknowledged."""

    def work(say: Say) -> None:
        workspace = sample.opened(folder, at)
        say(OPEN)
        for n in range(at + 1, LIMIT + 1):
            if early:
                say(str(n))
            steps.take(workspace, n)
            if not early:
                say(str(n))
        time.sleep(60)

    child = fork(work)
    if not opening:
        refuse_broken([child.line()])
    time.sleep(delay)
    child.kill()
    said = [line for line in refuse_broken(child.heard()) if line != OPEN]
    return int(said[-1]) if said else at


def _what_came(stands: int, at: int, acknowledged: int) -> str:
    if acknowledged == at and stands == at:
        return "killed before a save"
    return "the save under way was kept whole" if stands > acknowledged else "killed after saves"
