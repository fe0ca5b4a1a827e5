"""The page of findings with 1,000 findings: opening it, a key in the field, and how both grow.

Opened: from the page being made until it is painted with its facts, in a vault that is open and of
which the inspection was read already. The processor’s time of this process is held against the bar.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests import surroundings
from tests.bench.register_page import _told, _turn, _wait, _Watch

if TYPE_CHECKING:
    from jtai_desktop.services.workspace import Workspace
    from jtai_desktop.ui.pages.findings.page import FindingsPage
    from jtai_desktop.ui.shell.page import Desk

FINDINGS = 1_000
SIZES = (250, 1_000, 4_000)
MOST_OPENED, MOST_KEY, OPENINGS = 150, 50, 5
SIZE = (1186, 669)
TYPED = ("point 12", "better", "zebra")


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
                yield line.replace("items", "findings")
    del app


def make(folder: Path, size: int) -> str:
    """A vault with a letter of so many findings; gives its inspection."""
    from jtai_desktop.store import findings as stored
    from tests.domain.findings import made
    from tests.services import scene

    inspection_id = scene.make_bare(folder)
    workspace = scene.reopen(folder)
    with workspace.action("findings.kept", "A long letter", inspection_id) as work:
        stored.add_letter(work.session, inspection_id, made.letter())
        heads = (f"Part {number // 20}" for number in range(1, size + 1))
        every = [made.finding(number, heading=head) for number, head in enumerate(heads, 1)]
        stored.add(work.session, inspection_id, every)
    workspace.close()
    return inspection_id


def _of_size(folder: Path, size: int) -> Iterator[str]:
    from jtai_desktop.services import overview
    from jtai_desktop.services.preferences import Preferences
    from jtai_desktop.ui.shell.hub import Hub
    from jtai_desktop.ui.shell.page import Desk
    from jtai_desktop.ui.shell.taste import Taste
    from tests.services import scene

    inspection_id = make(folder, size)
    taste, hub = Taste(Preferences(theme="light")), Hub()
    taste.dress()
    opened: list[Workspace] = []
    hub.open(lambda: scene.reopen(folder), opened.append, print)
    _wait(lambda: bool(opened))
    hub.read(lambda workspace: overview.load(workspace, inspection_id), lambda _view: None)
    _wait(lambda: not hub.busy)
    bars = size == FINDINGS
    page, openings = _opened(Desk(hub, taste, inspection_id))
    yield _told(size, "the page opened", openings, MOST_OPENED if bars else 0)
    keys = _keys(page)
    yield _told(size, f"{len(keys)} keys of filtering, median", keys, MOST_KEY if bars else 0)
    page.close()
    hub.shut_down()


def _opened(desk: "Desk") -> tuple["FindingsPage", list[tuple[float, float]]]:
    """Open it several times; the first time warms up what is made once for a program."""
    pages, took = [], []
    for _ in range(OPENINGS):
        watch = _Watch()
        pages.append(_open(desk))
        took.append(watch.read())
        _wait(lambda: not desk.hub.busy)
        for before in pages[:-1]:
            before.close()
    return pages[-1], took[1:]


def _open(desk: "Desk") -> "FindingsPage":
    from jtai_desktop.ui.pages.findings.page import FindingsPage

    shown: list[bool] = []
    page = FindingsPage(desk)
    page.resize(*SIZE)
    page.shown.connect(lambda: shown.append(True))
    page.show()
    _wait(lambda: bool(shown))
    _turn()
    return page


def _keys(page: "FindingsPage") -> list[tuple[float, float]]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from jtai_desktop.ui.pages.findings.list_part import ListPart

    took: list[tuple[float, float]] = []
    part = page.part
    assert isinstance(part, ListPart)
    page.search()
    for word in TYPED:
        for key in (*word, *[Qt.Key.Key_Backspace] * len(word)):
            watch = _Watch()
            QTest.keyClick(part.bar.field, key)
            _turn()
            took.append(watch.read())
    return took


if __name__ == "__main__":
    sys.exit(main())
