"""What an entry would clash with at another time: the same as if it had been moved there."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.meetings.trying import trial_of
from jtai_desktop.domain.meetings.warned import accept
from jtai_desktop.domain.meetings.week import Week
from tests.domain.meetings import made

MONDAY = date(2026, 11, 16)
REVIEW = made.meeting("m1")
PLACES = ("Civic Centre, room 1", "Civic Centre, room 2", "Family centre", "")
MEETINGS = st.lists(
    st.builds(
        lambda minutes, length, child, place, chair: (minutes, length, child, place, chair),
        st.integers(-30, 30).map(lambda each: each * 15),
        st.integers(1, 8).map(lambda each: each * 15),
        st.sampled_from(("Child A", "Child C", "")),
        st.sampled_from(PLACES),
        st.sampled_from(("Chair 1", "Chair 2")),
    ),
    min_size=2,
    max_size=9,
)


def week(*meetings: Meeting) -> Week:
    return Week(meetings=meetings, fieldwork=MONDAY)


def test_it_would_clash_where_it_is_led_and_nowhere_else() -> None:
    later = made.meeting("m2", kind="strategy", start=made.START + timedelta(hours=2))
    later = replace(later, end=later.start + timedelta(hours=1))
    trial = trial_of(week(REVIEW, later), "m2")
    assert trial is not None
    assert trial.at(later.start, later.end) == ()
    (clash,) = trial.at(made.START + timedelta(minutes=30), made.START + timedelta(hours=2))
    assert clash.sentence == "Child C is in two meetings, Tue 17, 10:30"
    assert trial_of(week(REVIEW), "m9") is None


def test_what_was_accepted_counts_again_once_it_is_led_elsewhere() -> None:
    strategy = made.meeting("m2", kind="strategy")
    both = week(REVIEW, strategy)
    accepted = accept(both.judged.open[0], "Short", made.SENT, made.BY)
    trial = trial_of(replace(both, acceptances={accepted.key: accepted}), "m2")
    assert trial is not None
    assert trial.at(strategy.start, strategy.end) == ()
    assert trial.at(strategy.start, strategy.end + timedelta(minutes=15))


@given(MEETINGS, st.integers(-40, 40))
def test_a_trial_says_what_the_week_says_after_the_move(
    parts: list[tuple[int, int, str, str, str]], by: int
) -> None:
    every = [
        made.meeting(
            f"m{at}",
            start=made.START + timedelta(minutes=minutes),
            end=made.START + timedelta(minutes=minutes + length),
            child=child,
            place=place,
            chair=chair,
            kind=("strategy", "care-review")[at % 2],
        )
        for at, (minutes, length, child, place, chair) in enumerate(parts)
    ]
    shift = timedelta(minutes=15 * by)
    moved = replace(every[0], start=every[0].start + shift, end=every[0].end + shift)
    trial = trial_of(week(*every), "m0")
    assert trial is not None
    found = {each.sentence for each in trial.at(moved.start, moved.end)}
    assert found == {each.sentence for each in week(moved, *every[1:]).judged.of("m0")}
