"""How dates, hours and time left are said."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain import wording
from jtai_desktop.domain.moments import LONDON, Hour, Moment, end_of_day

THU = date(2026, 11, 5)
NINE = Moment(THU, Hour.AT, time(9))
NOON = Moment(date(2026, 11, 12), Hour.BEFORE, time(12))


def test_days() -> None:
    assert wording.weekday(THU) == "Thu"
    assert wording.day_short(THU) == "Thu 5"
    assert wording.day_month(THU) == "Thu 5 Nov"
    assert wording.day_full(THU) == "Thu 5 Nov 2026"
    assert wording.day_long(THU) == "Thursday 5 November 2026"
    assert wording.day_long(THU, year=False) == "Thursday 5 November"


def test_stamps_are_in_london() -> None:
    when = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert wording.clock(when) == "00:30"
    assert wording.stamp(when) == "Thu 2 Jul 2026, 00:30"
    assert wording.stamp(datetime(2026, 11, 5, 9, tzinfo=LONDON)) == "Thu 5 Nov 2026, 09:00"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (NINE, "Thu 5 Nov 2026, 09:00"),
        (NOON, "Thu 12 Nov 2026, before 12:00"),
        (end_of_day(THU), "Thu 5 Nov 2026, end of day"),
        (Moment(THU), "Thu 5 Nov 2026"),
    ],
)
def test_moments(moment: Moment, said: str) -> None:
    assert wording.moment_full(moment) == said
    assert wording.moment_short(moment) == said.replace(" Nov 2026", "")


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (THU, "Today, 09:00"),
        (date(2026, 11, 25), "Thu 5, 09:00"),
        (date(2026, 10, 16), "Thu 5, 09:00"),
        (date(2026, 11, 26), "Thu 5 Nov, 09:00"),
        (date(2025, 11, 5), "Thu 5 Nov 2026, 09:00"),
    ],
)
def test_moments_near_and_far(today: date, said: str) -> None:
    assert wording.moment_near(NINE, today) == said


@pytest.mark.parametrize(
    ("length", "short", "long"),
    [
        (timedelta(hours=6, minutes=20), "6 h 20 min", "6 hours 20 minutes"),
        (timedelta(hours=22, minutes=40, seconds=59), "22 h 40 min", "22 hours 40 minutes"),
        (timedelta(hours=1), "1 h", "1 hour"),
        (timedelta(minutes=1), "1 min", "1 minute"),
        (timedelta(hours=1, minutes=1), "1 h 1 min", "1 hour 1 minute"),
        (timedelta(days=2, hours=3), "51 h", "51 hours"),
        (timedelta(0), "0 min", "0 minutes"),
        (timedelta(seconds=-1), "0 min", "0 minutes"),
    ],
)
def test_spans(length: timedelta, short: str, long: str) -> None:
    assert (wording.span(length), wording.span_long(length)) == (short, long)


@given(st.integers(0, 100_000))
def test_no_minute_of_a_span_is_lost(minutes: int) -> None:
    said = wording.span(timedelta(minutes=minutes)).split()
    found = {unit: int(number) for number, unit in zip(said[::2], said[1::2], strict=True)}
    assert found.get("h", 0) * 60 + found.get("min", 0) == minutes


def test_counts_and_lists() -> None:
    assert [wording.counted(number, "working day") for number in (0, 1, 2)] == [
        "0 working days",
        "1 working day",
        "2 working days",
    ]
    assert wording.counted(2, "child", "children") == "2 children"
    assert [wording.listed(words) for words in ([], ["A"], ["A", "B"], ("A", "B", "C"))] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]
