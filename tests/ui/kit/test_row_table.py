"""RowTable: keys, keyboard, ring and fill, sorting, and what it remembers."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.theme.apply import apply
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import CONTRAST, LIGHT, Theme
from tests.ui.kit import specimens
from tests.ui.kit.conftest import Show
from tests.ui.kit.gallery import picture

COLUMNS = (Column("name", "Name"), Column("count", "Count", 80, right=True))


def _rows(*names: str) -> list[Row]:
    return [Row(name, (Cell(name), Cell(str(len(name)), order=len(name)))) for name in names]


def _table(options: TableOptions | None = None) -> RowTable:
    table = RowTable(specimens.MILESTONE_COLUMNS, "Milestones", options or TableOptions())
    table.set_rows(specimens.milestone_rows())
    table.resize(1138, 400)
    return table


def _at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def test_moving_and_enter_speak_in_keys(qtbot: QtBot, show: Show) -> None:
    table = _table()
    show(table)
    assert table.current_key == "notified"
    with qtbot.waitSignal(table.row_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == ["lists-678"]
    with qtbot.waitSignal(table.row_activated) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["lists-678"]


def test_choosing_from_outside_is_silent(qtbot: QtBot) -> None:
    table = _table()
    qtbot.addWidget(table)
    with qtbot.assertNotEmitted(table.row_chosen):
        table.choose("evaluations")
    assert (table.current_key, table.selected_keys) == ("evaluations", ["evaluations"])
    table.choose("nowhere")
    assert table.current_key == "evaluations"


def test_a_link_is_followed_by_click_and_by_keyboard(qtbot: QtBot, show: Show) -> None:
    table = _table()
    show(table)
    table.choose("evaluations")
    with qtbot.waitSignal(table.link_followed) as followed:
        QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert followed.args == ["evaluations", "note"]
    box = table.visualRect(table.model().index(4, 5))
    spot = box.bottomRight() - box.topLeft() + box.topLeft()
    spot.setX(box.right() - 20)
    spot.setY(box.bottom() - 12)
    with qtbot.waitSignal(table.link_followed) as followed:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert followed.args == ["evaluations", "note"]


def test_current_row_selection_and_scroll_stay_when_rows_are_read_anew(qtbot: QtBot) -> None:
    table = RowTable(COLUMNS, "Names", TableOptions(many=True))
    qtbot.addWidget(table)
    table.set_rows(_rows(*(f"row {number}" for number in range(60))))
    table.resize(300, 200)
    table.show()
    table.choose("row 40")
    scroll = table.verticalScrollBar().value()
    table.set_rows(_rows(*(f"row {number}" for number in range(1, 60))))
    assert (table.current_key, table.selected_keys) == ("row 40", ["row 40"])
    assert table.verticalScrollBar().value() == scroll > 0


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.CONTRAST])
def test_ring_and_selection_are_two_things(qapp: QApplication, show: Show, theme: Theme) -> None:
    tokens = LIGHT if theme is Theme.LIGHT else CONTRAST
    apply(qapp, theme)
    table = _table()
    table.choose("lists-678")
    show(table)
    image = table.viewport().grab().toImage()
    box = table.visualRect(table.model().index(1, 0))
    ring = 0 if theme is Theme.LIGHT else 1
    wide = tokens.focus_width
    wanted = tokens.accent if theme is Theme.LIGHT else tokens.selink
    column = [_at(image, 600, box.top() + ring + step) for step in range(wide + 1)]
    assert column == [*[wanted] * wide, tokens.sel]


def test_without_choosing_only_the_ring_shows_where_one_is(show: Show) -> None:
    table = _table(TableOptions(chooses=False))
    show(table)
    image = table.viewport().grab().toImage()
    assert table.selected_keys == []
    assert _at(image, 2, 2) == LIGHT.hover
    assert _at(image, 600, 0) == LIGHT.accent


def test_rows_have_the_heights_of_the_design(qapp: QApplication, qtbot: QtBot) -> None:
    table = _table()
    qtbot.addWidget(table)
    assert [table.rowHeight(place) for place in range(6)] == [27, 27, 27, 27, 44, 27]
    apply(qapp, Theme.LIGHT, 150)
    assert table.rowHeight(0) > 27
    assert table.rowHeight(4) > 44


def test_lines_are_those_of_the_design(qtbot: QtBot) -> None:
    table = _table(TableOptions(fits=True))
    qtbot.addWidget(table)
    image = picture(table, 1138)
    assert _at(image, 900, 25) == LIGHT.ink
    assert _at(image, 900, 52) == LIGHT.line
    assert _at(image, 900, 40) == LIGHT.bg
    assert image.height() == 26 + 5 * 27 + 44


def test_sorting_uses_the_order_and_can_be_taken_back(qtbot: QtBot) -> None:
    table = RowTable(COLUMNS, "Names", TableOptions(sorts=True))
    qtbot.addWidget(table)
    table.set_rows(_rows("long name", "b", "abc" * 5))
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert [row.key for row in table.rows] == ["abc" * 5, "long name", "b"]
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [row.key for row in table.rows] == ["abc" * 5, "b", "long name"]
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [row.key for row in table.rows] == ["long name", "b", "abc" * 5]


def test_the_current_row_stays_when_sorted(qtbot: QtBot) -> None:
    table = RowTable(COLUMNS, "Names", TableOptions(sorts=True))
    qtbot.addWidget(table)
    table.set_rows(_rows("long name", "b", "abc"))
    table.choose("b")
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert (table.current_key, table.selected_keys) == ("b", ["b"])


def test_a_table_remembers_widths_sorting_and_place(qtbot: QtBot) -> None:
    options = TableOptions(sorts=True)
    table = RowTable(COLUMNS, "Names", options)
    qtbot.addWidget(table)
    table.set_rows(_rows("long name", "b", "abc"))
    table.horizontalHeader().resizeSection(1, 111)
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    table.choose("b")
    kept = json.loads(json.dumps(table.view_state()))
    assert kept["widths"] == {"count": 111}
    assert kept["sort"] == ["name", "down"]
    other = RowTable(COLUMNS, "Names", options)
    qtbot.addWidget(other)
    other.set_rows(_rows("long name", "b", "abc"))
    other.restore(kept)
    assert other.view_state() == table.view_state()
    assert other.columnWidth(1) == 111


@pytest.mark.parametrize(
    "odd",
    [{}, {"widths": 3}, {"widths": {"count": "x", "gone": 9}}, {"sort": ["gone", "up"]},
     {"sort": "up"}, {"current": "gone", "scroll": None}],
)  # fmt: skip
def test_an_odd_memory_is_passed_over(qtbot: QtBot, odd: dict[str, object]) -> None:
    table = RowTable(COLUMNS, "Names", TableOptions(sorts=True))
    qtbot.addWidget(table)
    table.set_rows(_rows("a", "b"))
    table.restore(odd)
    assert [row.key for row in table.rows] == ["a", "b"]
    assert table.columnWidth(1) == 80


def test_columns_leave_in_their_order_when_narrow(qtbot: QtBot) -> None:
    table = _table()
    qtbot.addWidget(table)
    table.show()
    hidden: dict[int, list[int]] = {}
    for width in (1138, 900, 700):
        table.resize(width, 300)
        QApplication.sendPostedEvents()
        hidden[width] = [place for place in range(6) if table.isColumnHidden(place)]
    assert hidden == {1138: [], 900: [4], 700: [3, 4]}


def test_cells_are_read_aloud_whole(qtbot: QtBot) -> None:
    table = _table()
    qtbot.addWidget(table)
    model = table.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(spoken) == "Happened"
    assert "Worked out: Thu 12, end of day" in str(model.index(4, 5).data(spoken))
    whole = str(model.index(4, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert whole.startswith("To come, Joint evaluations, Thu 12, 12:00")
    assert Cell(state=look_of(State.NOT_APPLICABLE)).spoken == "Not applicable"
    assert Cell("x", said="all of it").spoken == "all of it"
    assert table.accessibleName() == "Milestones"


def test_the_flag_of_now_covers_no_words(qtbot: QtBot) -> None:
    table = _table(TableOptions(fits=True))
    qtbot.addWidget(table)
    before = picture(table, 1138)
    table.set_now_line("files", "now 10:40")
    image = picture(table, 1138)
    line = 26 + 3 * 27 - 1
    assert _at(before, 600, line) == LIGHT.line
    assert _at(image, 600, line) == LIGHT.accent
    flag = next(x for x in range(1000, 1138) if _at(image, x, line - 8) == LIGHT.accent)
    near = {_at(image, x, y) for x in range(flag - 6, flag) for y in range(line - 20, line - 2)}
    assert near == {LIGHT.bg}


def test_an_empty_table_can_be_walked(show: Show) -> None:
    table = RowTable(COLUMNS, "Names")
    show(table)
    table.set_now_line("gone", "now")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Up):
        QTest.keyClick(table, key)
    assert table.current_key == ""
    assert table.selected_keys == []


def test_flush_words_step_aside_for_the_ring(show: Show) -> None:
    table = RowTable(specimens.NEXT_COLUMNS, "Next", TableOptions(head=False, chooses=False))
    table.set_rows(specimens.next_rows())
    table.resize(730, 200)
    show(table)
    image = table.viewport().grab().toImage()
    ringed = {_at(image, x, y) for x in range(2, 6) for y in range(3, 24)}
    assert ringed == {LIGHT.hover}
    other = {_at(image, x, y) for x in range(2, 6) for y in range(30, 50)}
    assert len(other) > 2
