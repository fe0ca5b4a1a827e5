"""From the notification date to the plan, beside plans that were worked out by hand."""

from datetime import date, datetime, time

import pytest

from jtai_desktop.domain.milestones import Anchor
from jtai_desktop.domain.moments import Hour
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.schedule import Planned, Schedule, plan
from jtai_desktop.domain.wording import day_month, moment_full
from tests.domain.plans_by_hand import CASES, GROUPS, Case
from tests.domain.rules import HARD_RULES, OURS, RULES, calendar, planned, rule


def _said(one: Planned) -> str:
    ordinary = one.computed.hour is one.rule.hour or one.rule.anchor is Anchor.NOTIFICATION
    return f"{day_month(one.computed.day)}{'*' if one.to_agree else ''}{'' if ordinary else '!'}"


def _days(schedule: Schedule) -> dict[str, list[str]]:
    return {
        name: sorted({_said(schedule.milestone(key)) for key in keys})
        for name, keys in GROUPS.items()
    }


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_plans_worked_out_by_hand(case: Case) -> None:
    schedule = planned(case.notified, fieldwork=case.fieldwork, closures=case.closures)
    expected = [[day.strip()] for day in case.days.split("|")]
    assert _days(schedule) == dict(zip(GROUPS, expected, strict=True))


def test_every_milestone_is_in_a_group() -> None:
    assert [key for keys in GROUPS.values() for key in keys] == [each.key for each in RULES]


def test_the_real_one_hour_by_hour() -> None:
    schedule = planned("2019-11-04")
    assert schedule.working_days_to_fieldwork == 10
    assert schedule.week_one == date(2019, 11, 4)
    assert schedule.warnings == ()
    assert [each.computed.iso() for each in schedule.milestones] == [
        "2019-11-04T09:00+00:00",
        "2019-11-07T09:00+00:00",
        "2019-11-07T09:00+00:00",
        "2019-11-07T17:00+00:00",
        "2019-11-07T17:00+00:00",
        "2019-11-08T10:00+00:00",
        "2019-11-08T12:00+00:00",
        "2019-11-12T17:00+00:00",
        "2019-11-12T17:00+00:00",
        "2019-11-14T17:00+00:00",
        "2019-11-15",
        "2019-11-15T17:00+00:00",
        "2019-11-18",
        "2019-11-18",
    ]


@pytest.mark.parametrize(
    ("notified", "key", "due"),
    [
        ("2026-10-19", "lists-6-7-8", "2026-10-22T09:00+01:00"),
        ("2026-10-19", "joint-evaluations", "2026-10-29T17:00+00:00"),
        ("2025-03-24", "lists-6-7-8", "2025-03-27T09:00+00:00"),
        ("2025-03-24", "case-documents", "2025-04-01T17:00+01:00"),
        ("2026-07-06", "selection-call", "2026-07-10T12:00+01:00"),
    ],
)
def test_summer_time(notified: str, key: str, due: str) -> None:
    assert planned(notified).milestone(key).computed.iso() == due


def test_a_notification_with_an_offset_counts_in_london() -> None:
    when = datetime.fromisoformat("2019-11-03T23:30-01:00")
    schedule = plan(RULES, when, calendar())
    assert schedule.notified.isoformat() == "2019-11-04T00:30:00+00:00"
    assert schedule.fieldwork_start == date(2019, 11, 18)


def test_another_close_of_business() -> None:
    schedule = planned("2019-11-04", close=time(16, 30))
    meetings = schedule.milestone("meetings").computed
    assert meetings.iso(schedule.close) == "2019-11-07T16:30+00:00"
    assert moment_full(meetings) == "Thu 7 Nov 2019, end of day"


@pytest.mark.parametrize(
    ("notified", "fieldwork", "words"),
    [
        ("2019-11-04", date(2019, 11, 4), "not after the notification on Mon 4 Nov 2019"),
        ("2019-11-04", date(2019, 11, 1), "Fri 1 Nov 2019 is not after the notification"),
        ("2019-11-04", date(2020, 11, 6), "more than a year after the notification"),
    ],
)
def test_impossible_fieldwork_is_refused(notified: str, fieldwork: date, words: str) -> None:
    with pytest.raises(Refused, match=words):
        planned(notified, fieldwork=fieldwork)


WARNINGS = [
    ("2019-05-03", "Fri 3 May 2019 is not a Monday"),
    ("2019-05-03", "Week one is taken to begin on Mon 6 May 2019"),
    ("2019-05-03", "Mon 6 May 2019 is not counted as a working day (Early May bank holiday)."),
    ("2019-05-06", "Mon 6 May 2019 is not a working day (Early May bank holiday)."),
    ("2019-04-15", "Fri 19 Apr 2019 is not counted as a working day (bank holiday, Good Friday)."),
    ("2019-11-09", "Sat 9 Nov 2019 is not a working day (weekend)."),
    ("2019-11-04T18:00", "Notification at 18:00: the working day is over by then"),
]


@pytest.mark.parametrize(("notified", "words"), WARNINGS)
def test_warnings(notified: str, words: str) -> None:
    assert [each for each in planned(notified).warnings if words in each]


