"""One milestone in full, what is typed about it, and the words of the page's head."""

from datetime import date, datetime, time

import pytest

from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.domain.milestones import Agreed, MilestoneNotes
from jtai_desktop.domain.moments import LONDON, Hour, Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.ui.pages.timetable.details import chips_of, facts_of, heading_of, history_of
from jtai_desktop.ui.pages.timetable.facts import Timetable
from jtai_desktop.ui.pages.timetable.legend import signs_of
from jtai_desktop.ui.pages.timetable.typed import moment_typed, when_typed
from jtai_desktop.ui.pages.timetable.words import fact_of, warning_of
from tests.ui.pages.timetable.timetables import (
    NOW,
    by_hand,
    done,
    midday,
    november,
    owner_of,
    planned,
    timetable,
)


def facts(shown: Timetable, key: str) -> dict[str, str]:
    return {fact.label: fact.text for fact in facts_of(shown, planned(shown, key))}


def test_the_facts_of_one_set_by_hand() -> None:
    shown = timetable(
        by_hand("joint-evaluations", midday(12)), owned=(owner_of("joint-evaluations"),)
    )
    assert facts(shown, "joint-evaluations") == {
        "Due": "Thu 12, 12:00",
        "Left": "2 working days",
        "Reason": "Asked for midday",
        "Worked out": "Thu 12, end of day",
        "By days": "Thu 12 Nov is working day 8: Mon 2 Nov is day 0",
        "Who acts": "Local agencies",
        "Owner": "Quality lead",
        "Deputy": "Nobody named",
    }


def test_the_facts_of_one_that_is_done() -> None:
    found = facts(timetable(done("meetings", november(5, 16, 20), "Sent 16:20")), "meetings")
    assert found["Done"] == "Thu 5 Nov 2026, 16:20"
    assert found["Noted by"] == "Inspection coordinator"
    assert found["Note"] == "Sent 16:20"
    assert "Left" not in found


def test_the_inspectors_have_no_owner_and_are_never_late() -> None:
    found = facts(timetable(done("selection", november(6, 10, 5))), "selection")
    assert found["Happened"] == "Fri 6 Nov 2026, 10:05"
    assert not {"Owner", "Deputy", "Left"} & set(found)


def test_what_was_agreed_is_told_with_the_unmoved_time() -> None:
    agreed = Agreed(midday(6), "Lead inspector", november(2, 11), "by phone")
    noted = MilestoneNotes("lists-6-7-8", agreed=agreed)
    found = facts(timetable(noted, closed={date(2026, 11, 5): "Staff day"}), "lists-6-7-8")
    assert found["Unmoved"] == "Thu 5, 09:00"
    assert found["Agreed"] == "Fri 6, 12:00, Lead inspector"
    assert found["Agreed on"] == "Mon 2 Nov 2026, 11:00"
    assert found["Note"] == "by phone"
    assert found["By days"] == (
        "Fri 6 Nov is working day 3: Mon 2 Nov is day 0; Thu 5 Nov skipped, closure, Staff day"
    )


def test_time_left_is_by_the_clock_today_and_tomorrow() -> None:
    assert facts(timetable(), "case-documents")["Left"] == "6 h 20 min"
    assert facts(timetable(now=november(9, 12)), "case-documents")["Left"] == "29 h"
    assert facts(timetable(now=november(13, 9)), "printed-documents")["Left"] == "1 working day"


def test_a_late_one_says_how_late_on_its_chip() -> None:
    shown = timetable(now=november(11, 9))
    assert [look.word for look in chips_of(shown, planned(shown, "case-documents"))] == [
        "16 h late"
    ]


def test_the_chips_are_state_and_marks() -> None:
    shown = timetable(by_hand("lists-1-3-4-5", midday(6)), closed={date(2026, 11, 5): ""})
    looks = chips_of(shown, planned(shown, "lists-1-3-4-5"))
    assert [look.word for look in looks][1:] == ["set by hand", "assumed", "moved", "to agree"]


def test_the_heading_says_whose_it_is() -> None:
    shown = timetable()
    assert heading_of(planned(shown, "meetings")) == "The partnership’s · ¶40"
    assert heading_of(planned(shown, "selection")) == "The inspectors’ · ¶37"


def test_history_does_not_repeat_the_title() -> None:
    shown = timetable()
    one = planned(shown, "meetings")
    summary = f"{one.rule.title}: done"
    for_another = ("Police lead", "Quality lead", "undo", f"Undone: {summary}")
    told = (
        HistoryLine(3, november(10, 9, 5), *for_another),
        HistoryLine(2, november(5, 16, 20), "Police lead", "", "milestone.done", summary),
    )
    assert [(fact.label, fact.text) for fact in history_of(shown, one, told)] == [
        ("Today 09:05", "Undone: done\nPolice lead for Quality lead"),
        ("Thu 5, 16:20", "Done\nPolice lead"),
    ]


def test_a_moment_is_read_from_day_and_hour() -> None:
    day = date(2026, 11, 12)
    assert moment_typed("Thu 12 Nov 2026", Hour.AT, "12:00") == Moment(day, Hour.AT, time(12))
    assert moment_typed("12/11/2026", Hour.END_OF_DAY, "nonsense") == Moment(day, Hour.END_OF_DAY)


@pytest.mark.parametrize(
    ("day", "clock", "place"),
    [("31 Nov 2026", "12:00", "Day"), ("12 Nov 2026", "midday", "Time"), ("", "", "Day")],
)
def test_what_cannot_be_read_names_its_field(day: str, clock: str, place: str) -> None:
    with pytest.raises(Refused) as refused:
        moment_typed(day, Hour.AT, clock)
    assert refused.value.problem.place == place


def test_nothing_typed_is_now_and_an_hour_alone_is_todays() -> None:
    assert when_typed(" ", NOW) is None
    assert when_typed("08:41", NOW) == november(10, 8, 41)
    assert when_typed("5 Nov 2026, 08:41", NOW) == november(5, 8, 41)
    with pytest.raises(Refused) as refused:
        when_typed("soon", NOW)
    assert refused.value.problem.place == "When"


def test_the_head_says_which_months() -> None:
    assert fact_of(timetable()) == "November 2026, weeks one and two"
    october = timetable(notified=datetime(2026, 10, 26, 9, tzinfo=LONDON))
    assert fact_of(october) == "October and November 2026, weeks one and two"
    december = timetable(notified=datetime(2026, 12, 28, 9, tzinfo=LONDON))
    assert fact_of(december) == "December 2026 and January 2027, weeks one and two"


def test_the_head_says_what_is_unusual_about_the_dates() -> None:
    assert warning_of(timetable()) == ""
    assert "is not a Monday" in warning_of(
        timetable(notified=datetime(2026, 11, 3, 9, tzinfo=LONDON))
    )


def test_the_legend_counts_what_is_moved_and_to_agree() -> None:
    assert [sign.word for sign in signs_of(timetable())][3] == "moved: none"
    signs = [sign.word for sign in signs_of(timetable(closed={date(2026, 11, 5): ""}))]
    assert signs[3:5] == ["6 moved", "13 to agree"]
