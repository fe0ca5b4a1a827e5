"""Day and hours as they are typed: with doubt refused, and named by the field."""

from datetime import date, datetime, time, timedelta

import pytest

from jtai_desktop.domain.meetings import typed_times
from jtai_desktop.domain.meetings.concerns import Span
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.problems import Refused
from tests.domain.meetings import made

SPAN = Span(date(2026, 11, 16))
TUESDAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    "text", ["17/11/2026", "Tue 17 Nov 2026", "2026-11-17", "Tue 17 Nov", "17 November", "Tue 17"]
)
def test_a_day_of_the_three_weeks(text: str) -> None:
    assert typed_times.day_typed(text, SPAN) == TUESDAY


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wed 17 Nov 2026", "contradicts itself"),
        ("Wed 17 Nov", "17 November 2026 is a Tuesday"),
        ("Wed 17", "can’t be read"),
        ("17", "can’t be read"),
        ("Tuesday", "can’t be read"),
        ("17 Dec", "has no year"),
        ("31 Nov 2026", "30 days"),
        ("31 Nov", "30 days"),
        ("", "can’t be read"),
    ],
)
def test_a_day_in_doubt_is_refused(text: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        typed_times.day_typed(text, SPAN)
    assert refused.value.problem.place == "Day"
    # What was typed is named as it was typed.
    assert str(refused.value).startswith(f"“{text}”" if text else "An empty field")


def test_without_the_weeks_nothing_is_added() -> None:
    with pytest.raises(Refused, match="has no year"):
        typed_times.day_typed("Tue 17 Nov")


@pytest.mark.parametrize(
    "text", ["09:30–11:00", "9.30 - 11.00", "09:30 to 11:00", "9:30am until 11am"]
)
def test_both_hours_in_one(text: str) -> None:
    assert typed_times.between_typed(text) == (time(9, 30), time(11))


@pytest.mark.parametrize("text", ["09:30", "9 to 11", "09:30–11:00–12:00", "25:00–26:00", ""])
def test_hours_in_doubt_are_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        typed_times.between_typed(text)
    assert refused.value.problem.place == "Time"


def test_a_refusal_names_the_field() -> None:
    for typed, place in (
        (("x", "09:00", "10:00"), "Day"),
        (("17 Nov 2026", "9", "10:00"), "Start"),
        (("17 Nov 2026", "09:00", ""), "End"),
        (("28 Mar 2027", "01:30", "03:00"), "Start"),
    ):
        with pytest.raises(Refused) as refused:
            typed_times.times_typed(*typed)
        assert refused.value.problem.place == place


def test_another_start_keeps_the_length_also_when_the_clocks_change() -> None:
    meeting = made.meeting()
    start = datetime(2026, 10, 25, 0, 30, tzinfo=LONDON)
    assert typed_times.moved(meeting, meeting.start + timedelta(days=1))[1].hour == 11
    _, end = typed_times.moved(meeting, start)
    assert (end.hour, end.minute, end.utcoffset()) == (1, 30, timedelta(hours=1))
