"""Two programs on one vault, and a clock that jumps by ten years."""

import time
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from sqlalchemy import select

from jtai_desktop.services import histories, inspections
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store.models import HistoryRow
from tests.faults import calls, sample, steps, weak
from tests.faults.calls import DONE, REFUSED
from tests.faults.forking import Say, fork, refuse_broken
from tests.faults.outcome import Outcome
from tests.faults.task import Task

RACES = 15
TEN_YEARS = timedelta(days=3653)
SHIFTS = (timedelta(), -TEN_YEARS, timedelta(), TEN_YEARS, -TEN_YEARS)


def run(task: Task) -> Iterator[Outcome]:
    """One after the other."""
    template = task.scratch / "template" / "vault"
    sample.make(template)
    yield two_programs(task, template)
    yield clock_back(task, template)


def two_programs(task: Task, template: Path) -> Outcome:
    """The second is told who has it; of two that come at once, one gets in."""
    folder = sample.copy(template, task.scratch / "two" / "vault")
    violations, came = [], {"one got in": 0, "none got in": 0, "both got in": 0}
    first = sample.opened(folder)
    steps.take(first, 1)
    said = _from_elsewhere(folder)
    if not (said.startswith(REFUSED) and sample.PERSON in said):
        violations.append(f"the second program: {said}")
    steps.take(first, 2)
    known = sample.fingerprint_of(first.store)
    first.close()
    with sample.reopened(folder, 2) as store:
        if sample.fingerprint_of(store) != known:
            violations.append("what the first saved is not there")
    for number in range(RACES):
        inside = _race(folder)
        came[("none", "one", "both")[inside] + " got in"] += 1
        if inside > 1:
            violations.append(f"race {number}: both got in")
        if not inside:
            violations.append(f"race {number}: each kept the other out")
    with weak.settings(locking_mode="NORMAL"):
        careless = sample.opened(folder, 2)
        both = _from_elsewhere(folder) == DONE
        careless.close()
    return Outcome(
        "two programs on one vault", RACES + 1, tuple(violations), came,
        "without the exclusive lock both get in", 1, int(both), task.seconds,
    )  # fmt: skip


def _from_elsewhere(folder: Path) -> str:
    child = fork(lambda say: say(calls.attempt(lambda: sample.opened(folder, 2).close())))
    return refuse_broken(child.heard())[0]


def _race(folder: Path) -> int:
    """How many of two that open at the same time hold it at the same time."""

    def work(say: Say) -> None:
        workspace: list[Workspace] = []
        said = calls.attempt(lambda: workspace.append(sample.opened(folder, 2)))
        say(said)
        # Held until the other has had its say too, and the parent ends both.
        time.sleep(60)

    children = [fork(work) for _ in range(2)]
    inside = sum(refuse_broken([child.line()])[0] == DONE for child in children)
    for child in children:
        child.kill()
        child.heard()
    return inside


def clock_back(task: Task, template: Path) -> Outcome:
    """Ten years back in the middle of the work, and forward again: the order is not the clock’s."""
    folder = sample.copy(template, task.scratch / "clock" / "vault")
    violations = [wrong for n, shift in enumerate(SHIFTS) for wrong in _shifted(folder, n, shift)]
    with sample.reopened(folder) as store, store.reading() as session:
        wrong = sample.wrong_inside(sample.raw_of(store).execute)
        lines = list(session.scalars(select(HistoryRow.at).order_by(HistoryRow.number)))
    violations += [wrong] if wrong else []
    saves = 3 * len(SHIFTS)
    if len(lines) != saves + 1:
        violations.append(f"{len(lines)} lines of history, not {saves + 1}")
    backwards = sum(later < earlier for earlier, later in pairwise(lines))
    return Outcome(
        "the clock jumps ten years back and forth", saves, tuple(violations), {"saved": saves},
        "lines in history whose time runs backwards", len(lines), backwards, task.seconds,
    )  # fmt: skip


def _shifted(folder: Path, number: int, shift: timedelta) -> Iterator[str]:
    """Open with the clock that far off, save twice, undo once."""
    now = steps.clock_of(number) + shift
    workspace = sample.opened(folder, now=now)
    names = [f"First {number}", f"Second {number}"]
    said = [
        calls.attempt(lambda name=name: inspections.rename(workspace, steps.HERE, name))  # type: ignore[misc]
        for name in names
    ]
    newest = histories.newest(workspace, steps.HERE)[0].summary
    said.append(
        calls.attempt(lambda: workspace.store.undo(steps.HERE, at=now, actor=sample.PERSON))
    )
    problems = workspace.store.verify()
    workspace.close()
    if said != [DONE] * 3 or newest != f"Area: {names[1]}" or problems:
        yield f"clock {shift.days} days off: {said}, newest {newest}, {problems}"
