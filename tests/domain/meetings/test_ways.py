"""The way between two places: the council’s minutes, one building, calls, homes; its clashes."""

from dataclasses import replace

import pytest

from jtai_desktop.domain.meetings.clashes import ClashKind, Shared, clashes
from jtai_desktop.domain.meetings.ways import USUAL_MINUTES, Way, Ways
from jtai_desktop.domain.problems import Refused
from tests.domain.meetings import made

CIVIC, POLICE = "Civic Centre, room 4", "Police station, meeting room"
TABLE = Ways((Way("Civic Centre", "Police station", 5), Way(CIVIC, "Hospital", 45)))


@pytest.mark.parametrize(
    ("one", "other", "minutes"),
    [
        (CIVIC, POLICE, 5),
        (POLICE, CIVIC, 5),
        ("hospital", CIVIC, 45),
        ("Civic Centre, room 2", "Hospital", USUAL_MINUTES),
        (CIVIC, "Civic Centre, room 2", 0),
        (CIVIC, "civic centre, Room 4", 0),
        (CIVIC, "Family centre", USUAL_MINUTES),
        (CIVIC, "", 0),
        ("Call", POLICE, 0),
        ("https://meet.example/1", POLICE, 0),
        (CIVIC, "At home", USUAL_MINUTES),
        ("At home", "At home", USUAL_MINUTES),
        ("At home", "At school", USUAL_MINUTES),
    ],
)
def test_how_long_a_way_takes(one: str, other: str, minutes: int) -> None:
    assert TABLE.minutes(one, other) == minutes


def test_the_home_of_one_child_is_one_place() -> None:
    assert TABLE.minutes("At home", "at home", same_child=True) == 0


def test_a_way_is_said_anew_and_taken_back() -> None:
    table = TABLE.with_way(Way("Police station", "civic centre", 12))
    assert (len(table.known), table.minutes(CIVIC, POLICE)) == (2, 12)
    assert table.longest == 45
    assert table.without("civic centre", "POLICE STATION").minutes(CIVIC, POLICE) == USUAL_MINUTES
    assert Ways().longest == USUAL_MINUTES


@pytest.mark.parametrize(
    ("way", "place"),
    [
        (Way("", "B", 5), "From"),
        (Way("A", " ", 5), "To"),
        (Way("A", "a", 5), "To"),
        (Way("A", "B", -1), "Minutes"),
        (Way("A", "B", 241), "Minutes"),
    ],
)
def test_a_way_that_can_not_be(way: Way, place: str) -> None:
    with pytest.raises(Refused) as refused:
        TABLE.with_way(way)
    assert refused.value.problem.place == place


@pytest.mark.parametrize(
    ("given", "shared"),
    [
        ({"people": ("Chair",)}, Shared.PERSON),
        ({"child": "Child C"}, Shared.CHILD),
        ({"inspector": "Inspector 2"}, Shared.INSPECTOR),
    ],
)
def test_too_little_time_for_the_way(given: dict[str, object], shared: Shared) -> None:
    first = made.slot("a", 0, 60, place=CIVIC, **given)
    (clash,) = clashes([made.slot("b", 70, 60, place="Family centre", **given), first])
    assert (clash.kind, clash.shared, clash.first, clash.needed) == (
        ClashKind.TRAVEL,
        shared,
        first,
        20,
    )
    assert clash.sentence.endswith("has 10 min for a way of 20 min, Tue 17, 11:00")
    assert "ends 11:00 at Civic Centre, room 4" in clash.explained
    assert clashes([made.slot("b", 80, 60, place="Family centre", **given), first]) == ()
    near = made.slot("b", 70, 60, place=POLICE, **given)
    assert clashes([near, first], TABLE) == ()


def test_a_room_needs_no_time_between() -> None:
    assert clashes([made.slot("a", 0, 60, place=CIVIC), made.slot("b", 60, place=CIVIC)]) == ()


def test_a_way_longer_than_usual_is_seen_from_far() -> None:
    far = replace(TABLE, known=(Way("Civic Centre", "Coast", 120),))
    one = made.slot("a", 0, 60, place=CIVIC, people=("Chair",))
    two = made.slot("b", 179, 60, place="Coast", people=("Chair",))
    assert [each.needed for each in clashes([one, two], far)] == [120]
