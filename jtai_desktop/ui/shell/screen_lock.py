"""Hearing of the system's own screen lock, where it can be known.

Linux desktops say it on the session bus. Windows tells a window that asked to be told. macOS has
no way that Qt offers; there the lock on idle has to do.
"""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from jtai_desktop.ui.shell.windows_lock import SessionFilter

HEARD = b"1heard(bool)"  # Qt's own way to name a slot
INTERFACES = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class ScreenLock(QObject):
    """`locked` comes when the screen is locked."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listening = False
        self._filter: SessionFilter | None = None

    def listen(self) -> bool:
        """Ask the system to be told, once; whether there is somebody to ask."""
        if not self._listening:
            if sys.platform.startswith("linux"):
                self._listening = self._listen_on_the_bus()
            elif sys.platform == "win32":
                self._listening = self._listen_to_windows()
        return self._listening

    @Slot(bool)
    def heard(self, active: bool) -> None:
        """The screen saver came on, or went off."""
        if active:
            self.locked.emit()

    def _listen_on_the_bus(self) -> bool:
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return False
        heard = [
            bus.connect("", "", interface, "ActiveChanged", self, HEARD) for interface in INTERFACES
        ]
        return any(heard)

    def _listen_to_windows(self) -> bool:
        from jtai_desktop.ui.shell import windows_lock

        window = self.parent()
        if isinstance(window, QWidget):
            self._filter = windows_lock.listen(window, self.locked.emit)
        return self._filter is not None
