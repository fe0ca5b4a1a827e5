"""The page of the week with 300 entries, and a drag on it.

Opened: from the page being made until it is painted with its facts, in a vault that is open and of
which the inspection was read already. A drag: from the pointer moving by a quarter of an hour until
the week is painted anew. The processor’s time of this process, both threads together, is held
against the bars, since machines are shared; the time by the clock stands beside it.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from tests import surroundings
from tests.bench.register_page import _told, _turn, _wait, _Watch

if TYPE_CHECKING:
    from jtai_desktop.services.workspace import Workspace
    from jtai_desktop.ui.pages.week.page import WeekPage
    from jtai_desktop.ui.shell.page import Desk

ENTRIES = 300
SIZES = (300, 1_000)
MOST_OPENED, MOST_STEP = 100, 33
OPENINGS, STEPS, DAYS = 7, 100, 5
SIZE = (1186, 669)


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
            for line in _of_size(Path(folder) / str(size), size):
                yield line.replace("items", "entries")
    del app


def _of_size(folder: Path, size: int) -> Iterator[str]:
    from jtai_desktop.services import overview
    from jtai_desktop.services.preferences import Preferences
    from jtai_desktop.ui.shell.hub import Hub
    from jtai_desktop.ui.shell.page import Desk
    from jtai_desktop.ui.shell.taste import Taste
    from tests.bench import large_week
    from tests.services import scene

    inspection_id = large_week.make(folder, size)
    taste, hub = Taste(Preferences(theme="light")), Hub()
    taste.dress()
    opened: list[Workspace] = []
    hub.open(lambda: scene.reopen(folder), opened.append, print)
    _wait(lambda: bool(opened))
    hub.read(lambda workspace: overview.load(workspace, inspection_id), lambda _view: None)
    _wait(lambda: not hub.busy)
    desk = Desk(hub, taste, inspection_id)
    bars = size == ENTRIES
    page, openings = _opened(desk)
    yield _told(size, "the week opened", openings, MOST_OPENED if bars else 0)
    steps = _drag(page)
    yield _told(size, f"{len(steps)} steps of a drag, median", steps, MOST_STEP if bars else 0)
    slow = [tuple(quantiles(each, n=20)[-1] for each in zip(*steps, strict=True))]
    yield _told(size, "the 95th of a hundred", slow, MOST_STEP if bars else 0)
    a_second = 1000 / median(each[0] for each in steps)
    yield f"{size:,} items: {a_second:,.0f} repaints a second by the clock"
    page.close()
    hub.shut_down()


def _opened(desk: "Desk") -> tuple["WeekPage", list[tuple[float, float]]]:
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


def _open(desk: "Desk") -> "WeekPage":
    from jtai_desktop.ui.pages.week.page import WeekPage

    shown: list[bool] = []
    page = WeekPage(desk)
    page.resize(*SIZE)
    page.shown.connect(lambda: shown.append(True))
    page.show()
    _wait(lambda: bool(shown))
    _turn()
    return page


def _drag(page: "WeekPage") -> list[tuple[float, float]]:
    """Take the first entry up, and lead it down and up through its week."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    grid = page.grid
    laid, canvas = grid.picture.laid[0], grid.picture.canvas
    scrolled = grid.verticalScrollBar().value()
    start = QPoint(laid.box.left + 12, (laid.box.top + laid.box.bottom) // 2 - scrolled)
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
    took: list[tuple[float, float]] = []
    for step in range(1, STEPS + 1):
        down = canvas.hour // 4 * (step % 24 + 1)
        point = QPoint(canvas.across(step % DAYS) + 30, start.y() + down)
        watch = _Watch()
        QTest.mouseMove(grid.viewport(), point)
        _turn()
        took.append(watch.read())
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
    return took


if __name__ == "__main__":
    sys.exit(main())
