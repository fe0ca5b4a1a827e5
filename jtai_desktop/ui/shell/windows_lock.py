"""Hearing of the screen lock on Windows: it sends a message to a window that asked for it."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

MESSAGES = b"windows_generic_MSG"  # Qt's own name for what Windows sends
SESSION_CHANGE, SESSION_LOCK = 0x02B1, 0x7
THIS_SESSION = 0


class SessionFilter(QAbstractNativeEventFilter):
    """Looks at each message of the system, and lets all of them through."""

    def __init__(self, locked: Callable[[], object]) -> None:
        super().__init__()
        self._locked = locked

    def nativeEventFilter(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Call, where the message says that the screen was locked."""
        kind = event_type.data() if isinstance(event_type, QByteArray) else event_type
        if kind == MESSAGES:
            said = wintypes.MSG.from_address(int(message))
            if (said.message, said.wParam) == (SESSION_CHANGE, SESSION_LOCK):
                self._locked()
        return False, 0


def listen(window: QWidget, locked: Callable[[], object]) -> SessionFilter | None:
    """Ask Windows to tell this window; the filter must be kept. Nothing, where it refuses."""
    application = QCoreApplication.instance()
    if application is None or not _ask(int(window.winId())):
        return None
    heard = SessionFilter(locked)
    application.installNativeEventFilter(heard)
    return heard


def _ask(handle: int) -> bool:
    if sys.platform == "win32":
        terminal = ctypes.WinDLL("wtsapi32")
        return bool(terminal.WTSRegisterSessionNotification(wintypes.HWND(handle), THIS_SESSION))
    return False
