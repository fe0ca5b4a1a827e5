"""Timescales: their words are kept, the day is the last on which they are met, or none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.actions.timescale import read_timescale
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import MONTHS


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("End June 2020", date(2020, 6, 30)),
        ("end of June 2020", date(2020, 6, 30)),
        ("By the end of Sept 2020", date(2020, 9, 30)),
        ("October 2020", date(2020, 10, 31)),
        ("Oct. 2020", date(2020, 10, 31)),
        ("February 2020", date(2020, 2, 29)),
        ("End February 2021", date(2021, 2, 28)),
        ("29 February 2020", date(2020, 2, 29)),
        ("29/02/2020", date(2020, 2, 29)),
        ("Fri 26 Jun 2020", date(2020, 6, 26)),
        ("by 1st July 2020", date(2020, 7, 1)),
        ("2020-07-01", date(2020, 7, 1)),
    ],
)
def test_the_day_is_the_last_on_which_it_is_met(words: str, due: date) -> None:
    found = read_timescale(words)
    assert (found.words, found.due, found.is_vague) == (words, due, False)


@pytest.mark.parametrize(
    "words",
    ["ongoing", "asap", "Immediate and ongoing", "Mid June 2020", "Summer 2020", "Q2 2020", "End"],
)
def test_what_names_no_day_keeps_its_words_and_nothing_is_guessed(words: str) -> None:
    found = read_timescale(words)
    assert (found.words, found.due, found.is_vague) == (words, None, True)


def test_nothing_is_not_vague() -> None:
    assert not read_timescale("  ").is_vague


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("29 February 2021", "February 2021 has 28 days"),
        ("31 June 2020", "June 2020 has 30 days"),
        ("Thu 26 Jun 2020", "is a Friday"),
        ("End June 1820", "years 2016 to 2100"),
        ("x" * 100, "80 is the most"),
    ],
)
def test_a_day_that_does_not_exist_is_refused(words: str, said: str) -> None:
    with pytest.raises(Refused, match=said) as refused:
        read_timescale(words)
    assert refused.value.problem.place == "Timescale"


@given(st.dates(date(2017, 1, 1), date(2099, 12, 31)))
def test_a_month_ends_on_the_day_before_the_next(day: date) -> None:
    found = read_timescale(f"End {MONTHS[day.month - 1]} {day.year}")
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    assert found.due is not None
    assert (following - found.due).days == 1


@given(st.text(max_size=80))
def test_whatever_is_typed_is_kept_or_refused(words: str) -> None:
    try:
        found = read_timescale(words)
    except Refused:
        return
    assert found == read_timescale(found.words)
