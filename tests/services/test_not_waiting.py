"""A vault that is thrown away need not wait for the disk; every other does."""

import io
import os
from pathlib import Path

import pytest

from jtai_desktop.services import example_vaults
from jtai_desktop.store.vault import Store
from tests.services import scene as whole
from tests.store import scene


def synchronous(store: Store) -> int:
    """As the database has it: 3 is EXTRA, 0 is off."""
    return int(scene.raw(store).execute("PRAGMA synchronous").fetchone()[0])


def synced(store: Store, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the disk is waited for while a file is taken in."""
    calls: list[int] = []
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", calls.append)
        store.files.take_in(io.BytesIO(b"one"), 3)
    return len(calls)


@pytest.mark.usefixtures("cheap_keys")
def test_only_the_example_that_is_thrown_away_does_not_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thrown_away, _ = example_vaults.open_throwaway()
    kept, _ = example_vaults.create(tmp_path / "example", whole.PASSPHRASE)
    try:
        assert (synchronous(thrown_away.store), synchronous(kept.store)) == (0, 3)
        assert synced(thrown_away.store, monkeypatch) == 0
        assert synced(kept.store, monkeypatch) > 0
    finally:
        thrown_away.close()
        kept.close()


def test_a_vault_that_is_opened_anew_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = scene.make(tmp_path / "vault")
    store.do_not_wait()
    assert (synchronous(store), synced(store, monkeypatch)) == (0, 0)
    folder = store.folder
    store.close()
    again = scene.reopen(folder)
    assert synchronous(again) == 3
    assert synced(again, monkeypatch) > 0
    again.close()
