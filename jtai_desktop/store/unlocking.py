"""From a folder and a passphrase to the data key, without loading the database."""

from pathlib import Path

from jtai_desktop.store import keys, looking, slots
from jtai_desktop.store.slots import Unlocked
from jtai_desktop.store.trouble import told


def unlock(folder: Path, passphrase: str) -> Unlocked:
    """The data key of the vault in this folder, and whose passphrase it was."""
    with told():
        looking.before_opening(folder)
        key_file = keys.read(folder)
        return slots.unlock(key_file.vault_id, key_file.slots, passphrase)
