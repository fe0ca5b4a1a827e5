"""Settings with the real hub: saved at once, refused with a sentence, compared before moving."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.inspection import CouncilSettings, Keeping
from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.services import overview, undoing
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import lists as stored_lists
from jtai_desktop.ui.pages.settings.kept_field import KeptField
from jtai_desktop.ui.pages.settings.lists_part import CHILDREN, COUNTS
from jtai_desktop.ui.pages.settings.page import SettingsPage
from jtai_desktop.ui.shell.page import Desk
from tests.ui.conftest import Settle

Key = Qt.Key
LONG = "x" * 10_000


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settle: Settle) -> SettingsPage:
    """The page at the size it has in a maximised window."""
    made = SettingsPage(desk)
    qtbot.addWidget(made)
    made.resize(1186, 669)
    made.show()
    settle()
    return made


def _now(page: SettingsPage, settle: Settle) -> Overview:
    found: list[Overview] = []
    identity = page.desk.inspection_id
    page.desk.hub.read(lambda workspace: overview.load(workspace, identity), found.append)
    settle()
    return found[0]


def _council(page: SettingsPage, settle: Settle) -> CouncilSettings:
    return _now(page, settle).council


def _type(line: QLineEdit, text: str, key: Key = Key.Key_Return) -> None:
    line.setText(text)
    QTest.keyClick(line, key)


def _field(page: SettingsPage, name: str) -> KeptField:
    fields = {
        "area": page.inspection.area,
        "council": page.council.council,
        "marking": page.council.marking,
        "close": page.council.close_of_business,
        "days": page.council.days,
        "behalf": page.on_behalf,
    }
    return fields[name]


def test_the_ring_stays_where_it_is_while_the_facts_come(
    qtbot: QtBot, desk: Desk, settle: Settle
) -> None:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.setFocus()
    settle()
    area = page.inspection.area.line
    assert page.window().focusWidget() is area
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert page.window().focusWidget() is page.inspection.notified
    assert area.text() != ""
    assert area.selectedText() == ""


def test_a_field_saves_itself_with_enter(page: SettingsPage, settle: Settle) -> None:
    _type(_field(page, "marking").line, "OFFICIAL")
    _type(_field(page, "close").line, "16.30")
    _type(_field(page, "days").line, "21 days")
    _type(_field(page, "area").line, "  Southmoor ")
    settle()
    council = _council(page, settle)
    assert (council.marking, f"{council.close:%H:%M}", council.destroy_after_days) == (
        "OFFICIAL",
        "16:30",
        21,
    )
    assert [_field(page, name).line.text() for name in ("close", "days", "area")] == [
        "16:30",
        "21",
        "Southmoor",
    ]


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("area", " ", "Area is empty"),
        ("area", LONG, "10,000 characters"),
        ("council", LONG, "80 is the most"),
        ("close", "25:99", "not a time of the day"),
        ("close", "03:00", "between 12:00 and 23:59"),
        ("close", "=cmd", "can’t be read as a time"),
        ("days", "<b>", "not a number of days"),
        ("days", "0", "1 to 3,650"),
        ("days", "9" * 5000, "not a number of days"),
        ("behalf", LONG, "80 is the most"),
    ],
)
def test_what_is_refused_stays_until_esc_brings_back_what_was_kept(
    page: SettingsPage, settle: Settle, name: str, typed: str, sentence: str
) -> None:
    field = _field(page, name)
    kept = field.line.text()
    _type(field.line, typed)
    settle()
    assert sentence in field.problem
    assert field.line.text() == typed
    page.refresh()
    settle()
    assert field.line.text() == typed
    QTest.keyClick(field.line, Key.Key_Escape)
    assert (field.line.text(), field.problem) == (kept, "")


def test_where_files_are_kept_is_chosen_and_undone(page: SettingsPage, settle: Settle) -> None:
    row = page.council.files
    assert row.button(Keeping.TAKEN_IN.value).isChecked()
    row.button(Keeping.REFERENCED.value).click()
    settle()
    assert _now(page, settle).council.keeps_files is Keeping.REFERENCED
    assert row.button(Keeping.REFERENCED.value).isChecked()
    identity = page.desk.inspection_id
    page.desk.hub.act(lambda workspace: undoing.undo(workspace, identity))
    settle()
    assert row.button(Keeping.TAKEN_IN.value).isChecked()


def test_new_dates_are_compared_and_enter_leaves_them(page: SettingsPage, settle: Settle) -> None:
    part = page.inspection
    page.open_at("dates")
    _type(part.notified, "Tue 3 Nov 2026, 09:00")
    settle()
    assert not part.comparison.isHidden()
    assert page.window().focusWidget() is part.comparison.leave
    QTest.keyClick(part.comparison.leave, Key.Key_Return)
    settle()
    assert part.comparison.isHidden()
    assert part.notified.text() == "Mon 2 Nov 2026, 09:00"
    assert _now(page, settle).inspection.notified.day == 2


def test_new_dates_are_changed_when_said_so_and_undone(page: SettingsPage, settle: Settle) -> None:
    part = page.inspection
    _type(part.fieldwork, "17/11/2026")
    settle()
    QTest.keyClick(part.comparison.change, Key.Key_Return)
    settle()
    view = _now(page, settle)
    assert view.schedule.fieldwork_start.day == 17
    assert view.schedule.milestone("joint-evaluations").due.day.day == 12
    assert part.fieldwork.text() == "Tue 17 Nov 2026"
    assert part.comparison.isHidden()
    identity = page.desk.inspection_id
    page.desk.hub.act(lambda workspace: undoing.undo(workspace, identity))
    settle()
    assert part.fieldwork.text() == ""


@pytest.mark.parametrize(
    ("notified", "fieldwork", "sentence"),
    [
        ("31 Feb 2026", "", "not in the calendar"),
        ("soon", "", "can’t be read as a date"),
        ("Mon 3 Nov 2026", "", "contradicts itself"),
        ("2 Nov 2026", "1 Nov 2026", "not after the notification"),
        ("2 Nov 2026", "1 Nov 2036", "more than a year"),
        ("2 Nov 2026", LONG, "can’t be read as a date"),
    ],
)
def test_impossible_dates_are_said_under_their_field(
    page: SettingsPage, settle: Settle, notified: str, fieldwork: str, sentence: str
) -> None:
    part = page.inspection
    part.notified.setText(notified)
    _type(part.fieldwork, fieldwork)
    settle()
    row = part._rows["fieldwork" if fieldwork else "notified"]
    assert sentence in row.problem
    assert part.comparison.isHidden()
    assert part.notified.text() == notified


def test_a_closure_day_is_added_after_a_look_at_what_moves(
    page: SettingsPage, settle: Settle
) -> None:
    part = page.closures
    part.name.setText("Staff day")
    _type(part.day, "Thu 12 Nov 2026")
    settle()
    assert not part.adding.isHidden()
    assert _council(page, settle).closures == ()
    QTest.keyClick(part.adding.change, Key.Key_Return)
    settle()
    closure = _council(page, settle).closures[0]
    assert (closure.day.day, closure.name, closure.works) == (12, "Staff day", False)
    assert part.day.text() == ""
    part._table.setFocus()
    part._table.choose(closure.id)
    QTest.keyClick(part._table, Key.Key_Delete)
    settle()
    assert not part.removing.isHidden()
    QTest.keyClick(part.removing.change, Key.Key_Return)
    settle()
    assert _council(page, settle).closures == ()


def test_a_closure_that_moves_nothing_is_added_at_once(page: SettingsPage, settle: Settle) -> None:
    _type(page.closures.day, "24 Dec 2026")
    settle()
    assert len(_council(page, settle).closures) == 1
    _type(page.closures.day, "24 Dec 2026")
    settle()
    assert "in the list already" in page.closures._rows[0].problem
    assert page.closures.day.text() == "24 Dec 2026"


def test_a_name_that_is_too_long_is_said_and_kept(page: SettingsPage, settle: Settle) -> None:
    page.closures.name.setText("y" * 61)
    _type(page.closures.day, "24 Dec 2026")
    settle()
    assert "60 is the most" in page.closures._rows[1].problem
    assert page.closures.day.text() == "24 Dec 2026"


def test_appearance_counts_at_once(page: SettingsPage, desk: Desk) -> None:
    page.appearance.theme_row.button("dark").click()
    page.appearance.size_row.button("115").click()
    assert (desk.taste.liked.theme, desk.taste.liked.text_size) == ("dark", 115)
    desk.taste.set_text_size(100)
    desk.taste.set_theme("light")
    assert page.appearance.theme_row.button("light").isChecked()
    assert page.appearance.size_row.button("100").isChecked()


def test_history_names_on_whose_behalf_one_works(page: SettingsPage, settle: Settle) -> None:
    _type(page.on_behalf.line, "Director of children’s services")
    settle()
    found: list[str] = []
    page.desk.hub.read(lambda workspace: workspace.signature, found.append)
    settle()
    assert found == ["Inspection coordinator for Director of children’s services"]


def test_every_control_has_a_name(page: SettingsPage) -> None:
    kinds = (QAbstractButton, QLineEdit, QTableView, QComboBox)
    controls = [each for kind in kinds for each in page.findChildren(kind)]
    nameless = [
        each
        for each in controls
        if not each.accessibleName() and not (isinstance(each, QAbstractButton) and each.text())
    ]
    # The corner button that every Qt table has is never shown.
    assert {each.metaObject().className() for each in nameless} <= {"QTableCornerButton"}


# ------------------------------------------------------------------ child-level lists


def test_what_is_kept_of_lists_is_said_and_chosen(page: SettingsPage, settle: Settle) -> None:
    said = " ".join(each.text() for each in page.lists.findChildren(QLabel))
    assert "Names are never read" in said
    assert page.lists.children_kept.button(CHILDREN).isChecked()
    page.lists.children_kept.button(COUNTS).click()
    settle()
    assert not _council(page, settle).keeps_children
    assert page.lists.children_kept.button(COUNTS).isChecked()


def test_a_remembered_heading_is_shown_and_forgotten_by_key(
    page: SettingsPage, settle: Settle
) -> None:
    assert not page.lists.table.isVisible()
    said = ByHand(7, "Whose row", "Child Unique ID")

    def act(workspace: Workspace) -> Changes:
        with workspace.action("lists.taken-in", "Said", page.desk.inspection_id) as work:
            stored_lists.remember(work.session, [said])
        return work.changes

    page.desk.hub.act(act)
    settle()
    assert [row.spoken for row in page.lists.table.rows] == ["7, Whose row, Child Unique ID"]
    page.lists.table.choose(page.lists.table.rows[0].key)
    QTest.keyClick(page.lists.table, Key.Key_Delete)
    settle()
    settle()
    assert len(page.lists.table.rows) == 0
    assert not page.lists.forget.isVisible()
