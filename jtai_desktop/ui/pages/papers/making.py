"""Making: how far a paper has come, as a bar and in words, and the way to stop it.

The work tells it from its own thread; the signal brings it over. Nothing is shown in the first
second: most papers are done by then.
"""

from threading import Event
from time import monotonic

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from jtai_desktop.reports.progress import Heard, Stopped
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

PATIENCE = 1000
STEPS, HIGH = 1000, 8


class Making(QWidget):
    """One thing is made at a time: to begin the next stops the one before."""

    _came = Signal(object, str, float)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()
        self._began = 0.0
        self._bar = QProgressBar(maximum=STEPS, textVisible=False)
        self._said = Words("", ink=Role.INK2)
        self._link = LinkButton("Stop")
        self._wait = QTimer(self, singleShot=True, interval=PATIENCE)
        self._lay_out()
        self._link.clicked.connect(self.stop)
        self._wait.timeout.connect(self.show)
        self._came.connect(self._show_share)
        # A thread that still works for a window that is gone is to stop, whatever began last.
        self.destroyed.connect(lambda: self._stop.set())  # noqa: PLW0108 - it is another by then
        self.hide()
        follow_look(self._dress)

    @property
    def was_long(self) -> bool:
        """Whether what was begun last has taken longer than one waits without a word."""
        return monotonic() - self._began > PATIENCE / 1000

    def begin(self, doing: str) -> Heard:
        """Something lengthy begins; what is given back is what it tells how far it is."""
        self.stop()
        stop = self._stop = Event()
        self._began = monotonic()
        self._show_share(stop, doing, 0.0)
        self._wait.start()

        def heard(said: str, share: float) -> None:
            if stop.is_set():
                raise Stopped
            self._came.emit(stop, said, share)

        return heard

    def stop(self) -> None:
        """What is under way ends as soon as it looks."""
        self._stop.set()

    def end(self) -> None:
        """It is over."""
        self._wait.stop()
        self.hide()

    def _show_share(self, whose: object, doing: str, share: float) -> None:
        if whose is not self._stop:
            return
        self._bar.setValue(round(share * STEPS))
        self._said.setText(f"{doing} …")
        self._bar.setAccessibleName(f"{doing}, {share:.0%}")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said, 1)
        row.addWidget(self._link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._bar)

    def _dress(self) -> None:
        self._bar.setFixedHeight(Look.of(self).sized(HIGH))
