"""Vaults that hold the example: one that is kept, and one that is thrown away.

Apart from the other vaults, since the example needs everything there is: whoever opens a vault of
their own does not wait for that.
"""

import secrets
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from jtai_desktop.domain.passphrases import USUAL_PERSON, refuse_weak
from jtai_desktop.services import example
from jtai_desktop.services.workspace import Workspace, london_clock, random_id
from jtai_desktop.store import throwaway
from jtai_desktop.store.vault import Store


def create(folder: Path, passphrase: str) -> tuple[Workspace, str]:
    """Make a vault that holds the example, and open it."""
    refuse_weak(passphrase)
    stands_at = example.stands_at()
    store = Store.create(
        folder,
        passphrase,
        person=USUAL_PERSON,
        now=stands_at,
        new_id=random_id,
        stands_at=stands_at,
    )
    return _filled(store, lambda: _take_away(folder))


def open_throwaway() -> tuple[Workspace, str]:
    """The example in a vault of its own that is gone when it is closed; no passphrase."""
    throwaway.clear(Path(tempfile.gettempdir()), london_clock())
    folder = Path(tempfile.mkdtemp(prefix=throwaway.PREFIX))
    try:
        return _throwaway(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _throwaway(folder: Path) -> tuple[Workspace, str]:
    stands_at = example.stands_at()
    store = Store.create_with_key(
        folder / "vault",
        secrets.token_bytes(32),
        person=USUAL_PERSON,
        now=stands_at,
        new_id=random_id,
        stands_at=stands_at,
    )
    # Nobody counts on it: what a power loss leaves of it is cleared away.
    store.do_not_wait()
    workspace, inspection_id = _filled(store, lambda: None)
    workspace.after_closing = lambda: shutil.rmtree(folder, ignore_errors=True)
    return workspace, inspection_id


def _filled(store: Store, undo: Callable[[], None]) -> tuple[Workspace, str]:
    """The example in a new vault; what is interrupted leaves nothing behind."""
    workspace = Workspace(store, USUAL_PERSON)
    try:
        return workspace, example.fill(workspace)
    except BaseException:
        workspace.close()
        undo()
        raise


def _take_away(folder: Path) -> None:
    """The files of a vault that was just made in an empty folder."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
