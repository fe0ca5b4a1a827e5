"""What can be done with an answer, and what can’t."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.self_evaluation.answer import JOINT, Answer, Brought, Part, State
from jtai_desktop.domain.self_evaluation.writing import (
    MOST_LINKS,
    agree,
    date_evidence,
    link,
    look_at,
    take_back,
    unlink,
    write,
)
from tests.domain.self_evaluation.made import BY, TRAINED, WHEN, agreed, answer, criterion, reworded

POINT = criterion()
EMPTY = Answer("a", POINT.key)
TODAY = WHEN.date()


def test_a_text_is_kept_with_who_when_and_the_wording_it_was_written_to() -> None:
    found = write(EMPTY, POINT, {Part.EVALUATION: "  Most are. "}, BY)
    assert found.text(Part.EVALUATION) == "Most are."
    assert (found.worded, found.written, found.state) == (TRAINED, BY, State.DRAFT)


def test_an_evidence_of_impact_leaves_the_wording_that_the_evaluation_was_written_to() -> None:
    now = reworded(POINT, "Every member of staff is trained.")
    kept = write(answer(POINT), now, {Part.IMPACT: "More."}, BY)
    assert kept.worded == TRAINED
    assert write(kept, now, {Part.EVALUATION: "All are."}, BY).worded == now.title


def test_the_same_text_again_changes_nothing() -> None:
    before = answer(POINT)
    assert write(before, POINT, {Part.IMPACT: "Waits halved."}, BY) is before


def test_only_the_joint_answer_says_how_it_was_settled() -> None:
    with pytest.raises(Refused, match="Only the joint answer"):
        write(answer(POINT, "police"), POINT, {Part.SETTLED: "By vote"}, BY)


def test_an_answer_has_an_end() -> None:
    with pytest.raises(Refused, match="ESN 23, Evidence of impact has 10,001"):
        write(EMPTY, POINT, {Part.IMPACT: "x" * 10_001}, BY)


def test_a_joint_answer_is_agreed_once_it_says_how_agencies_settled() -> None:
    own = (answer(POINT, "police"), answer(POINT, "council"))
    joint = answer(POINT)
    with pytest.raises(Refused, match="2 agencies answered"):
        agree(joint, POINT, own, BY)
    assert agree(joint, POINT, own[:1], BY).state is State.AGREED
    settled = write(joint, POINT, {Part.SETTLED: "The audit decided."}, BY)
    assert agree(settled, POINT, own, BY).agreed == BY


def test_an_answer_of_one_agency_needs_nothing_settled() -> None:
    others = (answer(POINT, "council"), answer(POINT, "camhs"))
    assert agree(answer(POINT, "police"), POINT, others, BY).state is State.AGREED


def test_nothing_is_agreed_where_nothing_is_evaluated_or_asked() -> None:
    with pytest.raises(Refused, match="nothing is evaluated"):
        agree(write(EMPTY, POINT, {Part.IMPACT: "x"}, BY), POINT, (), BY)
    with pytest.raises(Refused, match="is retired"):
        agree(answer(POINT), replace(POINT, retired="Twice"), (), BY)


def test_what_is_retired_is_only_read() -> None:
    gone = replace(POINT, retired="Twice")
    with pytest.raises(Refused, match="is retired"):
        write(answer(POINT), gone, {Part.IMPACT: "x"}, BY)
    with pytest.raises(Refused, match="is retired"):
        link(answer(POINT), gone, "audit:a1", BY)


def test_what_is_agreed_is_only_read() -> None:
    found = agreed(POINT)
    changes: tuple[Callable[[], Answer], ...] = (
        lambda: write(found, POINT, {Part.NOTE: "x"}, BY),
        lambda: date_evidence(found, POINT, TODAY, TODAY, BY),
        lambda: link(found, POINT, "document:d1", BY),
        lambda: unlink(found, POINT, "document:d1", BY),
    )
    for change in changes:
        with pytest.raises(Refused, match="It is agreed"):
            change()
    assert take_back(found, POINT).state is State.DRAFT
    with pytest.raises(Refused, match="a draft already"):
        take_back(take_back(found, POINT), POINT)


def test_evidence_is_not_of_a_day_to_come() -> None:
    with pytest.raises(Refused, match="a day to come"):
        date_evidence(EMPTY, POINT, date(2026, 11, 11), TODAY, BY)
    assert date_evidence(EMPTY, POINT, TODAY, TODAY, BY).dated == TODAY


def test_links_are_documents_or_audits_each_once() -> None:
    found = link(link(EMPTY, POINT, "document:d1", BY), POINT, "audit:a1", BY)
    assert found.links == ("document:d1", "audit:a1")
    assert found.documents == ("d1",)
    assert link(found, POINT, "audit:a1", BY) is found
    assert unlink(found, POINT, "document:d1", BY).links == ("audit:a1",)
    for wrong in ("d1", "document:", "http://somewhere"):
        with pytest.raises(Refused, match="Only a document or an audit"):
            link(EMPTY, POINT, wrong, BY)
    full = replace(EMPTY, links=tuple(f"document:{n}" for n in range(MOST_LINKS)))
    with pytest.raises(Refused, match="at most 40"):
        link(full, POINT, "document:d1", BY)


def test_what_was_brought_forward_is_marked_until_somebody_looks_or_writes() -> None:
    brought = replace(answer(POINT), brought=Brought("Northmoor", date(2025, 3, 3)))
    assert brought.to_look_at
    assert not look_at(brought, POINT).to_look_at
    assert not write(brought, POINT, {Part.EVALUATION: "Still."}, BY).to_look_at
    assert not agree(brought, POINT, (), BY).to_look_at
    with pytest.raises(Refused, match="nothing to look at"):
        look_at(answer(POINT), POINT)


def test_an_answer_without_anything_is_empty() -> None:
    assert EMPTY.is_empty
    assert EMPTY.agency == JOINT
    assert not link(EMPTY, POINT, "audit:a1", BY).is_empty
