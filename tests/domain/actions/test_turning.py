"""How a rating turned: by what was recorded, by itself as days pass, under a hand."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.actions.action import Action
from jtai_desktop.domain.actions.rating import Rating, rate
from jtai_desktop.domain.actions.turning import counts_on, stand, turned_between, turns
from tests.domain.actions import made
from tests.domain.actions.test_rating import FACTS

DUE = date(2026, 6, 30)
BEGUN = date(2026, 4, 1)


def begun(*more: tuple[date, dict[str, Any]]) -> Action:
    """Added in March, begun in April, and what came after."""
    steps: list[tuple[date, dict[str, Any]]] = [(date(2026, 3, 9), {}), (BEGUN, {"started": BEGUN})]
    known: dict[str, Any] = {}
    lines = []
    for number, (day, new) in enumerate([*steps, *more], 1):
        known |= new
        override, reason = known.get("override"), str(known.get("reason", ""))
        its = {k: v for k, v in known.items() if k not in {"override", "reason"}}
        hand = override if isinstance(override, Rating) else None
        lines.append(made.line(number, day, made.facts(DUE, **its), hand, reason))
    return made.action(lines=tuple(lines))


def test_it_turns_by_itself_on_the_day_after_and_thirty_days_after() -> None:
    found = turns(begun(), date(2026, 12, 1))
    assert [(each.day, each.after.rating, each.by is None) for each in found] == [
        (date(2026, 3, 9), Rating.NOT_STARTED, False),
        (BEGUN, Rating.ON_TRACK, False),
        (date(2026, 7, 1), Rating.MINOR, True),
        (date(2026, 7, 30), Rating.SIGNIFICANT, True),
    ]
    assert found[-1].is_worse
    assert "It was due on Tue 30 Jun 2026, 30 days ago" in found[-1].why


def test_what_was_recorded_on_the_day_on_which_it_turned_comes_after() -> None:
    day = date(2026, 7, 1)
    found = turns(begun((day, {"forecast": date(2026, 9, 1)})), day)
    assert [(each.day, each.after.rating, each.by is None) for each in found][-2:] == [
        (day, Rating.MINOR, True),
        (day, Rating.SIGNIFICANT, False),
    ]


def test_a_hand_never_hides_what_the_facts_say() -> None:
    hand = {"override": Rating.ON_TRACK, "reason": "The board has moved the day"}
    action = begun((date(2026, 7, 2), hand))
    now = stand(action, date(2026, 7, 30))
    assert (now.rating, now.computed.rating) == (Rating.ON_TRACK, Rating.SIGNIFICANT)
    assert now.words == "On track, set by hand (computed: At significant risk)"
    last = turns(action, date(2026, 8, 1))[-1]
    assert (last.after.computed.rating, last.by) == (Rating.SIGNIFICANT, None)
    assert action.override is not None
    assert action.override.reason == "The board has moved the day"


def test_what_turned_since_a_day() -> None:
    action = begun()
    found = turned_between(action, date(2026, 6, 29), date(2026, 7, 3))
    assert found is not None
    assert found.before is not None
    assert (found.before.rating, found.after.rating) == (Rating.ON_TRACK, Rating.MINOR)
    assert found.day == date(2026, 7, 1)
    assert turned_between(action, date(2026, 7, 1), date(2026, 7, 3)) is None


def test_there_and_back_is_no_turn() -> None:
    late = begun((date(2026, 7, 2), {"completed": date(2026, 7, 2)}), (date(2026, 7, 3), {}))
    back = (*late.lines[:3], made.line(4, date(2026, 7, 3), late.lines[1].facts))
    action = made.action(lines=back)
    assert turned_between(action, date(2026, 7, 1), date(2026, 7, 4)) is None


def test_counts_of_a_day_leave_out_what_was_not_there_yet() -> None:
    counts = counts_on([begun(), made.action("1.2")], date(2026, 5, 1))
    assert (counts[Rating.ON_TRACK], sum(counts.values())) == (1, 1)


@given(
    st.lists(st.tuples(st.integers(0, 90), FACTS), min_size=1, max_size=5),
    st.sampled_from([None, *Rating]),
    st.integers(0, 400),
)
def test_the_last_turn_is_how_it_stands_and_no_day_between_differs(
    steps: list[tuple[int, object]], hand: Rating | None, later: int
) -> None:
    day, lines = date(2026, 1, 1), []
    for number, (gap, facts) in enumerate(steps, 1):
        day += timedelta(days=gap)
        lines.append(made.line(number, day, facts, hand))  # type: ignore[arg-type]
    action = made.action(lines=tuple(lines))
    today = day + timedelta(days=later)
    found = turns(action, today)
    each = lines[0].when.date()
    while each <= today:
        last = [turn for turn in found if turn.day <= each][-1].after
        now = stand(action, each)
        assert (last.computed.rating, last.override) == (now.computed.rating, now.override)
        each += timedelta(days=7)
    now = stand(action, today)
    assert now.computed.rating is rate(action.facts, today).rating
    assert now.rating is (hand or now.computed.rating)
    assert now.computed.words in now.words
