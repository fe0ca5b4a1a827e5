"""Opening a vault with the recovery code, which leads to a new passphrase."""

from pathlib import Path

from jtai_desktop.domain import texts
from jtai_desktop.domain.passphrases import Newcomer, refuse_weak
from jtai_desktop.domain.problems import Problem
from jtai_desktop.services import keys, vaults
from jtai_desktop.services.workspace import Clock, Workspace, london_clock
from jtai_desktop.store.unlocking import unlock_with_code

NOT_SET = Problem(
    "keys",
    "The new passphrase was not set. Restore a backup, lock, and use the recovery code again.",
)


def recover(folder: Path, code: str, newcomer: Newcomer, clock: Clock = london_clock) -> Workspace:
    """Open the vault with the code and set the passphrase of who works in it from now on.

    Where the vault can only be looked at, no passphrase is set, and its notes say so.
    """
    person = texts.line(newcomer.person, keys.ROLE, longest=keys.LONGEST_ROLE, needed=True)
    refuse_weak(newcomer.passphrase)
    unlocked = unlock_with_code(folder, code, now=clock())
    try:
        workspace = vaults.open_unlocked(folder, unlocked, clock)
        if workspace.is_read_only:
            workspace.notes = (*workspace.notes, NOT_SET)
            return workspace
        try:
            workspace.person = person
            keys.set_passphrase(workspace, unlocked, Newcomer(person, newcomer.passphrase))
        except BaseException:
            workspace.close()
            raise
    finally:
        unlocked.wipe()
    return workspace