def test_a_typed_start_says_how_many_working_days_it_is() -> None:
    schedule = planned("2019-11-04", fieldwork=date(2019, 11, 25))
    assert schedule.working_days_to_fieldwork == 15
    sentence = "Fieldwork on Mon 25 Nov 2019 is 15 working days after the notification, not 10."
    assert sentence in schedule.warnings
    assert planned("2019-11-04", fieldwork=date(2019, 11, 18)).warnings == ()


def test_fieldwork_on_a_bank_holiday_is_said() -> None:
    warnings = planned("2019-04-08", fieldwork=date(2019, 4, 22)).warnings
    sentence = "Fieldwork on Mon 22 Apr 2019 is not on a working day (bank holiday, Easter Monday)."
    assert sentence in warnings


def _reason(schedule: Schedule, key: str) -> str:
    mark = schedule.milestone(key).to_agree
    assert mark
    return f"{moment_full(mark.unmoved)}: {mark.reason}"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (
            "lists-6-7-8",
            (
                "Thu 5 Nov 2026, 09:00: Thu 5 Nov is not a working day (closure);"
                " by the weekday it is Thu 5 Nov, by working days Fri 6 Nov (day 3)"
            ),
        ),
        (
            "selection",
            (
                "Fri 6 Nov 2026, 10:00:"
                " By the weekday it is Fri 6 Nov, by working days Mon 9 Nov (day 4)"
            ),
        ),
        (
            "fieldwork",
            "Mon 16 Nov 2026: By the weekday it is Mon 16 Nov, by working days Tue 17 Nov (day 10)",
        ),
    ],
)
def test_the_mark_has_the_unmoved_time_and_the_reason(key: str, words: str) -> None:
    assert _reason(planned("2026-11-02", closures=[date(2026, 11, 5)]), key) == words


def test_the_reason_of_what_was_past_and_of_the_notification() -> None:
    friday = planned("2019-11-08")
    assert "Thu 7 Nov, 09:00, was past when the notification came" in _reason(friday, "lists-6-7-8")
    assert _reason(friday, "notification") == (
        "Mon 4 Nov 2019, 09:00:"
        " The notification came on Fri 8 Nov, not on the Monday of week one, Mon 4 Nov"
    )
    tuesday = planned("2019-11-04", fieldwork=date(2019, 11, 19))
    assert _reason(tuesday, "fieldwork") == "Mon 18 Nov 2019: Fieldwork begins on Tue 19 Nov"


def test_what_was_past_is_due_at_once_and_not_overdue() -> None:
    schedule = planned("2019-11-08")
    at_once = [each.key for each in schedule.milestones if each.at_once]
    assert at_once == ["lists-6-7-8", "context-note", "meetings", "lists-1-3-4-5"]
    assert schedule.milestone("lists-6-7-8").computed.hour is Hour.END_OF_DAY
    assert not schedule.milestone("selection").at_once


def test_printed_papers_hang_on_fieldwork_not_on_its_monday() -> None:
    schedule = planned("2019-11-06", fieldwork=date(2019, 11, 8))
    printed = schedule.milestone("printed-documents")
    assert (printed.computed.iso(), printed.at_once) == ("2019-11-08", False)


def test_the_hour_alone_can_be_to_agree() -> None:
    schedule = plan(HARD_RULES, datetime.fromisoformat("2019-11-04T09:00"), calendar())
    first = schedule.milestone("first-morning")
    assert (first.computed.iso(), first.at_once) == ("2019-11-04T17:00+00:00", True)
    assert _reason(schedule, "first-morning") == (
        "Mon 4 Nov 2019, 09:00: Mon 4 Nov, 09:00, was past when the notification came"
    )
    assert schedule.milestone("first-day").to_agree is None


def test_after_hours_nothing_is_left_of_the_day() -> None:
    schedule = plan(HARD_RULES, datetime.fromisoformat("2019-11-07T18:00"), calendar())
    assert schedule.milestone("some-time").computed.iso() == "2019-11-08T17:00+00:00"
    assert schedule.milestone("late-evening").computed.iso() == "2019-11-08T17:00+00:00"
    assert schedule.milestone("late-evening").at_once


def test_a_day_of_ours_keeps_its_hour_when_it_moves() -> None:
    schedule = planned("2026-11-02", closures=[date(2026, 11, 5)])
    assert moment_full(schedule.milestone("lists-6-7-8").computed) == "Wed 4 Nov 2026, 09:00"


def test_a_plan_needs_no_rules_and_knows_its_keys() -> None:
    own = rule("own", (1, 2), Hour.END_OF_DAY, OURS)
    schedule = plan([own], datetime.fromisoformat("2019-11-04T09:00"), calendar())
    assert schedule.milestone("own").computed.day == date(2019, 11, 6)
    assert [each.key for each in planned("2019-11-04").partnership] == [
        each.key for each in RULES if each.actor is OURS
    ]


def test_what_only_passed_by_being_moved_is_due_at_once_too() -> None:
    schedule = planned(
        "2026-11-04T10:00", fieldwork=date(2026, 11, 16), closures=[date(2026, 11, 5)]
    )
    lists = schedule.milestone("lists-6-7-8")
    assert lists.at_once
    assert moment_full(lists.due) == "Wed 4 Nov 2026, end of day"
