"""A plan without a vault, from the shipped pack."""

from dataclasses import dataclass
from datetime import date, datetime, time

from jtai_desktop.domain.milestones import MilestoneRule
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.guidance.finding import load
from jtai_desktop.services import planning
from tests.domain.rules import RULES

SHAPE = ("key", "anchor", "week", "weekday", "hour", "time", "actor", "optional", "on_request")


@dataclass(frozen=True)
class _Pack:
    milestones: tuple[MilestoneRule, ...] = RULES
    notice: int = 10


def _shape(rule: MilestoneRule) -> list[object]:
    return [getattr(rule, name) for name in SHAPE]


def test_the_shipped_pack_has_the_milestones_of_the_facts() -> None:
    shipped = load("cmh-2019").milestones
    assert [_shape(rule) for rule in shipped] == [_shape(rule) for rule in RULES]
    assert [rule.key for rule in shipped if rule.assumed] == ["lists-1-3-4-5"]


def test_bank_holidays_of_this_year_and_the_next_count() -> None:
    notified = datetime(2019, 12, 23, 9, tzinfo=LONDON)
    assert planning.propose(_Pack(), notified).fieldwork_start == date(2020, 1, 9)


def test_closures_fieldwork_and_close_are_taken_over() -> None:
    schedule = planning.propose(
        _Pack(),
        datetime(2026, 11, 2, 9, tzinfo=LONDON),
        fieldwork=date(2026, 11, 16),
        closures=[date(2026, 11, 5)],
        close=time(16),
    )
    assert schedule.fieldwork_start == date(2026, 11, 16)
    assert schedule.working_days_to_fieldwork == 9
    meetings = schedule.milestone("meetings").due
    assert meetings.iso(schedule.close) == "2026-11-04T16:00+00:00"
    assert "Thu 5 Nov 2026 is not counted as a working day (closure)." in schedule.warnings


def test_the_year_is_londons() -> None:
    notified = datetime.fromisoformat("2018-12-31T23:30-01:00")  # half past midnight in London
    schedule = planning.propose(_Pack(), notified)
    assert (
        "Tue 1 Jan 2019 is not a working day (bank holiday, New Year’s Day)." in schedule.warnings
    )


def test_a_typed_start_a_year_on_still_has_its_bank_holidays() -> None:
    notified = datetime.fromisoformat("2018-12-31T23:30-01:00")
    schedule = planning.propose(_Pack(), notified, fieldwork=date(2020, 1, 2))
    assert schedule.warnings[-1].startswith("Wed 1 Jan 2020 is not counted")


def test_reading_is_at_hand() -> None:
    assert planning.read_when("2019-11-04") == datetime(2019, 11, 4, 9, tzinfo=LONDON)
    assert planning.read_day("4/11/19") == date(2019, 11, 4)
    assert planning.read_clock("9am") == time(9)


def test_a_pack_with_another_notice_counts_back_by_it() -> None:
    fifteen = planning.propose(_Pack(notice=15), datetime(2026, 11, 2, 9, tzinfo=LONDON))
    assert fifteen.fieldwork_start == date(2026, 11, 23)
    assert fifteen.week_one == date(2026, 11, 2)
    assert fifteen.warnings == ()
