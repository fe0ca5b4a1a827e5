"""What may be recorded when, and what each refusal says."""

from datetime import datetime, timedelta

import pytest

from jtai_desktop.domain.conversations.lines import REFUSALS, Recorded, Step, View
from jtai_desktop.domain.conversations.person import Role
from jtai_desktop.domain.conversations.register import conversations
from jtai_desktop.domain.conversations.steps import correctable, offered, views_for
from jtai_desktop.domain.conversations.taking import take
from jtai_desktop.domain.conversations.track import State, standing
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.problems import Refused
from tests.domain.conversations import made

ALL_REFUSALS = sorted(REFUSALS)


def test_agreed_needs_an_explanation_first() -> None:
    asked = made.person()
    assert Step.AGREE not in offered(asked)
    with pytest.raises(Refused, match="who explained the inspection"):
        made.stepped(asked, Step.AGREE)
    assert standing(made.agreed()).state is State.AGREED


def test_a_child_s_own_view_and_parental_responsibility_are_apart() -> None:
    child = made.stepped(made.person(Role.CHILD), Step.EXPLAIN)
    own = made.stepped(child, Step.AGREE, view=View.OWN)
    assert standing(own).state is State.NOT_ASKED
    assert views_for(own, Step.AGREE) == (View.PARENTAL,)
    with pytest.raises(Refused, match="has agreed"):
        made.stepped(own, Step.PLAN)
    both = made.stepped(own, Step.AGREE, view=View.PARENTAL)
    assert standing(both).state is State.AGREED
    assert standing(made.stepped(own, Step.DECLINE, view=View.PARENTAL)).state is State.DECLINED


def test_an_adult_has_one_view() -> None:
    carer = made.stepped(made.person(), Step.EXPLAIN)
    with pytest.raises(Refused, match="parental responsibility can’t be recorded"):
        made.stepped(carer, Step.AGREE, view=View.PARENTAL)


def test_only_who_agreed_is_planned_and_only_a_plan_is_confirmed() -> None:
    with pytest.raises(Refused, match="only with someone who has agreed"):
        made.stepped(made.person(), Step.PLAN)
    with pytest.raises(Refused, match="plan the conversation before"):
        made.stepped(made.agreed(), Step.CONFIRM)
    assert standing(made.confirmed()).state is State.CONFIRMED


def test_another_time_must_be_confirmed_again() -> None:
    moved = made.stepped(made.confirmed(), Step.PLAN)
    assert standing(moved).state is State.PLANNED
    assert standing(moved).confirmed is None


def test_a_confirmation_is_not_older_than_what_it_confirms() -> None:
    """A first plan may be written down after its letter; another time needs another letter."""
    hour = timedelta(hours=1)
    agreed = made.stepped(made.person(), Step.EXPLAIN, happened=made.START - 3 * hour)
    agreed = made.stepped(agreed, Step.AGREE, happened=made.START - 2 * hour)
    planned = made.stepped(agreed, Step.PLAN)
    with pytest.raises(Refused, match="is before it was agreed, Mon 9 Nov 2026, 07:00") as refused:
        made.stepped(planned, Step.CONFIRM, happened=made.START - 3 * hour)
    assert refused.value.problem.place == "When"
    letter = {"happened": made.START - hour}
    confirmed = made.stepped(planned, Step.CONFIRM, **letter)
    assert standing(confirmed).state is State.CONFIRMED
    with pytest.raises(Refused, match="is before it was planned for this time"):
        made.stepped(made.stepped(confirmed, Step.PLAN), Step.CONFIRM, **letter)


def test_a_withdrawal_and_a_word_about_it_come_after_what_they_follow() -> None:
    hour, agreed = timedelta(hours=1), made.agreed()
    with pytest.raises(Refused, match="is before it was agreed"):
        made.stepped(agreed, Step.WITHDRAW, happened=made.START - hour)
    withdrawn = made.stepped(agreed, Step.WITHDRAW)
    with pytest.raises(Refused, match="is before it was decided"):
        made.stepped(withdrawn, Step.TELL, happened=made.START - hour)


