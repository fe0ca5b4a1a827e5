"""Reading dates and hours as people type them."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import read_clock, read_day, read_when, shown
from jtai_desktop.domain.wording import day_full, day_long, day_month

NOVEMBER = "2026-11-04T09:00+00:00"

READ = [
    ("2019-11-04T09:00", "2019-11-04T09:00+00:00"),
    ("2019-11-04 09:00", "2019-11-04T09:00+00:00"),
    ("2019-11-04", "2019-11-04T09:00+00:00"),
    ("2019-11-04T09:00:59.5", "2019-11-04T09:00+00:00"),
    ("2019-11-04T18:30Z", "2019-11-04T18:30+00:00"),
    ("2019-07-04t18:30z", "2019-07-04T19:30+01:00"),
    ("2019-07-04T09:00+00:00", "2019-07-04T10:00+01:00"),
    ("2019-11-04T01:00+0530", "2019-11-03T19:30+00:00"),
    ("2019-11-04T23:00-02:00", "2019-11-05T01:00+00:00"),
    ("4 Nov 2026", NOVEMBER),
    ("4/11/2026", NOVEMBER),
    ("04.11.26", NOVEMBER),
    ("4-11-2026", NOVEMBER),
    ("4-Nov-26", NOVEMBER),
    ("4Nov2026", NOVEMBER),
    ("Wed 4 Nov 2026, 09:00", NOVEMBER),
    ("Wednesday, 4th of November 2026 at 9am", NOVEMBER),
    ("WEDS 4 NOV 2026 09.00", NOVEMBER),
    ("4 November 2026 9 a.m.", NOVEMBER),
    ("4 november, 2026 0900", NOVEMBER),
    ("  4\t Nov\u00a02026\n 9:00 ", NOVEMBER),
    ("\u202e4 Nov 2026\x00", NOVEMBER),
    ("4 Sept 2026 5.15pm", "2026-09-04T17:15+01:00"),
    ("29/2/2028", "2028-02-29T09:00+00:00"),
    ("25 Oct 2026 01:30", "2026-10-25T01:30+01:00"),
    ("29 Mar 2026 02:00", "2026-03-29T02:00+01:00"),
]


@pytest.mark.parametrize(("text", "iso"), READ)
def test_a_date_and_hour(text: str, iso: str) -> None:
    when = read_when(text)
    assert when.isoformat(timespec="minutes") == iso
    assert when.tzinfo is LONDON


REFUSED = [
    ("31 November 2026", "November 2026 has 30 days"),
    ("29 Feb 2027", "February 2027 has 28 days"),
    ("2100-02-29", "February 2100 has 28 days"),
    ("0/1/2026", "January 2026 has 31 days"),
    ("11/13/2026", "which has 12 months"),
    ("2019-00-04", "which has 12 months"),
    ("Tue 4 Nov 2026", "4 November 2026 is a Wednesday: type it like Wed 4 Nov 2026"),
    ("Someday 4 Nov 2026", "can’t be read as a date"),
    ("4 Nov 2015", "is not within the years 2016 to 2100"),
    ("1/1/2101", "is not within the years 2016 to 2100"),
    ("4 Nov 0900", "is not within the years 2016 to 2100"),
    ("2100-12-31T23:59-10:00", "is not within the years 2016 to 2100"),
    ("4 Nov", "has no year"),
    ("4 Nov 09:00", "has no year"),
    ("4 Brumaire 2026", "can’t be read as a date"),
    ("", "An empty field can’t be read as a date"),
    ("   \x00 ", "An empty field can’t be read as a date"),
    ("tomorrow", "can’t be read as a date"),
    ("20191104", "can’t be read as a date"),
    ("4/11-2026", "can’t be read as a date"),
    ("1ſt Nov 2026", "can’t be read as a date"),
    ("4/11/202", "can’t be read as a date"),
    ("2019-11-045", "can’t be read as a date"),
    ("٤ Nov 2026", "can’t be read as a date"),
    ("4 Nov 2026 about nine", "can’t be read as a date and time"),
    ("4 Nov 2026 9", "has an hour without minutes"),
    ("4 Nov 2026 24:00", "is not a time of the day"),
    ("4 Nov 2026 9:60", "is not a time of the day"),
    ("4 Nov 2026 13pm", "is not a time of the day"),
    ("4 Nov 2026 0am", "is not a time of the day"),
    ("2019-11-04T09:00+24:00", "has an impossible time zone"),
    ("29 Mar 2026 01:30", "does not exist in London"),
    ("2026-03-29T01:00", "the clocks go forward from 01:00 to 02:00"),
    ("<b>4 Nov 2026</b>", "can’t be read as a date"),
    ("=cmd", "can’t be read as a date"),
]


@pytest.mark.parametrize(("text", "words"), REFUSED)
def test_what_cannot_be_is_refused(text: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        read_when(text)
    sentence = str(refused.value)
    assert words in sentence
    assert shown(text) in sentence
    assert sentence.endswith(".")
    assert "like " in sentence
    assert sentence.isprintable()


def test_a_day_alone() -> None:
    assert read_day("Wed 4 Nov 2026") == read_day("2026-11-04") == date(2026, 11, 4)
    for text, words in [("4 Nov 2026 9:00", "is more than a date"), ("4/11", "can’t be read")]:
        with pytest.raises(Refused, match=words):
            read_day(text)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9:00", time(9)),
        (" 09.30 ", time(9, 30)),
        ("1700", time(17)),
        ("900", time(9)),
        ("9am", time(9)),
        ("12am", time(0)),
        ("12 p.m.", time(12)),
        ("12:30AM", time(0, 30)),
        ("11.59 pm", time(23, 59)),
        ("17:00:30", time(17)),
    ],
)
def test_an_hour_alone(text: str, clock: time) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize(
    "text", ["", "9", "17", "24:00", "9:5", "noon", "9:00 Z", "13pm", "9" * 99]
)
def test_an_hour_that_cannot_be(text: str) -> None:
    with pytest.raises(Refused, match="type a time like 09:00"):
        read_clock(text)


def test_the_end_of_a_long_text_is_not_passed_over() -> None:
    with pytest.raises(Refused, match="can’t be read as a date"):
        read_day(f"4 Nov 2026{' ' * 99}or later")
    with pytest.raises(Refused, match="can’t be read as a time"):
        read_clock(f"09:00{' ' * 99}or later")


def test_a_long_text_is_shortened_in_the_sentence() -> None:
    with pytest.raises(Refused) as refused:
        read_when("4 Nov 2026 " + "x" * 10_000)
    assert f"“4 Nov 2026 {'x' * 28}…”" in str(refused.value)
    assert shown("a" * 40) == f"“{'a' * 40}”"
    assert shown("a" * 41) == f"“{'a' * 39}…”"
    assert shown("a\x07\u202eb\udcff") == "“a b”"


dates = st.dates(date(2016, 1, 1), date(2100, 12, 31))


@given(dates, st.times())
def test_what_the_program_says_it_can_read(day: date, clock: time) -> None:
    numbers = f"{day.day}/{day.month}/{day.year}"
    for said in (day_full(day), day_long(day), day.isoformat(), numbers):
        assert read_day(said) == day
    if (day.month, clock.hour) not in {(3, 1), (10, 1)}:
        when = read_when(f"{day_full(day)}, {clock:%H:%M}")
        assert when == datetime.combine(day, clock.replace(second=0, microsecond=0), LONDON)


@given(dates, st.integers(1, 6))
def test_another_weekday_is_never_accepted(day: date, off: int) -> None:
    wrong = day_month(day + timedelta(days=off)).split()[0]
    with pytest.raises(Refused, match="contradicts itself"):
        read_day(f"{wrong} {day.day}.{day.month}.{day.year}")


@given(st.text() | st.from_regex(r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,4}[-/. ][0-9]{1,4}[ T].{0,9}"))
def test_nothing_but_a_refusal_comes_of_any_text(text: str) -> None:
    said = [_refusal(read, text) for read in (read_when, read_day, read_clock)]
    assert all(sentence.isprintable() and len(sentence) < 200 for sentence in said)


def _refusal(read: Callable[[str], object], text: str) -> str:
    try:
        read(text)
    except Refused as refused:
        return str(refused)
    return ""
