"""The large actions at each of their writing calls: backup, restore, erasing, keys, making.

They touch more than the database: a backup must be sound or not there, and the last sound one is
never lost; a passphrase changes wholly or not at all; what was made either opens or can be made.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from jtai_desktop.domain.keeping import Reason
from jtai_desktop.services import backups, erasing, inspections, keys, restoring
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import backup_checking, looking, making, settling, unlocking
from jtai_desktop.store import backups as shelf
from jtai_desktop.store import keys as key_files
from jtai_desktop.store import restoring as store_restoring
from jtai_desktop.store.costs import Params
from jtai_desktop.store.subkeys import Subkeys
from tests.faults import memory, power, sample, steps
from tests.faults.calls import BUG, DONE, MODES, REFUSED, Tally, attempt
from tests.faults.flips import CHEAP, PASSPHRASE
from tests.faults.forking import Say, fork, refuse_broken
from tests.faults.outcome import Outcome
from tests.faults.shim import KILLS, WORDS, Mode, Shim
from tests.faults.task import Task

FAULT = "the same for backup, restore, erasing, purging and keys"
CONTROL = "a backup put in place before it is written"
NEW_PASSPHRASE = "another four plain words 77"
# What step 31, the last after the backup, leaves in the vault.
LAST_CHANGE = "Agency changed 31"
# The short form looks at one call in so many.
STRIDE = 11
Wrong = Callable[[Path, str], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A large action; where `states` is not asked for, its outcome is never twice the same."""

    name: str
    act: Callable[[Workspace], object]
    wrong: Wrong
    states: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """One call of one action, and what happens there."""

    kind: Kind
    at: int
    mode: Mode

    def __str__(self) -> str:
        """Said so that it can be done again."""
        return f"{self.kind.name}, call {self.at} {WORDS[self.mode]}"


def run(task: Task) -> Iterator[Outcome]:
    """Each large action in turn."""
    with ExitStack() as stack:
        for patch in quick_keys():
            stack.enter_context(patch)
        # The shim stands for the disk, so that the one below it may be the fastest there is.
        place = stack.enter_context(memory.folder(task.scratch))
        base = place / "base" / "vault"
        make(base)
        tally, folder = Tally(), place / "large" / "vault"
        states = {kind.name: _states(kind, base, folder) for kind in KINDS}
        for case in task.in_turn([c for kind in KINDS for c in _cases(task, kind, base, folder)]):
            sample.copy(base, folder)
            _judged(folder, case, states[case.kind.name], tally)
        noticed = _control(base, folder) if task.has_control else 0
        yield Outcome(
            FAULT,
            sum(tally.came.values()),
            tuple(tally.violations),
            dict(tally.came),
            CONTROL,
            int(task.has_control),
            noticed,
            task.seconds,
        )


def quick_keys() -> list[AbstractContextManager[object]]:
    """A derivation that costs nothing: how dear it is has no part in what is proved here."""

    def derive(passphrase: str, salt: bytes, _params: Params) -> bytearray:
        return bytearray(hashlib.sha256(salt + passphrase.encode()).digest())

    return [
        mock.patch("jtai_desktop.store.slots.derive", derive),
        mock.patch("jtai_desktop.services.keys.calibrated", return_value=CHEAP),
    ]


def make(folder: Path) -> None:
    """Two inspections, a key file, a backup, and some steps after it."""
    sample.make(folder)
    workspace = sample.opened(folder)
    vault_id = workspace.store.vault_id
    key_file = making.key_file(vault_id, sample.DATA_KEY, PASSPHRASE, sample.PERSON, CHEAP)
    key_files.write(folder, key_file)
    for n in range(1, 29):
        steps.take(workspace, n)
    backups.back_up(workspace, Reason.BY_HAND)
    for n in range(29, 32):
        steps.take(workspace, n)
    workspace.close()


def _cases(task: Task, kind: Kind, base: Path, folder: Path) -> list[Case]:
    """Every way at every call, or in the short form one way at some of them."""
    calls = range(1, _calls_of(kind, base, folder) + 1, 1 if task.long else STRIDE)
    if task.long:
        return [Case(kind, at, mode) for at in calls for mode in MODES]
    return [Case(kind, at, MODES[at % len(MODES)]) for at in calls]


