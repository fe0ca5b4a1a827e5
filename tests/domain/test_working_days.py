"""Counting by working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.schedule import working_sum
from jtai_desktop.domain.working_days import WorkingDays, days_between, monday_of
from tests.domain.rules import BANK_HOLIDAYS, calendar, planned

THU, FRI, SAT, MON = (date(2026, 11, day) for day in (5, 6, 7, 9))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2019, 4, 18), ""),
        (date(2019, 4, 19), "bank holiday, Good Friday"),
        (date(2019, 4, 20), "weekend"),
        (date(2019, 4, 21), "weekend"),
        (date(2019, 5, 6), "Early May bank holiday"),
        (date(2019, 12, 24), "closure, Christmas"),
        (date(2019, 12, 25), "closure, Christmas"),
        (date(2020, 1, 1), ""),
    ],
)
def test_why_a_day_does_not_count(day: date, why: str) -> None:
    closed = dict.fromkeys((date(2019, 12, 24), date(2019, 12, 25)), "Christmas")
    days = WorkingDays(BANK_HOLIDAYS, closed, worked=frozenset({date(2020, 1, 1)}))
    assert days.why_not(day) == why
    assert days.works(day) == (not why)


def test_working_on_a_bank_holiday_makes_no_working_day_of_a_saturday() -> None:
    assert WorkingDays(worked=frozenset({SAT})).why_not(SAT) == "weekend"


def test_a_closure_without_a_name() -> None:
    assert calendar([THU]).why_not(THU) == "closure"


def test_counting_there_and_back() -> None:
    days = calendar([FRI])
    assert days.add(THU, 0) == THU
    assert days.add(THU, 1) == MON
    assert days.before(MON) == THU
    assert days.from_(FRI) == MON
    assert days.from_(MON) == MON
    assert (days.between(THU, MON), days.between(MON, THU), days.between(THU, THU)) == (1, -1, 0)


def test_only_weekdays_count_as_skipped() -> None:
    assert calendar([FRI, SAT]).skipped(THU, MON) == [(FRI, "closure")]
    assert calendar([THU]).skipped(THU, MON) == []
    assert calendar([MON]).skipped(THU, MON) == [(MON, "closure")]


def test_monday_of_a_week() -> None:
    assert {monday_of(MON + timedelta(days=ahead)) for ahead in range(7)} == {MON}
    assert monday_of(date(2020, 1, 1)) == date(2019, 12, 30)


near = st.dates(date(2019, 1, 1), date(2021, 1, 1))


@given(near, st.integers(0, 40), st.sets(near, max_size=20))
def test_adding_and_counting_agree(day: date, count: int, closed: set[date]) -> None:
    days = calendar(closed)
    reached = days.add(day, count)
    assert days.between(day, reached) == count
    assert reached == day or days.works(reached)
    assert sum(days.works(passed) for passed in days_between(day, reached)) == count


@given(near, near, near)
def test_counting_adds_up(first: date, second: date, third: date) -> None:
    days = calendar()
    assert days.between(first, second) + days.between(second, third) == days.between(first, third)


SUMS = [
    (date(2026, 11, 2), "Mon 2 Nov is day 0, the day of the notification"),
    (date(2026, 11, 4), "Wed 4 Nov is working day 2: Mon 2 Nov is day 0"),
    (
        date(2026, 11, 5),
        "Thu 5 Nov is not a working day (closure): Mon 2 Nov is day 0; day 2 is before it",
    ),
    (
        date(2026, 11, 10),
        "Tue 10 Nov is working day 5: Mon 2 Nov is day 0; Thu 5 Nov skipped, closure",
    ),
    (
        date(2026, 11, 14),
        (
            "Sat 14 Nov is not a working day (weekend): Mon 2 Nov is day 0;"
            " day 8 is before it; Thu 5 Nov skipped, closure"
        ),
    ),
    (date(2026, 10, 30), "Fri 30 Oct is before the notification: Mon 2 Nov is day 0"),
]


@pytest.mark.parametrize(("day", "words"), SUMS)
def test_the_working_sum_in_words(day: date, words: str) -> None:
    assert working_sum(planned("2026-11-02", closures=[THU]), day) == words


def test_the_working_sum_names_each_day_skipped() -> None:
    assert working_sum(planned("2019-04-15"), date(2019, 5, 1)) == (
        "Wed 1 May is working day 10: Mon 15 Apr is day 0;"
        " Fri 19 Apr skipped, bank holiday, Good Friday;"
        " Mon 22 Apr skipped, bank holiday, Easter Monday"
    )


def test_the_number_of_a_day() -> None:
    schedule = planned("2019-11-04")
    assert [schedule.working_day(date(2019, 11, day)) for day in (1, 4, 7, 9, 12, 18)] == [
        -1,
        0,
        3,
        4,
        6,
        10,
    ]
