"""Dates in lists: what is read, what is reported, and ages at a day."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.lists.dates import (
    EARLIEST,
    LATEST,
    age_at,
    either_way,
    months_before,
    read_date,
)
from jtai_desktop.domain.lists.findings import Rule

DAYS = st.dates(EARLIEST, LATEST)
FIFTH = date(2010, 1, 5)


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        (FIFTH, None),
        (datetime.combine(FIFTH, time(13, 30)), None),
        ("2010-01-05", Rule.TEXT_DATE),
        ("05/01/2010", Rule.TEXT_DATE),
        ("5.1.2010", Rule.TEXT_DATE),
        ("05-01-2010 00:00:00", Rule.TEXT_DATE),
        ("2010-01-05T00:00:00Z", Rule.TEXT_DATE),
        ("5 January 2010", Rule.TEXT_DATE),
        ("5th Jan 2010", Rule.TEXT_DATE),
        ("05-Jan-2010", Rule.TEXT_DATE),
        (40_183, Rule.SERIAL_DATE),
        (40_183.75, Rule.SERIAL_DATE),
    ],
)
def test_the_fifth_of_january_is_read_in_every_dress(value: object, rule: Rule | None) -> None:
    day, fault = read_date(value)
    assert day == FIFTH
    assert (fault.rule if fault else None) is rule


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("01/13/2010", Rule.MONTH_FIRST),
        ("1/2/10", Rule.NOT_A_DATE),
        ("31/02/2010", Rule.NOT_A_DATE),
        ("2010-02-30", Rule.NOT_A_DATE),
        ("5 Smarch 2010", Rule.NOT_A_DATE),
        ("soon", Rule.NOT_A_DATE),
        (17.5, Rule.NOT_A_DATE),
        (-1, Rule.NOT_A_DATE),
        (float("nan"), Rule.NOT_A_DATE),
        (1e300, Rule.NOT_A_DATE),
        (True, Rule.NOT_A_DATE),
        (time(12), Rule.NOT_A_DATE),
        (timedelta(days=3), Rule.NOT_A_DATE),
        (date(1900, 1, 17), Rule.NOT_A_DATE),
        (date(9999, 12, 31), Rule.NOT_A_DATE),
    ],
)
def test_what_is_no_date_is_reported_and_not_guessed(value: object, rule: Rule) -> None:
    day, fault = read_date(value)
    assert day is None
    assert fault is not None
    assert fault.rule is rule


@given(DAYS)
def test_every_dress_of_a_day_means_that_day(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    for dress in (day, f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}", f"{day:%d.%m.%Y}", float(serial)):
        assert read_date(dress)[0] == day


@given(st.text(max_size=30) | st.floats() | st.integers())
def test_nothing_makes_it_fail(value: object) -> None:
    day, fault = read_date(value)
    assert (day is None) <= (fault is not None)


@given(DAYS)
def test_a_text_is_doubtful_only_if_it_means_another_day(day: date) -> None:
    assert either_way(f"{day:%d/%m/%Y}") is (day.day <= 12 and day.day != day.month)


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2016, 11, 2), date(2026, 11, 2), 10),
        (date(2016, 11, 3), date(2026, 11, 2), 9),
        (date(2016, 2, 29), date(2026, 2, 28), 9),
        (date(2016, 2, 29), date(2026, 3, 1), 10),
        (date(2016, 2, 29), date(2028, 2, 28), 11),
        (date(2016, 2, 29), date(2028, 2, 29), 12),
        (date(2026, 11, 2), date(2026, 11, 2), 0),
        (date(2026, 11, 3), date(2026, 11, 2), -1),
    ],
)
def test_the_age_is_that_of_the_last_birthday(birth: date, day: date, age: int) -> None:
    assert age_at(birth, day) == age


@given(DAYS, st.integers(0, 40_000))
def test_an_age_never_falls_and_grows_by_one(birth: date, later: int) -> None:
    day = min(birth + timedelta(days=later), LATEST)
    assert age_at(birth, day) in {age_at(birth, day - timedelta(days=1)) + step for step in (0, 1)}


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 11, 2), date(2026, 5, 2)),
        (date(2026, 8, 31), date(2026, 2, 28)),
        (date(2024, 8, 31), date(2024, 2, 29)),
        (date(2026, 3, 15), date(2025, 9, 15)),
    ],
)
def test_six_months_before(day: date, before: date) -> None:
    assert months_before(day, 6) == before
