"""What a team owes for a case: asked, chased and counted, received, archived, corrected."""

from datetime import timedelta

import pytest

from jtai_desktop.domain.audits.returns import (
    Return,
    Said,
    Signed,
    Stage,
    Step,
    correctable,
    offered,
    take,
)
from jtai_desktop.domain.problems import Refused
from tests.domain.audits import made

BARE = Return("r", "c1", "t1")


def test_a_return_goes_from_not_asked_to_received() -> None:
    assert BARE.stage is Stage.NOT_ASKED
    asked = made.taken(BARE, Step.ASKED)
    assert asked.stage is Stage.ASKED
    chased = made.taken(asked, Step.CHASED, Step.CHASED)
    assert len(chased.chases) == 2
    assert [each.how for each in chased.chases] == ["by telephone", "by telephone"]
    back = made.taken(chased, Step.RECEIVED)
    assert back.stage is Stage.RECEIVED
    assert back.received == made.START + timedelta(hours=3)
    assert offered(back) == (Step.CORRECTED,)


def test_what_came_unasked_is_received_too() -> None:
    assert offered(BARE) == (Step.ASKED, Step.RECEIVED, Step.ARCHIVED)
    assert made.taken(BARE, Step.RECEIVED).stage is Stage.RECEIVED


@pytest.mark.parametrize(
    ("steps", "then", "why"),
    [
        ((), Step.CHASED, "was not asked for yet"),
        ((), Step.CORRECTED, "nothing is noted that could be corrected"),
        ((Step.ASKED,), Step.ASKED, "it is asked for already"),
        ((Step.ARCHIVED,), Step.ARCHIVED, "it is records are archived already"),
        ((Step.ASKED, Step.RECEIVED), Step.CHASED, "is received already"),
        ((Step.ASKED, Step.RECEIVED), Step.ARCHIVED, "is received already"),
    ],
)
def test_a_step_out_of_turn_is_refused(steps: tuple[Step, ...], then: Step, why: str) -> None:
    with pytest.raises(Refused, match=why):
        made.taken(BARE, *steps, then)


def test_a_chase_says_how_and_is_corrected_with_a_reason() -> None:
    asked = made.taken(BARE, Step.ASKED)
    with pytest.raises(Refused, match="How is empty"):
        made.taken(asked, (Step.CHASED, Said()))
    chased = made.taken(asked, Step.CHASED)
    (line,) = correctable(chased)
    with pytest.raises(Refused, match="Reason is empty"):
        made.taken(chased, (Step.CORRECTED, Said(corrects=line.number)))
    with pytest.raises(Refused, match="choose what was noted by mistake"):
        made.taken(chased, (Step.CORRECTED, Said(note="Wrong team", corrects=1)))
    mended = made.taken(chased, (Step.CORRECTED, Said(note="Wrong team", corrects=line.number)))
    assert mended.chases == ()
    assert len(mended.lines) == 3
    assert mended.stage is Stage.ASKED
    assert correctable(mended) == ()


def test_received_by_mistake_is_asked_again() -> None:
    back = made.taken(BARE, Step.ASKED, Step.RECEIVED)
    mended = made.taken(back, (Step.CORRECTED, Said(note="It was of Case 2", corrects=2)))
    assert (mended.stage, mended.received) == (Stage.ASKED, None)
    assert made.taken(mended, Step.CHASED).stage is Stage.ASKED


def test_archived_records_are_a_mark_beside_the_stage() -> None:
    found = made.taken(BARE, Step.ASKED, (Step.ARCHIVED, Said(note="Store in Eastmoor")))
    assert found.stage is Stage.ASKED
    assert found.archived is not None
    assert found.archived.note == "Store in Eastmoor"
    assert made.taken(found, (Step.CORRECTED, Said(note="Found", corrects=2))).archived is None


def test_no_step_is_still_to_come_or_before_the_asking() -> None:
    asked = made.taken(BARE, Step.ASKED)
    now = Signed(made.NOW, made.BY)
    late = Said(when=made.NOW + timedelta(minutes=1))
    with pytest.raises(Refused, match="still to come") as refused:
        take(asked, Step.RECEIVED, late, now, "Case 1, Police")
    assert refused.value.problem.place == "When"
    early = Said(when=made.START - timedelta(minutes=1))
    with pytest.raises(Refused, match="it was asked for on Mon 2 Nov 2026, 09:00, later"):
        take(asked, Step.RECEIVED, early, now, "Case 1, Police")


def test_only_what_would_be_missed_keeps_a_return() -> None:
    assert not made.taken(BARE, Step.ASKED).is_touched
    assert made.taken(BARE, Step.ASKED, Step.CHASED).is_touched
