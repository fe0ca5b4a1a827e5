"""The page of the week over the example: keys, drags, consent, the list, and what is kept."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from jtai_desktop.domain.conversations.track import State
from jtai_desktop.domain.wording import times
from jtai_desktop.ui.pages.week.layout import Place
from jtai_desktop.ui.pages.week.move_form import MoveForm
from jtai_desktop.ui.pages.week.page import WeekPage
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.tokens import Role
from tests.ui.access import nameless
from tests.ui.pages.week.seen import Key, Keys, Seen
from tests.ui.room import troubles

ALT, SHIFT = Keys.AltModifier, Keys.AltModifier | Keys.ShiftModifier
QUARTER = timedelta(minutes=15)


def test_the_fieldwork_week_opens_at_its_clash(seen: Seen) -> None:
    page = seen.page
    assert page.monday == seen.facts.fieldwork
    entry = seen.facts.entry(page.chosen)
    assert entry is not None
    assert entry.clash_words == "Clash 11:00–11:30"
    assert [chip.word for chip in page.grid.picture.chips] == ["Clash 11:00–11:30"]
    assert "Child C is in two meetings" in page.grid.accessibleName()
    assert troubles(seen.window) == []
    assert nameless(seen.window) == []


def test_nobody_without_a_standing_agreed_is_in_the_week(seen: Seen) -> None:
    talks = [each.talk for each in seen.facts.entries if each.talk is not None]
    assert talks
    assert {talk.state for talk in talks} <= {State.PLANNED, State.CONFIRMED}
    listed = {row.line.key for row in seen.page.panel.lists.rows}
    assert listed.isdisjoint(talk.person.id for talk in talks)


def test_the_lists_say_who_can_be_planned_and_why_not(seen: Seen) -> None:
    rows = {row.line.words: row for row in seen.page.panel.lists.rows}
    assert rows["Child E, child"].link is not None
    assert rows["Child D, child"].link is None
    declined = rows["Child D, mother: declined"].line
    assert (declined.second, declined.link) == ("Lead inspector not yet told", "Tell…")
    assert rows["Child C, mother: not appropriate"].line.second.startswith("Lead inspector told")


def test_arrows_move_the_ring_and_the_panel_follows(seen: Seen) -> None:
    seen.go("Everyone")
    seen.press(Key.Key_Down)
    assert seen.page.chosen == seen.entry("Child E initial").key
    seen.press(Key.Key_Right)
    assert seen.page.chosen == seen.entry("Child A, mother").key
    assert "Child A, mother" in seen.page.panel.accessibleName()
    seen.press(Key.Key_PageUp)
    assert seen.page.monday == seen.facts.weeks[1]
    seen.press(Key.Key_PageDown)
    assert seen.page.monday == seen.facts.fieldwork


def test_keys_pressed_quickly_add_up_and_are_taken_back(seen: Seen) -> None:
    before = seen.go("Everyone")
    grid = seen.page.grid
    for _ in range(3):
        grid.shifted.emit(before.key, _shift(minutes=15))
    seen.settle()
    moved = seen.entry("Everyone")
    assert moved.start - before.start == 3 * QUARTER
    seen.press(Key.Key_Down, SHIFT)
    assert seen.entry("Everyone").end - moved.end == QUARTER
    seen.press(Key.Key_Right, SHIFT)
    assert seen.entry("Everyone").day - before.day == timedelta(days=1)
    for _ in range(5):
        seen.undo()
    back = seen.entry("Everyone")
    assert (back.start, back.end) == (before.start, before.end)


def test_a_drag_moves_and_escape_leaves_it(seen: Seen) -> None:
    before = seen.go("Child F planning")
    start = seen.take(before)
    seen.drag(start, -1, 30)
    in_hand = [seen.page.grid.is_dragging]
    seen.press(Key.Key_Escape)
    assert [*in_hand, seen.page.grid.is_dragging] == [True, False]
    seen.drop(start)
    assert seen.entry("Child F planning").start == before.start
    seen.drop(seen.drag(seen.take(before), -1, 30))
    moved = seen.entry("Child F planning")
    assert moved.start - before.start == timedelta(minutes=30) - timedelta(days=1)
    assert seen.page.chosen == before.key


def test_a_clash_is_seen_while_one_drags(seen: Seen) -> None:
    """Led away from its clash it is free; led back it clashes, and is painted so."""
    entry, grid = seen.go("Child C strategy"), seen.page.grid
    start = seen.take(entry)
    said, painted = [], []
    for days, minutes in ((1, 60), (0, -15)):
        seen.drag(start, days, minutes)
        assert grid.in_hand is not None
        said.append(grid.in_hand.clash_words)
        box = grid.picture.canvas.box(Place(grid.in_hand.block(grid.picture.first), 0, 1, 0))
        at = QPoint(box.right - 14, box.top + 40 - grid.verticalScrollBar().value())
        image = grid.viewport().grab().toImage()
        painted.append(image.pixelColor(at).name() == Look.of(grid).colour(Role.SIDE).name())
    assert said == ["", "Clash 10:45–11:30"]
    assert painted == [True, False]
    QTest.keyClick(grid, Key.Key_Escape)
    seen.drop(start)
    assert seen.entry("Child C strategy") == entry


def test_a_screen_reader_hears_each_entry_as_a_part_of_the_week(seen: Seen) -> None:
    QAccessible.setActive(True)
    try:
        first, grid = seen.go("Child C strategy"), seen.page.grid
        inside = QAccessible.queryAccessibleInterface(grid.viewport())
        heard = [inside.child(at) for at in range(inside.childCount())]
        said = [each.text(QAccessible.Text.Name) for each in heard]
        assert said == [laid.entry.said for laid in grid.picture.in_order]
        assert "Child C is in two meetings" in first.said
        laid = grid.picture.find(first.key)
        assert laid is not None
        assert heard[said.index(first.said)].rect().height() == laid.box.height
        # They are never in the way of the pointer, and go where the entries go.
        seen.go("Everyone briefing")
        seen.drop(seen.take(first))
        assert grid.current == first.key
        seen.press(Key.Key_Up, ALT)
        seen.press(Key.Key_Up, ALT)
        moved = seen.entry("Child C strategy")
        assert moved.times == "10:30–11:30"
        assert moved.said in [each.accessibleName() for each in grid.viewport().children()]  # type: ignore[attr-defined]
    finally:
        QAccessible.setActive(False)


def test_the_lower_edge_makes_it_longer(seen: Seen) -> None:
    before = seen.go("Everyone")
    laid = seen.page.grid.picture.find(before.key)
    assert laid is not None
    start = seen.take(before, from_top=laid.box.height - 2)
    seen.drop(seen.drag(start, 0, 45))
    after = seen.entry("Everyone")
    assert (after.start, after.end - before.end) == (before.start, 3 * QUARTER)


def test_a_confirmed_conversation_that_moves_is_to_be_confirmed_anew(seen: Seen) -> None:
    before = seen.go("Child A, mother")
    assert before.talk is not None
    assert before.talk.state is State.CONFIRMED
    seen.press(Key.Key_Up, ALT)
    after = seen.entry("Child A, mother")
    assert after.talk is not None
    assert (after.talk.state, after.place) == (State.PLANNED, before.place)
    assert "needs a new confirmation" in seen.page._banner.accessibleName()
    assert "another time" in seen.page.panel.entry_part._anew.text()
    seen.undo()
    back = seen.entry("Child A, mother").talk
    assert back is not None
    assert back.state is State.CONFIRMED


def test_move_by_a_form_says_what_is_wrong_under_the_field(seen: Seen) -> None:
    before = seen.go("Child F planning")
    seen.press(Key.Key_F2)
    form = seen.page.form
    assert isinstance(form, MoveForm)
    line = seen.window.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText("14:00")
    seen.press(Key.Key_Return)
    assert form._rows["End"].problem
    form._end_field.setText("15:00")
    seen.press(Key.Key_Return)
    assert seen.entry("Child F planning").times == "14:00–15:00"
    assert seen.page.form is None
    assert seen.window.focusWidget() is seen.page.grid
    assert before.times == times(before.start, before.end)


def test_the_lead_inspector_is_told_from_here(seen: Seen) -> None:
    seen.click("Tell…")
    seen.press(Key.Key_Return)
    rows = {row.line.words: row.line for row in seen.page.panel.lists.rows}
    assert rows["Child D, mother: declined"].second == "Lead inspector told Tue 10, 10:40"


def test_the_list_finds_as_one_types_and_shares_the_choice(seen: Seen) -> None:
    seen.page.search()
    part = seen.page.list_part
    part.field.setText("plann child f")
    assert [row.cells[2].lead for row in part.table.rows] == ["Child F"]
    part.field.setText("walked")
    seen.press(Key.Key_Down)
    chosen = seen.page.chosen
    assert chosen == part.table.rows[0].key
    part.field.clear()
    seen.page._turn_over()
    assert seen.page.grid.current == chosen
    assert seen.page.monday == seen.facts.weeks[1]


def test_how_it_was_left_is_how_it_comes_back(seen: Seen) -> None:
    seen.press(Key.Key_PageUp)
    seen.page._turn_over()
    seen.page.list_part.field.setText("call")
    state = seen.page.view_state()
    other = WeekPage(seen.desk)
    other.restore_view(state)
    other.resize(seen.page.size())
    other.show()
    seen.settle()
    assert other.is_list
    assert (other.monday, other.chosen) == (seen.page.monday, seen.page.chosen)
    assert other.list_part.field.text() == "call"
    other.close()


def test_narrow_the_panel_lies_over_the_week_until_escape(seen: Seen) -> None:
    seen.window.resize(1000, 649)
    seen.settle()
    assert not seen.page.panel.isVisible()
    seen.press(Key.Key_Return)
    assert seen.page.panel.isVisible()
    assert troubles(seen.page.panel) == []
    seen.press(Key.Key_Escape)
    assert not seen.page.panel.isVisible()
    assert seen.window.focusWidget() is seen.page.grid


def test_today_has_a_line_where_it_is_shown(seen: Seen) -> None:
    assert seen.page.grid.picture.now_at is None
    seen.page.open_at("2026-11-10")
    picture = seen.page.grid.picture
    assert picture.now_at == (1, picture.canvas.down(10 * 60 + 40))
    assert picture.is_empty(0)


def test_print_leads_to_the_paper_and_a_double_click_asks_for_a_new_entry(seen: Seen) -> None:
    seen.page.print_paper()
    assert seen.went == [("papers", "week")]
    asked: list[tuple[object, int]] = []
    seen.page.grid.new_wanted.connect(lambda day, minute: asked.append((day, minute)))
    canvas = seen.page.grid.picture.canvas
    scrolled = seen.page.grid.verticalScrollBar().value()
    point = QPoint(canvas.across(4) + 20, canvas.down(600) - scrolled)
    QTest.mouseDClick(seen.page.grid.viewport(), Qt.MouseButton.LeftButton, pos=point)
    seen.settle()
    assert asked == [(seen.facts.fieldwork + timedelta(days=4), 600)]
    assert not seen.page.grid.isEnabled()


def _shift(minutes: int) -> object:
    from jtai_desktop.ui.pages.week.moving import Shift

    return Shift(minutes=minutes)
