"""A workspace on a temporary vault, opened with a key and a clock that stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jtai_desktop.services import overview, vaults
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import keys, making
from jtai_desktop.store.costs import Params
from tests.services import scene
from tests.services.shelf import Shelf


@pytest.fixture(scope="session")
def example_vault(made_example: tuple[Path, str]) -> tuple[Path, str]:
    """The example's folder and its inspection."""
    return made_example


@pytest.fixture(scope="session")
def bare_vault(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with an inspection that has just begun, made once."""
    folder = tmp_path_factory.mktemp("bare") / "vault"
    return folder, scene.make_bare(folder)


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrase slots that cost next to nothing: for vaults that are made in a test."""
    key_file = making.key_file

    def cheap(
        vault_id: str, key: bytearray, passphrase: str, person: str, _: Params
    ) -> keys.KeyFile:
        return key_file(vault_id, key, passphrase, person, scene.CHEAP)

    monkeypatch.setattr(making, "key_file", cheap)
    monkeypatch.setattr(vaults, "calibrated", lambda: scene.CHEAP)


@pytest.fixture
def inspection(example_vault: tuple[Path, str]) -> str:
    """The identity of the example's inspection."""
    return example_vault[1]


@pytest.fixture
def workspace(example_vault: tuple[Path, str], tmp_path: Path) -> Iterator[Workspace]:
    """The example, in a vault of the test's own."""
    opened = scene.open_copy(scene.copy(example_vault[0], tmp_path / "vault"))
    yield opened
    opened.close()


@pytest.fixture
def bare(bare_vault: tuple[Path, str]) -> str:
    """The identity of the inspection that has just begun."""
    return bare_vault[1]


@pytest.fixture
def bare_workspace(bare_vault: tuple[Path, str], tmp_path: Path) -> Iterator[Workspace]:
    """The inspection that has just begun, in a vault of the test's own."""
    opened = scene.open_copy(scene.copy(bare_vault[0], tmp_path / "bare"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def shelf(
    example_vault: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shelf]:
    """Every paper of the example, in a vault that no test changes."""
    folder, made = example_vault
    opened = scene.open_copy(scene.copy(folder, tmp_path_factory.mktemp("shelf") / "vault"))
    yield Shelf(opened, overview.load(opened, made))
    opened.close()
