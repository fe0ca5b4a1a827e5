"""Working a passphrase or the recovery code through, before anything of the database is loaded."""

from datetime import datetime
from pathlib import Path

from jtai_desktop.store import keys, tries
from jtai_desktop.store.slots import PASSPHRASE, Unlocked
from jtai_desktop.store.trouble import told
from jtai_desktop.store.unlocking import unlock, unlock_with_code


def unlock_key(folder: Path, passphrase: str, now: datetime) -> Unlocked:
    """The key of the vault in this folder; refused where the passphrase does not open it."""
    return unlock(folder, passphrase, now=now)


def try_code(folder: Path, code: str, now: datetime) -> tuple[str, ...]:
    """Who has a passphrase here; refused where the recovery code does not open the vault."""
    unlock_with_code(folder, code, now=now).wipe()
    slots = keys.read(folder).slots
    return tuple(slot.person for slot in slots if slot.kind == PASSPHRASE)


def pause_left(folder: Path, now: datetime) -> int:
    """The seconds to wait after too many wrong tries."""
    with told():
        return tries.left(folder, now)
