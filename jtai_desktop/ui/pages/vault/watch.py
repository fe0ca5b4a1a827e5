"""Watch: how far long work on the vault's thread has come, told to the window, and the way to stop.

The work calls it from its own thread; the signal brings it over. Nothing is shown in the first
second: most of the time it is done by then.
"""

from threading import Event

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.tokens import Role

PATIENCE = 1000


class Watch(QWidget):
    """One line: "Backing up… 40 %" and Stop."""

    _came = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()
        self._what = ""
        self._said = Words("", ink=Role.INK2)
        self._link = LinkButton("Stop")
        self._wait = QTimer(self, singleShot=True, interval=PATIENCE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said)
        row.addWidget(self._link)
        row.addStretch(1)
        self._link.clicked.connect(self._stop.set)
        self._wait.timeout.connect(self.show)
        self._came.connect(self._show_share)
        self.hide()

    def begin(self, what: str) -> None:
        """Something lengthy begins."""
        self._what = what
        self._stop.clear()
        self._show_share(0.0)
        self._wait.start()

    def end(self) -> None:
        """It is over."""
        self._wait.stop()
        self.hide()

    def progress(self, share: float) -> bool:
        """What the work calls, on its own thread: false means stop."""
        self._came.emit(share)
        return not self._stop.is_set()

    def _show_share(self, share: float) -> None:
        self._said.setText(f"{self._what} {share:.0%}")
        self._said.setAccessibleName(self._said.text())