@pytest.mark.parametrize("refusal", ALL_REFUSALS)
def test_a_no_takes_the_plan_off_and_opens_the_duty(refusal: Step) -> None:
    before = made.confirmed() if refusal is not Step.DECLINE else made.person()
    after = made.stepped(before, refusal)
    assert not conversations([after]).on_the_timetable
    (to_tell,) = conversations([after]).to_tell
    assert to_tell.duty.decision.step is refusal
    told = made.stepped(after, Step.TELL)
    assert conversations([told]).to_tell == ()
    assert standing(told).duties[0].told
    assert any(line.step is Step.PLAN for line in told.lines) is (refusal is not Step.DECLINE)


def test_agreeing_again_does_not_bring_the_old_plan_back() -> None:
    off = made.stepped(made.confirmed(), Step.WITHDRAW, Step.REASK)
    assert standing(off).state is State.NOT_ASKED
    again = made.stepped(off, Step.AGREE)
    assert standing(again).state is State.AGREED
    assert not conversations([again]).on_the_timetable


@pytest.mark.parametrize("refusal", ALL_REFUSALS)
def test_a_refusal_is_asked_again_only_on_purpose(refusal: Step) -> None:
    before = made.agreed() if refusal is not Step.DECLINE else made.person()
    after = made.stepped(before, refusal)
    assert offered(after).isdisjoint({Step.AGREE, Step.DECLINE, Step.PLAN, Step.CONFIRM})
    with pytest.raises(Refused, match="Reason"):
        made.stepped(after, Step.REASK, reason=" ")


def test_correcting_a_withdrawal_does_not_bring_agreed_back() -> None:
    off = made.stepped(made.confirmed(), Step.WITHDRAW)
    wrong = next(line for line in correctable(off) if line.step is Step.WITHDRAW)
    corrected = made.stepped(off, Step.CORRECT, corrects=wrong.id)
    assert standing(corrected).state is State.NOT_ASKED
    assert len(standing(corrected).open_duties) == 1
    assert not conversations([corrected]).on_the_timetable


def test_correcting_what_was_superseded_changes_nothing() -> None:
    off = made.stepped(made.agreed(), Step.WITHDRAW)
    first = next(line for line in correctable(off) if line.step is Step.AGREE)
    assert standing(made.stepped(off, Step.CORRECT, corrects=first.id)).state is State.WITHDRAWN


def test_an_explanation_that_was_wrong_takes_agreed_with_it() -> None:
    before = made.confirmed()
    wrong = next(line for line in correctable(before) if line.step is Step.EXPLAIN)
    after = made.stepped(before, Step.CORRECT, corrects=wrong.id)
    assert standing(after).state is State.NOT_ASKED
    assert Step.AGREE not in offered(after)


def test_not_appropriate_needs_reasons_and_opens_everything_again() -> None:
    with pytest.raises(Refused, match="Reason"):
        made.stepped(made.person(), Step.NOT_APPROPRIATE, reason="")
    child = made.stepped(made.agreed(made.person(Role.CHILD)), Step.NOT_APPROPRIATE, Step.REASK)
    assert standing(child).state is State.NOT_ASKED
    assert views_for(child, Step.AGREE) == made.BOTH


def test_asking_again_keeps_the_view_that_agreed() -> None:
    child = made.stepped(made.person(Role.CHILD), Step.EXPLAIN, Step.AGREE)
    again = made.stepped(child, Step.DECLINE, view=View.PARENTAL)
    again = made.stepped(again, Step.REASK)
    assert views_for(again, Step.AGREE) == (View.PARENTAL,)


def test_each_decision_is_told_of_by_itself() -> None:
    child = made.stepped(made.person(Role.CHILD), Step.DECLINE, Step.REASK, Step.DECLINE)
    assert len(standing(child).open_duties) == 2
    told = made.stepped(child, Step.TELL, about="3")
    assert [duty.decision.id for duty in standing(told).open_duties] == ["1"]
    with pytest.raises(Refused, match="which decision"):
        made.stepped(told, Step.TELL, about="3")


def test_the_understanding_is_checked_of_what_is_planned() -> None:
    assert Step.UNDERSTAND not in offered(made.agreed())
    checked = made.stepped(made.confirmed(), Step.UNDERSTAND)
    assert standing(checked).understood
    assert standing(made.stepped(checked, Step.CALL_OFF)).understood is None


