"""That the window stays alive while the page of the lists reads 50,000 rows and exports them.

A timer beats every few milliseconds in the window’s own thread; the longest time between two beats
is how long a click or a key would have waited. Rows with problems are many on purpose: what the
worker found has to be taken in, too. Between two beats no thread of the program may keep the
processor longer than the bar says, since the others wait for it; the time by the clock stands
beside it, and what it is when the window does nothing, since machines are shared.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests import surroundings
from tests.bench.register_page import _wait

if TYPE_CHECKING:
    from jtai_desktop.services.workspace import Workspace
    from jtai_desktop.ui.pages.lists.page import ListsPage

ROWS, WITH_PROBLEMS = 50_000, 5_000
MOST_HELD = 100  # milliseconds; a tenth of a second is felt as at once
BEAT = 5
IDLE = 3  # seconds
SIZE = (1186, 669)


def main() -> int:
    """Prints every line; 1 if a measurement is above its bar."""
    surroundings.settle()
    above = False
    for line in lines():
        print(line, flush=True)
        above |= "ABOVE" in line
    return 1 if above else 0


class Beats:
    """The longest gaps between two beats of the event loop, by the clock and of the processor."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self.clock = self.processor = 0.0
        self._last = self._now()
        self._timer = QTimer(interval=BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        """No beat any more."""
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = self._now()
        clock, processor = (after - before for after, before in zip(now, self._last, strict=True))
        self.clock, self.processor = max(self.clock, clock), max(self.processor, processor)
        self._last = now

    def _now(self) -> tuple[float, float]:
        return time.perf_counter() * 1000, time.process_time() * 1000


def lines(rows: int = ROWS) -> Iterator[str]:
    """What was measured, line by line."""
    from PySide6.QtWidgets import QApplication

    from jtai_desktop.app import prepare

    prepare()
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory(prefix="jtai-bench-") as folder:
        os.environ["JTAI_DATA"] = folder
        yield from _on_the_page(Path(folder), rows)
    del app


def _on_the_page(folder: Path, rows: int) -> Iterator[str]:
    from jtai_desktop.services.preferences import Preferences
    from jtai_desktop.ui.pages.lists.page import ListsPage
    from jtai_desktop.ui.shell.hub import Hub
    from jtai_desktop.ui.shell.page import Desk
    from jtai_desktop.ui.shell.taste import Taste
    from tests.services import scene

    inspection_id = scene.make_bare(folder / "vault")
    path = _file(folder, rows)
    taste, hub = Taste(Preferences(theme="light")), Hub()
    taste.dress()
    opened: list[Workspace] = []
    hub.open(lambda: scene.reopen(folder / "vault"), opened.append, print)
    _wait(lambda: bool(opened))
    page = ListsPage(Desk(hub, taste, inspection_id))
    page.resize(*SIZE)
    page.show()
    _wait(lambda: not hub.busy)
    yield from _read_and_exported(page, path, rows)
    page.close()
    hub.shut_down()


def _read_and_exported(page: "ListsPage", path: Path, rows: int) -> Iterator[str]:
    from PySide6.QtCore import QCoreApplication

    hub, out = page.desk.hub, path.with_name("out.xlsx")
    beats, started = Beats(), time.monotonic()
    view = page.read_files([path])
    assert view is not None
    _wait(lambda: view.checked is not None or not view.news.isHidden())
    QCoreApplication.processEvents()
    beats.stop()
    assert view.checked is not None, view.news.accessibleName()
    yield _told(rows, "read on the page", time.monotonic() - started, beats)
    beats, started = Beats(), time.monotonic()
    page.reading.export_to(view, (path,), out)
    _wait(lambda: not view.news.isHidden() and not hub.busy)
    beats.stop()
    assert out.exists(), view.news.accessibleName()
    yield _told(rows, "exported from the page", time.monotonic() - started, beats)
    beats, started = Beats(), time.monotonic()
    view.accept.click()
    _wait(lambda: not hub.busy)
    beats.stop()
    yield _told(rows, "taken in from the page", time.monotonic() - started, beats)
    beats, started = Beats(), time.monotonic()
    _wait(lambda: time.monotonic() - started > IDLE)
    beats.stop()
    yield f"for {IDLE} s nothing at all: {beats.clock:.0f} ms by the clock at most"


def _told(rows: int, what: str, took: float, beats: Beats) -> str:
    mark = " ABOVE" if beats.processor > MOST_HELD else ""
    return (
        f"{rows:,} rows {what} in {took:.1f} s: the window held for {beats.processor:.0f} ms of"
        f" processor at most, bar {MOST_HELD}{mark}; {beats.clock:.0f} ms by the clock"
    )


def _file(folder: Path, rows: int) -> Path:
    from tests.exchange.lists.county import County
    from tests.exchange.lists.writing import saved, workbook

    county = County({1: rows})
    for row in county.rows[1][: rows * WITH_PROBLEMS // ROWS]:
        row["Gender"] = "M"
    return saved(workbook(county), folder, "contacts.xlsx")


if __name__ == "__main__":
    sys.exit(main())
