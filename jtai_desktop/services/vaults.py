"""Opening a vault: a new one, or an existing one."""

from contextlib import suppress
from pathlib import Path

from jtai_desktop.domain import keeping, recovery_codes, texts
from jtai_desktop.domain.keeping import Backup
from jtai_desktop.domain.passphrases import Newcomer, refuse_weak
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.places import KEY_FILE
from jtai_desktop.services import document_files
from jtai_desktop.services.backups import on_closing
from jtai_desktop.services.workspace import (
    Clock,
    Workspace,
    london_clock,
    random_id,
    standing_clock,
)
from jtai_desktop.store import backups, entering
from jtai_desktop.store.derive import calibrated
from jtai_desktop.store.slots import Unlocked
from jtai_desktop.store.unlocking import prove, prove_code, unlock
from jtai_desktop.store.vault import Store

WAY_BACK = "It was not opened: restore a backup with the command restore, or in the window."


def create(folder: Path, newcomer: Newcomer, clock: Clock = london_clock) -> Workspace:
    """Make a vault and open it. Nothing is put in the place of one that is there."""
    person = texts.line(newcomer.person, "Your role", longest=80, needed=True)
    refuse_weak(newcomer.passphrase)
    store = Store.create(
        folder,
        newcomer.passphrase,
        person=person,
        now=clock(),
        new_id=random_id,
        params=calibrated(),
    )
    return _kept(Workspace(store, person, clock))


def open_(folder: Path, passphrase: str, clock: Clock = london_clock) -> Workspace:
    """Open a vault with a passphrase to work in it; the example's clock stands still."""
    unlocked = unlock(folder, passphrase, now=clock())
    try:
        workspace = open_unlocked(folder, unlocked, clock)
    finally:
        unlocked.wipe()
    if workspace.is_read_only:
        sentence = f"{workspace.store.problems[0].sentence} {WAY_BACK}"
        workspace.close()
        raise Refused(sentence, place="vault")
    return workspace


def open_unlocked(folder: Path, unlocked: Unlocked, clock: Clock = london_clock) -> Workspace:
    """Open a vault whose passphrase has been worked through already.

    Where a check fails, it or its last backup is there to be looked at only: `is_read_only`.
    """
    return _entered(entering.enter(folder, unlocked, clock()), clock)


def open_to_restore(folder: Path, passphrase: str, clock: Clock = london_clock) -> Workspace:
    """Open a vault whatever its state, or else its last backup; not one that is open elsewhere."""
    try:
        unlocked = unlock(folder, passphrase, now=clock())
    except Refused as refused:
        if refused.problem.place not in {"vault", "folder"} or last_backup(folder) is None:
            raise
        return open_backup(folder, passphrase, refused.problem, clock)
    try:
        return open_unlocked(folder, unlocked, clock)
    finally:
        unlocked.wipe()


def open_backup(
    folder: Path, passphrase: str, why: Problem, clock: Clock = london_clock
) -> Workspace:
    """The last sound backup of a vault that can't be opened, to be looked at, and restored from."""
    return _backup_shown(folder, prove(folder, passphrase, now=clock()), why, clock)


def open_backup_with_code(
    folder: Path, code: str, why: Problem, clock: Clock = london_clock
) -> Workspace:
    """The same with the recovery code."""
    secret = recovery_codes.read(code)
    return _backup_shown(folder, prove_code(folder, secret, now=clock()), why, clock)


def last_backup(folder: Path) -> Backup | None:
    """The backup that `open_backup` would show, as far as this can be said without the key."""
    return keeping.last_verified(backups.listed(folder))


def has_backup_for(folder: Path, problem: Problem) -> bool:
    """Whether the way on from this refusal is to look at the last backup and to restore it."""
    return problem.place in {"holder", "vault", "folder"} and last_backup(folder) is not None


def has_keys(workspace: Workspace) -> bool:
    """Whether a passphrase opens this vault again; the thrown-away example has none."""
    return any(workspace.folder.glob(f"{KEY_FILE}*"))


def _backup_shown(folder: Path, unlocked: Unlocked, why: Problem, clock: Clock) -> Workspace:
    try:
        return _entered(entering.look_at_backup(folder, unlocked, why), clock)
    finally:
        unlocked.wipe()


def _entered(found: entering.Opened | entering.ReadOnly, clock: Clock) -> Workspace:
    store = found.store
    workspace = Workspace(store, store.person, _clock_of(store, clock))
    if isinstance(found, entering.ReadOnly):
        workspace.notes, workspace.shown = found.problems, found.shown
    else:
        workspace.notes = found.notes
        # What can't be taken away now is taken away another time.
        with suppress(Refused):
            document_files.sweep(workspace)
    return _kept(workspace)


def _kept(workspace: Workspace) -> Workspace:
    """With a backup on closing, as every vault but the example has; also one that is restored."""
    if workspace.store.stands_at is None:
        workspace.before_closing = on_closing
    return workspace


def _clock_of(store: Store, clock: Clock) -> Clock:
    return standing_clock(store.stands_at) if store.stands_at else clock
