"""A desk over the example, for every test of the window: the clock stands at Tue 10 Nov, 10:40."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from jtai_desktop.places import KEY_FILE
from jtai_desktop.services import example
from jtai_desktop.services.preferences import Preferences
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.taste import Taste
from tests import played
from tests.services import scene
from tests.ui.waiting import wait_until, wait_until_idle

KEY = bytes(range(32))
Settle = Callable[[], None]


@pytest.fixture(autouse=True, scope="module")
def nothing_stays() -> Iterator[None]:
    """No window outlives its test file: every later one would dress it again, for seconds."""
    yield
    if QApplication.instance() is None:
        return
    for left in QApplication.topLevelWidgets():
        left.close()
        left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def example_vault(
    made_example: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """The example as it is explored, without a passphrase, and the identity of its inspection."""
    folder, inspection_id = made_example
    bare = tmp_path_factory.mktemp("explored") / "vault"
    shutil.copytree(folder, bare, ignore=shutil.ignore_patterns(f"{KEY_FILE}*"))
    return bare, inspection_id


@pytest.fixture
def already_played(monkeypatch: pytest.MonkeyPatch, played_folder: Path) -> None:
    """To explore the example takes no time: for tests of what becomes of it afterwards."""
    played.instead_of_playing(monkeypatch, played_folder)


@pytest.fixture
def own_folder(example_vault: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of the example's folder that a test may change."""
    return Path(shutil.copytree(example_vault[0], tmp_path / "vault"))


def open_copy(folder: Path) -> Workspace:
    """The copied example, opened with its clock at a stand."""
    return scene.open_copy(folder, example.stands_at())


@pytest.fixture
def hub(qapp: QApplication, own_folder: Path) -> Iterator[Hub]:
    """A hub with the example open."""
    qapp.processEvents()
    made = Hub()
    opened: list[Workspace] = []
    made.open(lambda: open_copy(own_folder), opened.append, pytest.fail)
    wait_until(lambda: bool(opened))
    yield made
    made.shut_down()


@pytest.fixture
def desk(hub: Hub, example_vault: tuple[Path, str]) -> Desk:
    """A desk over the example, in the light theme."""
    taste = Taste(Preferences(theme="light"))
    taste.dress()
    return Desk(hub, taste, example_vault[1])


@pytest.fixture
def settle(hub: Hub) -> Settle:
    """Waits until the hub has nothing left to do."""
    return partial(wait_until_idle, hub)
