"""Clashes: what they share, when, and that every pair is found that a plain search finds."""

from datetime import UTC, datetime, timedelta
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.conversations.register import conversations
from jtai_desktop.domain.meetings.clashes import Shared, clashes
from jtai_desktop.domain.meetings.slot import Slot
from jtai_desktop.domain.meetings.ways import NOWHERE, Ways
from jtai_desktop.domain.meetings.week import Week
from jtai_desktop.domain.moments import LONDON
from tests.domain.conversations import made as talks
from tests.domain.meetings import made


def test_a_child_in_two_meetings() -> None:
    review = made.slot("review", 0, 90, child="Child C", place="Room 2")
    strategy = made.slot("strategy", 60, 60, child="Child c", place="Room 3")
    (clash,) = clashes([strategy, review])
    assert (clash.first, clash.second, clash.shared) == (review, strategy, Shared.CHILD)
    assert (clash.end - clash.start) == timedelta(minutes=30)
    assert clash.sentence == "Child C is in two meetings, Tue 17, 11:00"


def test_one_after_the_other_is_no_clash() -> None:
    assert clashes([made.slot("a", 0, 60, child="C"), made.slot("b", 60, child="C")]) == ()


def test_a_person_and_a_room_at_once() -> None:
    one = made.slot("a", place="Room 2", people=("Chair", "Host"))
    two = made.slot("b", 30, place="room 2", people=("Host",))
    assert [each.shared for each in clashes([one, two])] == [Shared.PERSON, Shared.ROOM]
    assert clashes([one, two])[1].sentence == "Room 2 is taken twice, Tue 17, 10:30"


def test_a_call_is_no_room() -> None:
    for place in (*NOWHERE, "At home", "https://meet.example/1"):
        assert clashes([made.slot("a", place=place), made.slot("b", place=place)]) == ()


def test_the_hour_that_comes_twice_is_two_hours() -> None:
    first = datetime(2026, 10, 25, 1, 0, tzinfo=LONDON)
    again = first.replace(fold=1)
    half = timedelta(minutes=30)
    one = Slot("a", "a", first, first + half, child="C")
    two = Slot("b", "b", again, (again.astimezone(UTC) + half).astimezone(LONDON), child="C")
    assert clashes([one, two]) == ()
    whole = Slot("c", "c", first, again, child="C")
    assert [(each.first.id, each.second.id) for each in clashes([whole, one])] == [("a", "c")]


SLOTS = st.lists(
    st.builds(
        lambda at, length, child, place, who: (at * 15, length * 15, child, place, who),
        st.integers(0, 40),
        st.integers(1, 8),
        st.sampled_from(("", "Child A", "Child B")),
        st.sampled_from(("", "Room 1", "room 1", "Room 2", "at home")),
        st.sampled_from(("", "Chair", "Host")),
    ),
    max_size=12,
)


@given(SLOTS)
def test_every_pair_is_found_that_a_plain_search_finds(
    drawn: list[tuple[int, int, str, str, str]],
) -> None:
    slots = [
        made.slot(f"s{number}", at, length, child=child, place=place, people=(who,))
        for number, (at, length, child, place, who) in enumerate(drawn)
    ]
    wanted = {
        frozenset({(one.id, two.id), shared.value})
        for number, one in enumerate(slots)
        for two in slots[number + 1 :]
        if one.start < two.end and two.start < one.end
        for shared in _shared(one, two)
    }
    found = [
        frozenset(
            {tuple(sorted((c.first.id, c.second.id), key=lambda i: int(i[1:]))), c.shared.value}
        )
        for c in clashes(slots, Ways(usual=0))
    ]
    assert set(found) == wanted
    assert len(found) == len(wanted)


def _shared(one: Slot, two: Slot) -> list[Shared]:
    found = [Shared.CHILD] if one.child and one.child == two.child else []
    found += [Shared.PERSON] if one.people[0] and one.people == two.people else []
    rooms = {one.place.casefold(), two.place.casefold()}
    return [*found, Shared.ROOM] if len(rooms) == 1 and rooms <= {"room 1", "room 2"} else found


def test_a_thousand_entries_take_no_time() -> None:
    slots = [
        made.slot(f"s{n}", 45 * n % 2400, 45, child=f"Child {n % 7}", place=f"Room {n % 50}")
        for n in range(1000)
    ]
    begun = process_time()
    clashes(slots)
    assert process_time() - begun < 1


def test_the_week_has_only_conversations_that_stand() -> None:
    planned = talks.confirmed()
    off = talks.stepped(talks.confirmed(talks.person(child="Child A")), Step.WITHDRAW)
    week = Week(
        meetings=(made.meeting(), made.meeting("m2", cancelled="Chair ill")),
        conversations=conversations([planned, off]),
        kinds={"care-review": "Looked-after child review"},
        fieldwork=datetime(2026, 11, 16, tzinfo=LONDON).date(),
    )
    assert [each.id for each in week.slots] == ["m1", planned.id]
    assert week.called(week.meetings[0]) == "Child C, looked-after child review"
    assert week.on(made.START.date()) == week.slots
    assert week.on(made.SENT.date()) == ()
    assert week.outside == ()
    assert week.changes == ()


def test_another_week_and_a_missing_explanation_are_seen() -> None:
    early = made.meeting(start=made.SENT, end=made.SENT + timedelta(hours=1), observe=True)
    call = made.meeting("call", kind="call", start=made.SENT, end=made.SENT + timedelta(hours=1))
    week = Week(meetings=(early, call), fieldwork=made.START.date() - timedelta(days=1))
    assert week.outside == (early,)
    assert week.unexplained == (early,)
