"""Steps, the second reader, what sending freezes, and corrections by a further line."""

from dataclasses import replace

import pytest

from jtai_desktop.domain.documents.lines import Line, Point, Step, Who
from jtai_desktop.domain.documents.steps import offered
from jtai_desktop.domain.documents.taking import (
    add_version,
    correctable,
    same_slot,
    take,
)
from jtai_desktop.domain.documents.track import Ours, Theirs, standing
from jtai_desktop.domain.problems import Refused
from tests.domain.documents import made


def test_the_straight_way_and_what_is_frozen() -> None:
    asked = made.stepped(made.document(), Step.ASK)
    assert standing(asked).ours is Ours.ASKED
    received = made.received(asked)
    assert standing(received).ours is Ours.TO_CHECK
    ready = made.stepped(received, Step.CHECK)
    assert standing(ready).ours is Ours.READY
    found = standing(made.stepped(ready, Step.SEND))
    assert (found.ours, found.theirs) == (Ours.SENT, Theirs.NO_REPLY)
    assert found.sent
    assert (found.sent.version, found.sent.sha256, found.sent.way) == (1, "a1", "portal")
    assert (found.sent.checked_by, found.sent.override) == ("Quality lead", "")


def test_nothing_is_sent_before_a_check() -> None:
    with pytest.raises(Refused, match="before a second reader has checked"):
        made.stepped(made.received(made.document()), Step.SEND)


def test_who_added_it_cannot_check_it() -> None:
    received = made.received(made.document(), by=made.READER)
    with pytest.raises(Refused, match="another person must check"):
        made.stepped(received, Step.CHECK)
    for_another = Who("Inspection coordinator", "Quality lead")
    with pytest.raises(Refused, match="another person must check"):
        made.stepped(received, Step.CHECK, by=for_another)


def test_one_passphrase_for_both_is_said() -> None:
    added_for = Who("Inspection coordinator", "Data team manager")
    received = made.received(made.document(), by=added_for)
    assert same_slot(received, made.COORDINATOR)
    assert not same_slot(received, made.READER)
    ready = made.stepped(received, Step.CHECK, by=made.COORDINATOR)
    found = standing(made.stepped(ready, Step.SEND)).sent
    assert found
    assert found.same_slot


@pytest.mark.parametrize("point", Point)
def test_every_point_is_looked_at(point: Point) -> None:
    received = made.received(made.document())
    others = tuple(each for each in Point if each is not point)
    with pytest.raises(Refused, match="Not looked at yet"):
        made.stepped(received, Step.CHECK, points=others)


def test_an_override_needs_a_reason_and_keeps_it() -> None:
    received = made.received(made.document(), by=made.READER)
    with pytest.raises(Refused, match="Reason is empty"):
        made.stepped(received, Step.OVERRIDE, reason=" ")
    found = standing(made.stepped(received, Step.OVERRIDE, Step.SEND, reason="Nobody here")).sent
    assert found
    assert found.override == "Nobody here"


def test_a_return_takes_the_check_away() -> None:
    ready = made.stepped(made.received(made.document()), Step.CHECK)
    returned = made.stepped(ready, Step.RETURN)
    assert standing(returned).ours is Ours.RETURNED
    assert standing(returned).reason == "Because"
    assert Step.SEND not in offered(returned)
    again = made.stepped(returned, Step.RECEIVE)
    with pytest.raises(Refused, match="before a second reader"):
        made.stepped(again, Step.SEND)


def test_a_newer_version_needs_its_own_check() -> None:
    ready = made.stepped(made.received(made.document()), Step.CHECK)
    newer = add_version(ready, made.version(sha256="b2"))
    assert standing(newer).ours is Ours.TO_CHECK
    with pytest.raises(Refused, match="before a second reader"):
        made.stepped(newer, Step.SEND)


def test_inspectors_hold_one_we_hold_two_until_sent() -> None:
    newer = add_version(made.sent(), made.version(sha256="b2"))
    found = standing(newer)
    assert (found.ours, found.newer) == (Ours.SENT, Ours.TO_CHECK)
    assert found.sent
    assert (found.sent.version, found.sent.sha256) == (1, "a1")
    again = standing(made.stepped(newer, Step.CHECK, Step.SEND))
    assert (again.newer, again.theirs) == (None, Theirs.NO_REPLY)
    assert again.sent
    assert (again.sent.version, again.sent.sha256) == (2, "b2")


