"""The thinning of backups: what is kept for how long, and that a jumping clock deletes nothing."""

import itertools
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain import keeping
from jtai_desktop.domain.keeping import (
    ALL_WITHIN,
    DAILY,
    JUMP,
    OLDEST,
    WEEKLY,
    WORDS,
    Backup,
    Reason,
    clock_jumped,
    last_verified,
    to_thin,
)
from jtai_desktop.domain.moments import LONDON

NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
HOURS = st.integers(1, 60 * 24).map(lambda hours: timedelta(hours=hours))


def backup(number: int, age: timedelta, *, verified: bool = True) -> Backup:
    """A backup of that age."""
    return Backup(f"b{number}", number, NOW - age, Reason.CLOSING, verified=verified)


def row(*ages: timedelta) -> list[Backup]:
    """Backups of these ages, the oldest with the lowest number."""
    return [backup(number, age) for number, age in enumerate(sorted(ages, reverse=True), start=1)]


def days(*numbers: float) -> list[Backup]:
    """Backups so many days old."""
    return row(*(timedelta(days=number) for number in numbers))


def ages(kept: list[Backup]) -> list[float]:
    """How many days old each is, youngest first."""
    return sorted((NOW - one.taken) / timedelta(days=1) for one in kept)


def after_thinning(kept: list[Backup], now: datetime = NOW) -> list[Backup]:
    """What is left."""
    gone = {one.name for one in to_thin(kept, now)}
    return [one for one in kept if one.name not in gone]


def test_every_reason_has_words() -> None:
    assert set(WORDS) == set(Reason)


def test_all_of_two_days_are_kept() -> None:
    kept = days(*(number / 10 for number in range(20)))
    assert after_thinning(kept) == kept


def test_a_month_of_three_a_day_comes_to_days_and_weeks() -> None:
    kept = days(*(number / 3 + 0.01 for number in range(120)))
    left = ages(after_thinning(kept))
    assert [age for age in left if age <= 2] == [number / 3 + 0.01 for number in range(6)]
    older = [age for age in left if age > 2]
    assert len(older) == DAILY + WEEKLY
    steps = [after - before for before, after in itertools.pairwise(older)]
    assert all(step < 1.5 for step in steps[: DAILY - 1])
    assert all(step <= 8 for step in steps[DAILY - 1 :])
    assert max(left) <= 35


def test_the_last_verified_one_stays_however_old() -> None:
    only = [backup(1, timedelta(days=300)), backup(2, timedelta(days=1), verified=False)]
    assert last_verified(only) == only[0]
    assert only[0] in after_thinning(only)
    assert last_verified([]) is None


def test_what_was_set_aside_goes_after_35_days_and_takes_no_place() -> None:
    young = backup(90, timedelta(days=20), verified=False)
    old = backup(91, timedelta(days=36), verified=False)
    kept = [*days(*range(1, 30)), young, old]
    assert old in to_thin(kept, NOW)
    assert young not in to_thin(kept, NOW)


@pytest.mark.parametrize("jump", [timedelta(days=-3650), timedelta(days=-2), timedelta(days=3650)])
def test_a_jumping_clock_deletes_nothing(jump: timedelta) -> None:
    kept = days(*range(1, 34))
    assert to_thin(kept, NOW + jump) == ()


def test_a_clock_that_was_ahead_for_a_day_deletes_nothing_when_it_is_right_again() -> None:
    kept = days(*range(1, 34))
    ahead = Backup("x", 99, NOW + timedelta(days=3650), Reason.CLOSING)
    assert to_thin([*kept, ahead], NOW) == ()
    behind = Backup("y", 100, NOW - timedelta(days=3650), Reason.CLOSING)
    assert to_thin([*kept, behind], NOW) == ()


def test_after_a_long_gap_three_days_of_use_come_first() -> None:
    before = [100.0 + number for number in range(30)]
    assert to_thin(days(*before, 0.5), NOW) == ()
    assert clock_jumped(days(*before, 1.5, 0.5), NOW + timedelta(hours=1)) is False
    assert len(to_thin(days(*before, 2.5, 1.5, 0.5), NOW)) == len(before)


def test_thinning_twice_thins_nothing_more() -> None:
    left = after_thinning(days(*(number / 4 for number in range(1, 200))))
    assert to_thin(left, NOW) == ()


@given(st.lists(HOURS, min_size=1, max_size=40, unique=True))
def test_what_is_never_deleted(found: list[timedelta]) -> None:
    kept = row(*found)
    gone = to_thin(kept, NOW)
    assert last_verified(kept) not in gone
    assert all(NOW - one.taken > ALL_WITHIN for one in gone)
    if not clock_jumped(kept, NOW):
        left = after_thinning(kept)
        assert all(NOW - one.taken <= OLDEST or one == last_verified(kept) for one in left)
        assert len([one for one in left if NOW - one.taken > ALL_WITHIN]) <= DAILY + WEEKLY + 1


@given(st.lists(HOURS, min_size=1, max_size=20, unique=True), st.integers(-9999, 9999))
def test_a_jump_of_weeks_in_either_direction_deletes_nothing(
    found: list[timedelta], days_off: int
) -> None:
    kept = row(*found)
    newest = max(one.taken for one in kept)
    then = NOW + timedelta(days=days_off)
    if then - newest >= JUMP or newest - then > timedelta(minutes=10):
        assert to_thin(kept, then) == ()


@given(st.lists(st.integers(1, 30), min_size=5, max_size=80))
def test_used_for_months_there_is_always_one_of_yesterday_of_last_week_and_of_last_month(
    hours: list[int],
) -> None:
    kept: list[Backup] = []
    now = NOW
    for number, step in enumerate(hours, start=1):
        now += timedelta(hours=step)
        kept.append(Backup(f"b{number}", number, now, Reason.CLOSING))
        kept = after_thinning(kept, now)
        assert all(now - one.taken <= OLDEST for one in kept)
    for wanted in (1, 7, 14, 21, 28):
        goal = now - timedelta(days=wanted)
        if NOW + timedelta(days=2) < goal:
            assert any(abs(one.taken - goal) <= timedelta(days=7) for one in kept)


def test_the_last_verified_one_stays_even_where_no_jump_is_suspected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keeping, "JUMP", timedelta(days=999))
    kept = days(300, 200)
    assert to_thin(kept, NOW) == (kept[0],)
