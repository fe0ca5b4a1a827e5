"""Simulated power loss in backup, restore, erasing, purging and a new passphrase."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from jtai_desktop.services import backups
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import backup_checking, looking
from jtai_desktop.store import backups as shelf
from jtai_desktop.store.subkeys import Subkeys
from tests.faults import disk, large, power, sample
from tests.faults.forking import BROKE, Say, fork, refuse_broken
from tests.faults.outcome import Outcome
from tests.faults.power import Judge, Run
from tests.faults.shim import Shim
from tests.faults.task import Task

FAULT = "simulated power loss in backup, restore, erasing, purging and a new passphrase"
ORDER = ("back up", "restore a backup", "erase an inspection", "purge older backups")
PASSPHRASE = "change a passphrase"


@dataclass(frozen=True, slots=True)
class Known:
    """What is there after each action: its rows, its backups; and what may be in between."""

    prints: list[str]
    names: list[set[str]]
    between: set[str]


def run(task: Task) -> Iterator[Outcome]:
    """Record the actions one after the other, then open what a power loss could leave."""
    with ExitStack() as stack:
        for patch in large.quick_keys():
            stack.enter_context(patch)
        base = task.scratch / "base" / "vault"
        large.make(base)
        recorded, known = _recorded(task, base)
        search = power.states(task, recorded, _judged_by(known), task.count)
        unsynced = Run(base, recorded.home, 0, [one for one in recorded.events if one.kind != "S"])
        control = power.states(task.unhurried, unsynced, _judged_by(known), task.controls(100))
    yield Outcome(
        FAULT,
        len(search.seen),
        tuple(search.violations),
        dict(search.came),
        "the same run, as if nothing had been synced",
        len(control.seen),
        len(control.violations),
        task.seconds,
    )


def _recorded(task: Task, base: Path) -> tuple[Run, Known]:
    folder, log = task.scratch / "recorded" / "vault", task.scratch / "calls.log"
    sample.copy(base, folder)
    between = {power.fingerprint_keyed(path) for path in shelf.shelf(folder).iterdir()}
    acts = {kind.name: kind.act for kind in large.KINDS}

    def work(say: Say) -> None:
        shim = Shim(folder)
        shim.record(os.open(log, os.O_CREAT | os.O_WRONLY))
        workspace = large.opened(folder)
        say(_stand(workspace))
        for number, name in enumerate((*ORDER, PASSPHRASE), start=1):
            acts[name](workspace)
            shim.mark(number)
            say(_stand(workspace))
        workspace.close()

    said = [line.split() for line in refuse_broken(fork(work).heard())]
    assert len(said) == len(ORDER) + 2, BROKE
    known = Known([line[0] for line in said], [set(line[1:]) for line in said], between)
    return Run(base, folder, 0, disk.read(log)), known


def _stand(workspace: Workspace) -> str:
    names = (one.name for one in backups.listed(workspace))
    return " ".join([sample.fingerprint_of(workspace.store), *names])


def _judged_by(known: Known) -> Judge:
    """Each acknowledged action is there; the one under way is, or is not, or is half a restore."""
    last = len(known.prints) - 1

    def judge(folder: Path, acknowledged: int, wholly: bool) -> tuple[str, str]:
        after = min(acknowledged + 1, last)
        stays = known.names[acknowledged] & known.names[after]
        allowed = {known.prints[acknowledged], known.prints[after]}
        if ORDER[min(acknowledged, len(ORDER) - 1)] == "restore a backup":
            allowed |= known.between
        wrong = [_wrong_rows(folder, allowed), _wrong_backups(folder, stays)]
        wrong.append(large.one_passphrase(folder, "done" if acknowledged == last else "killed"))
        if wholly:
            wrong.append(large.not_opened(folder))
        return "as acknowledged", "; ".join(filter(None, wrong))

    return judge


def _wrong_rows(folder: Path, allowed: set[str]) -> str:
    try:
        with power.raw_at(folder) as execute:
            wrong = sample.wrong_inside(execute)
            stands = sample.fingerprint(execute)
    except Exception as error:  # noqa: BLE001 - a damaged file answers in many ways
        return f"not opened: {error}"
    return wrong or ("" if stands in allowed else "between two states: partial, or lost")


def _wrong_backups(folder: Path, stays: set[str]) -> str:
    """Each backup that was acknowledged is there and sound; none that is not sound counts."""
    subkeys = Subkeys.of(sample.DATA_KEY)
    verified = {one.name for one in shelf.listed(folder) if one.verified}
    if stays - verified:
        return f"a backup is gone or damaged: {min(stays - verified)}"
    for name in sorted(verified):
        if backup_checking.problems_of(shelf.shelf(folder) / name / looking.DATABASE, subkeys):
            return f"a damaged backup counts as sound: {name}"
    return ""
