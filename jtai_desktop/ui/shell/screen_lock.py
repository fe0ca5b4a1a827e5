"""Hearing of the system's own screen lock, where it can be known.

Linux desktops say it on the session bus. Windows tells a window that asked to be told. macOS has
no way that Qt offers; there the lock on idle has to do.
"""

import sys

from PySide6.QtCore import QObject, Signal, Slot

HEARD = b"1heard(bool)"  # Qt's own way to name a slot
INTERFACES = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class ScreenLock(QObject):
    """`locked` comes when the screen is locked."""

    locked = Signal()

    def listen(self) -> bool:
        """Ask the system to be told; whether there is somebody to ask."""
        return sys.platform.startswith("linux") and self._listen_on_the_bus()

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
