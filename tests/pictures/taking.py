"""Takes the pictures of the screens of one size."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from jtai_desktop.services.preferences import Preferences
from jtai_desktop.ui.shell.hub import Hub
from jtai_desktop.ui.shell.taste import Taste
from jtai_desktop.ui.shell.window import Window
from tests.pictures.screens import SCREENS, Screen

LONGEST_WAIT = 120.0
ROUNDS = 10


class Camera:
    """One window, moved from screen to screen."""

    def __init__(self, app: QApplication, size: tuple[int, int], data: Path) -> None:
        self.app = app
        self.data = data
        self.taste = Taste(Preferences(theme="light"))
        self.taste.dress()
        self.window = Window(Hub(), data / "vault", self.taste)
        self.window.resize(*size)
        self.window.show()

    def take(self, screen: Screen, path: Path) -> None:
        """Go to a screen, wait until it stands still, and keep its picture."""
        screen.prepare(self)
        self.settle()
        self.window.grab().save(str(path))

    def settle(self, apart: float = 0.09) -> None:
        """Wait until nothing is under way and two pictures in a row, so far apart, are the same."""
        until = time.monotonic() + LONGEST_WAIT
        before = None
        while time.monotonic() < until:
            self.wait_for(lambda: not self.window.hub.busy)
            self._turn(apart, ROUNDS)
            now = self.window.grab().toImage()
            if before is not None and now == before:
                return
            before = now
        raise TimeoutError("The screen does not come to rest.")

    def wait_for(self, come: Callable[[], bool]) -> None:
        """Let the program work until this has come about."""
        until = time.monotonic() + LONGEST_WAIT
        while not come():
            if time.monotonic() > until:
                raise TimeoutError("What was waited for did not come about.")
            self._turn(0.01)

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        """The control of that accessible name."""
        for widget in self.window.findChildren(kind):
            if widget.accessibleName() == name and widget.isVisible():
                return widget
        raise LookupError(name)

    def put_away(self) -> None:
        """Take the window away with all that is on it.

        Whatever stays is dressed again by every window that comes later in this process.
        """
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _turn(self, seconds: float, rounds: int = 1) -> None:
        """Let so much time go by, and so many rounds: where little gets done, time says nothing."""
        until = time.monotonic() + seconds
        while time.monotonic() < until or rounds > 0:
            rounds -= 1
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            time.sleep(0.002)


def take_screens(
    folder: Path, size: tuple[int, int], part: str, themes: tuple[str, ...], only: str
) -> int:
    """Every screen in every theme."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    # The cursor must not blink in and out of the pictures.
    app.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory(prefix="jtai-pictures-") as data:
        os.environ["JTAI_DATA"] = data
        camera = Camera(app, size, Path(data))
        for screen in (each for each in SCREENS if only in each.name):
            for theme in themes:
                camera.taste.set_theme(theme)
                camera.take(screen, folder / f"{screen.name}-{part}-{theme}.png")
        camera.put_away()
    return 0
