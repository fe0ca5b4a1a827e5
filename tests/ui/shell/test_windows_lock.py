"""What Windows would send, faked: only the locking of the screen is passed on."""

import ctypes
import sys
from ctypes import wintypes

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.shell import windows_lock
from jtai_desktop.ui.shell.screen_lock import ScreenLock
from jtai_desktop.ui.shell.windows_lock import SessionFilter

CHANGE, LOCK, UNLOCK, PAINT = 0x02B1, 0x7, 0x8, 0x000F


def _sent(
    heard: SessionFilter, message: int, word: int, kind: bytes = windows_lock.MESSAGES
) -> None:
    said = wintypes.MSG(None, message, word, 0, 0, wintypes.POINT())
    answer = heard.nativeEventFilter(QByteArray(kind), ctypes.addressof(said))
    assert answer == (False, 0)


def test_only_a_locked_screen_is_told() -> None:
    told: list[str] = []
    heard = SessionFilter(lambda: told.append("locked"))
    _sent(heard, CHANGE, UNLOCK)
    _sent(heard, PAINT, LOCK)
    _sent(heard, CHANGE, LOCK, b"xcb_generic_event_t")
    assert told == []
    _sent(heard, CHANGE, LOCK)
    assert told == ["locked"]


def test_the_lock_of_windows_is_the_same_to_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, asked, kept = QWidget(), list[int](), list[SessionFilter]()

    def ask(handle: int) -> bool:
        asked.append(handle)
        return True

    qtbot.addWidget(window)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(windows_lock, "_ask", ask)
    monkeypatch.setattr(QCoreApplication, "installNativeEventFilter", lambda _, f: kept.append(f))
    lock = ScreenLock(window)
    assert lock.listen()
    assert lock.listen()
    assert asked == [int(window.winId())]
    with qtbot.waitSignal(lock.locked, timeout=20_000):
        _sent(kept[0], CHANGE, LOCK)


def test_where_windows_refuses_there_is_nobody_to_ask(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(windows_lock, "_ask", lambda _handle: False)
    assert not ScreenLock(window).listen()
    assert not ScreenLock().listen()
