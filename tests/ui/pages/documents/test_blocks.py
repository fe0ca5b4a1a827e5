"""A free block of cells: with Shift and the arrows, or drawn with the mouse; copied, emptied."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from jtai_desktop.ui.pages.documents import columns as c
from jtai_desktop.ui.pages.documents.arranging import Head
from jtai_desktop.ui.pages.documents.page import DocumentsPage
from tests.ui.conftest import Settle
from tests.ui.pages.documents.conftest import line_of, where_one_types

Key, Held = Qt.Key, Qt.KeyboardModifier
Go = Callable[[str, str], None]


def _press(page: DocumentsPage, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    QTest.keyClick(where_one_types(page), key, held)


def _copied(page: DocumentsPage) -> str:
    _press(page, Key.Key_C, Held.ControlModifier)
    return QGuiApplication.clipboard().text()


def test_shift_and_the_arrows_choose_lines_and_columns(page: DocumentsPage, go: Go) -> None:
    go("4.1", c.TITLE)
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Right):
        _press(page, key, Held.ShiftModifier)
    assert page.table.block_columns == [c.TITLE, c.AGENCY, c.OWNER]
    text = _copied(page)
    rows = [line.split("\t") for line in text.splitlines()]
    assert [row[:2] for row in rows] == [
        [line_of(page, code).title, "Police"] for code in ("4.1", "4.2")
    ]
    assert {len(row) for row in rows} == {3}
    html = QGuiApplication.clipboard().mimeData().html()
    assert html.count("<td") == 6
    _press(page, Key.Key_Left)
    assert page.table.block_columns == []


def test_a_block_drawn_with_the_mouse_is_copied(page: DocumentsPage) -> None:
    table = page.table
    first = table.register_model.row_of(line_of(page, "4.1").key)

    def middle(row: int, column: str) -> QPoint:
        index = table.register_model.index(row, c.PLACE[column])
        return table.visualRect(index).center()

    table.scrollTo(table.register_model.index(first, 0))
    view = table.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle(first, c.TITLE))
    QTest.mouseMove(view, middle(first + 1, c.TITLE))
    QTest.mouseMove(view, middle(first + 2, c.AGENCY))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle(first + 2, c.AGENCY))
    assert table.block_columns == [c.TITLE, c.AGENCY]
    rows = [line.split("\t") for line in _copied(page).splitlines()]
    assert [row[0] for row in rows] == [line_of(page, code).title for code in ("4.1", "4.2", "4.3")]


def test_a_block_is_emptied_and_pasted_onto_from_its_corner(
    page: DocumentsPage, settle: Settle, go: Go
) -> None:
    go("4.1", c.OWNER)
    page.table.show_columns([c.DEPUTY])
    _press(page, Key.Key_Right, Held.ShiftModifier)
    _press(page, Key.Key_Down, Held.ShiftModifier)
    assert page.table.block_columns == [c.OWNER, c.DEPUTY]
    QGuiApplication.clipboard().setText("Quality lead\tForce analyst\nForce analyst\tQuality lead")
    _press(page, Key.Key_V, Held.ControlModifier)
    settle()
    assert [(line_of(page, one).owner, line_of(page, one).deputy) for one in ("4.1", "4.2")] == [
        ("Quality lead", "Force analyst"),
        ("Force analyst", "Quality lead"),
    ]
    _press(page, Key.Key_Delete)
    settle()
    assert [(line_of(page, one).owner, line_of(page, one).deputy) for one in ("4.1", "4.2")] == [
        ("", ""),
        ("", ""),
    ]


def test_a_group_is_selected_whole_from_its_head(page: DocumentsPage) -> None:
    """By keys folded or not, and by Shift and a click; its own time is then set at once."""
    shown = page.table.register_model.shown
    head = next(e for e in shown if isinstance(e, Head) and e.title == "Police force")
    page.table.go(head.key, select=False)
    QTest.keyClick(page.table, Key.Key_Left)
    QTest.keyClick(page.table, Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    police = [f"4.{number}" for number in range(1, 10)]
    assert [line.item.code for line in page.table.selected_lines] == police
    assert page.table.current_line is page.table.selected_lines[0]
    assert page.bar.isVisible()
    first = QPoint(300, 12)
    page.table.verticalScrollBar().setValue(0)
    QTest.mouseClick(
        page.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, first
    )
    assert [line.item.code for line in page.table.selected_lines][:2] == ["1.1", "1.2"]
    assert len(page.table.selected_lines) == 9
