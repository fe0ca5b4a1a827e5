"""Locking by itself: when nobody has typed or pointed for a while."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from jtai_desktop.ui.shell.taste import Taste

MINUTE = 60_000
SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class Idle(QObject):
    """Counts from the last sign of life; `passed` comes once, and again after new life."""

    passed = Signal()

    def __init__(self, taste: Taste, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._taste = taste
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.passed)
        self._watching = False
        taste.changed.connect(self._begin_again)

    @property
    def running(self) -> bool:
        """Whether the time is running."""
        return self._timer.isActive()

    def watch(self) -> None:
        """Begin: a vault is open."""
        application = QCoreApplication.instance()
        if application is not None and not self._watching:
            application.installEventFilter(self)
        self._watching = True
        self._begin_again()

    def rest(self) -> None:
        """End: there is nothing to lock."""
        application = QCoreApplication.instance()
        if application is not None and self._watching:
            application.removeEventFilter(self)
        self._watching = False
        self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a sign of life, and let everything through."""
        if event.type() in SIGNS_OF_LIFE:
            self._begin_again()
        return False

    def _begin_again(self) -> None:
        minutes = self._taste.liked.lock_after
        if self._watching and minutes:
            self._timer.start(minutes * MINUTE)
        else:
            self._timer.stop()
