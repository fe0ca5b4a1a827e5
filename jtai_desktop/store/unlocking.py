"""From a folder and a passphrase, or the recovery code, to the data key: without the database."""

from datetime import datetime
from pathlib import Path

from jtai_desktop.domain import recovery_codes
from jtai_desktop.store import keys, looking, recovery, slots, tries
from jtai_desktop.store.slots import Unlocked
from jtai_desktop.store.trouble import told


def unlock(folder: Path, passphrase: str, *, now: datetime) -> Unlocked:
    """The data key of the vault in this folder, and whose passphrase it was."""
    with told():
        looking.before_opening(folder)
        return prove(folder, passphrase, now=now)


def unlock_with_code(folder: Path, code: str, *, now: datetime) -> Unlocked:
    """The data key, by the recovery code. A mistyped code is named, and is no wrong try."""
    secret = recovery_codes.read(code)
    with told():
        looking.before_opening(folder)
        return prove_code(folder, secret, now=now)


def prove(folder: Path, passphrase: str, *, now: datetime) -> Unlocked:
    """The same for a vault that this program has open already: its lock is not asked for."""
    with told():
        key_file = keys.read(folder)
        first = tries.read(folder).last_slot
        with tries.counting(folder, now) as found:
            unlocked = slots.unlock(key_file.vault_id, key_file.slots, passphrase, first)
            found.append(unlocked)
        return unlocked


def prove_code(folder: Path, secret: bytes, *, now: datetime) -> Unlocked:
    """The same by the recovery code; which slot is tried first does not change by it."""
    with told():
        key_file = keys.read(folder)
        with tries.counting(folder, now):
            return recovery.unlock(key_file.vault_id, key_file.slots, secret)
