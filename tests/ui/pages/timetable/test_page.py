"""The page over the example: choosing, acting by keyboard, refusals, and coming back to it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jtai_desktop.services import milestones, undoing
from jtai_desktop.ui.kit.buttons import KitButton, LinkButton
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.kit.weeks_strip import WeeksStrip
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.timetable.page import TimetablePage
from jtai_desktop.ui.pages.timetable.panel import MilestonePanel
from jtai_desktop.ui.shell.page import Desk

Settle = Callable[[], None]
Key = Qt.Key
WINDOW, NARROW = (1366, 697), (1100, 697)


class Seen:
    """A page in a window, as a person has it before them."""

    def __init__(self, desk: Desk, settle: Settle, size: tuple[int, int] = WINDOW) -> None:
        self.desk, self._wait = desk, settle
        self.page = TimetablePage(desk)
        self.window = QWidget()
        row = QHBoxLayout(self.window)
        row.setContentsMargins(180 if size == WINDOW else 52, 28, 0, 0)
        row.addWidget(self.page)
        self.window.resize(*size)
        self.window.show()
        self.settle()

    def settle(self) -> None:
        """Let the vault answer and the window lay itself out."""
        self._wait()
        QTest.qWait(1)

    @property
    def table(self) -> RowTable:
        return self.page.findChildren(RowTable)[0]

    @property
    def strip(self) -> WeeksStrip:
        return self.page.findChildren(WeeksStrip)[0]

    @property
    def panel(self) -> MilestonePanel:
        return self.page.findChildren(MilestonePanel)[0]

    def has_ring(self, part: QWidget) -> bool:
        return self.window.focusWidget() is part

    def row(self, key: str) -> str:
        return next(each.spoken for each in self.table.rows if each.key == key)

    def press(self, key: Key, on: QWidget | None = None) -> None:
        QTest.keyClick(on or self.window.focusWidget(), key)
        self.settle()

    def choose(self, key: str) -> None:
        self.page.open_at(key)
        self.settle()

    def button(self, text: str) -> KitButton:
        found = [each for each in self.page.findChildren(KitButton) if each.text() == text]
        return next(each for each in found if each.isVisible())

    def click(self, text: str) -> None:
        self.button(text).click()
        self.settle()

    def field(self, name: str) -> QLineEdit:
        found = [each for each in self.panel.findChildren(QLineEdit) if each.isVisible()]
        return [each for each in found if each.accessibleName() == name][-1]

    def problem(self, name: str) -> str:
        rows = [each for each in self.panel.findChildren(FormRow) if each.isVisible()]
        return [each.problem for each in rows if each.field.accessibleName() == name][-1]

    def words(self) -> str:
        shown = [each.text() for each in self.panel.findChildren(Words) if each.isVisible()]
        return "\n".join(shown)


@pytest.fixture
def seen(qtbot: QtBot, desk: Desk, settle: Settle) -> Seen:
    found = Seen(desk, settle)
    qtbot.addWidget(found.window)
    return found


@pytest.fixture
def narrow(qtbot: QtBot, desk: Desk, settle: Settle) -> Seen:
    found = Seen(desk, settle, NARROW)
    qtbot.addWidget(found.window)
    return found


def test_all_fourteen_rows_are_in_sight_at_the_usual_size(seen: Seen) -> None:
    assert len(seen.table.rows) == 14
    assert seen.table.verticalScrollBar().maximum() == 0
    assert not seen.panel.isVisible()


def test_the_first_time_one_is_at_what_has_to_be_met_next(seen: Seen) -> None:
    assert seen.page.chosen == seen.strip.selected == "case-documents"


def test_choosing_in_the_table_marks_the_strip(seen: Seen) -> None:
    seen.table.setFocus()
    seen.press(Key.Key_Down)
    assert seen.page.chosen == seen.strip.selected == "area-information"
    seen.press(Key.Key_End)
    seen.choose("printed-documents")
    assert seen.strip.selected == "fieldwork"


def test_choosing_in_the_strip_marks_the_table(seen: Seen) -> None:
    seen.strip.setFocus()
    seen.press(Key.Key_Home)
    assert seen.page.chosen == "notification"
    assert seen.table.selected_keys == ["notification"]


def test_space_marks_done_and_not_done_and_undo_takes_it_back(seen: Seen) -> None:
    seen.choose("case-documents")
    seen.press(Key.Key_Space)
    assert seen.row("case-documents").startswith("Done,")
    assert "Done 10:40" in seen.row("case-documents")
    seen.press(Key.Key_Space)
    assert seen.row("case-documents").startswith("Due today,")
    inspection = seen.desk.inspection_id
    seen.desk.hub.act(lambda workspace: undoing.undo(workspace, inspection))
    seen.settle()
    assert seen.row("case-documents").startswith("Done,")


def test_space_leaves_the_notification_alone(seen: Seen) -> None:
    seen.choose("notification")
    seen.press(Key.Key_Space)
    assert seen.row("notification").startswith("Happened,")


def test_enter_opens_the_panel_and_escape_gives_the_ring_back(seen: Seen) -> None:
    seen.choose("joint-evaluations")
    seen.press(Key.Key_Return)
    assert seen.panel.isVisible()
    assert seen.has_ring(seen.field("When"))
    assert "Worked out" in seen.words()
    assert "Set to Thu 12, 12:00" in seen.words()
    seen.press(Key.Key_Escape)
    assert not seen.panel.isVisible()
    assert seen.has_ring(seen.table)


def test_the_panel_stands_beside_the_table(seen: Seen) -> None:
    seen.choose("meetings")
    seen.press(Key.Key_Return)
    right = seen.table.mapTo(seen.page, seen.table.rect().topRight()).x()
    assert right < seen.panel.mapTo(seen.page, seen.panel.rect().topLeft()).x()
    assert seen.page.parts() == (seen.page, seen.panel)


def test_in_a_narrow_window_the_panel_lies_over_the_table(narrow: Seen) -> None:
    before = narrow.table.width()
    narrow.choose("meetings")
    narrow.press(Key.Key_Return)
    assert narrow.table.width() == before
    assert narrow.panel.isVisible()


def test_done_with_a_time_and_a_note(seen: Seen) -> None:
    seen.choose("case-documents")
    seen.press(Key.Key_Return)
    seen.field("When").setText("10:05")
    seen.field("Note").setText("All forty sent")
    seen.press(Key.Key_Return, seen.field("Note"))
    assert "All forty sent" in seen.row("case-documents")
    assert "Tue 10 Nov 2026, 10:05" in seen.words()
    assert seen.has_ring(seen.button("Not done"))
    seen.click("Not done")
    assert seen.row("case-documents").startswith("Due today,")


def test_the_inspectors_happen_instead(seen: Seen) -> None:
    seen.choose("cqc-request")
    seen.press(Key.Key_Return)
    seen.click("Happened")
    assert seen.row("cqc-request").startswith("Happened,")
    seen.click("Not yet")
    assert seen.row("cqc-request").startswith("Awaited,")


def test_a_time_that_is_still_to_come_is_refused_under_its_field(seen: Seen) -> None:
    seen.choose("case-documents")
    seen.press(Key.Key_Return)
    seen.field("When").setText("23:00")
    seen.click("Mark done")
    assert "still to come" in seen.problem("When")
    assert seen.row("case-documents").startswith("Due today,")


def test_setting_a_time_by_keyboard_and_bringing_it_back(seen: Seen) -> None:
    seen.choose("case-documents")
    seen.click("Set a &time…")
    assert seen.has_ring(seen.field("Day"))
    seen.field("Day").setText("11 Nov 2026")
    seen.panel.findChildren(QComboBox)[0].setCurrentIndex(1)
    seen.field("Time").setText("11:30")
    seen.field("Reason").setText("Agencies asked")
    seen.press(Key.Key_Return, seen.field("Reason"))
    assert "Wed 11, before 11:30" in seen.row("case-documents")
    assert "Set by hand: Agencies asked" in seen.row("case-documents")
    seen.click("Bring back")
    assert "Tue 10, end of day" in seen.row("case-documents")


@pytest.mark.parametrize(
    ("day", "time", "reason", "place", "said"),
    [
        ("31 Nov 2026", "12:00", "x", "Day", "30 days"),
        ("1 Nov 2026", "12:00", "x", "Day", "before the notification"),
        ("12 Nov 2026", "noon", "x", "Time", "can’t be read"),
        ("12 Nov 2026", "12:00", "  ", "Reason", "empty"),
        ("12 Nov 2026", "12:00", "y" * 10_000, "Reason", "10,000 characters"),
    ],
)
def test_bad_input_is_said_under_its_field_and_stays(
    seen: Seen, day: str, time: str, reason: str, place: str, said: str
) -> None:
    seen.choose("joint-evaluations")
    seen.click("Set a &time…")
    for name, text in (("Day", day), ("Time", time), ("Reason", reason)):
        seen.field(name).setText(text)
    seen.click("Set")
    assert said in seen.problem(place)
    assert seen.has_ring(seen.field(place))
    assert seen.field("Reason").text() == reason
    assert "Thu 12, 12:00" in seen.row("joint-evaluations")


def test_what_is_typed_stays_when_something_else_changes(seen: Seen) -> None:
    seen.choose("joint-evaluations")
    seen.click("Set a &time…")
    seen.field("Reason").setText("half a sent")
    inspection = seen.desk.inspection_id
    seen.desk.hub.act(lambda space: milestones.mark_done(space, inspection, "case-documents"))
    seen.settle()
    seen.page.tick()
    seen.settle()
    assert seen.field("Reason").text() == "half a sent"
    assert seen.row("case-documents").startswith("Done,")


def test_another_milestone_starts_with_empty_forms(seen: Seen) -> None:
    seen.choose("joint-evaluations")
    seen.click("Set a &time…")
    seen.choose("case-documents")
    assert "Reason" not in [
        each.accessibleName() for each in seen.panel.findChildren(QLineEdit) if each.isVisible()
    ]


def test_recording_and_withdrawing_what_was_agreed(seen: Seen) -> None:
    seen.choose("case-documents")
    seen.press(Key.Key_Return)
    seen.click("Agreed…")
    seen.field("Day").setText("11 Nov 2026")
    seen.field("Agreed by").setText("Lead inspector")
    seen.field("Agreed when").setText("09:30")
    seen.field("Note").setText("by phone")
    seen.click("Record")
    assert "Agreed: Lead inspector" in seen.row("case-documents")
    assert "Tue 10 Nov 2026, 09:30" in seen.words()
    seen.click("Withdraw agreement")
    assert "Agreed" not in seen.row("case-documents")


def test_the_link_in_the_note_brings_back(seen: Seen) -> None:
    seen.choose("joint-evaluations")
    QTest.keyClick(seen.table, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    seen.settle()
    assert "Thu 12, end of day" in seen.row("joint-evaluations")


def test_the_dates_of_the_inspection_are_changed_elsewhere(seen: Seen, qtbot: QtBot) -> None:
    seen.choose("notification")
    seen.click("Set a &time…")
    assert isinstance(seen.window.focusWidget(), LinkButton)
    with qtbot.waitSignal(seen.desk.go) as went:
        seen.press(Key.Key_Return)
    assert went.args == ["settings", "dates"]


def test_printing_leads_to_the_checklist(seen: Seen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(seen.desk.go) as went:
        seen.click("Print")
    assert went.args == ["papers", "checklist"]


def test_one_comes_back_to_where_one_was(
    seen: Seen, qtbot: QtBot, desk: Desk, settle: Settle
) -> None:
    seen.choose("selection")
    seen.press(Key.Key_Return)
    state = seen.page.view_state()
    again = Seen(desk, settle)
    qtbot.addWidget(again.window)
    again.page.restore_view(state)
    settle()
    assert again.page.chosen == again.strip.selected == "selection"
    assert again.panel.isVisible()


def test_a_kept_view_may_come_before_the_facts(qtbot: QtBot, desk: Desk, settle: Settle) -> None:
    page = TimetablePage(desk)
    qtbot.addWidget(page)
    page.restore_view({"current": "meetings", "panel": False, "widths": {"what": 280}})
    assert page.view_state()["current"] == "meetings"
    page.show()
    settle()
    assert page.chosen == "meetings"


def test_every_control_has_a_name(seen: Seen) -> None:
    seen.choose("joint-evaluations")
    seen.click("Set a &time…")
    kinds = (QAbstractButton, QLineEdit, QComboBox, QTableView, WeeksStrip)
    found = [each for kind in kinds for each in seen.page.findChildren(kind)]
    nameless = [
        each
        for each in found
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (each.accessibleName() or (isinstance(each, QAbstractButton) and each.text()))
    ]
    assert not nameless


def test_what_was_typed_for_one_milestone_does_not_follow_to_another(seen: Seen) -> None:
    seen.choose("case-documents")
    seen.press(Key.Key_Return)
    seen.field("Note").setText("All forty sent")
    seen.choose("area-information")
    assert seen.field("Note").text() == ""
    seen.field("Note").setText("Sent")
    seen.click("Mark done")
    seen.click("Not done")
    assert seen.field("Note").text() == ""
