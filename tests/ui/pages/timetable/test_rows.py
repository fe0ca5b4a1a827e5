"""The milestones as rows: state, words, notes, the order of time and the now-line."""

from datetime import date

import pytest

from jtai_desktop.domain.milestones import Agreed, MilestoneNotes
from jtai_desktop.domain.moments import Moment
from jtai_desktop.ui.kit.cells import Cell, Row
from jtai_desktop.ui.pages.timetable.facts import Timetable
from jtai_desktop.ui.pages.timetable.rows import COLUMNS, first_open, now_line, rows_of
from tests.ui.pages.timetable.timetables import (
    by_hand,
    done,
    midday,
    november,
    owner_of,
    timetable,
)

CLOSED = {date(2026, 11, 5): "Staff day"}


def row(shown: Timetable, key: str) -> Row:
    return next(each for each in rows_of(shown) if each.key == key)


def cell(shown: Timetable, key: str, column: str) -> Cell:
    place = [each.key for each in COLUMNS].index(column)
    return row(shown, key).cells[place]


def note(shown: Timetable, key: str) -> Cell:
    return cell(shown, key, "note")


def test_there_is_a_row_for_each_milestone_in_the_order_of_time() -> None:
    shown = timetable(by_hand("joint-evaluations", midday(3)))
    keys = [each.key for each in rows_of(shown)]
    assert len(keys) == len(set(keys)) == 14
    assert keys[:2] == ["notification", "joint-evaluations"]
    assert keys[-2:] == ["printed-documents", "fieldwork"]


def test_what_has_no_hour_stands_before_the_end_of_its_day() -> None:
    keys = [each.key for each in rows_of(timetable())]
    assert keys.index("cqc-request") == keys.index("engagement-confirmed") - 1


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("notification", "Happened"),
        ("lists-6-7-8", "Late"),
        ("context-note", "Lapsed"),
        ("meetings", "Done"),
        ("selection", "Awaited"),
        ("case-documents", "Due today"),
        ("joint-evaluations", "To come"),
    ],
)
def test_every_state_has_its_word(key: str, word: str) -> None:
    state = cell(timetable(done("meetings", november(5, 16))), key, "state").state
    assert state is not None
    assert state.word == word


def test_optional_and_on_request_are_said_in_words() -> None:
    shown = timetable()
    assert cell(shown, "context-note", "what").text == "Note on local context (optional)"
    assert cell(shown, "selection-call", "what").text == "Call to confirm the cases (on request)"


@pytest.mark.parametrize(
    ("key", "due"),
    [
        ("lists-6-7-8", "Thu 5, 09:00"),
        ("meetings", "Thu 5, end of day"),
        ("selection-call", "Fri 6, before 12:00"),
        ("cqc-request", "Fri 13"),
    ],
)
def test_due_is_said_as_inside_the_fortnight(key: str, due: str) -> None:
    assert cell(timetable(), key, "due").text == due


def test_a_day_outside_the_three_weeks_has_its_month_and_year() -> None:
    far = by_hand("printed-documents", Moment(date(2026, 12, 1)))
    assert cell(timetable(far), "printed-documents", "due").text == "Tue 1 Dec 2026"


def test_set_by_hand_shows_reason_and_worked_out_time_with_the_way_back() -> None:
    shown = timetable(
        by_hand("joint-evaluations", midday(12), "Lead inspector asked"),
        owned=(owner_of("joint-evaluations"),),
    )
    found = note(shown, "joint-evaluations")
    assert (found.icon, found.text) == ("pen", "Set by hand: Lead inspector asked")
    assert found.second == "Worked out: Thu 12, end of day. No deputy"
    assert found.link == "Bring back"
    assert cell(shown, "joint-evaluations", "due").bold
    assert row(shown, "joint-evaluations").two_lines


def test_to_agree_shows_the_reason_and_the_unmoved_time() -> None:
    found = note(timetable(closed=CLOSED), "lists-6-7-8")
    assert found.icon == "triangle"
    assert found.text.startswith("To agree: Thu 5 Nov is not a working day (closure, Staff day)")
    assert found.second.startswith("Unmoved: Thu 5, 09:00")
    assert found.link == "Record what was agreed"


def test_what_is_set_by_hand_and_to_agree_says_both() -> None:
    found = note(timetable(by_hand("lists-6-7-8", midday(4)), closed=CLOSED), "lists-6-7-8")
    assert found.icon == "pen"
    assert found.mark is not None
    assert found.mark.word == "to agree"


def test_once_agreed_it_is_no_longer_to_agree() -> None:
    agreed = Agreed(midday(6), "Lead inspector", november(2, 11), "by phone")
    shown = timetable(MilestoneNotes("lists-6-7-8", agreed=agreed), closed=CLOSED)
    found = note(shown, "lists-6-7-8")
    assert (found.icon, found.text, found.link) == ("ring-tick", "Agreed: Lead inspector", "")
    assert found.second.startswith("Worked out: Wed 4, 09:00")
    assert cell(shown, "lists-6-7-8", "due").text == "Fri 6, 12:00"


def test_an_assumed_time_gives_its_reason_and_what_was_noted() -> None:
    found = note(timetable(done("lists-1-3-4-5", november(5, 16), "Sent 16:52")), "lists-1-3-4-5")
    assert found.icon == "waves"
    assert found.text == "Assumed: ¶41 gives no time of its own. Sent 16:52"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("lists-6-7-8", "Sent 08:41"),
        ("meetings", "Done 16:20"),
        ("selection", "Happened Mon 9, 10:05"),
        ("case-documents", "6 h 20 min left. No owner, no deputy"),
        ("area-information", "6 h 20 min left. No deputy"),
        ("context-note", "Not sent; it was optional. No owner, no deputy"),
        ("cqc-request", ""),
    ],
)
def test_one_line_says_what_was_noted_what_presses_and_who_is_missing(key: str, text: str) -> None:
    shown = timetable(
        done("lists-6-7-8", november(5, 8, 41), "Sent 08:41"),
        done("meetings", november(5, 16, 20)),
        done("selection", november(9, 10, 5)),
        owned=(owner_of("area-information"),),
    )
    assert note(shown, key).text == text


def test_a_late_one_says_how_late() -> None:
    assert note(timetable(now=november(6, 9)), "meetings").text.startswith("16 h late")


def test_the_now_line_runs_above_the_first_row_that_is_still_ahead() -> None:
    assert now_line(timetable()) == ("case-documents", "now 10:40")
    assert now_line(timetable(now=november(11, 9, 30))) == ("joint-evaluations", "now 09:30")


def test_there_is_no_now_line_once_all_is_past() -> None:
    assert now_line(timetable(now=november(30, 9))) == ("", "")


def test_one_begins_at_what_has_to_be_met_next() -> None:
    met = [done(key, november(5, 8)) for key in ("lists-6-7-8", "meetings", "lists-1-3-4-5")]
    assert first_open(timetable(*met)) == "case-documents"


def test_each_row_says_state_what_and_until_when() -> None:
    spoken = row(timetable(), "case-documents").spoken
    assert spoken.startswith("Due today, Case-file documents, Tue 10, end of day")
    assert "paragraph 39, 44" in spoken
