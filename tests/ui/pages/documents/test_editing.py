"""Work as in a sheet, by keyboard: typing, filling, pasting, copying, and each as one step."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.person_picker import PersonPicker
from jtai_desktop.ui.pages.documents.page import DocumentsPage
from jtai_desktop.ui.pages.documents.wanted import Scope, Wanted
from tests.ui.conftest import Settle
from tests.ui.pages.documents.conftest import codes, line_of, owners, where_one_types

Key = Qt.Key
Held = Qt.KeyboardModifier
Go = Callable[[str, str], None]
Now = Callable[[], Overview]
Undo = Callable[[], None]


def _type(page: DocumentsPage, text: str) -> None:
    QTest.keyClicks(where_one_types(page), text[:1])
    QTest.keyClicks(where_one_types(page), text[1:])


def _press(page: DocumentsPage, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    QTest.keyClick(where_one_types(page), key, held)


def _clip(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_an_owner_is_typed_and_enter_goes_down(
    page: DocumentsPage, settle: Settle, go: Go, now: Now
) -> None:
    go("1.1", "owner")
    _type(page, "quality")
    _press(page, Key.Key_Return)
    settle()
    assert owners(now())["1.1"] == "Quality lead"
    assert page.table.current_line is not None
    assert page.table.current_line.item.code == "1.2"
    assert page.table.place[1] == "owner"
    assert page.table.host.field is None
    assert page.table.register_model.cells(line_of(page, "1.1"))[3].text == "Quality lead"


def test_forty_owners_are_typed_in_one_go(page: DocumentsPage, settle: Settle, now: Now) -> None:
    page._want(Wanted(Scope.CHILDREN))
    first, *_ = page.table.lines
    wanted = codes(page)[:40]
    assert len(wanted) == 40
    page.table.go(first.key, "owner")
    page.table.setFocus()
    roles = ("Quality lead", "Force analyst", "YOT manager", "Front door lead")
    for number in range(40):
        _type(page, roles[number % 4])
        _press(page, Key.Key_Return)
        if number % 9 == 0:
            settle()
    settle()
    found = owners(now())
    assert [found[code] for code in wanted] == [roles[number % 4] for number in range(40)]


def test_tab_goes_on_to_the_next_cell_that_can_be_filled(
    page: DocumentsPage, settle: Settle, go: Go, now: Now
) -> None:
    go("4.4", "title")
    _type(page, "Referral form")
    _press(page, Key.Key_Tab)
    settle()
    assert page.table.place[1] == "agency"
    _type(page, "CAMHS")
    _press(page, Key.Key_Tab, Held.ShiftModifier)
    settle()
    assert page.table.place[1] == "title"
    document = next(each for each in now().documents if each.title == "Referral form")
    assert document.agency == "camhs"


def test_esc_takes_back_what_was_typed(page: DocumentsPage, settle: Settle, go: Go) -> None:
    go("1.1", "title")
    _press(page, Key.Key_F2)
    _type(page, "Something else")
    _press(page, Key.Key_Escape)
    settle()
    assert page.table.host.field is None
    assert line_of(page, "1.1").title == "Organisation charts"
    assert page.table.hasFocus()


def test_what_cannot_be_taken_stays_in_the_cell_with_a_reason(
    page: DocumentsPage, settle: Settle, go: Go
) -> None:
    go("1.1", "date")
    _type(page, "31 Feb 2026")
    _press(page, Key.Key_Return)
    field = page.table.host.field
    assert field is not None
    assert "28 days" in field.problem
    assert field.text() == "31 Feb 2026"
    _press(page, Key.Key_Escape)
    settle()
    assert page.table.host.field is None


def test_a_time_typed_into_due_is_our_own(
    page: DocumentsPage, settle: Settle, go: Go, undo: Undo
) -> None:
    go("4.4", "due")
    _type(page, "9 Nov 2026, 16:00")
    _press(page, Key.Key_Return)
    settle()
    line = line_of(page, "4.4")
    assert line.item.internal is not None
    assert line.item.internal.day == date(2026, 11, 9)
    assert line.late.value == "late-to-us"
    go("4.4", "due")
    _press(page, Key.Key_Delete)
    settle()
    assert line_of(page, "4.4").item.internal is None
    undo()
    assert line_of(page, "4.4").item.internal is not None


def test_a_column_that_is_worked_out_says_so(page: DocumentsPage, go: Go) -> None:
    go("1.1", "ours")
    _type(page, "Sent")
    assert page.table.host.field is None
    assert "worked out" in page._news.accessibleName()


def test_several_lines_are_set_at_once_and_undone_at_once(
    page: DocumentsPage, settle: Settle, go: Go, now: Now, undo: Undo
) -> None:
    before = owners(now())
    go("4.4", "owner")
    for _ in range(3):
        _press(page, Key.Key_Down, Held.ShiftModifier)
    assert [line.item.code for line in page.table.selected_lines] == ["4.4", "4.5", "4.6", "4.7"]
    _type(page, "quality lead")
    assert "4 lines" in page.bar._count.text()
    _press(page, Key.Key_Return)
    settle()
    after = owners(now())
    assert {after[code] for code in ("4.4", "4.5", "4.6", "4.7")} == {"Quality lead"}
    assert after["4.3"] == before["4.3"]
    undo()
    assert owners(now()) == before


def test_ctrl_d_fills_down(page: DocumentsPage, settle: Settle, go: Go, now: Now) -> None:
    go("1.4", "owner")
    for _ in range(2):
        _press(page, Key.Key_Down, Held.ShiftModifier)
    _press(page, Key.Key_D, Held.ControlModifier)
    settle()
    found = owners(now())
    assert (found["1.5"], found["1.6"]) == ("Quality lead", "Quality lead")
    go("1.8", "owner")
    _press(page, Key.Key_D, Held.ControlModifier)
    settle()
    assert owners(now())["1.8"] == owners(now())["1.7"]
    assert page.table.current_line is not None
    assert page.table.current_line.item.code == "1.9"


def test_a_block_goes_only_onto_lines_in_sight(
    page: DocumentsPage, settle: Settle, go: Go, now: Now, undo: Undo
) -> None:
    before = owners(now())
    page.filters.field.setText("asked")
    shown = codes(page)
    assert shown == ["4.4", "4.7", "4.9", "6.5", "6.6"]
    go("4.4", "agency")
    _clip("CAMHS\tQuality lead\r\nPolice\tForce analyst\r\n")
    _press(page, Key.Key_V, Held.ControlModifier)
    settle()
    found = owners(now())
    assert (found["4.4"], found["4.7"]) == ("Quality lead", "Force analyst")
    assert {code: found[code] for code in ("4.5", "4.6")} == {
        code: before[code] for code in ("4.5", "4.6")
    }
    assert line_of(page, "4.4").agency == "camhs"
    undo()
    assert owners(now()) == before
    assert line_of(page, "4.4").agency == "police"


def test_a_block_is_refused_whole_and_every_cell_named(
    page: DocumentsPage, settle: Settle, go: Go, now: Now
) -> None:
    before = owners(now())
    go("1.1", "owner")
    _clip("Quality lead\r\nzebra\r\nnobody here\r\n")
    _press(page, Key.Key_V, Held.ControlModifier)
    settle()
    assert owners(now()) == before
    assert page.refusals.isVisible()
    named = [row.cells[0].text for row in page.refusals.table.rows]
    assert named == ["1.2, Owner", "1.3, Owner"]
    page.refusals.table.setFocus()
    QTest.keyClick(page.refusals.table, Key.Key_Down)
    QTest.keyClick(page.refusals.table, Key.Key_Return)
    assert page.table.current_line is not None
    assert page.table.current_line.item.code == "1.3"


def test_a_block_that_is_too_large_is_refused(
    page: DocumentsPage, settle: Settle, go: Go, now: Now
) -> None:
    before = owners(now())
    page.filters.field.setText("4.9")
    go("4.9", "owner")
    _clip("Quality lead\r\nQuality lead\r\n")
    _press(page, Key.Key_V, Held.ControlModifier)
    settle()
    assert "Nothing was pasted" in page._news.accessibleName()
    assert owners(now()) == before


def test_lines_are_copied_as_text_and_table_and_come_back_unchanged(
    page: DocumentsPage, settle: Settle, go: Go, now: Now
) -> None:
    go("1.1", "number")
    _press(page, Key.Key_Down, Held.ShiftModifier)
    _press(page, Key.Key_C, Held.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    first, second = data.text().rstrip("\r\n").split("\r\n")
    assert first.split("\t")[:4] == ["1.1", "Organisation charts", "Council", owners(now())["1.1"]]
    assert second.startswith("1.2\t")
    assert data.html().count("<tr>") == 2
    go("1.1", "number")
    _press(page, Key.Key_V, Held.ControlModifier)
    settle()
    assert not page.refusals.isVisible()
    assert not page._news.isVisible()


def test_one_cell_is_copied_alone(page: DocumentsPage, go: Go) -> None:
    go("1.4", "owner")
    _press(page, Key.Key_C, Held.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Quality lead"


def test_own_columns_are_named_shown_and_filled(
    page: DocumentsPage, settle: Settle, go: Go, now: Now
) -> None:
    page.views._ask_column("own1")
    assert page.views.naming.isVisible()
    QTest.keyClicks(page.views.naming.field, "Folder")
    QTest.keyClick(page.views.naming.field, Key.Key_Return)
    settle()
    assert "own1" in page.table.columns_shown
    assert page.table.register_model.title("own1") == "Folder"
    page.table.setFocus()
    go("1.1", "own1")
    _type(page, "blue")
    _press(page, Key.Key_Return)
    settle()
    item = next(each for each in now().items if each.code == "1.1")
    assert item.own[0] == "blue"
    page.filters.field.setText("blue")
    assert codes(page) == ["1.1"]


def test_of_several_lines_each_that_cannot_take_the_value_is_named(
    page: DocumentsPage, settle: Settle, go: Go
) -> None:
    go("4.4", "due")
    _press(page, Key.Key_Down, Held.ShiftModifier)
    _type(page, "24 Dec 2026")
    _press(page, Key.Key_Return)
    assert page.table.host.field is not None
    assert page.table.host.field.problem
    assert len(page.refusals.table.rows) == 2
    _press(page, Key.Key_Escape)
    settle()
    assert line_of(page, "4.4").item.internal is None


def test_an_agency_is_chosen_from_a_list_by_a_part_of_its_name(
    page: DocumentsPage, settle: Settle, go: Go, now: Now
) -> None:
    go("4.4", "agency")
    _type(page, "youth off")
    field = page.table.host.field
    assert isinstance(field, PersonPicker)
    assert [each.role for each in field.offered] == ["YOT"]
    _press(page, Key.Key_Return)
    settle()
    assert (
        next(each for each in now().register().entries if each.item.code == "4.4").agency == "yot"
    )
    go("4.4", "agency")
    _type(page, "navy")
    _press(page, Key.Key_Return)
    field = page.table.host.field
    assert field is not None
    assert "No agency matches" in field.problem
    _press(page, Key.Key_Escape)