def _states(kind: Kind, base: Path, folder: Path) -> frozenset[str]:
    """Before, after, and what the backup holds: restored, the line of it not yet written."""
    if not kind.states:
        return frozenset()
    sample.copy(base, folder)
    backup = next(shelf.shelf(folder).iterdir())
    known = {power.fingerprint_keyed(folder), power.fingerprint_keyed(backup)}
    workspace = opened(folder)
    kind.act(workspace)
    known.add(sample.fingerprint_of(workspace.store))
    workspace.close()
    return frozenset(known)


def _calls_of(kind: Kind, base: Path, folder: Path) -> int:
    sample.copy(base, folder)

    def work(say: Say) -> None:
        shim = Shim(folder.parent)
        workspace = opened(folder)
        shim.count()
        kind.act(workspace)
        say(str(shim.counted))

    return int(refuse_broken(fork(work).heard())[0])


def _judged(folder: Path, case: Case, states: frozenset[str], tally: Tally) -> None:
    said = refuse_broken(fork(lambda say: _work(say, folder, case)).heard())
    outcome = said[0] if said else "killed"
    checks = [
        _told_wrong(said),
        _wrong_after(folder, case, states),
        case.kind.wrong(folder, outcome),
    ]
    tally.add(_what_came(outcome), str(case), "; ".join(filter(None, checks)))


def _work(say: Say, folder: Path, case: Case) -> None:
    """Do it with the fault in it, then go on working."""
    shim = Shim(folder.parent)
    workspace = opened(folder)
    shim.arm(case.at, case.mode)
    outcome = attempt(lambda: case.kind.act(workspace))
    shim.disarm()
    say(outcome if shim.fired else f"{BUG} the call never came")
    say(attempt(lambda: sample.fingerprint_of(workspace.store)))
    (folder.parent / "stands").write_text(sample.fingerprint_of(workspace.store))
    say(attempt(lambda: _go_on(workspace)))
    workspace.close()


def _go_on(workspace: Workspace) -> None:
    here = inspections.listed(workspace)[-1].id
    inspections.rename(workspace, here, "Northmoor, and on")


def _what_came(outcome: str) -> str:
    return "refused in a sentence" if outcome.startswith(REFUSED) else outcome.split(maxsplit=1)[0]


def _told_wrong(said: list[str]) -> str:
    """What is wrong with what was told, or with going on afterwards."""
    wrong = [line for line in said if line.startswith(BUG)]
    if said and said[-1] != DONE:
        wrong.append(f"going on, the fault gone: {said[-1]}")
    return "; ".join(wrong)


def _wrong_after(folder: Path, case: Case, states: frozenset[str]) -> str:
    """The vault sound and in one of its states; a sound backup there, and none that is not."""
    try:
        with power.raw_at(folder) as execute:
            wrong = sample.wrong_inside(execute)
            stands = sample.fingerprint(execute)
    except Exception as error:  # noqa: BLE001 - whatever keeps it from being opened
        return f"not opened: {error}"
    noted = folder.parent / "stands"
    if case.mode not in KILLS and noted.exists():
        stands = noted.read_text()
    if states and stands not in states:
        wrong += " between two states: partial"
    return wrong + not_opened(folder) + _wrong_backups(folder)


def not_opened(folder: Path) -> str:
    """What the program says when it does not open it."""
    said = attempt(lambda: opened(folder).close())
    return "" if said == DONE else f" {said}"


def _wrong_backups(folder: Path) -> str:
    subkeys = Subkeys.of(sample.DATA_KEY)
    verified = [one for one in shelf.listed(folder) if one.verified]
    unsound = [
        one.name
        for one in verified
        if backup_checking.problems_of(shelf.shelf(folder) / one.name / looking.DATABASE, subkeys)
    ]
    wrong = "" if len(verified) > len(unsound) else " no sound backup left"
    return wrong + (f" a damaged backup counts as sound: {unsound[0]}" if unsound else "")


