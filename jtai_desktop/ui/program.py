"""Starts the window."""

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jtai_desktop import places
from jtai_desktop.services import logs, preferences
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.shell.taste import Taste
from jtai_desktop.ui.shell.window import Window


def run(vault: Path | None = None, *, example: bool = False) -> int:
    """Open the window and stay until it is closed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    logs.begin()
    QGuiApplication.setApplicationDisplayName("JTAI Desktop")
    window = make(vault, example=example)
    if window.taste.liked.maximised:
        window.showMaximized()
    else:
        window.show()
    return app.exec()


def make(vault: Path | None = None, *, example: bool = False) -> Window:
    """The window, at its first screen."""
    taste = Taste(preferences.load())
    taste.dress()
    window = Window(Hub(), vault or places.vault(), taste)
    window.show_front(example=example)
    return window
