"""What was sent is frozen; what changed since is listed, and sent as an update."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from jtai_desktop.domain.meetings.checking import checked
from jtai_desktop.domain.meetings.meeting import FACTS, Meeting
from jtai_desktop.domain.meetings.sending import ChangeKind, Sending, changes, send
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.problems import Refused
from tests.domain.meetings import made


def sent(*meetings: Meeting, before: tuple[Sending, ...] = ()) -> tuple[Sending, ...]:
    return (*before, send(meetings, before, made.SENT, made.BY, "portal"))


def test_what_was_sent_stays_as_it_was() -> None:
    first = made.meeting()
    (sending,) = sent(first, made.meeting("m2"))
    moved = replace(first, place="Room 9", host="Reception")
    (change,) = changes([moved, made.meeting("m2")], [sending])
    assert (change.kind, change.what) == (ChangeKind.CHANGED, ("place",))
    assert sending.meetings[0] == first
    assert sending.number == 1


def test_an_update_has_only_what_changed() -> None:
    before = sent(made.meeting(), made.meeting("m2"))
    moved = made.meeting(start=made.START + timedelta(minutes=30))
    after = sent(moved, made.meeting("m2"), before=before)
    assert [each.id for each in after[1].meetings] == ["m1"]
    assert changes([moved, made.meeting("m2")], after) == ()
    assert after[0] == before[0]
    with pytest.raises(Refused, match="hold everything"):
        sent(moved, made.meeting("m2"), before=after)


def test_new_and_cancelled_ones_are_told_of_and_back_again() -> None:
    before = sent(made.meeting())
    off = made.meeting(cancelled="Chair ill")
    (change,) = changes([off], before)
    assert change.kind is ChangeKind.CANCELLED
    told = sent(off, before=before)
    assert changes([off], told) == ()
    assert [each.kind for each in changes([made.meeting()], told)] == [ChangeKind.NEW]
    assert changes([made.meeting("m9", cancelled="Never")], before) == ()


def test_entries_of_one_s_own_and_what_we_prepare_never_go() -> None:
    own = made.meeting("call", kind="call", child="")
    with pytest.raises(Refused, match="hold everything"):
        sent(own)
    (sending,) = sent(own, made.meeting(host="Reception", prepares="Clerk"))
    assert [each.id for each in sending.meetings] == ["m1"]
    assert (sending.meetings[0].host, sending.meetings[0].prepares) == ("", "")


def test_every_fact_of_the_return_is_compared() -> None:
    others: dict[str, object] = {
        "kind": "strategy",
        "start": made.START - timedelta(minutes=5),
        "end": made.START + timedelta(hours=2),
        "agencies": ("police",),
        "observe": True,
    }
    for name in FACTS:
        other = made.meeting("m1", **{name: others.get(name, "Other")})
        (change,) = changes([other], sent(made.meeting()))
        assert change.what == (FACTS[name],)


def test_how_it_was_sent_must_be_said() -> None:
    with pytest.raises(Refused, match="portal, mail or paper"):
        send([made.meeting()], (), made.SENT, made.BY, "pigeon")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"end": made.START}, "end is not after the start"),
        ({"end": made.START - timedelta(hours=1)}, "end is not after the start"),
        ({"end": made.START + timedelta(hours=15)}, "longer than fourteen hours"),
        ({"child": " "}, "which child"),
        ({"place": "x" * 201}, "201 characters"),
    ],
)
def test_what_can_not_be_is_refused(given: dict[str, object], words: str) -> None:
    with pytest.raises(Refused, match=words):
        checked(made.meeting("m1", **given))


def test_across_the_end_of_summer_time_the_real_length_counts() -> None:
    start = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON)
    back = datetime(2026, 10, 25, 1, 10, tzinfo=LONDON, fold=1)
    assert checked(made.meeting(start=start, end=back)).end.utcoffset() == timedelta(0)
    with pytest.raises(Refused, match="end is not after"):
        checked(made.meeting(start=start, end=back.replace(fold=0)))
