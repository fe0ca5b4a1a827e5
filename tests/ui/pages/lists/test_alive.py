"""The window answers while files are read and exported by the worker, and while that is stopped."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.pages.lists.page import ListsPage
from jtai_desktop.ui.shell.page import Desk
from tests.bench.lists_page import MOST_HELD, Beats
from tests.exchange.lists.county import County
from tests.exchange.lists.writing import saved, workbook
from tests.ui.conftest import Settle

ROWS, WITH_PROBLEMS = 4_000, 1_500
LONGEST = 60_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Contacts, many of them with a problem."""
    county = County({1: ROWS})
    for row in county.rows[1][:WITH_PROBLEMS]:
        row["Gender"] = "M"
    return saved(workbook(county), tmp_path, "contacts.xlsx")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settle: Settle) -> ListsPage:
    """The page, with a worker to read for it."""
    made = ListsPage(desk)
    qtbot.addWidget(made)
    made.resize(1186, 640)
    made.show()
    settle()
    return made


def test_the_window_stays_alive(qtbot: QtBot, page: ListsPage, file: Path) -> None:
    def until(come: Callable[[], bool]) -> float:
        beats = Beats()
        qtbot.waitUntil(come, timeout=LONGEST)
        beats.stop()
        return beats.processor

    view = page.read_files([file])
    assert view is not None
    held = until(lambda: view.checked is not None)
    assert held < MOST_HELD
    assert "1500" in view.details.rows[1].spoken
    out = file.with_name("out.xlsx")
    page.reading.export_to(view, (file,), out)
    assert until(out.exists) < MOST_HELD
    qtbot.waitUntil(lambda: not view.news.isHidden(), timeout=LONGEST)
    assert out.name in view.news.accessibleName()


def test_stopping_the_worker_leaves_no_file(
    qtbot: QtBot, page: ListsPage, settle: Settle, file: Path
) -> None:
    view = page.read_files([file])
    assert view is not None
    qtbot.waitUntil(lambda: view.checked is not None, timeout=LONGEST)
    page.reading.export_to(view, (file,), file.with_name("out.xlsx"))
    qtbot.waitUntil(lambda: "contacts.xlsx" in view.progress.text(), timeout=LONGEST)
    view.stop.click()
    qtbot.waitUntil(lambda: not view.news.isHidden(), timeout=LONGEST)
    assert "Stopped" in view.news.accessibleName()
    settle()
    assert [each.name for each in file.parent.iterdir() if each.is_file()] == [file.name]
