"""Opening a vault: a new one, an existing one, or the example that is thrown away."""

import secrets
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from jtai_desktop.domain import texts
from jtai_desktop.domain.passphrases import USUAL_PERSON, Newcomer, refuse_weak
from jtai_desktop.services import document_files, example
from jtai_desktop.services.workspace import (
    Clock,
    Workspace,
    london_clock,
    random_id,
    standing_clock,
)
from jtai_desktop.store.slots import Unlocked
from jtai_desktop.store.unlocking import unlock
from jtai_desktop.store.vault import Store


def create(folder: Path, newcomer: Newcomer, clock: Clock = london_clock) -> Workspace:
    """Make a vault and open it. Nothing is put in the place of one that is there."""
    person = texts.line(newcomer.person, "Your role", longest=80, needed=True)
    refuse_weak(newcomer.passphrase)
    store = Store.create(folder, newcomer.passphrase, person=person, now=clock(), new_id=random_id)
    return Workspace(store, person, clock)


def open_(folder: Path, passphrase: str, clock: Clock = london_clock) -> Workspace:
    """Open a vault with a passphrase; the example's clock stands still."""
    return open_unlocked(folder, unlock(folder, passphrase), clock)


def open_unlocked(folder: Path, unlocked: Unlocked, clock: Clock = london_clock) -> Workspace:
    """Open a vault whose passphrase has been worked through already."""
    store = Store.open_unlocked(folder, unlocked, now=clock())
    workspace = Workspace(store, store.person, _clock_of(store, clock))
    document_files.sweep(workspace)
    return workspace


def create_example(folder: Path, passphrase: str) -> tuple[Workspace, str]:
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


def open_throwaway_example() -> tuple[Workspace, str]:
    """The example in a vault of its own that is gone when it is closed; no passphrase."""
    folder = Path(tempfile.mkdtemp(prefix="jtai-example-"))
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


def _clock_of(store: Store, clock: Clock) -> Clock:
    return standing_clock(store.stands_at) if store.stands_at else clock
