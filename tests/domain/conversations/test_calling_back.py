"""Papers that must be called back: for whom, since when, and when not."""

from dataclasses import replace

import pytest

from jtai_desktop.domain.conversations.calling_back import Held, known_of, to_call_back
from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.conversations.person import Person, Role
from jtai_desktop.domain.conversations.register import conversations
from tests.domain.conversations import made


def held(*people: Person) -> Held:
    return Held(made.paper(), tuple((each.id, known_of(each)) for each in people))


@pytest.mark.parametrize("refusal", [Step.WITHDRAW, Step.NOT_APPROPRIATE])
def test_who_refuses_after_the_print_is_named_with_it(refusal: Step) -> None:
    before, other = made.confirmed(), made.confirmed(made.person(Role.MOTHER, "Child A"))
    paper = held(before, other)
    assert to_call_back([before, other], [paper]) == ()
    after = made.stepped(before, refusal)
    (found,) = to_call_back([after, other], [paper])
    assert found.people == (after,)
    assert found.children == ("Child F",)
    assert conversations([after, other], "", [paper]).to_call_back == (found,)


def test_a_refusal_before_the_print_is_nothing_to_call_back() -> None:
    again = made.stepped(made.confirmed(), Step.WITHDRAW, Step.REASK, Step.AGREE, Step.PLAN)
    assert to_call_back([again], [held(again)]) == ()


def test_agreeing_again_does_not_save_the_paper() -> None:
    """It told of a conversation that was off in between."""
    before = made.confirmed()
    again = made.stepped(before, Step.WITHDRAW, Step.REASK, Step.AGREE, Step.PLAN)
    assert to_call_back([again], [held(before)])


def test_an_agreement_that_was_a_mistake_calls_the_paper_back() -> None:
    before = made.confirmed()
    agreed = next(line.id for line in before.lines if line.step is Step.AGREE)
    assert to_call_back([made.stepped(before, Step.CORRECT, corrects=agreed)], [held(before)])


def test_another_time_or_a_plan_called_off_makes_a_paper_old_not_wrong() -> None:
    before = made.confirmed()
    assert to_call_back([made.stepped(before, Step.PLAN)], [held(before)]) == ()
    assert to_call_back([made.stepped(before, Step.CALL_OFF)], [held(before)]) == ()


def test_an_undone_plan_does_not_hide_a_withdrawal_after_it() -> None:
    """What was known is counted in lines that last, since others may be taken back."""
    planned = made.stepped(made.agreed(), Step.PLAN)
    undone = replace(planned, lines=planned.lines[:-1])
    assert to_call_back([made.stepped(undone, Step.WITHDRAW)], [held(planned)])


def test_a_child_taken_out_of_the_selection_calls_its_papers_back() -> None:
    before = made.confirmed()
    assert to_call_back([replace(before, selected=False)], [held(before)])
    assert to_call_back([before], [held(before)]) == ()
