"""The pause after wrong tries, whatever the clock does."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.tries import FREE, LONGEST, Tries

NOON = datetime(2026, 11, 10, 12, 0, tzinfo=UTC)
jumps = st.timedeltas(timedelta(days=-4000), timedelta(days=4000))


def _after(wrong: int) -> Tries:
    return Tries(wrong, NOON)


def test_five_are_free_then_the_pause_doubles_to_a_minute() -> None:
    pauses = [_after(wrong).pause for wrong in range(FREE - 1, FREE + 9)]
    assert pauses == [0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_it_counts_down_by_whole_seconds() -> None:
    tries = _after(FREE + 3)
    assert tries.left(NOON) == 8
    assert tries.left(NOON + timedelta(seconds=7.2)) == 1
    assert tries.left(NOON + timedelta(seconds=8)) == 0


@given(st.integers(0, 2000), jumps)
def test_no_jump_of_the_clock_locks_out_for_longer_than_the_pause(
    wrong: int, jump: timedelta
) -> None:
    now = NOON + jump
    tries = Tries(wrong, NOON).settled(now)
    assert 0 <= tries.left(now) <= tries.pause <= LONGEST
    assert tries.left(now + timedelta(seconds=LONGEST)) == 0


def test_a_clock_set_back_begins_the_pause_again_once() -> None:
    back = NOON - timedelta(days=3650)
    settled = _after(FREE + 2).settled(back)
    assert settled.left(back) == 4
    assert settled.settled(back + timedelta(seconds=3)).left(back + timedelta(seconds=3)) == 1


def test_nothing_wrong_is_no_pause() -> None:
    assert Tries().left(NOON) == 0
    assert Tries().failed(NOON) == Tries(1, NOON)
