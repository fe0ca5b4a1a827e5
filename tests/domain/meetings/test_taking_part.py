"""Who takes part: an agency in a meeting, and who supports a conversation."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.conversations.person import Person
from jtai_desktop.domain.conversations.register import conversations
from jtai_desktop.domain.meetings.sending import ChangeKind, Sending, changes
from jtai_desktop.domain.meetings.week import Week
from tests.domain.conversations.made import agreed, confirmed, person, stepped
from tests.domain.meetings.made import BY, SENT, meeting


def test_an_entry_of_our_own_that_names_no_agency_is_for_all() -> None:
    assert meeting(kind="call").concerns("police")
    assert not meeting(kind="call", agencies=("yot",)).concerns("police")
    assert not meeting().concerns("police")  # of the return, and nobody said so
    assert meeting(agencies=("police",)).concerns("police")


def test_the_week_of_an_agency_has_its_meetings_and_what_it_supports() -> None:
    supported = _supported("Police family officer and Advocate")
    week = Week(
        (
            meeting("a", agencies=("police",)),
            meeting("b", agencies=("yot",)),
            meeting("c", kind="call"),
        ),
        conversations=conversations([supported, confirmed(person(id="other"))]),
    )
    mine = week.of_agency("police", {"police family officer"})
    assert [each.id for each in mine.meetings] == ["a", "c"]
    assert [talk.person.id for talk in mine.conversations.talks] == [supported.id]
    assert week.of_agency("police").conversations.talks == ()


@given(st.sampled_from([Step.WITHDRAW, Step.NOT_APPROPRIATE, Step.CALL_OFF]))
def test_nobody_supports_a_conversation_that_does_not_stand(step: Step) -> None:
    gone = stepped(_supported("Advocate"), step)
    found = conversations([gone]).supported_by({"Advocate"})
    assert found.talks == ()
    assert found.to_tell == ()


def test_a_change_says_what_the_inspectors_hold() -> None:
    sent = meeting(place="Room 1")
    sendings = (Sending(1, SENT, BY, "portal", (sent,)),)
    (moved,) = changes([replace(sent, place="Room 2")], sendings)
    assert (moved.kind, moved.before) == (ChangeKind.CHANGED, sent)
    (gone,) = changes([replace(sent, cancelled="Ill")], sendings)
    assert gone.before == sent
    new = changes([sent, meeting("m2")], sendings)
    assert [each.before for each in new] == [None]


def _supported(by: str) -> Person:
    return stepped(agreed(person(id="mine")), Step.PLAN, support=by)
