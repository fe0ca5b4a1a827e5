"""The page of findings and the action plan with 1,000 of each, and how that grows.

Opened: from the page being made until it is painted with its facts, in a vault that is open and of
which the inspection was read already; then from turning to the plan until that is painted. Reading
is told apart: what a change costs the thread of the vault after it. The processor’s time of this
process is held against the bar.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tests import surroundings
from tests.bench.register_page import _told, _turn, _wait, _Watch

if TYPE_CHECKING:
    from jtai_desktop.domain.actions.action import Action
    from jtai_desktop.services.workspace import Workspace
    from jtai_desktop.ui.pages.findings.page import FindingsPage
    from jtai_desktop.ui.shell.page import Desk

ACTIONS = 1_000
SIZES = (250, 1_000, 4_000)
MOST_OPENED = 150
OPENINGS = 5
AT_A_TIME = 10
Took = tuple[float, float]
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
                yield line.replace("items", "findings and actions")
    del app


def _of_size(folder: Path, size: int) -> Iterator[str]:
    from jtai_desktop.services import overview
    from jtai_desktop.services.preferences import Preferences
    from jtai_desktop.ui.plan.facts import plan_facts
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
    took: list[tuple[float, float]] = []

    def read(workspace: "Workspace") -> None:
        watch = _Watch()
        view = overview.load(workspace, inspection_id)
        took.append(watch.read())
        watch = _Watch()
        plan_facts(view)
        took.append(watch.read())

    hub.read(read, lambda _nothing: None)
    _wait(lambda: not hub.busy)
    yield _told(size, "read from the vault", took[:1], 0)
    yield _told(size, "ratings, coverage and what looks wrong", took[1:], 0)
    page, opened_in, turned_in = _opened(Desk(hub, taste, inspection_id))
    bar = MOST_OPENED if size == ACTIONS else 0
    yield _told(size, "the page of findings opened", opened_in, bar)
    yield _told(size, "the plan turned to", turned_in, bar)
    page.close()
    hub.shut_down()


def make(folder: Path, size: int) -> str:
    """A vault with so many findings, and an action for each; gives its inspection."""
    from jtai_desktop.store import actions as stored
    from jtai_desktop.store import findings as stored_findings
    from tests.domain.findings import made as findings
    from tests.services import scene

    inspection_id = scene.make_bare(folder)
    workspace = scene.reopen(folder)
    with workspace.action("letter.added", "A long letter", inspection_id) as work:
        stored_findings.add_letter(work.session, inspection_id, findings.letter())
    # As people do it: some at a time, so that no line of history tells of all of them.
    for first in range(1, size + 1, AT_A_TIME):
        numbers = range(first, min(first + AT_A_TIME, size + 1))
        with workspace.action("plan.grown", "Some more of the plan", inspection_id) as work:
            every = [findings.finding(number) for number in numbers]
            stored_findings.add(work.session, inspection_id, every)
            for number in numbers:
                stored.add(work.session, inspection_id, _action(number))
    workspace.close()
    return inspection_id


def _action(number: int) -> "Action":
    """One action with three lines of facts and an entry of progress."""
    from jtai_desktop.domain.actions.action import Action, FactsLine, Progress
    from jtai_desktop.domain.actions.rating import Facts
    from jtai_desktop.domain.actions.timescale import Timescale
    from jtai_desktop.domain.documents.lines import Who
    from jtai_desktop.domain.moments import LONDON

    by, first = Who("Coordinator"), datetime(2026, 3, 23, 9, 0, tzinfo=LONDON)
    due = date(2026, 9, 1) + timedelta(days=number % 200)
    scale = Timescale("by then", due)
    begun = Facts(scale, started=date(2026, 4, 1) if number % 5 else None)
    lines = (
        FactsLine(1, first, by, Facts(scale)),
        FactsLine(2, first + timedelta(days=9), by, begun),
        FactsLine(3, first + timedelta(days=90), by, begun),
    )
    return Action(
        id=f"action-{number:05}",
        section=("social-care", "police", "multi-agency")[number % 3],
        number=f"{number % 3 + 1}.{number}",
        text=f"Do what point {number} asks for, and say how it went.",
        lead="Head of safeguarding",
        measure="Audit each quarter",
        sources=(f"finding:f{number}",),
        lines=lines,
        progress=(Progress(1, first, by, first.date(), "Begun with the first teams."),),
    )


def _opened(desk: "Desk") -> tuple["FindingsPage", list[Took], list[Took]]:
    """Open both several times; the first time warms up what is made once for a program."""
    pages: list[FindingsPage] = []
    opened, turned = [], []
    for _ in range(OPENINGS):
        watch = _Watch()
        page = _open(desk)
        opened.append(watch.read())
        _wait(lambda: not desk.hub.busy)
        watch = _Watch()
        page.turn("plan")
        _wait(lambda: not desk.hub.busy)
        _turn()
        turned.append(watch.read())
        pages.append(page)
        for each in pages[:-1]:
            each.close()
    return pages[-1], opened[1:], turned[1:]


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


if __name__ == "__main__":
    sys.exit(main())
