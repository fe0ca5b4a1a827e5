"""Waiting for the vault’s thread and for the window, without idling and without hurry.

`QTest.qWait` keeps Python to itself while it sleeps, so the thread that is waited for stands still;
an event loop lets it work, and ends as soon as there is something to see. The longest wait is for a
busy machine: it costs nothing where all is well.
"""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from jtai_desktop.ui.shell.hub import Hub

LONGEST_WAIT = 60.0
OFTEN = 2
TOO_LONG = "What was waited for did not come about."


def wait_until_idle(hub: Hub) -> None:
    """Until the hub has nothing left to do, and what it brought is laid out."""
    until = monotonic() + LONGEST_WAIT
    while hub.busy:
        assert monotonic() < until, TOO_LONG
        loop = QEventLoop()
        hub.idle.connect(loop.quit)
        _turn(loop, round(LONGEST_WAIT * 1000))
        QCoreApplication.processEvents()


def wait_until(come: Callable[[], bool]) -> None:
    """Until this has come about."""
    until = monotonic() + LONGEST_WAIT
    while not come():
        assert monotonic() < until, TOO_LONG
        _turn(QEventLoop(), OFTEN)


def _turn(loop: QEventLoop, at_most: int) -> None:
    timer = QTimer(loop)
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(at_most)
    loop.exec()
    timer.stop()
