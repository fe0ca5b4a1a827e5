"""Writing and moving an evaluation: nothing is skipped, nothing agreed is altered."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.evaluations.evaluation import OWN_PARTS, Evaluation, Key, Part, Stage
from jtai_desktop.domain.evaluations.writing import LONGEST, NEXT, ORDER, goes_back
from jtai_desktop.domain.problems import Refused
from tests.domain.evaluations import made

ONE, VERDICT = Key(1, Part.EVALUATION), Key(0, "accurate")
PLACES = st.builds(Key, st.sampled_from((1, 2, 3)), st.sampled_from(tuple(Part)))
TEXTS = st.dictionaries(
    st.one_of(PLACES, st.just(VERDICT)),
    st.sampled_from(("", "Seen early", "Seen late")),
    max_size=6,
)
CLICKS = st.lists(
    st.one_of(TEXTS, st.tuples(st.sampled_from(Stage), st.sampled_from(("", "Because")))),
    max_size=12,
)


def test_the_first_text_begins_the_draft() -> None:
    asked = made.evaluation()
    assert asked.stage is Stage.ASKED
    drafted = made.wrote(asked, {ONE: "  Seen early \n"})
    assert drafted.text(1, Part.EVALUATION) == "Seen early"
    assert [each.stage for each in drafted.moves] == [Stage.DRAFTING]
    assert made.wrote(asked, {ONE: " "}) is asked


def test_an_empty_text_is_no_text() -> None:
    drafted = made.wrote(made.evaluation(), {ONE: "Seen early", made.NEEDS: "Autism"})
    assert made.wrote(drafted, {ONE: ""}).texts == {made.NEEDS: "Autism"}


def test_only_the_joint_one_says_what_differs() -> None:
    made.wrote(made.evaluation(), {Key(1, Part.DIFFERENCE): "Police disagree"})
    with pytest.raises(Refused, match="no such question"):
        made.wrote(made.evaluation("police"), {Key(1, Part.DIFFERENCE): "Police disagree"})
    with pytest.raises(Refused, match="no such question"):
        made.wrote(made.evaluation("police"), {Key(0, "accurate"): "Yes"})


@pytest.mark.parametrize("key", [Key(11, "impact"), Key(1, "mood"), Key(0, "age"), Key(0, "name")])
def test_a_place_that_there_is_not_is_refused(key: Key) -> None:
    with pytest.raises(Refused, match="no such question"):
        made.wrote(made.evaluation(), {key: "Text"})


def test_a_text_that_is_too_long_is_named() -> None:
    with pytest.raises(Refused, match="has 10,001 characters") as caught:
        made.wrote(made.evaluation(), {Key(2, Part.IMPACT): "x" * (LONGEST + 1)})
    assert caught.value.problem.place == "Question 2, Impact"


def test_what_is_agreed_is_altered_only_after_it_was_taken_back_with_a_reason() -> None:
    done = made.agreed()
    with pytest.raises(Refused, match="Take it back"):
        made.wrote(done, {ONE: "Other"})
    with pytest.raises(Refused, match="Reason is empty"):
        made.moved(done, Stage.RETURNED, reason=" ")
    back = made.moved(done, Stage.RETURNED, reason="CAMHS saw it again")
    assert made.wrote(back, {ONE: "Other"}).text(1, Part.EVALUATION) == "Other"
    assert back.moves[-1].reason == "CAMHS saw it again"


def test_nothing_returned_without_an_answer() -> None:
    drafting = made.wrote(made.evaluation("police"), {made.NEEDS: "Autism"})
    with pytest.raises(Refused, match="nothing back"):
        made.moved(drafting, Stage.RETURNED)
    made.moved(made.answered(drafting, 2), Stage.RETURNED, Stage.AGREED)


def test_the_joint_one_is_agreed_only_whole_and_settled() -> None:
    part = made.moved(made.answered(made.evaluation(), 2), Stage.RETURNED)
    with pytest.raises(Refused, match="questions 1 and 3 are not evaluated yet"):
        made.moved(part, Stage.AGREED)
    whole = made.answered(part, 1, 3)
    differs = made.wrote(whole, {Key(3, Part.DIFFERENCE): "Police see more risk"})
    with pytest.raises(Refused, match="question 3 is seen differently, not settled yet"):
        made.moved(differs, Stage.AGREED)
    settled = made.wrote(differs, {Key(3, Part.SETTLED): "Police checked their own record"})
    assert made.moved(settled, Stage.AGREED).stage is Stage.AGREED


def test_what_the_inspectors_find_is_written_once_it_is_agreed() -> None:
    agreed = made.wrote(made.agreed(), {VERDICT: "Largely accurate"})
    assert (agreed.text(*VERDICT), agreed.stage) == ("Largely accurate", Stage.AGREED)
    with pytest.raises(Refused, match="It is agreed"):
        made.wrote(agreed, {VERDICT: "Accurate", ONE: "Other"})
    gone = made.evaluation(texts=agreed.texts, moves=agreed.moves, selected=False)
    with pytest.raises(Refused, match="no longer among"):
        made.wrote(gone, {VERDICT: "Other"})


def test_a_child_that_was_taken_out_stands_apart() -> None:
    out = made.answered(made.evaluation(), 1)
    gone = made.evaluation(texts=out.texts, moves=out.moves, selected=False)
    with pytest.raises(Refused, match="no longer among"):
        made.wrote(gone, {ONE: "Other"})
    with pytest.raises(Refused, match="no longer among"):
        made.moved(gone, Stage.RETURNED)


def test_every_stage_is_led_to_and_from() -> None:
    assert set(NEXT) == set(Stage)
    assert {stage for after in NEXT.values() for stage in after} == set(Stage) - {Stage.ASKED}


@given(CLICKS, st.sampled_from(("", "police")))
def test_whatever_is_clicked_no_stage_is_skipped_and_nothing_agreed_changes(
    clicks: list[dict[Key, str] | tuple[Stage, str]], agency: str
) -> None:
    at = made.evaluation(agency)
    for click in clicks:
        try:
            after = (
                made.wrote(at, click)
                if isinstance(click, dict)
                else made.moved(at, click[0], reason=click[1])
            )
        except Refused:
            continue
        if at.stage is Stage.AGREED:
            assert without_verdict(after) == without_verdict(at)
        assert after.moves[: len(at.moves)] == at.moves
        at = after
        _assert_sound(at)


def without_verdict(found: Evaluation) -> dict[Key, str]:
    return {key: text for key, text in found.texts.items() if key != VERDICT}


def _assert_sound(found: Evaluation) -> None:
    stages = [Stage.ASKED, *(each.stage for each in found.moves)]
    for before, after in pairwise(stages):
        assert abs(ORDER.index(before) - ORDER.index(after)) == 1
    for before, each in zip(stages, found.moves, strict=False):
        back = goes_back(made.evaluation(moves=found.moves[: each.number - 1]), each.stage)
        assert back == (ORDER.index(each.stage) < ORDER.index(before))
        assert each.reason or not back
    assert all(found.texts.values())
    if found.stage is Stage.AGREED and found.is_joint:
        for number in made.FRAME.numbers:
            assert found.text(number, Part.EVALUATION)
            assert found.text(number, Part.SETTLED) or not found.text(number, Part.DIFFERENCE)
    if not found.is_joint:
        assert {key.part for key in found.texts} <= set(OWN_PARTS)
