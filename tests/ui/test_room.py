"""Nothing is cut off or overlaps on any screen; and the walk that says so does see it."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.kit.chip import Chip
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.theme.states import State
from tests.pictures.screens import SCREENS
from tests.ui.room import troubles

ROOT = Path(__file__).resolve().parents[2]
LONG = "A sentence that needs more room than there is for it"


SIZES = {
    "1366 × 697": ("1366", "697", "1"),
    "1280 × 649 at 150 %": ("1280", "649", "1.5"),
    "the smallest window": ("1000", "560", "1"),
    "the largest text": ("1366", "697", "1", "--text", "150"),
}


@pytest.fixture(scope="module")
def walks(played_folder: Path) -> Iterator[dict[str, subprocess.Popen[str]]]:
    """A walk through all screens at each size, side by side."""
    command, pipe = [sys.executable, "-m", "tests.ui.walking"], subprocess.PIPE
    example = ("--example", str(played_folder))
    under_way = {
        name: subprocess.Popen(
            [*command, *size, *example], cwd=ROOT, text=True, stdout=pipe, stderr=pipe
        )
        for name, size in SIZES.items()
    }
    yield under_way
    for walk in under_way.values():
        with walk:
            walk.kill()


@pytest.mark.parametrize("size", SIZES)
def test_every_screen_has_the_room_it_needs(
    walks: dict[str, subprocess.Popen[str]], size: str
) -> None:
    told, errors = walks[size].communicate()
    assert walks[size].returncode == 0, errors
    found = json.loads(told)
    assert list(found) == [screen.name for screen in SCREENS]
    assert {name: said for name, said in found.items() if said} == {}


class Silent(OneLine):
    """A line that does not say in its tip what is cut."""

    def _explain(self) -> None:
        self.setToolTip("")


def _outside(window: QWidget) -> None:
    QPushButton("Out", window).setGeometry(180, 10, 60, 30)


def _overlap(window: QWidget) -> None:
    grid = QGridLayout(window)
    for text in ("One", "Two"):
        grid.addWidget(QPushButton(text), 0, 0)


def _cut_label(window: QWidget) -> None:
    Words(LONG, parent=window).setGeometry(0, 0, 60, 30)


def _cut_last_line(window: QWidget) -> None:
    Words(LONG, wrap=True, parent=window).setGeometry(0, 0, 90, 20)


def _cut_without_tip(window: QWidget) -> None:
    Silent(LONG, parent=window).setGeometry(0, 0, 60, 30)


def _narrow_button(window: QWidget) -> None:
    QPushButton(LONG, window).setGeometry(0, 0, 60, 40)


def _cut_chip(window: QWidget) -> None:
    chip = Chip(State.LATE, LONG, parent=window)
    chip.setGeometry(0, 0, 60, 20)


def _narrow_column(window: QWidget) -> None:
    table = QTableWidget(1, 1, window)
    table.setHorizontalHeaderLabels(["A head of some length"])
    table.horizontalHeader().resizeSection(0, 40)
    table.resize(180, 100)


def _wide_columns(window: QWidget) -> None:
    table = QTableWidget(1, 2, window)
    table.horizontalHeader().hide()
    for column in range(2):
        table.horizontalHeader().resizeSection(column, 150)
    table.resize(180, 100)


def _wide_in_scroll_area(window: QWidget) -> None:
    area = QScrollArea(window)
    inside = QLabel("")
    inside.setFixedWidth(400)
    area.setWidget(inside)
    area.resize(180, 100)


def _squeezed(window: QWidget) -> None:
    column = QVBoxLayout(window)
    for _ in range(12):
        column.addWidget(QPushButton("One of many"))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_outside, "is outside"),
        (_overlap, "overlap"),
        (_cut_label, "is cut"),
        (_cut_last_line, "no room for its last line"),
        (_cut_without_tip, "is cut and has no tip"),
        (_narrow_button, "narrower than its words"),
        (_cut_chip, "is cut"),
        (_narrow_column, "is narrower than its head"),
        (_wide_columns, "its columns are wider than the table"),
        (_wide_in_scroll_area, "wider than what it scrolls in"),
        (_squeezed, "needs"),
    ],
)
def test_the_walk_sees_what_has_no_room(
    qtbot: QtBot, spoil: Callable[[QWidget], None], said: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(200, 120)
    spoil(window)
    window.setFixedSize(200, 120)
    window.show()
    found = troubles(window)
    assert any(said in each for each in found), found


def test_the_walk_is_content_with_what_has_its_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(Words(LONG))
    column.addWidget(QPushButton(LONG))
    column.addWidget(OneLine(LONG), 0, Qt.AlignmentFlag.AlignTop)
    window.show()
    assert troubles(window) == []
