"""How milestones stand at a given time."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain import standing
from jtai_desktop.domain.milestones import Actor, Agreed, Done, MilestoneNotes, SetByHand
from jtai_desktop.domain.moments import CLOSE_OF_BUSINESS, LONDON, Hour, Moment, end_of_day
from jtai_desktop.domain.schedule import Planned, Schedule
from jtai_desktop.domain.standing import Mark, State
from tests.domain.rules import RULES, planned

ORDINARY = planned("2026-11-02")
CLOSED = planned("2026-11-02", closures=[date(2026, 11, 5)])
NOTED = Done(datetime(2026, 11, 5, 8, 41, tzinfo=LONDON), "Coordinator")


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def _state(key: str, now: str) -> State:
    return standing.state(ORDINARY.milestone(key), _at(now), CLOSE_OF_BUSINESS)


@pytest.mark.parametrize(
    ("key", "now", "state"),
    [
        ("lists-6-7-8", "2026-11-04T23:59", State.TO_COME),
        ("lists-6-7-8", "2026-11-05T00:00", State.DUE_TODAY),
        ("lists-6-7-8", "2026-11-05T09:00", State.DUE_TODAY),
        ("lists-6-7-8", "2026-11-05T09:01", State.LATE),
        ("context-note", "2026-11-05T09:01", State.LAPSED),
        ("meetings", "2026-11-05T17:00", State.DUE_TODAY),
        ("meetings", "2026-11-05T17:01", State.LATE),
        ("printed-documents", "2026-11-16T23:59", State.DUE_TODAY),
        ("printed-documents", "2026-11-17T00:01", State.LATE),
        ("selection", "2026-11-06T09:00", State.AWAITED),
        ("selection", "2026-12-06T09:00", State.AWAITED),
        ("notification", "2026-11-02T09:00", State.HAPPENED),
        ("notification", "2026-11-02T08:59", State.AWAITED),
    ],
)
def test_states(key: str, now: str, state: State) -> None:
    assert _state(key, now) is state


def test_states_once_noted() -> None:
    for each in ORDINARY.milestones:
        noted = replace(each, notes=MilestoneNotes(each.key, done=NOTED))
        found = standing.state(noted, _at("2026-12-01T09:00"), CLOSE_OF_BUSINESS)
        ours = each.rule.actor is Actor.PARTNERSHIP
        assert found is (State.DONE if ours else State.HAPPENED)


def test_another_close_of_business_is_late_earlier() -> None:
    meetings = ORDINARY.milestone("meetings")
    now = _at("2026-11-05T16:31")
    assert standing.state(meetings, now, time(16, 30)) is State.LATE
    assert standing.state(meetings, now, CLOSE_OF_BUSINESS) is State.DUE_TODAY


def test_a_time_of_another_zone_or_none_counts_in_london() -> None:
    lists = planned("2026-07-06").milestone("lists-6-7-8")  # Thu 9 July, 09:00 in summer time
    late = datetime(2026, 7, 9, 8, 1, tzinfo=UTC)
    assert standing.state(lists, late, CLOSE_OF_BUSINESS) is State.LATE
    assert standing.state(lists, late.replace(tzinfo=None), CLOSE_OF_BUSINESS) is State.DUE_TODAY


@given(st.datetimes(datetime(2026, 10, 1), datetime(2027, 2, 1)), st.booleans())  # noqa: DTZ001 - London's
def test_only_ours_can_be_late(now: datetime, closed: bool) -> None:
    for each in (CLOSED if closed else ORDINARY).milestones:
        found = standing.state(each, now, CLOSE_OF_BUSINESS)
        if each.rule.actor is Actor.INSPECTORS:
            assert found in {State.AWAITED, State.HAPPENED}
        else:
            assert (found is State.LATE) <= (not each.rule.optional)
            assert found not in {State.AWAITED, State.HAPPENED}


def _noted(key: str, notes: MilestoneNotes, schedule: Schedule = CLOSED) -> Planned:
    return replace(schedule.milestone(key), notes=notes)


def test_marks() -> None:
    assert standing.marks(ORDINARY.milestone("lists-6-7-8")) == ()
    assert standing.marks(ORDINARY.milestone("lists-1-3-4-5")) == (Mark.ASSUMED,)
    assert standing.marks(CLOSED.milestone("lists-1-3-4-5")) == (
        Mark.ASSUMED,
        Mark.MOVED,
        Mark.TO_AGREE,
    )
    assert standing.marks(CLOSED.milestone("selection")) == (Mark.TO_AGREE,)
    assert Mark.MOVED in standing.marks(planned("2026-11-05").milestone("lists-6-7-8"))


def test_setting_by_hand_leaves_the_mark_and_agreeing_closes_it() -> None:
    moment = Moment(date(2026, 11, 6), Hour.AT, time(12))
    by_hand = _noted("lists-6-7-8", MilestoneNotes("", set_by_hand=SetByHand(moment, "asked")))
    assert standing.marks(by_hand) == (Mark.SET_BY_HAND, Mark.MOVED, Mark.TO_AGREE)
    assert (by_hand.due, by_hand.computed.day) == (moment, date(2026, 11, 4))
    agreed = _noted(
        "lists-6-7-8",
        MilestoneNotes("", agreed=Agreed(moment, "Lead inspector", NOTED.when)),
    )
    assert standing.marks(agreed) == (Mark.MOVED,)
    assert (agreed.due, agreed.open_to_agree) == (moment, None)
    assert agreed.to_agree
    assert agreed.to_agree.unmoved.day == date(2026, 11, 5)


def test_time_left_and_lateness() -> None:
    now = _at("2026-11-10T10:40")
    documents = ORDINARY.milestone("case-documents")
    assert standing.time_left(documents, ORDINARY, now) == "6 h 20 min"
    assert standing.time_left(ORDINARY.milestone("fieldwork"), ORDINARY, now) == "4 working days"
    far_off = _at("2026-11-05T16:40")
    assert standing.time_left(documents, ORDINARY, far_off) == "3 working days"
    assert standing.days_left(ORDINARY, documents, now) == "today"
    assert standing.days_left(ORDINARY, ORDINARY.milestone("meetings"), now) == "past"
    late = _at("2026-11-11T15:40")
    assert standing.lateness(documents, late, CLOSE_OF_BUSINESS) == "22 h 40 min late"


def test_time_left_counts_the_hour_that_the_clocks_give_back() -> None:
    schedule = planned("2026-10-19")  # documents are due Tue 27 Oct, the clocks change on Sun 25
    now = _at("2026-10-23T17:00")
    documents = schedule.milestone("case-documents")
    assert standing.time_left(documents, schedule, now) == "97 h"
    assert standing.time_left(documents, schedule, now.astimezone(UTC)) == "97 h"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-01T12:00", "Not yet notified"),
        ("2026-11-02T08:00", "10 working days to go"),
        ("2026-11-10T10:40", "4 working days to go"),
        ("2026-11-13T10:40", "1 working day to go"),
        ("2026-11-15T10:40", "1 working day to go"),
        ("2026-11-16T00:00", "Fieldwork, day 1"),
        ("2026-11-20T23:00", "Fieldwork, day 5"),
        ("2026-11-21T00:00", "Fieldwork is over"),
    ],
)
def test_countdown(now: str, said: str) -> None:
    assert standing.countdown(ORDINARY, _at(now)) == said


def test_countdown_over_a_holiday_in_the_fieldwork_week() -> None:
    easter = planned("2019-04-04", fieldwork=date(2019, 4, 18))  # Thursday before Good Friday
    said = [standing.countdown(easter, _at(f"2019-04-{day}T09:00")) for day in (17, 18, 19, 20)]
    assert said == [
        "1 working day to go",
        "Fieldwork, day 1",
        "Fieldwork week",
        "Fieldwork is over",
    ]


def test_countdown_of_fieldwork_that_begins_on_a_bank_holiday_or_a_weekend() -> None:
    monday = planned("2019-04-08", fieldwork=date(2019, 4, 22))
    assert standing.countdown(monday, _at("2019-04-22T09:00")) == "Fieldwork week"
    assert standing.countdown(monday, _at("2019-04-23T09:00")) == "Fieldwork, day 1"
    saturday = planned("2019-11-04", fieldwork=date(2019, 11, 16))
    assert standing.countdown(saturday, _at("2019-11-16T09:00")) == "Fieldwork week"
    assert standing.countdown(saturday, _at("2019-11-17T09:00")) == "Fieldwork is over"


def test_days_to_fieldwork_run_on_below_zero() -> None:
    found = [
        standing.days_to_fieldwork(ORDINARY, _at("2026-11-02T09:00") + timedelta(days=ahead))
        for ahead in (0, 14, 15)
    ]
    assert found == [10, 0, -1]


def test_end_of_day_is_due_till_the_close_of_its_own_day() -> None:
    assert end_of_day(date(2026, 11, 5)).deadline() == _at("2026-11-05T17:00")
    assert len(ORDINARY.milestones) == len(RULES)
