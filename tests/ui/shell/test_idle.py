"""Locking by itself: after the wait, and never while somebody types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jtai_desktop.services.preferences import Preferences
from jtai_desktop.ui.shell import idle
from jtai_desktop.ui.shell.idle import Idle
from jtai_desktop.ui.shell.screen_lock import ScreenLock
from jtai_desktop.ui.shell.taste import Taste


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a minute be 40 thousandths of a second."""
    monkeypatch.setattr(idle, "MINUTE", 40)


@pytest.mark.usefixtures("quick")
def test_it_passes_after_the_wait(qtbot: QtBot) -> None:
    watched = Idle(Taste(Preferences(lock_after=5)))
    with qtbot.waitSignal(watched.passed, timeout=20_000):
        watched.watch()
    assert not watched.running
    watched.rest()


@pytest.mark.usefixtures("quick")
def test_typing_begins_the_wait_again(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    watched = Idle(Taste(Preferences(lock_after=5)))
    watched.watch()
    with qtbot.assertNotEmitted(watched.passed):
        for _ in range(6):
            qtbot.wait(60)
            QTest.keyClick(line, Qt.Key.Key_A)
    with qtbot.waitSignal(watched.passed, timeout=20_000):
        pass
    watched.rest()


def _runs(watched: Idle) -> bool:
    return watched.running


def test_never_means_never_and_resting_stops_it(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    taste = Taste(Preferences(lock_after=0))
    watched = Idle(taste)
    watched.watch()
    assert not _runs(watched)
    taste.set_lock_after(10)
    assert _runs(watched)
    watched.rest()
    QTest.keyClick(line, Qt.Key.Key_A)
    assert not _runs(watched)


def test_a_locked_screen_is_passed_on_and_an_unlocked_one_is_not(qtbot: QtBot) -> None:
    heard = ScreenLock()
    with qtbot.waitSignal(heard.locked, timeout=20_000):
        heard.heard(True)
    with qtbot.assertNotEmitted(heard.locked):
        heard.heard(False)
