"""A vault made as a person would make it, and cheap to open."""

from pathlib import Path

import pytest

from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.passphrases import Newcomer
from jtai_desktop.services import vaults
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import keys, making
from jtai_desktop.store.costs import Params
from tests.flow.clock import Clock
from tests.services import scene


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrase slots that cost next to nothing."""
    key_file = making.key_file

    def cheap(
        vault_id: str, key: bytearray, passphrase: str, person: str, _: Params
    ) -> keys.KeyFile:
        return key_file(vault_id, key, passphrase, person, scene.CHEAP)

    monkeypatch.setattr(making, "key_file", cheap)
    monkeypatch.setattr(vaults, "calibrated", lambda: scene.CHEAP)


@pytest.fixture
def clock() -> Clock:
    """A clock that the test turns: it begins at the notification."""
    return Clock(scene.NOTIFIED.astimezone(LONDON))


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Workspace:
    """A new vault, open."""
    newcomer = Newcomer("Inspection coordinator", scene.PASSPHRASE)
    return vaults.create(tmp_path / "vault", newcomer, clock)
