"""The register on the screen: filters, groups, sorting, views, steps, and coming back."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.documents.track import Ours
from jtai_desktop.ui.pages.documents.arranging import Head
from jtai_desktop.ui.pages.documents.page import DocumentsPage
from jtai_desktop.ui.pages.documents.steps_forms import CheckForm, ReasonForm, SendForm
from jtai_desktop.ui.pages.documents.wanted import Grouping, Quick, Scope, Wanted
from jtai_desktop.ui.shell.page import Desk
from tests.ui.conftest import Settle
from tests.ui.pages.documents.conftest import codes, line_of, where_one_types

Key = Qt.Key
Held = Qt.KeyboardModifier
Go = Callable[[str, str], None]


def _heads(page: DocumentsPage) -> list[Head]:
    return [each for each in page.table.register_model.shown if isinstance(each, Head)]


def test_it_shows_the_area_with_its_counts(page: DocumentsPage) -> None:
    assert len(page.table.lines) == 36
    heads = _heads(page)
    assert [head.title for head in heads][:2] == [
        "Local authority",
        "Multi-agency arrangements for children’s mental health",
    ]
    police = heads[3]
    assert (police.lead, police.late, police.warnings, police.count) == ("4", 2, 1, "4 of 9 sent")
    assert heads[1].count == "2 of 3 sent, 1 on request"
    texts = [button.text() for button in page.filters._quick.values()]
    assert texts == ["All 36", "Late 3", "Warning 4", "To check 4", "Ready 5"]
    assert "19 sent, 14 to send, 3 only on request" in page._header._line.accessibleName()


def test_typing_filters_by_number_title_agency_owner_child_and_state(page: DocumentsPage) -> None:
    page.search()
    assert page.filters.field.hasFocus()
    for typed, wanted in (
        ("4.7", ["4.7"]),
        ("practice audits", ["1.4"]),
        ("quality lead", ["1.4"]),
        ("accepted police", []),
        ("late to us ccg", ["6.6"]),
    ):
        page.filters.field.setText(typed)
        assert codes(page) == wanted, typed
    page.filters.field.setText("")
    page._want(Wanted(Scope.ALL, typed="child c asked"))
    assert codes(page) == ["C 7"]


def test_nothing_found_says_how_to_come_back(page: DocumentsPage) -> None:
    page.filters.field.setText("zebra")
    assert page._nothing.isVisible()
    assert not page.table.isVisible()
    assert page._nothing.button is not None
    page._nothing.button.click()
    assert len(page.table.lines) == 36


def test_quick_filters_toggle_by_key(page: DocumentsPage) -> None:
    page.filters.toggle(Quick.LATE)
    assert codes(page) == ["4.7", "4.9", "6.6"]
    assert [head.count for head in _heads(page)] == ["2 of 9 shown", "1 of 6 shown"]
    page.filters.toggle(Quick.LATE)
    assert len(page.table.lines) == 36
    QTest.keyClick(page, Key.Key_4, Held.AltModifier)
    assert page.wanted.quick is Quick.TO_CHECK
    assert codes(page) == ["1.2", "1.4", "4.3", "6.3"]


def test_groups_fold_by_key_and_by_mouse(page: DocumentsPage) -> None:
    head = _heads(page)[0]
    page.table.go(head.key)
    QTest.keyClick(page.table, Key.Key_Left)
    assert "1.1" not in codes(page)
    assert page.table.place[0] == head.key
    QTest.keyClick(page.table, Key.Key_Left)
    assert "1.1" not in codes(page)
    QTest.keyClick(page.table, Key.Key_Right)
    assert "1.1" in codes(page)
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 12))
    assert "1.1" not in codes(page)


@pytest.mark.parametrize(
    ("grouping", "first"),
    [
        (Grouping.AGENCY, "Local authority"),
        (Grouping.OWNER, "CAMHS service manager"),
        (Grouping.STATE, "Asked"),
    ],
)
def test_other_groupings(page: DocumentsPage, grouping: Grouping, first: str) -> None:
    page._want(Wanted(group=grouping))
    assert _heads(page)[0].title == first
    assert len(codes(page)) == len(set(codes(page))) == 36


def test_several_sort_keys(page: DocumentsPage, qtbot: QtBot) -> None:
    page._want(Wanted(group=Grouping.NONE))
    head = page.table.horizontalHeader()

    def click(column: int, held: Qt.KeyboardModifier) -> None:
        with qtbot.waitSignal(page.table.sort_wanted):
            at = QPoint(head.sectionViewportPosition(column) + 20, 10)
            QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, held, at)

    click(2, Held.NoModifier)
    agencies = [line.agency_short for line in page.table.lines]
    assert agencies == sorted(agencies)
    click(11, Held.ShiftModifier)
    click(11, Held.ShiftModifier)
    assert page.wanted.sort == (("agency", False), ("chased", True))
    police = [line.chased for line in page.table.lines if line.agency == "police"]
    assert police == sorted(police, reverse=True)
    model = page.table.register_model
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Agency ↑1"
    assert model.headerData(11, Qt.Orientation.Horizontal) == "Chased ↓2"
    click(1, Held.NoModifier)
    assert dict(page.wanted.sort) == {"title": False}


def test_ring_selection_and_scroll_outlast_an_edit_and_a_restart(
    page: DocumentsPage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    page._want(Wanted(Scope.AREA, Grouping.AGENCY, (("title", True),), typed="p"))
    page.views.save("My view")
    keys = [line.key for line in page.table.lines][4:7]
    page.table.go(keys[1], "owner")
    page.table.select(keys)
    page.table.verticalScrollBar().setValue(60)
    page.table.horizontalHeader().resizeSection(3, 150)
    kept = json.loads(json.dumps(page.view_state()))
    page.refresh()
    settle()
    assert page.view_state() == kept
    other = DocumentsPage(desk)
    qtbot.addWidget(other)
    other.resize(page.size())
    other.restore_view(kept)
    other.show()
    settle()
    assert other.view_state() == kept
    assert other.table.place == (keys[1], "owner")
    assert [view.name for view in other.views.own] == ["My view"]


@pytest.mark.parametrize("odd", [{"wanted": 3, "table": [], "views": [1]}, {"folded": "x"}])
def test_a_damaged_kept_view_does_no_harm(page: DocumentsPage, odd: dict[str, object]) -> None:
    page.restore_view(odd)
    assert len(page.table.lines) == 36


def test_views_are_saved_renamed_and_removed(page: DocumentsPage) -> None:
    page._want(Wanted(agency="police", state="outstanding"))
    page.views.naming.ask("Name of the view", "", page.views.save)
    QTest.keyClicks(page.views.naming.field, "Police first thing")
    QTest.keyClick(page.views.naming.field, Key.Key_Return)
    page._want(Wanted())
    page.views.menu._fill()
    action = next(
        each for each in page.views.menu.menu.actions() if each.text() == "Police first thing"
    )
    action.trigger()
    assert codes(page) == ["4.4", "4.7", "4.9"]
    page.views.naming.ask("Name of the view", "", page.views.save)
    QTest.keyClicks(page.views.naming.field, "To check by me")
    QTest.keyClick(page.views.naming.field, Key.Key_Return)
    assert "already" in page.views.naming.problem
    page.views.rename("Police first thing", "Police")
    assert [view.name for view in page.views.own] == ["Police"]
    page.views.remove("Police")
    assert page.views.own == ()


def test_what_i_could_check_leaves_out_what_i_added(page: DocumentsPage) -> None:
    page._want(Wanted(Scope.ALL, state="to-check-by-me"))
    assert page._facts is not None
    me = page._facts.me
    for line in page.table.lines:
        assert line.document is not None
        assert me.is_another_than(line.document.versions[-1].by)


def test_open_at_selects_the_line_and_clears_what_hides_it(page: DocumentsPage) -> None:
    page.filters.toggle(Quick.READY)
    target = next(line for line in page._facts.lines if line.item.code == "4.7")  # type: ignore[union-attr]
    page.open_at(target.item.id)
    assert page.table.current_line is not None
    assert page.table.current_line.item.code == "4.7"
    assert [line.item.code for line in page.table.selected_lines] == ["4.7"]
    assert page.panel.key == target.item.id
    child = next(line for line in page._facts.lines if line.item.code == "C 7")  # type: ignore[union-attr]
    page.open_at(child.item.id)
    assert page.table.current_line is not None
    assert page.table.current_line.item.code == "C 7"
    page.open_at("police")
    assert {line.agency for line in page.table.lines} == {"police"}
    page.open_at("ready")
    assert {line.ours for line in page.table.lines} == {Ours.READY}


def test_only_steps_of_all_that_is_selected_are_offered(page: DocumentsPage, go: Go) -> None:
    go("4.4", "number")
    assert set(page.steps.offered) == {Step.CHASE, Step.NONE, Step.NOT_APPLICABLE}
    go("4.3", "number")
    QTest.keyClick(page.table, Key.Key_Down, Held.ShiftModifier)
    assert len(page.table.selected_lines) == 2
    assert page.steps.offered == ()
    assert page.bar.isVisible()
    assert page.bar._count.text() == "2 selected"


def test_a_document_is_returned_with_a_reason_from_the_panel(
    page: DocumentsPage, settle: Settle, go: Go
) -> None:
    go("4.3", "ours")
    QTest.keyClick(page.table, Key.Key_Space)
    page.steps.take(Step.RETURN)
    form = page.steps.form
    assert isinstance(form, ReasonForm)
    form.button.click()
    settle()
    assert "empty" in form._rows["Reason"].problem
    QTest.keyClicks(where_one_types(page), "Marking is missing")
    QTest.keyClick(where_one_types(page), Key.Key_Return)
    settle()
    assert line_of(page, "4.3").ours is Ours.RETURNED
    assert not page.steps.is_unfolded
    assert page.table.hasFocus()


def test_what_is_not_applicable_says_why(page: DocumentsPage, settle: Settle, go: Go) -> None:
    go("4.4", "number")
    page.steps.take(Step.NOT_APPLICABLE)
    QTest.keyClicks(where_one_types(page), "The force has no such form")
    QTest.keyClick(where_one_types(page), Key.Key_Return)
    settle()
    assert line_of(page, "4.4").ours is Ours.NOT_APPLICABLE


def test_esc_folds_the_form_then_drops_the_selection(page: DocumentsPage, go: Go) -> None:
    go("4.4", "number")
    page.table.select([line_of(page, code).key for code in ("4.4", "4.7")])
    page.steps.take(Step.CHASE)
    assert page.steps.form is not None
    QTest.keyClick(where_one_types(page), Key.Key_Escape)
    assert not page.steps.is_unfolded
    assert len(page.table.selected_lines) == 2
    QTest.keyClick(where_one_types(page), Key.Key_Escape)
    assert [line.item.code for line in page.table.selected_lines] == ["4.4"]


def test_several_are_chased_in_one_step(page: DocumentsPage, settle: Settle, go: Go) -> None:
    go("4.4", "number")
    page.table.select([line_of(page, code).key for code in ("4.4", "4.7", "4.9")])
    page.bar.step_wanted.emit(Step.CHASE)
    QTest.keyClicks(where_one_types(page), "Police lead")
    QTest.keyClick(where_one_types(page), Key.Key_Return)
    settle()
    assert [line_of(page, code).chased for code in ("4.4", "4.7", "4.9")] == [2, 3, 3]


def test_the_second_reader_ticks_five_points(page: DocumentsPage, settle: Settle, go: Go) -> None:
    """Who added it can’t check it: the sentence stands in the form."""
    go("1.2", "number")
    page.steps.take(Step.CHECK)
    form = page.steps.form
    assert isinstance(form, CheckForm)
    assert len(form.points) == 5
    for box in form.points.values():
        QTest.keyClick(box, Key.Key_Space)
    form.button.click()
    settle()
    assert "another person must check it" in form._rows["Note"].problem
    assert line_of(page, "1.2").ours is Ours.TO_CHECK


def test_sending_goes_through_a_list(page: DocumentsPage, settle: Settle, go: Go) -> None:
    go("1.6", "number")
    page.table.select([line_of(page, code).key for code in ("1.6", "2.1")])
    page.steps.take(Step.SEND)
    form = page.steps.form
    assert isinstance(form, SendForm)
    assert "1.6 Minutes of multi-agency meetings: version 2" in form._list.text()
    assert "2.1 Commissioning charts: version 1" in form._list.text()
    assert {line_of(page, code).ours for code in ("1.6", "2.1")} == {Ours.READY}
    form.button.click()
    settle()
    assert {line_of(page, code).ours for code in ("1.6", "2.1")} == {Ours.SENT}


def test_what_sleeps_can_be_woken(page: DocumentsPage, settle: Settle, go: Go) -> None:
    go("2.3", "number")
    assert page.steps._asked_for.isVisible()
    page.steps._asked_for.click()
    QTest.keyClick(where_one_types(page), Key.Key_Return)
    settle()
    assert line_of(page, "2.3").ours is Ours.NOT_ASKED


def test_lines_say_state_what_and_until_when(page: DocumentsPage, go: Go) -> None:
    go("4.7", "title")
    index = page.table.currentIndex()
    told = str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert told.startswith("22 h 40 min late to us, 4.7 Force governance minutes, due Mon 9, 12:00")
    assert "Asked" in told
    assert "2 of 3 sets" in told
    head = page.table.register_model.index(0, 0)
    spoken = str(head.data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "1 Local authority, 2 warnings, 6 of 9 sent, unfolded"


def test_the_panel_follows_and_can_be_put_away(page: DocumentsPage, go: Go) -> None:
    go("1.4", "title")
    assert page.panel.key == line_of(page, "1.4").item.id
    assert page.parts() == (page.table, page.panel)
    QTest.keyClick(page, Key.Key_F4)
    assert not page.panel.isVisible()
    assert page.parts() == (page.table,)
    assert page.view_state()["panel"] is False


def test_in_a_narrow_window_the_panel_lies_over_the_register(page: DocumentsPage, go: Go) -> None:
    page.resize(1000, 640)
    assert not page.panel.isVisible()
    go("1.4", "number")
    QTest.keyClick(page.table, Key.Key_Space)
    assert page.panel.isVisible()
    panel: QWidget = page.panel
    assert page.table.geometry().right() > panel.geometry().left()
    QTest.keyClick(where_one_types(page), Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.table.hasFocus()


def test_the_bar_offers_what_has_room_and_everything_in_its_menu(
    page: DocumentsPage, go: Go
) -> None:
    go("4.4", "number")
    page.table.select([line_of(page, code).key for code in ("4.4", "4.7", "4.9")])
    shown = [each for each in page.bar._set.values() if each.isVisible()]
    assert len(shown) == 2
    page.bar._fill()
    words = [action.text() for action in page.bar._menu.actions() if action.text()]
    assert words == [
        "Chase…",
        "Does not exist…",
        "Not applicable…",
        "Set owner…",
        "Set due time…",
    ]
    page.bar.setFixedWidth(420)
    assert not all(each.isVisible() for each in page.bar._set.values())
    page.bar._steps[Step.CHASE].click()
    assert page.steps.is_unfolded


def test_set_owner_works_also_where_the_column_left(
    page: DocumentsPage, settle: Settle, go: Go
) -> None:
    page.resize(1000, 640)
    page.table.horizontalHeader().setSectionHidden(3, True)
    go("4.4", "title")
    page.table.select([line_of(page, code).key for code in ("4.4", "4.5")])
    page.bar.set_wanted.emit("owner")
    QTest.keyClicks(where_one_types(page), "quality lead")
    QTest.keyClick(where_one_types(page), Key.Key_Return)
    settle()
    assert {line_of(page, code).owner for code in ("4.4", "4.5")} == {"Quality lead"}
