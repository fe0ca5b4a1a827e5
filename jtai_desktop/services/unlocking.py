"""Working a passphrase through, before anything of the database is loaded."""

from pathlib import Path

from jtai_desktop.store.slots import Unlocked
from jtai_desktop.store.unlocking import unlock


def unlock_key(folder: Path, passphrase: str) -> Unlocked:
    """The key of the vault in this folder; refused where the passphrase does not open it."""
    return unlock(folder, passphrase)
