"""Vaults for the tests of the store: one is made, the others are copies."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jtai_desktop.store.vault import Store
from tests.store import scene


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault to copy from."""
    folder = tmp_path_factory.mktemp("template") / "vault"
    scene.make(folder).close()
    return folder


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    """A closed vault of the test's own."""
    return scene.copy(template, tmp_path / "vault")


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """An open vault of the test's own."""
    opened = scene.reopen(folder)
    yield opened
    opened.close()