@pytest.mark.parametrize(
    ("start", "minutes", "words"),
    [
        (made.TALK, 0, "end is not after the start"),
        (made.TALK, -30, "end is not after the start"),
        (made.TALK, 13 * 60, "longer than twelve hours"),
        (None, 0, "Give the day"),
    ],
)
def test_a_time_that_can_not_be(start: datetime | None, minutes: int, words: str) -> None:
    end = start + timedelta(minutes=minutes) if start else None
    with pytest.raises(Refused, match=words):
        made.stepped(made.agreed(), Step.PLAN, start=start, end=end)


def test_the_hour_that_comes_twice_is_long_enough() -> None:
    # On the last Sunday of October, 01:30 to 01:15 by the clock is 45 minutes.
    start = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON)
    end = datetime(2026, 10, 25, 1, 15, tzinfo=LONDON, fold=1)
    assert standing(made.stepped(made.agreed(), Step.PLAN, start=start, end=end)).plan


def test_what_is_said_must_have_happened_and_say_how() -> None:
    with pytest.raises(Refused, match="still to come"):
        made.stepped(made.person(), Step.EXPLAIN, happened=made.TALK)
    with pytest.raises(Refused, match="By whom is empty"):
        made.stepped(made.person(), Step.EXPLAIN, who="")
    with pytest.raises(Refused, match="in writing, or spoken"):
        made.stepped(made.stepped(made.person(), Step.EXPLAIN), Step.AGREE, how="heard")
    assert set(Recorded) == {"written", "verbal-with-witness"}


def test_a_child_taken_out_is_only_told_of_and_corrected() -> None:
    refused = made.stepped(made.confirmed(), Step.WITHDRAW)
    out = made.person(lines=refused.lines, selected=False)
    assert offered(out) == {Step.TELL, Step.CORRECT}
    assert not conversations([out]).selected
    assert len(conversations([out]).to_tell) == 1
    gone = made.person(lines=made.confirmed().lines, selected=False)
    assert not conversations([gone]).on_the_timetable
    with pytest.raises(Refused, match="no longer among the selected"):
        take(gone, made.line(gone, Step.PLAN))


def test_a_leaflet_is_given_with_the_explanation_or_apart() -> None:
    apart = made.stepped(made.person(), Step.LEAFLET, leaflet="For carers", language="Polish")
    assert standing(apart).leaflet == apart.lines[-1]
    assert not standing(apart).explanation
    assert Step.AGREE not in offered(apart)
    both = made.stepped(apart, Step.EXPLAIN, leaflet="Easy read")
    assert standing(both).leaflet == both.lines[-1]
    corrected = made.stepped(both, Step.CORRECT, corrects=both.lines[-1].id)
    assert standing(corrected).leaflet == apart.lines[-1]
    with pytest.raises(Refused, match="Leaflet is empty"):
        made.stepped(made.person(), Step.LEAFLET)


def test_a_spoken_agreement_needs_a_witness() -> None:
    explained = made.stepped(made.person(), Step.EXPLAIN)
    with pytest.raises(Refused, match="Witness is empty") as refused:
        made.stepped(explained, Step.AGREE, how=Recorded.SPOKEN)
    assert refused.value.problem.place == "Witness"
    heard = made.stepped(explained, Step.AGREE, how=Recorded.SPOKEN, witness="Form tutor")
    assert standing(heard).state is State.AGREED


def test_an_agreement_from_before_the_explanation_is_refused() -> None:
    explained = made.stepped(made.person(), Step.EXPLAIN, happened=made.START)
    with pytest.raises(Refused, match="before the inspection was explained") as refused:
        made.stepped(explained, Step.AGREE, happened=made.START - timedelta(minutes=5))
    assert refused.value.problem.place == "When"
    assert standing(made.stepped(explained, Step.AGREE, happened=made.START)).state is State.AGREED


def test_a_corrected_explanation_leaves_only_what_a_remaining_one_came_before() -> None:
    """The first one was recorded in time, but took place later than the agreement."""
    at = made.stepped(made.person(), Step.EXPLAIN, happened=made.START - timedelta(hours=1))
    at = made.stepped(at, Step.EXPLAIN, happened=made.START - timedelta(hours=3))
    at = made.stepped(at, Step.AGREE, happened=made.START - timedelta(hours=2))
    assert standing(at).state is State.AGREED
    assert standing(made.stepped(at, Step.CORRECT, corrects="2")).state is State.NOT_ASKED
