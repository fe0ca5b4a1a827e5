"""Every screen can be used by keyboard alone and by ear; and the walk that says so can fail."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.chip import Chip
from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.shell.band import Band
from jtai_desktop.ui.theme.states import State
from tests import played
from tests.pictures.screens import SCREENS, Screen
from tests.pictures.taking import Camera
from tests.ui.access import controls, group_of, nameless, said, states_without_word, stops
from tests.ui.room import name_of

Key = Qt.Key


@pytest.fixture(scope="module")
def camera(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, played_folder: Path
) -> Iterator[Camera]:
    """One window, led from screen to screen."""
    with pytest.MonkeyPatch.context() as patch:
        data = tmp_path_factory.mktemp("computer")
        patch.setenv("JTAI_DATA", str(data))
        played.instead_of_playing(patch, played_folder)
        made = Camera(qapp, (1366, 697), data)
        made.window.activateWindow()
        yield made
        made.put_away()


@pytest.fixture(scope="module", params=SCREENS, ids=lambda screen: screen.name)
def screen(request: pytest.FixtureRequest, camera: Camera) -> QWidget:
    """Each screen in turn."""
    wanted = request.param
    assert isinstance(wanted, Screen)
    wanted.prepare(camera)
    camera.settle()
    return camera.window


def test_every_control_has_a_name(screen: QWidget) -> None:
    assert controls(screen)
    assert nameless(screen) == []


def test_every_state_has_a_word(screen: QWidget) -> None:
    assert states_without_word(screen) == []


def test_tab_visits_every_control_once_and_comes_back(screen: QWidget) -> None:
    # The first round brings each table to a row, which may allow more buttons.
    stops(screen)
    wanted = {group_of(each): name_of(each) for each in controls(screen)}
    visited = stops(screen)
    groups = [group_of(each) for each in visited]
    assert [name for group, name in wanted.items() if group not in groups] == []
    assert [name_of(each) for each in visited if group_of(each) not in wanted] == []
    assert len(set(groups)) == len(groups)
    backwards = stops(screen, Key.Key_Backtab)
    assert backwards == [visited[0], *reversed(visited[1:])]


def test_the_ring_is_on_a_control_at_first(screen: QWidget) -> None:
    assert QApplication.focusWidget() in controls(screen)


def test_the_marking_stands_on_top_of_every_screen(screen: QWidget) -> None:
    [band] = screen.findChildren(Band)
    assert band.isVisible()
    assert (band.y(), band.width()) == (0, screen.width())
    assert said(band._marking) == "Marking: OFFICIAL-SENSITIVE"


class Trap(QLineEdit):
    """A field that keeps Tab for itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, _onward: bool) -> bool:
        return True


def _window(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    window.show()
    window.activateWindow()
    widgets[0].setFocus()
    qtbot.waitUntil(widgets[0].hasFocus)
    return window


def test_the_walk_sees_a_control_without_a_name(qtbot: QtBot) -> None:
    window = _window(qtbot, QLineEdit(), QPushButton("+"), QPushButton("Keep"))
    assert len(nameless(window)) == 2


def test_the_walk_sees_a_trap(qtbot: QtBot) -> None:
    window = _window(qtbot, QPushButton("One"), Trap(), QPushButton("Two"))
    visited = stops(window)
    assert len(visited) != len(controls(window))


def test_the_walk_sees_a_control_that_is_left_out(qtbot: QtBot) -> None:
    out = QPushButton("Out")
    window = _window(qtbot, QPushButton("One"), QPushButton("Two"), out)
    assert set(stops(window)) == set(controls(window))
    out.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    assert out not in controls(window)
    assert out not in stops(window)


def test_the_walk_sees_a_state_without_a_word(qtbot: QtBot) -> None:
    table = RowTable((Column("what", "What"),), "Things")
    table.set_rows([Row("one", (Cell(icon="tick"),)), Row("two", (Cell("Done", icon="tick"),))])
    chip = Chip(State.LATE)
    chip.setAccessibleName("")
    found = states_without_word(_window(qtbot, table, chip))
    assert any("one" in each for each in found)
    assert not any("two" in each for each in found)
    assert any("Chip" in each for each in found)


def test_no_two_screens_share_a_name() -> None:
    names = [each.name for each in SCREENS]
    assert len(names) == len(set(names)) >= 13
