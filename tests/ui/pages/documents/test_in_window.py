"""From Today into the register and back, through the window, by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.documents.track import Ours
from jtai_desktop.services import documents
from jtai_desktop.ui.pages.children.page import ChildrenPage
from jtai_desktop.ui.pages.documents.page import DocumentsPage
from jtai_desktop.ui.pages.documents.panel.viewer import Viewer
from jtai_desktop.ui.shell.actions import Do
from jtai_desktop.ui.talks.plan_form import open_plan
from tests.ui.person import Person, plain
from tests.ui.windows import at_example, own_computer

__all__ = ["at_example", "own_computer"]

Key = Qt.Key


def _page(person: Person) -> DocumentsPage:
    page = person.inside.page
    assert isinstance(page, DocumentsPage)
    return page


def test_an_overdue_document_is_opened_and_one_comes_back(at_example: Person) -> None:
    overdue = at_example.table("Overdue")
    key = next(row.key for row in overdue.rows if row.key.startswith("documents:"))
    overdue.setFocus()
    overdue.choose(key)
    at_example.press(Key.Key_Return)
    page = _page(at_example)
    line = page.table.current_line
    assert line is not None
    assert line.item.id == key.partition(":")[2]
    assert page.table.hasFocus()
    at_example.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert at_example.inside.place == "today"


def test_what_looks_wrong_leads_to_the_line_that_mends_it(at_example: Person) -> None:
    wrong = at_example.table("Things that look wrong")
    every = [plain(each.text()) for each in at_example.seen(QAbstractButton)]
    at_example.click(next(text for text in every if text.startswith("Show all")))
    row = next(row for row in wrong.rows if "Documents 1.4" in row.spoken)
    wrong.setFocus()
    wrong.choose(row.key)
    at_example.press(Key.Key_Return)
    line = _page(at_example).table.current_line
    assert line is not None
    assert line.item.code == "1.4"
    assert [doubt.fact for doubt in line.doubts] == ["14 Apr, old"]


def test_a_next_step_leads_to_those_that_wait_for_it(at_example: Person) -> None:
    due = at_example.table("Due today")
    row = next(row for row in due.rows if row.key == "documents:to-check")
    due.setFocus()
    due.choose(row.key)
    at_example.press(Key.Key_Return)
    page = _page(at_example)
    assert {line.ours.value for line in page.table.lines} == {"to-check"}
    assert len(page.table.lines) == int(row.cells[1].lead)


def test_typing_and_undo_by_the_keys_of_the_window(at_example: Person) -> None:
    at_example.press(Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = _page(at_example)
    at_example.do(Do.FIND)
    QTest.keyClicks(page.filters.field, "problem profile")
    at_example.press(Key.Key_Return)
    for _ in range(2):
        at_example.press(Key.Key_Right)
    assert page.table.place[1] == "owner"
    QTest.keyClicks(page.table, "q")
    QTest.keyClicks(QApplication.focusWidget() or page.table, "uality lead")
    at_example.press(Key.Key_Return)
    assert page.table.lines[0].owner == "Quality lead"
    at_example.do(Do.UNDO)
    assert page.table.lines[0].owner == "Force analyst"
    at_example.do(Do.REDO)
    assert page.table.lines[0].owner == "Quality lead"
    assert page.filters.field.text() == "problem profile"


def test_the_page_is_as_it_was_left_after_the_vault_was_closed(at_example: Person) -> None:
    at_example.press(Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = _page(at_example)
    page.filters.field.setText("police")
    page.views.save("Police")
    at_example.inside.keep_views()
    at_example.settle()
    inspection_id = at_example.inside.desk.inspection_id
    at_example.window.show_inside(inspection_id)
    at_example.settle()
    at_example.press(Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    again = _page(at_example)
    assert again is not page
    assert again.filters.field.text() == "police"
    assert [view.name for view in again.views.own] == ["Police"]


def test_a_step_that_stays_is_named_and_the_one_before_taken_back(at_example: Person) -> None:
    at_example.press(Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    iid, hub = at_example.inside.desk.inspection_id, at_example.window.hub
    asked = next(line for line in _page(at_example).table.lines if line.ours is Ours.ASKED)
    document = asked.document
    assert document is not None
    for step in (Step.NONE, Step.REOPEN, Step.CHASE):
        hub.act(lambda w, step=step: documents.take_step(w, iid, step, [document.id]))  # type: ignore[misc]
    at_example.settle()
    at_example.do(Do.UNDO)
    assert "came after it and stays" in at_example.inside._banner.accessibleName()
    at_example.click("Take that back instead")
    assert at_example.inside._banner.isHidden()
    assert at_example.can(Do.REDO)


def test_what_lies_over_a_page_makes_way_for_what_one_is_led_to(at_example: Person) -> None:
    at_example.inside.go("children", "E 1")
    at_example.settle()
    page = at_example.inside.page
    assert isinstance(page, ChildrenPage)
    assert page._facts is not None
    people = page._facts.view.people
    open_plan(page, next(each.id for each in people if each.called == "Child E, child"))
    at_example.settle()
    assert page.findChild(Viewer) is not None
    assert not page.grid.isEnabled()
    at_example.inside.go("children", "C 7")
    at_example.settle()
    assert page.findChild(Viewer) is None
    assert page.grid.isEnabled()