def test_a_newer_version_is_waived_with_a_reason_until_the_next() -> None:
    newer = add_version(made.sent(), made.version())
    with pytest.raises(Refused, match="Reason is empty"):
        made.stepped(newer, Step.WAIVE, reason="")
    waived = made.stepped(newer, Step.WAIVE)
    assert standing(waived).newer is None
    assert standing(add_version(waived, made.version())).newer is Ours.TO_CHECK


def test_what_does_not_exist_may_lack_its_reason_and_comes_back() -> None:
    closed = made.stepped(made.document(), Step.NONE, reason="")
    assert standing(closed).ours is Ours.DOES_NOT_EXIST
    with pytest.raises(Refused, match="closed"):
        add_version(closed, made.version())
    given = made.stepped(closed, Step.NONE, reason="Never held")
    assert standing(given).reason == "Never held"
    assert standing(made.stepped(given, Step.REOPEN)).ours is Ours.NOT_ASKED


def test_what_sleeps_is_left_alone() -> None:
    one = made.document()
    assert offered(one, asleep=True) == frozenset()
    with pytest.raises(Refused, match="only on request"):
        take(one, made.line(one, Step.ASK), asleep=True)


def test_the_inspectors_track() -> None:
    sent = made.sent()
    received = made.stepped(sent, Step.THEY_RECEIVED)
    assert standing(received).theirs is Theirs.RECEIVED
    with pytest.raises(Refused, match="Question is empty"):
        made.stepped(received, Step.THEY_QUERIED, text="")
    queried = made.stepped(received, Step.THEY_QUERIED)
    assert standing(queried).theirs is Theirs.QUERY
    assert standing(made.stepped(queried, Step.ANSWER)).theirs is Theirs.RECEIVED
    accepted = made.stepped(queried, Step.THEY_ACCEPTED)
    assert standing(accepted).theirs is Theirs.ACCEPTED
    assert Step.THEY_QUERIED not in offered(accepted)


def test_the_inspectors_say_nothing_of_what_they_do_not_hold() -> None:
    for step in (Step.THEY_RECEIVED, Step.THEY_QUERIED, Step.THEY_ACCEPTED, Step.ANSWER):
        with pytest.raises(Refused):
            made.stepped(made.received(made.document()), step)


def test_a_wrong_sending_is_corrected_by_a_further_line() -> None:
    sent = made.sent()
    send = correctable(sent)[0]
    assert send.step is Step.SEND
    corrected = made.stepped(sent, Step.CORRECT, corrects=send.id)
    assert standing(corrected).ours is Ours.READY
    assert corrected.lines[:-1] == sent.lines
    with pytest.raises(Refused, match="can’t be corrected"):
        made.stepped(corrected, Step.CORRECT, corrects=send.id)


def test_a_correction_needs_a_reason_and_a_line_that_lasts() -> None:
    sent = made.sent()
    for wrong in ("", "nothing", sent.lines[0].id):
        with pytest.raises(Refused, match="can’t be corrected"):
            made.stepped(sent, Step.CORRECT, corrects=wrong)
    with pytest.raises(Refused, match="Reason is empty"):
        made.stepped(sent, Step.CORRECT, corrects=correctable(sent)[0].id, reason="")


def test_chases_are_counted_and_can_be_corrected() -> None:
    chased = made.stepped(made.document(), Step.ASK, Step.CHASE, Step.CHASE)
    assert len(standing(chased).chases) == 2
    last = correctable(chased)[0]
    assert len(standing(made.stepped(chased, Step.CORRECT, corrects=last.id)).chases) == 1


def test_a_sending_needs_its_way_and_takes_its_hash_from_the_version() -> None:
    ready = made.stepped(made.received(made.document()), Step.CHECK)
    with pytest.raises(Refused, match="Say how it was sent"):
        made.stepped(ready, Step.SEND, way="pigeon")
    lying: Line = replace(made.line(ready, Step.SEND), sha256="zz", version=7)
    found = standing(take(ready, lying)).sent
    assert found
    assert (found.version, found.sha256) == (1, "a1")


def test_nothing_is_received_without_a_file() -> None:
    with pytest.raises(Refused, match="no file yet"):
        made.stepped(made.document(), Step.RECEIVE)
