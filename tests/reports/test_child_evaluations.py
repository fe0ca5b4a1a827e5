"""How the evaluations of a child are set, and what is said of what lacks."""

from dataclasses import replace

from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.evaluations.evaluation import Evaluation, Key, Part, Stage
from jtai_desktop.domain.evaluations.frame import Frame
from jtai_desktop.domain.evaluations.register import Times, evaluations
from jtai_desktop.domain.people import Contact
from jtai_desktop.reports.blocks import Cell, SectionRow, Table
from jtai_desktop.reports.child_evaluations import (
    BELOW,
    BESIDE,
    LONG,
    NO_QUESTIONS,
    NOTHING,
    child_evaluations_sheet,
    evaluated,
)
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.variants import Variant
from tests.domain.evaluations.made import BY, FRAME, START, answered, evaluation, moved, wrote
from tests.reports.material import saying

CHILD = Child("Child A", "NM-01", "Child A", 14)


def _material(*found: Evaluation, frame: Frame = FRAME, **given: object) -> Material:
    every = evaluations(found, frame, Times(START))
    whole = replace(saying("x"), children=(CHILD,), evaluations=every)
    return replace(whole, **given)  # type: ignore[arg-type]


def _tables(material: Material) -> list[Table]:
    blocks = child_evaluations_sheet(material, CHILD).blocks
    return [each for each in blocks if isinstance(each, Table)]


def test_short_answers_stand_beside_one_another_and_long_ones_below() -> None:
    short = answered(evaluation(), 1, parts=(Part.EVIDENCE,))
    assert _tables(_material(short))[1].columns == BESIDE
    long = wrote(short, {Key(2, Part.IMPACT): "word " * LONG})
    table = _tables(_material(long))[1]
    assert table.columns == BELOW
    rows = [row for row in table.rows if not isinstance(row, SectionRow)]
    first, second = rows[0][1], rows[1][1]
    said = (Cell("evaluation 1"), Cell("Evidence", strong=True), Cell("evidence 1"))
    assert first == Cell("Evaluation", strong=True, below=said)
    assert (second.text, second.below[0].text[:9]) == ("Impact", "word word")


def test_a_long_difference_alone_leaves_the_columns_as_they_are() -> None:
    one = wrote(answered(evaluation(), 1), {Key(1, Part.DIFFERENCE): "word " * LONG})
    table = _tables(_material(one))[1]
    assert table.columns == BESIDE
    spanning = [row for row in table.rows if not isinstance(row, SectionRow) and len(row) == 2]
    assert [row[0].text for row in spanning] == ["Seen differently", "How settled"] + [
        "No answer"
    ] * 2


def test_what_lacks_is_named_by_question_until_it_is_agreed() -> None:
    one = answered(evaluation("police"), 1, 2)
    lacking = _tables(_material(one))[0].rows[0][-1]  # type: ignore[index]
    lines = [lacking.text, *(each.text for each in lacking.below)]
    assert lines == ["No impact: 1 and 2", "No own view: 1 and 2", "No evidence: 1 and 2"]
    agreed = moved(one, Stage.RETURNED, Stage.AGREED)
    assert _tables(_material(agreed))[0].rows[0][-1].text == "–"  # type: ignore[index]


def test_a_step_back_says_why_to_the_partnership_alone() -> None:
    back = moved(answered(evaluation("police"), 1), Stage.RETURNED, Stage.DRAFTING, reason="Thin")
    since = _tables(_material(back))[0].rows[0][3]  # type: ignore[index]
    assert [each.text for each in since.below] == [BY.signed, "Thin"]
    theirs = moved(back, Stage.RETURNED)
    (standing, _) = _tables(_material(theirs, variant=Variant.INSPECTORS))
    assert len(standing.rows[0]) == 3  # type: ignore[arg-type]
    assert "Thin" not in str(child_evaluations_sheet(_material(theirs), CHILD).blocks[2:])


def test_staff_stand_by_initials() -> None:
    who = Contact("o", "a", BY.signed, initials="IC")
    one = answered(evaluation("police"), 1)
    by_initials = _material(one, contacts=(who,), variant=Variant.STAFF)
    since = _tables(by_initials)[0].rows[0][3]  # type: ignore[index]
    assert since.below[0].text == "IC"


def test_a_child_without_any_and_a_pack_without_questions_say_so() -> None:
    assert _tables(_material())[0].nothing == NOTHING
    assert evaluated(_material()) == ()
    one = evaluation("police", moves=answered(evaluation("police"), 1).moves)
    (_, answers) = _tables(_material(one, frame=Frame()))
    assert (answers.rows, answers.nothing) == ((), NO_QUESTIONS)


def test_inspectors_have_no_sheet_of_a_child_of_whom_nothing_is_finished() -> None:
    draft = answered(evaluation(), 1)
    assert evaluated(_material(draft)) == (CHILD,)
    assert evaluated(_material(draft, variant=Variant.INSPECTORS)) == ()
    sheet = child_evaluations_sheet(_material(draft, variant=Variant.INSPECTORS), CHILD)
    assert "evaluation 1" not in str(sheet)
    assert "to follow" in str(sheet)
