"""The pause after wrong tries: a button that counts the seconds down and then works again."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton

SECOND = 1000


class Pause(QObject):
    """Holds a button; `words` is what stands on it otherwise."""

    def __init__(self, button: QAbstractButton, words: str) -> None:
        super().__init__(button)
        self._button, self._words = button, words
        self._left = 0
        self._timer = QTimer(self, interval=SECOND, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._count)

    @property
    def is_over(self) -> bool:
        """Whether there is nothing to wait for."""
        return self._left == 0

    def hold(self, seconds: int) -> None:
        """Wait so long; not at all, where it is 0."""
        self._left = seconds
        if seconds:
            self._timer.start()
        self._show()

    def _count(self) -> None:
        self._left = max(0, self._left - 1)
        if self.is_over:
            self._timer.stop()
        self._show()

    def _show(self) -> None:
        self._button.setEnabled(self.is_over)
        words = self._words if self.is_over else f"{self._words} in {self._left} s"
        self._button.setText(words)
        self._button.setAccessibleDescription(
            "" if self.is_over else f"After several wrong tries: wait {self._left} seconds."
        )
