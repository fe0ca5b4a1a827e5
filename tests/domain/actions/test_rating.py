"""The six ratings: a table of cases, and that none is ever better than the facts."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jtai_desktop.domain.actions.rating import (
    AT_RISK,
    FINISHED,
    WORST_FIRST,
    Facts,
    Rating,
    rate,
)
from jtai_desktop.domain.actions.timescale import Timescale, read_timescale
from tests.domain.actions import made

DUE = date(2026, 6, 30)
BEGUN = date(2026, 4, 1)
BEFORE = date(2026, 6, 1)


def forecast(days: int) -> Facts:
    """Begun, and expected so many days after its timescale."""
    return made.facts(DUE, started=BEGUN, forecast=DUE + timedelta(days=days))


@pytest.mark.parametrize(
    ("facts", "today", "rating", "reason"),
    [
        (made.facts(DUE), BEFORE, Rating.NOT_STARTED, "Nothing says that work has begun"),
        (made.facts(DUE, started=BEGUN), DUE, Rating.ON_TRACK, "due on Tue 30 Jun 2026"),
        (forecast(0), BEFORE, Rating.ON_TRACK, "within the timescale"),
        (forecast(-9), BEFORE, Rating.ON_TRACK, "within the timescale"),
        (forecast(1), BEFORE, Rating.MINOR, "1 day after the timescale"),
        (forecast(29), BEFORE, Rating.MINOR, "29 days after the timescale"),
        (forecast(30), BEFORE, Rating.SIGNIFICANT, "30 days after the timescale"),
        (forecast(31), BEFORE, Rating.SIGNIFICANT, "31 days after the timescale"),
        # No forecast, past due: it falls behind by itself.
        (made.facts(DUE, started=BEGUN), date(2026, 7, 1), Rating.MINOR, "no new forecast"),
        (made.facts(DUE, started=BEGUN), date(2026, 7, 29), Rating.MINOR, "29 days ago"),
        (made.facts(DUE, started=BEGUN), date(2026, 7, 30), Rating.SIGNIFICANT, "30 days ago"),
        # A forecast that has passed counts no longer.
        (forecast(5), DUE + timedelta(days=6), Rating.MINOR, "has passed and it is not done"),
        (forecast(5), DUE + timedelta(days=30), Rating.SIGNIFICANT, "has passed"),
        (forecast(-9), DUE - timedelta(days=2), Rating.ON_TRACK, "has passed"),
        # Past due with a new forecast: by that forecast.
        (forecast(20), DUE + timedelta(days=10), Rating.MINOR, "20 days after the timescale"),
        (forecast(60), DUE + timedelta(days=10), Rating.SIGNIFICANT, "60 days after"),
        # Begun, but the timescale names no day.
        (made.facts(None, words="ongoing", started=BEGUN), BEFORE, Rating.MINOR, "names no day"),
        (made.facts(DUE, started=BEGUN, completed=DUE), DUE, Rating.COMPLETED, "no evidence"),
        (
            made.facts(DUE, started=BEGUN, completed=DUE, impact="Audits show it."),
            DUE,
            Rating.EVIDENCED,
            "evidence of impact is recorded",
        ),
        (made.facts(DUE, completed=DUE, impact=" \n"), DUE, Rating.COMPLETED, "no evidence"),
    ],
)
def test_the_cases(facts: Facts, today: date, rating: Rating, reason: str) -> None:
    found = rate(facts, today)
    assert found.rating is rating
    assert reason in found.why


def test_one_not_started_stays_so_and_is_shown_late() -> None:
    found = rate(made.facts(DUE), DUE + timedelta(days=100))
    assert (found.rating, found.late_by) == (Rating.NOT_STARTED, 100)
    assert found.why.endswith("; it was due on Tue 30 Jun 2026, 100 days ago")


@pytest.mark.parametrize(
    ("words", "last"),
    [("End June 2020", date(2020, 6, 30)), ("February 2020", date(2020, 2, 29))],
)
def test_the_last_day_of_a_month_is_still_in_time(words: str, last: date) -> None:
    facts = Facts(read_timescale(words), started=date(2020, 1, 6))
    assert rate(facts, last).rating is Rating.ON_TRACK
    assert rate(facts, last + timedelta(days=1)).rating is Rating.MINOR


DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
MAYBE = st.none() | DAYS
FACTS = st.builds(
    Facts,
    timescale=st.builds(Timescale, st.just("words"), MAYBE),
    started=MAYBE,
    forecast=MAYBE,
    completed=MAYBE,
    impact=st.sampled_from(["", "Shown."]),
)


@given(FACTS, DAYS)
def test_never_better_than_the_facts(facts: Facts, today: date) -> None:
    found = rate(facts, today).rating
    if found in FINISHED:
        assert facts.completed is not None
        assert facts.completed <= today
    if found is Rating.EVIDENCED:
        assert facts.impact
    if found is Rating.ON_TRACK:
        assert facts.started is not None
        assert facts.due is not None
        assert today <= facts.due
        assert facts.forecast is None or facts.forecast <= facts.due
    if found is Rating.MINOR and facts.due is not None:
        assert (max(today, facts.forecast or today) - facts.due).days < 30


@given(FACTS, DAYS, st.integers(1, 400))
def test_as_days_pass_nothing_gets_better_by_itself(facts: Facts, today: date, days: int) -> None:
    assume(facts.completed is None)
    assume(facts.started is None or facts.started <= today)
    sooner, later = rate(facts, today), rate(facts, today + timedelta(days=days))
    assert WORST_FIRST.index(later.rating) <= WORST_FIRST.index(sooner.rating)
    assert later.late_by >= sooner.late_by


@given(FACTS, DAYS)
def test_every_rating_says_why(facts: Facts, today: date) -> None:
    found = rate(facts, today)
    assert all(found.reasons)
    assert (found.late_by > 0) == (
        facts.due is not None and today > facts.due and found.rating not in FINISHED
    )
    if found.rating in AT_RISK:
        assert facts.started is not None