def opened(folder: Path) -> Workspace:
    """The vault, open at a time after all that was done in it."""
    return sample.opened(folder, 40)


def _back_up(workspace: Workspace) -> None:
    backups.back_up(workspace, Reason.BY_HAND)


def _restore(workspace: Workspace) -> None:
    restoring.restore(workspace, backups.listed(workspace)[-1].name)


def _erase(workspace: Workspace) -> None:
    erasing.erase(workspace, steps.HERE)


def _purge(workspace: Workspace) -> None:
    backups.back_up(workspace, Reason.BY_HAND)
    erasing.purge(workspace)


def _change_passphrase(workspace: Workspace) -> None:
    keys.change(workspace, PASSPHRASE, NEW_PASSPHRASE)


def _backed_up(folder: Path, outcome: str) -> str:
    """An acknowledged backup is there."""
    count = sum(one.verified for one in shelf.listed(folder))
    return "the backup is not there" if outcome == DONE and count < 2 else ""


def _erased(folder: Path, outcome: str) -> str:
    """What was told is true: it is there as before, or gone."""
    with power.raw_at(folder) as execute:
        told = f"SELECT count(*) FROM inspections WHERE id = '{steps.HERE}'"  # noqa: S608 - ours
        gone = not execute(told).fetchone()[0]
    return _told_as_it_is(outcome, happened=gone, honest=(settling.UNKNOWN,))


def _was_restored(folder: Path, outcome: str) -> str:
    """What was told is true: the vault as it was, or the backup in its place."""
    with power.raw_at(folder) as execute:
        later = f"SELECT count(*) FROM agencies WHERE name = '{LAST_CHANGE}'"  # noqa: S608 - ours
        then = not execute(later).fetchone()[0]
    honest = (settling.UNKNOWN, restoring.IN_PLACE, store_restoring.NOT_CONFIRMED)
    return _told_as_it_is(outcome, happened=then, honest=honest)


def _told_as_it_is(outcome: str, *, happened: bool, honest: tuple[str, ...]) -> str:
    if outcome == DONE and not happened:
        return "told done, and it was not"
    if outcome.startswith(REFUSED) and happened and not any(each in outcome for each in honest):
        return f"told refused, and yet it was done: {outcome}"
    return ""


def _nothing(_folder: Path, _outcome: str) -> str:
    return ""


def one_passphrase(folder: Path, outcome: str) -> str:
    """The old passphrase opens or the new one does, never neither; the new one once told so."""
    opens = {
        passphrase: attempt(lambda p=passphrase: _unlock(folder, p)) == DONE  # type: ignore[misc]
        for passphrase in (PASSPHRASE, NEW_PASSPHRASE)
    }
    if sum(opens.values()) != 1:
        return f"{sum(opens.values())} passphrases open it"
    if key_files.NOT_TAKEN_BACK in outcome:
        return ""
    if outcome.startswith(REFUSED) and not opens[PASSPHRASE]:
        return "refused, yet only the new passphrase opens it"
    return "" if outcome != DONE or opens[NEW_PASSPHRASE] else "the old passphrase still opens it"


def _unlock(folder: Path, passphrase: str) -> None:
    unlocking.prove(folder, passphrase, now=steps.clock_of(50)).wipe()


def _control(base: Path, folder: Path) -> int:
    """A backup that lies there under its name, and is not whole, must be noticed."""
    sample.copy(base, folder)
    for backup in shelf.shelf(folder).iterdir():
        database = backup / looking.DATABASE
        content = database.read_bytes()
        database.write_bytes(content[: len(content) // 2] + bytes(len(content) - len(content) // 2))
    return int(bool(_wrong_backups(folder)))


KINDS = (
    Kind("back up", _back_up, _backed_up),
    Kind("restore a backup", _restore, _was_restored),
    Kind("erase an inspection", _erase, _erased),
    Kind("purge older backups", _purge, _nothing),
    Kind("change a passphrase", _change_passphrase, one_passphrase, states=False),
)
