"""The example's vault for measurements: opened by its passphrase, or straight with its key.

What makes the example is imported when it is made: a vault is opened without it.
"""

from pathlib import Path

from jtai_desktop.services.unlocking import unlock_key
from jtai_desktop.services.workspace import Workspace, london_clock, standing_clock
from jtai_desktop.store.vault import Store
from tests.bench.window import PASSPHRASE

KEY_NAME = "data-key"


def make_example(folder: Path) -> str:
    """Make the vault, and keep its key beside it; gives the identity of its inspection."""
    from jtai_desktop.services import example_vaults

    workspace, inspection_id = example_vaults.create(folder, PASSPHRASE)
    workspace.close()
    key = unlock_key(folder, PASSPHRASE, london_clock()).data_key
    folder.with_name(KEY_NAME).write_bytes(key)
    return inspection_id


def open_example(folder: Path) -> Workspace:
    """Open it with the key."""
    key = folder.with_name(KEY_NAME).read_bytes()
    now = london_clock()
    store = Store.open_with_key(folder, key, person="Inspection coordinator", now=now)
    return Workspace(store, store.person, standing_clock(store.stands_at or now))
