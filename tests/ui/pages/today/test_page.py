"""Today through the window: what it says is what the day says, and every row leads on."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.services import council, documents, milestones, overview
from jtai_desktop.services.documents import Said
from jtai_desktop.services.restoring import Restored
from jtai_desktop.services.workspace import Workspace, standing_clock
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.countdown import Countdown
from jtai_desktop.ui.kit.fortnight_strip import FortnightStrip
from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.pages.people.page import PeoplePage
from jtai_desktop.ui.pages.timetable.page import TimetablePage
from jtai_desktop.ui.pages.today import document_rows, rows
from jtai_desktop.ui.pages.today.restored import AWAY, BACKUPS
from jtai_desktop.ui.shell.actions import Do
from tests.ui.pages.today.days import facts_at, page_of, view_of, with_many_overdue
from tests.ui.person import Person, spoken
from tests.ui.windows import beginning, enter, make_vault

Key, Held = Qt.Key, Qt.KeyboardModifier
NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
NEXT, OVERDUE, TODAY = "Next milestones", "Overdue", "Due today"
TO_SEND = "Still to send, by agency"
FRIDAY = ["engagement-confirmed", "cqc-request"]
TASKS, WRONG = "Who does what", "Things that look wrong"


def _keys(table: RowTable) -> list[str]:
    return [row.key for row in table.rows]


def _names(person: Person) -> list[str]:
    return [each.accessibleName() for each in person.seen(RowTable)]


def test_the_rows_are_what_the_day_says(at_example: Person) -> None:
    day = view_of(at_example).day()
    ahead = (*day.due_today, *day.due_next, *day.later)
    assert _keys(at_example.table(NEXT)) == [each.key for each in ahead[:5]]
    assert at_example.table(TODAY).rows == tuple(rows.due_today_rows(day))
    assert at_example.table(TO_SEND).rows == tuple(document_rows.to_send_rows(day))
    assert day.overdue == ()
    assert at_example.table(OVERDUE).rows == tuple(document_rows.late_rows(day))


def test_where_there_is_no_register_it_says_who_does_what(at_example: Person) -> None:
    page, view = page_of(at_example), view_of(at_example)
    page.show_facts(facts_at(view, NOW))
    at_example.settle()
    tasks = view.day().tasks
    assert _keys(at_example.table(TASKS)) == [task.planned.key for task in tasks]
    who = [row.cells[0].text for row in at_example.table(TASKS).rows]
    assert who == [task.person.role for task in tasks]
    assert OVERDUE not in _names(at_example)
    assert "Nothing overdue" in at_example.words()


def test_the_time_left_is_by_the_clock(at_example: Person) -> None:
    rows = spoken(at_example.table(NEXT))
    assert rows[0] == ("Today, end of day, 6 h 20 min, Case-file documents, ¶39, 44, 20 of 40 sent")
    assert rows[2].startswith("Thu 12, 12:00, 49 h 20 min, Joint evaluations")
    assert "set by hand" in rows[2]
    assert rows[4].endswith("inspectors’")


def test_the_ring_stands_on_the_first_row_at_the_start(at_example: Person) -> None:
    assert at_example.table(NEXT).hasFocus()
    assert at_example.table(NEXT).current_key == "case-documents"


def test_days_left_stand_first(at_example: Person) -> None:
    [countdown] = at_example.seen(Countdown)
    assert countdown.accessibleName() == "4 working days to fieldwork, Monday 16 November"


def test_mark_done_acts_and_undo_brings_the_row_back(at_example: Person) -> None:
    _on_friday(at_example)
    table = at_example.table(TODAY)
    table.setFocus()
    table.choose("engagement-confirmed")
    at_example.press(Key.Key_Return, Held.ShiftModifier)
    assert _keys(at_example.table(TODAY)) == ["cqc-request"]
    done = view_of(at_example).schedule.milestone("engagement-confirmed").done
    assert done is not None
    assert done.by == "Inspection coordinator"
    at_example.press(Key.Key_Z, Held.ControlModifier)
    assert _keys(at_example.table(TODAY)) == FRIDAY


def test_a_click_on_the_link_marks_done_and_a_click_beside_it_does_not(
    at_example: Person,
) -> None:
    _on_friday(at_example)
    table = at_example.table(TODAY)
    box = table.visualRect(table.model().index(1, 3))
    _click(table, QPoint(box.left() + 2, box.center().y()))
    at_example.settle()
    assert _keys(table) == FRIDAY
    _click(table, QPoint(box.right() - 20, box.center().y()))
    at_example.settle()
    assert _keys(table) == FRIDAY[:1]


def _on_friday(person: Person) -> None:
    """The Friday of week two, on which two milestones are due that no documents count towards."""

    def turn(workspace: Workspace) -> None:
        workspace.clock = standing_clock(datetime(2026, 11, 13, 9, tzinfo=LONDON))

    person.window.hub.read(turn, lambda _none: person.inside.tick())
    person.settle()
    assert _keys(person.table(TODAY)) == FRIDAY


def _click(table: RowTable, point: QPoint) -> None:
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)


def _mark_done(inspection_id: str, key: str, workspace: Workspace) -> Changes:
    return milestones.mark_done(workspace, inspection_id, key)


def _none_exist(inspection_id: str, workspace: Workspace) -> Changes:
    awake = overview.load(workspace, inspection_id).register().open
    chosen = [document.id for entry in awake for document in entry.documents]
    said = Said(reason="Fictional")
    return documents.take_step(workspace, inspection_id, Step.NONE, chosen, said)


def test_when_all_is_done_the_empty_places_say_so(at_example: Person, tmp_path: Path) -> None:
    [inspection_id] = make_vault(tmp_path / "new", beginning())
    enter(at_example, tmp_path / "new", inspection_id)
    at_example.window.hub.act(partial(_none_exist, inspection_id))
    for each in view_of(at_example).schedule.milestones:
        if not each.done:
            at_example.window.hub.act(partial(_mark_done, inspection_id, each.key))
    at_example.settle()
    words = at_example.words()
    for said in ("Nothing is due today", "Nothing overdue", "Nothing is left to come.", "All sent"):
        assert said in words
    assert set(_names(at_example)) <= {WRONG}


@pytest.mark.parametrize("name", [NEXT, TODAY])
def test_enter_leads_to_the_timetable_and_back_to_the_same_row(
    at_example: Person, name: str
) -> None:
    if name == TODAY:
        _on_friday(at_example)
    table = at_example.table(name)
    table.setFocus()
    at_example.press(Key.Key_Down)
    key = table.current_key
    assert key == _keys(table)[1]
    at_example.press(Key.Key_Return)
    page = at_example.inside.page
    assert isinstance(page, TimetablePage)
    assert page.chosen == key
    at_example.press(Key.Key_Left, Held.AltModifier)
    assert at_example.inside.place == "today"
    assert QApplication.focusWidget() is table
    assert table.current_key == key


def test_a_double_click_leads_on_too(at_example: Person) -> None:
    table = at_example.table(NEXT)
    at = table.visualRect(table.model().index(2, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    at_example.settle()
    assert at_example.inside.place == "timetable"
    assert getattr(at_example.inside.page, "chosen", "") == "joint-evaluations"


def test_each_thing_that_looks_wrong_leads_where_it_is_mended(at_example: Person) -> None:
    facts = page_of(at_example)._facts
    assert facts is not None
    at_example.click(f"Show all {len(facts.remarks)}")
    built = [(place, each) for place, each in enumerate(facts.remarks) if each.place == "people"]
    assert len(built) == 3
    for place, remark in built:
        table = at_example.table(WRONG)
        table.setFocus()
        table.choose(str(place))
        at_example.press(Key.Key_Return)
        assert at_example.inside.place == remark.place == "people"
        page = at_example.inside.page
        assert isinstance(page, PeoplePage)
        assert page.owners.place[0] == remark.target
        at_example.do(Do.BACK)


def test_a_time_to_agree_leads_to_the_timetable(at_example: Person, tmp_path: Path) -> None:
    [made] = make_vault(
        tmp_path / "friday", beginning(notified=datetime(2026, 11, 6, 9, tzinfo=LONDON))
    )
    enter(at_example, tmp_path / "friday", made)
    rows = at_example.table(WRONG).rows
    assert rows[0].spoken.startswith("Warning: ")
    assert ": to agree" in rows[0].spoken
    at_example.table(WRONG).row_activated.emit("0")
    at_example.settle()
    assert at_example.inside.place == "timetable"


def test_more_than_six_remarks_wait_behind_a_link(at_example: Person, tmp_path: Path) -> None:
    [made] = make_vault(tmp_path / "empty", beginning())
    enter(at_example, tmp_path / "empty", made)
    facts = page_of(at_example)._facts
    assert facts is not None
    number = len(facts.remarks)
    assert number > 6
    assert len(at_example.table(WRONG).rows) == 6
    at_example.click(f"Show all {number}")
    assert len(at_example.table(WRONG).rows) == number
    at_example.click("Show fewer")
    assert len(at_example.table(WRONG).rows) == 6


def test_sixty_overdue_milestones_show_the_five_longest(at_example: Person) -> None:
    view, page = view_of(at_example), page_of(at_example)
    facts = facts_at(view, NOW + timedelta(days=20), with_many_overdue(view, 60))
    page.show_facts(facts)
    at_example.settle()
    assert _keys(at_example.table(OVERDUE)) == [each.key for each in facts.day.overdue[:5]]
    assert [each.key for each in facts.day.overdue[:2]] == ["late-59", "late-58"]
    assert "60" in at_example.words().splitlines()
    assert _in_sight(at_example, at_example.table(OVERDUE))
    page._all_overdue = True
    page.show_facts(facts)
    at_example.settle()
    assert len(at_example.table(OVERDUE).rows) == 60
    assert at_example.button("Show fewer").isVisible()


def test_show_all_shows_all_overdue(at_example: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    view, page = view_of(at_example), page_of(at_example)
    facts = facts_at(view, NOW + timedelta(days=20), with_many_overdue(view, 7))
    monkeypatch.setattr(page, "read", lambda _workspace: facts)
    page.refresh()
    at_example.settle()
    links = [each for each in at_example.seen(LinkButton) if each.text() == "Show all 7"]
    assert len(links) == 1
    links[0].setFocus()
    at_example.press(Key.Key_Return)
    assert len(at_example.table(OVERDUE).rows) == 7
    assert all("late" in row for row in spoken(at_example.table(OVERDUE)))


def _in_sight(person: Person, table: RowTable) -> bool:
    window = person.window
    at = table.mapTo(window, QPoint(0, 0))
    return window.rect().contains(QRect(at, table.size()))


def test_five_overdue_and_two_due_today_need_no_scrolling(at_example: Person) -> None:
    view, page = view_of(at_example), page_of(at_example)
    late = with_many_overdue(view, 5)
    both = replace(late, milestones=(*late.milestones, *view.schedule.milestones[6:]))
    page.show_facts(facts_at(view, NOW, both))
    at_example.settle()
    for name in (NEXT, OVERDUE, TODAY, TASKS, WRONG):
        assert _in_sight(at_example, at_example.table(name)), name


@pytest.mark.parametrize("noted", [True, False])
def test_every_day_around_an_inspection_can_be_shown(
    at_example: Person, tmp_path: Path, *, noted: bool
) -> None:
    if not noted:
        [made] = make_vault(tmp_path / "empty", beginning())
        enter(at_example, tmp_path / "empty", made)
    view, page = view_of(at_example), page_of(at_example)
    for days in range(-15, 30):
        now = NOW + timedelta(days=days)
        facts = facts_at(view, now)
        page.show_facts(facts)
        day = facts.day
        ahead = (*day.due_today, *day.due_next, *day.later)
        soon = [each.key for each in ahead if each.due.deadline(view.schedule.close) >= now]
        assert _keys(page._next.table) == soon[:5]
        assert not any("0 min" in row.spoken.split(", ") for row in page._next.table.rows)
        assert _keys(page._overdue.table) == [each.key for each in day.overdue[:5]]
        assert _keys(page._due_today.table) == [each.key for each in day.due_today]


def test_the_inspectors_are_awaited_not_late(at_example: Person) -> None:
    view, page = view_of(at_example), page_of(at_example)
    page.show_facts(facts_at(view, NOW + timedelta(days=5)))
    at_example.settle()
    row = next(row for row in at_example.table(TODAY).rows if row.key == "cqc-request")
    assert row.spoken == ("Awaited, CQC asks for documents, Fri 13, inspectors’, Happened")
    assert "cqc-request" not in _keys(at_example.table(OVERDUE))


def test_a_day_of_the_strip_leads_to_its_first_milestone(at_example: Person) -> None:
    [strip] = at_example.seen(FortnightStrip)
    strip.setFocus()
    at_example.press(Key.Key_Right)
    at_example.press(Key.Key_Right)
    at_example.press(Key.Key_Return)
    assert at_example.inside.place == "timetable"
    assert getattr(at_example.inside.page, "chosen", "") == "joint-evaluations"


def test_the_filled_button_leads_to_the_checklist(at_example: Person) -> None:
    at_example.click("Print today’s checklist")
    assert at_example.inside.place == "papers"


def test_the_page_follows_the_clock_and_the_settings(at_example: Person) -> None:
    hub, later = at_example.window.hub, NOW + timedelta(minutes=1)

    def a_minute_later(workspace: Workspace) -> None:
        workspace.clock = standing_clock(later)

    hub.read(a_minute_later, lambda _none: at_example.inside.tick())
    at_example.settle()
    assert spoken(at_example.table(NEXT))[0].startswith("Today, end of day, 6 h 19 min")

    def close_at_six(workspace: Workspace) -> Changes:
        return council.change(workspace, replace(council.load(workspace), close=time(18)))

    hub.act(close_at_six)
    at_example.settle()
    assert spoken(at_example.table(NEXT))[0].startswith("Today, end of day, 7 h 19 min")


def test_the_milestone_of_the_conversations_says_how_many_are_confirmed(
    at_example: Person,
) -> None:
    (row,) = [each for each in at_example.table(NEXT).rows if each.key == FRIDAY[0]]
    assert (row.cells[3].text, row.cells[3].meter) == ("3 of 8 confirmed", (3, 8))


def test_what_takes_place_today_stands_at_the_right(at_example: Person) -> None:
    table = at_example.table("Meetings today")
    assert [row.said for row in table.rows] == [
        "09:30–09:50, Partners’ daily call, over",
        "13:00–13:30, Document check, Police and CCG, Room 2",
        "16:00–16:30, Last check before sending, call",
    ]
    assert [row.cells[0].bold for row in table.rows] == [False, True, True]


def test_a_restore_is_told_until_it_is_put_away(at_example: Person) -> None:
    page, view = page_of(at_example), view_of(at_example)
    told = Restored(datetime(2026, 11, 9, 18, 5, tzinfo=LONDON), can_go_back=True)
    page.show_facts(replace(facts_at(view, NOW), restored=told))
    assert "Restored from the backup of Mon 9 Nov 2026, 18:05." in at_example.words()
    at_example.click(AWAY)
    assert "Restored" not in at_example.words()
    page.show_facts(replace(facts_at(view, NOW), restored=replace(told, can_go_back=False)))
    at_example.click(BACKUPS)
    assert at_example.inside.place == "vault"


def test_open_flags_stand_on_top_and_lead_to_the_child(at_example: Person) -> None:
    page, view = page_of(at_example), view_of(at_example)
    facts = facts_at(view, NOW)
    flag = replace(view.flags[0], confirmed=None, closed=None)
    day = replace(facts.day, flags=(flag,), contacts=view.contacts)
    page.show_facts(replace(facts, day=day))
    at_example.settle()
    table = at_example.table("Act now")
    (said,) = spoken(table)
    assert said == (
        "Act now: Child F, Return home interview tells of an unsafe address: check tonight,"
        " Police lead, public protection, raised Fri 6, 15:02"
    )
    assert table.mapTo(page, table.rect().topLeft()).y() < page.height() // 4
    table.row_activated.emit(flag.id)
    at_example.settle()
    assert at_example.inside.place == "children"
