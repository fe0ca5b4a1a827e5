"""What holds for every plan, whatever the dates."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from jtai_desktop.domain.milestones import (
    Actor,
    Agreed,
    Anchor,
    MilestoneNotes,
    MilestoneRule,
    SetByHand,
)
from jtai_desktop.domain.moments import LONDON, Moment, end_of_day, london
from jtai_desktop.domain.redating import compare
from jtai_desktop.domain.schedule import Schedule, plan, week_one
from jtai_desktop.domain.working_days import WorkingDays, days_between
from tests.domain.rules import BANK_HOLIDAYS, HARD_RULES, RULES

FIRST, LAST = date(2019, 1, 1), date(2022, 12, 31)
days = st.dates(FIRST, LAST)
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
moments = st.builds(datetime.combine, days, clocks)
closes = st.sampled_from([time(17), time(16, 30), time(12), time(18), time(0)])
rule_sets = st.sampled_from([RULES, HARD_RULES])


@st.composite
def plans(draw: st.DrawFn) -> Schedule:
    """A plan from any notification, with closures about it and perhaps a typed start."""
    notified = draw(moments)
    start = notified.date()
    closed = draw(st.sets(st.integers(-5, 40), max_size=12))
    calendar = WorkingDays(
        bank_holidays=BANK_HOLIDAYS,
        closures={start + timedelta(days=ahead): "" for ahead in closed},
        worked=frozenset(draw(st.sets(st.sampled_from(sorted(BANK_HOLIDAYS)), max_size=3))),
    )
    ahead = draw(st.none() | st.integers(1, 60))
    fieldwork = None if ahead is None else start + timedelta(days=ahead)
    rules = draw(rule_sets)
    return plan(rules, notified, calendar, fieldwork=fieldwork, close=draw(closes))


@given(plans())
def test_ours_are_on_working_days_and_not_before_the_notification(schedule: Schedule) -> None:
    for each in schedule.partnership:
        assert schedule.calendar.works(each.computed.day), each.key
        assert each.computed.deadline(schedule.close) >= schedule.notified, each.key


@given(plans())
def test_the_dates_of_ours_keep_their_order(schedule: Schedule) -> None:
    found = [each.computed.day for each in schedule.partnership]
    assert found == sorted(found)


@given(plans())
def test_what_may_have_shifted_is_marked_with_the_unmoved_time(schedule: Schedule) -> None:
    for each in schedule.milestones:
        monday = week_one(schedule.fieldwork_start) + timedelta(weeks=each.rule.week - 1)
        weekday_reading = monday + timedelta(days=each.rule.weekday)
        counted = schedule.calendar.add(schedule.notified.date(), each.rule.ordinary_day)
        differ = not weekday_reading == counted == each.computed.day
        if differ:
            assert each.to_agree, each.key
        if each.to_agree:
            assert each.to_agree.unmoved == Moment(weekday_reading, each.rule.hour, each.rule.time)
            assert each.to_agree.reason
            assert differ or each.computed != each.to_agree.unmoved


@given(plans())
def test_the_inspectors_own_stay_where_they_are(schedule: Schedule) -> None:
    for each in schedule.milestones:
        if each.rule.actor is Actor.INSPECTORS and each.rule.anchor is Anchor.WEEKDAY:
            monday = week_one(schedule.fieldwork_start) + timedelta(weeks=each.rule.week - 1)
            assert each.computed.day == monday + timedelta(days=each.rule.weekday)
            assert (each.computed.hour, each.computed.clock) == (each.rule.hour, each.rule.time)
            assert not each.at_once


@given(plans())
def test_at_once_is_what_was_past_and_only_ours(schedule: Schedule) -> None:
    for each in schedule.milestones:
        if each.at_once:
            assert each.rule.actor is Actor.PARTNERSHIP
            assert each.computed == end_of_day(each.computed.day)
            assert each.to_agree


@given(moments, closes)
def test_fieldwork_is_ten_working_days_on(notified: datetime, close: time) -> None:
    schedule = plan(RULES, notified, WorkingDays(BANK_HOLIDAYS), close=close)
    passed = [
        day
        for day in days_between(notified.date(), schedule.fieldwork_start)
        if day.weekday() < 5 and day not in BANK_HOLIDAYS
    ]
    assert len(passed) == schedule.working_days_to_fieldwork == 10
    assert passed[-1] == schedule.fieldwork_start


@given(days, st.times(max_value=time(16, 59)))
def test_without_holidays_a_monday_gives_the_named_weekdays(day: date, clock: time) -> None:
    monday = day - timedelta(days=day.weekday())
    schedule = plan(RULES, datetime.combine(monday, clock), WorkingDays())
    assert schedule.warnings == ()
    for each in schedule.milestones:
        named = monday + timedelta(weeks=each.rule.week - 1, days=each.rule.weekday)
        assert each.computed.day == named
        assert each.to_agree is None
        if each.rule.anchor is not Anchor.NOTIFICATION:
            assert each.computed == Moment(named, each.rule.hour, each.rule.time)


@given(moments, rule_sets)
def test_a_plan_is_the_same_each_time(notified: datetime, rules: Sequence[MilestoneRule]) -> None:
    calendar = WorkingDays(BANK_HOLIDAYS)
    assert plan(rules, notified, calendar) == plan(rules, notified, calendar)


@given(moments)
def test_the_zone_in_which_a_time_is_told_does_not_matter(notified: datetime) -> None:
    told = london(notified)
    assume(told.astimezone(LONDON).replace(tzinfo=None) == notified)
    elsewhere = datetime.fromisoformat(told.isoformat())
    calendar = WorkingDays(BANK_HOLIDAYS)
    assert plan(RULES, elsewhere, calendar) == plan(RULES, notified, calendar)


@st.composite
def settings_by_hand(draw: st.DrawFn) -> dict[str, MilestoneNotes]:
    """Some milestones set by hand, some agreed, some both."""
    notes = {}
    for key in draw(st.sets(st.sampled_from([rule.key for rule in RULES]), max_size=5)):
        by_hand = SetByHand(end_of_day(draw(days)), "asked for") if draw(st.booleans()) else None
        agreed = Agreed(end_of_day(draw(days)), "Lead inspector", draw(moments))
        notes[key] = MilestoneNotes(
            key, set_by_hand=by_hand, agreed=None if by_hand and draw(st.booleans()) else agreed
        )
    return notes


@given(moments, moments, settings_by_hand())
@example(datetime(2019, 11, 4, 9), datetime(2019, 11, 4, 9), {})  # noqa: DTZ001 - London's
def test_dating_anew_keeps_what_was_set_by_hand_and_moves_the_rest(
    first: datetime, second: datetime, notes: dict[str, MilestoneNotes]
) -> None:
    calendar = WorkingDays(BANK_HOLIDAYS)
    old, new = (plan(RULES, when, calendar, notes=notes) for when in (first, second))
    unnoted = plan(RULES, second, calendar)
    shifts = {shift.key: shift for shift in compare(old, new)}
    assert list(shifts) == [rule.key for rule in RULES]
    for key, shift in shifts.items():
        assert shift.kept == (key in notes)
        assert shift.new == (shift.old if key in notes else unnoted.milestone(key).computed)
        assert new.milestone(key).computed == unnoted.milestone(key).computed
        assert shift.moves == (shift.old != shift.new)


@pytest.mark.parametrize("rules", [RULES, HARD_RULES])
def test_the_rules_of_these_tests_are_in_order(rules: Sequence[MilestoneRule]) -> None:
    found = [rule.ordinary_day for rule in rules]
    assert found == sorted(found)
