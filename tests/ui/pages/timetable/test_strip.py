"""The milestones as the three-week strip."""

from datetime import date, datetime

import pytest

from jtai_desktop.domain.moments import LONDON, Moment
from jtai_desktop.ui.kit.strip_days import DayKind, StripColumn
from jtai_desktop.ui.pages.timetable.facts import Timetable
from jtai_desktop.ui.pages.timetable.strip import weeks_of
from tests.ui.pages.timetable.timetables import (
    by_hand,
    done,
    midday,
    november,
    timetable,
)


def column(shown: Timetable, day: date) -> StripColumn:
    return next(each for each in weeks_of(shown).columns if each.date == day)


def nov(day: int) -> date:
    return date(2026, 11, day)


def words(shown: Timetable, day: int) -> list[tuple[str, list[str]]]:
    groups = column(shown, nov(day)).groups
    return [(group.time, [entry.word for entry in group.entries]) for group in groups]


def keys(shown: Timetable) -> list[str]:
    weeks = weeks_of(shown)
    entries = [
        entry.key for each in weeks.columns for group in each.groups for entry in group.entries
    ]
    return [*entries, *(bar.key for bar in weeks.bars), *weeks.stands_for]


def test_weeks_one_and_two_are_wide_and_week_three_is_narrow() -> None:
    columns = weeks_of(timetable()).columns
    days = [*range(2, 8), *range(9, 15), *range(16, 21)]
    assert [each.date.day for each in columns] == days
    assert [each.date.day for each in columns if each.narrow] == [16, 17, 18, 19, 20]
    assert {each.date.day for each in columns if each.kind is DayKind.WEEKEND} == {7, 14}


def test_what_shares_an_hour_stands_in_one_group_in_the_order_of_time() -> None:
    assert words(timetable(), 6) == [("10:00", ["Selection"]), ("before 12:00", ["Call"])]
    assert words(timetable(), 13) == [("no time set", ["CQC asks"]), ("end of day", ["Talks set"])]
    assert words(timetable(), 10) == [("end of day", ["Case files", "Information"])]


@pytest.mark.parametrize("hour", [4, 10, 12])
def test_each_milestone_is_in_the_strip_once(hour: int) -> None:
    shown = timetable(
        by_hand("joint-evaluations", Moment(date(2026, 12, 9))), now=november(16, hour)
    )
    assert sorted(keys(shown)) == sorted(each.key for each in shown.milestones)


def test_a_done_one_does_not_stand_on_the_ground_of_a_late_one() -> None:
    shown = timetable(done("meetings", november(5, 16)))
    assert words(shown, 5)[-2:] == [("end of day", ["Meetings"]), ("end of day", ["Lists 1, 3–5"])]


def test_a_mark_speaks_for_its_own_entry_only() -> None:
    shown = timetable(by_hand("joint-evaluations", midday(12)))
    (group,) = column(shown, nov(12)).groups
    assert (group.time, [mark.word for mark in group.marks]) == ("12:00", ["set by hand"])


def test_to_agree_is_marked_with_a_triangle() -> None:
    shown = timetable(closed={nov(5): "Staff day"})
    marks = [mark for group in column(shown, nov(4)).groups for mark in group.marks]
    assert {mark.icon for mark in marks} == {"triangle"}


def test_a_closure_is_a_full_column_with_its_name() -> None:
    closed = column(timetable(closed={nov(5): "Staff day"}), nov(5))
    assert (closed.kind, closed.name, closed.narrow) == (
        DayKind.CLOSED,
        "Closure, Staff day",
        False,
    )
    assert not closed.groups


def test_fieldwork_is_one_bar_that_tells_of_what_is_due_on_arrival() -> None:
    weeks = weeks_of(timetable())
    (bar,) = weeks.bars
    assert (weeks.columns[bar.first].date, weeks.columns[bar.last].date) == (nov(16), nov(20))
    assert "Printed papers ready on site" in bar.said
    assert weeks.stands_for == {"printed-documents": "fieldwork"}


def test_what_presses_on_arrival_has_an_entry_of_its_own_under_the_bar() -> None:
    shown = timetable(now=november(16, 9))
    assert weeks_of(shown).stands_for == {}
    assert words(shown, 16) == [("", []), ("", []), ("no time set", ["Printed papers"])]
    assert not column(shown, nov(16)).narrow


def test_now_is_measured_from_nine_to_the_close_of_business() -> None:
    weeks = weeks_of(timetable())
    assert weeks.now is not None
    assert weeks.columns[weeks.now.column].today
    assert (weeks.now.text, round(weeks.now.part, 3)) == ("10:40", 0.208)


def test_on_a_weekend_now_stands_in_its_column() -> None:
    weeks = weeks_of(timetable(now=november(8, 12)))
    assert weeks.now is not None
    assert weeks.columns[weeks.now.column].date == nov(7)
    assert weeks.now.part == 0.75


def test_there_is_no_now_outside_the_three_weeks() -> None:
    assert weeks_of(timetable(now=november(23, 9))).now is None


def test_a_notification_before_week_one_has_its_own_column() -> None:
    friday = datetime(2026, 10, 30, 9, tzinfo=LONDON)
    shown = timetable(notified=friday, fieldwork=nov(16))
    assert [each.date for each in weeks_of(shown).columns][:3] == [
        date(2026, 10, 30),
        date(2026, 10, 31),
        nov(2),
    ]
    assert words(shown, 5)


def test_a_notification_long_before_week_one_brings_no_weeks_between() -> None:
    early = datetime(2026, 9, 1, 9, tzinfo=LONDON)
    columns = weeks_of(timetable(notified=early, fieldwork=nov(16))).columns
    assert [each.date for each in columns][:2] == [date(2026, 9, 1), nov(2)]


def test_fieldwork_may_begin_on_any_day() -> None:
    for day in range(16, 23):
        weeks = weeks_of(timetable(fieldwork=nov(day)))
        assert weeks.bars[0].first <= weeks.bars[0].last < len(weeks.columns)


def test_where_it_is_tight_empty_days_make_room() -> None:
    weeks = weeks_of(timetable(), tight=True)
    narrow = [each.date.day for each in weeks.columns if each.narrow]
    assert narrow == [3, 4, 9, 11, 16, 17, 18, 19, 20]
