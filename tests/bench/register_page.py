"""The page of the documents at 2,000 items, 10,000 versions and 100,000 lines of history.

Opened: from the page being made until it is painted with its facts, in a vault that is open and of
which the window’s head has read the inspection already; what that first reading takes is printed.
A key: from the key in the field until the register is painted anew, each measured on its own; the
median and the 95th of a hundred count. The processor’s time of this process, both threads together,
is held against the bars, since machines are shared; the time by the clock stands beside it.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from tests import surroundings

if TYPE_CHECKING:
    from jtai_desktop.services.workspace import Workspace
    from jtai_desktop.ui.pages.documents.page import DocumentsPage
    from jtai_desktop.ui.shell.hub import Hub
    from jtai_desktop.ui.shell.page import Desk

ITEMS, HISTORY = 2_000, 100_000
SIZES = (200, 2_000, 20_000)
OPENINGS = 7
MOST_OPENED, MOST_MEDIAN, MOST_95 = 150, 16, 50
SIZE = (1186, 669)
TYPED = ("record 12", "lead 3", "police", "to check", "asked lead 1", "panel", "r199", "zebra")


def main() -> int:
    """Prints every line; 1 if a measurement is above its bar."""
    surroundings.settle()
    above = False
    for line in lines():
        print(line, flush=True)
        above |= "ABOVE" in line
    return 1 if above else 0


def lines(sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """What was measured, line by line."""
    from PySide6.QtWidgets import QApplication

    from jtai_desktop.app import prepare

    prepare()
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory(prefix="jtai-bench-") as folder:
        os.environ["JTAI_DATA"] = folder
        for size in sizes:
            yield from _of_size(Path(folder) / str(size), size)
    del app


def _of_size(folder: Path, size: int) -> Iterator[str]:
    from jtai_desktop.services.preferences import Preferences
    from jtai_desktop.ui.shell.hub import Hub
    from jtai_desktop.ui.shell.page import Desk
    from jtai_desktop.ui.shell.taste import Taste
    from tests.bench import large_register
    from tests.services import scene

    inspection_id = large_register.make(folder, size)
    _add_history(scene.reopen(folder), inspection_id, HISTORY * size // ITEMS)
    taste, hub = Taste(Preferences(theme="light")), Hub()
    taste.dress()
    opened: list[Workspace] = []
    hub.open(lambda: scene.reopen(folder), opened.append, print)
    _wait(lambda: bool(opened))
    desk = Desk(hub, taste, inspection_id)
    bars = size == ITEMS
    parts = _parts(hub, inspection_id)
    page, openings = _opened(desk)
    yield _told(size, "opened", openings, MOST_OPENED if bars else 0)
    yield (
        f"{size:,} items: the first reading of all {parts[0]:.0f} ms by the clock,"
        f" standing and lines, in each opening, {parts[1]:.0f} ms"
    )
    keys = _keys(page)
    yield _told(size, f"{len(keys)} keys of filtering, median", keys, MOST_MEDIAN if bars else 0)
    slow = [tuple(quantiles(each, n=20)[-1] for each in zip(*keys, strict=True))]
    yield _told(size, "the 95th of a hundred", slow, MOST_95 if bars else 0)
    page.close()
    hub.shut_down()


def _told(size: int, what: str, found: Sequence[tuple[float, ...]], bar: int) -> str:
    clock, processor = (median(each) for each in zip(*found, strict=True))
    verdict = f", bar {bar} ms{' ABOVE' if processor > bar else ''}" if bar else ""
    told = f"{size:,} items: {what} {processor:.1f} ms of processor{verdict}"
    return f"{told}; by the clock {clock:.1f}"


class _Watch:
    """The clock and the processor from here on, in milliseconds."""

    def __init__(self) -> None:
        self._clock, self._processor = time.perf_counter(), time.process_time()

    def read(self) -> tuple[float, float]:
        clock, processor = time.perf_counter(), time.process_time()
        return (clock - self._clock) * 1000, (processor - self._processor) * 1000


def _parts(hub: "Hub", inspection_id: str) -> tuple[float, float]:
    """What reading takes the first time, and what is made of it, on the vault’s thread."""
    from jtai_desktop.services import overview
    from jtai_desktop.ui.pages.documents.lines import lines_of

    took: list[tuple[float, float]] = []

    def read(workspace: "Workspace") -> tuple[float, float]:
        started = time.perf_counter()
        view = overview.load(workspace, inspection_id)
        loaded = time.perf_counter()
        lines_of(view, view.register())
        return (loaded - started) * 1000, (time.perf_counter() - loaded) * 1000

    for _ in range(3):
        hub.read(read, took.append)
    _wait(lambda: len(took) == 3)
    return took[0][0], min(each[1] for each in took)


def _opened(desk: "Desk") -> tuple["DocumentsPage", list[tuple[float, float]]]:
    """Open the page several times; the first time warms up what is made once for a program."""
    pages, took = [], []
    for _ in range(OPENINGS):
        watch = _Watch()
        pages.append(_open(desk))
        took.append(watch.read())
        _wait(lambda: not desk.hub.busy)
        for page in pages[:-1]:
            page.close()
    return pages[-1], took[1:]


def _open(desk: "Desk") -> "DocumentsPage":
    from jtai_desktop.ui.pages.documents.page import DocumentsPage

    shown: list[bool] = []
    page = DocumentsPage(desk)
    page.resize(*SIZE)
    page.shown.connect(lambda: shown.append(True))
    page.show()
    _wait(lambda: bool(shown))
    _turn()
    return page


def _keys(page: "DocumentsPage") -> list[tuple[float, float]]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    took: list[tuple[float, float]] = []
    page.search()
    for word in TYPED:
        for key in (*word, *[Qt.Key.Key_Backspace] * len(word)):
            watch = _Watch()
            QTest.keyClick(page.filters.field, key)
            _turn()
            took.append(watch.read())
    return took


def _add_history(workspace: "Workspace", inspection_id: str, count: int) -> None:
    """Lines of history as an action would write them, many at once."""
    from tests.bench import large_vault

    large_vault.add_history(workspace.store, count, inspection_id)
    workspace.close()


def _wait(come: Callable[[], bool]) -> None:
    """Sleep until this has come about: to look again and again would cost what is measured."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    flags = QEventLoop.ProcessEventsFlag
    while not come():
        QCoreApplication.processEvents(flags.AllEvents | flags.WaitForMoreEvents)


def _turn() -> None:
    from PySide6.QtCore import QCoreApplication, QEventLoop

    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)


if __name__ == "__main__":
    sys.exit(main())
