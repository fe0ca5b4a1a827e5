"""What answers lack, and what speaks against them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jtai_desktop.domain.self_evaluation.answer import Answer, Brought, Part
from jtai_desktop.domain.self_evaluation.nudges import (
    Against,
    Headline,
    Nudge,
    contradicting,
    of_point,
    window_begins,
)
from jtai_desktop.domain.self_evaluation.point import Point
from jtai_desktop.domain.self_evaluation.weakness import is_weakness
from jtai_desktop.domain.self_evaluation.writing import link, write
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.guidance.reading import read_text
from jtai_desktop.places import resources
from tests.domain.self_evaluation.made import BY, WHEN, answer, criterion, marker, reworded

FIRST_DAY = date(2025, 11, 5)
POINT = criterion()
TODAY = WHEN.date()


def _good(point: Point = POINT) -> Answer:
    return link(answer(point), point, "document:d1", BY)


def _nudges(point: Point, *answers: Answer, **against: object) -> list[Nudge]:
    held = Against(FIRST_DAY, {"d1": (date(2026, 4, 14),), "old": (date(2025, 1, 2),)})
    return [each.nudge for each in of_point(point, answers, replace(held, **against))]  # type: ignore[arg-type]


def test_an_answer_with_impact_and_a_recent_document_has_nothing_to_say() -> None:
    assert _nudges(POINT, _good()) == []


def test_an_answer_without_impact_or_evidence_is_nudged_for_each() -> None:
    bare = answer(POINT, impact="")
    assert _nudges(POINT, bare) == [Nudge.NO_IMPACT, Nudge.NO_EVIDENCE]


def test_what_shows_it_is_linked_once_to_the_answer_that_counts() -> None:
    own = answer(POINT, "police")
    assert _nudges(POINT, _good(), own) == []
    assert _nudges(POINT, own, answer(POINT, "council")) == [Nudge.NO_EVIDENCE] * 2


def test_nothing_is_said_where_nothing_is_evaluated() -> None:
    assert _nudges(POINT) == []
    only_note = write(Answer("a", POINT.key), POINT, {Part.NOTE: "Ask them"}, BY)
    assert _nudges(POINT, only_note) == []


@pytest.mark.parametrize(
    ("links", "dated", "old"),
    [
        (("document:old",), None, True),
        (("document:old", "document:d1"), None, False),
        (("document:unknown",), None, False),
        (("document:unknown",), FIRST_DAY - timedelta(days=1), True),
        (("document:unknown",), FIRST_DAY, False),
        (("document:old", "audit:a1"), None, False),
    ],
)
def test_evidence_is_old_where_all_that_is_dated_lies_before_the_window(
    links: tuple[str, ...], dated: date | None, *, old: bool
) -> None:
    found = replace(answer(POINT), links=links, dated=dated)
    assert (Nudge.OLD in _nudges(POINT, found)) is old


def test_the_window_is_counted_back_from_the_notification() -> None:
    assert window_begins(date(2026, 11, 5)) == FIRST_DAY
    assert window_begins(date(2024, 2, 29)) == date(2023, 2, 28)
    assert window_begins(date(2026, 11, 5), 24) == date(2024, 11, 5)


def test_an_answer_to_another_wording_is_named_until_it_is_written_anew() -> None:
    now = reworded(POINT, "Every member of staff is trained.")
    assert _nudges(now, _good()) == [Nudge.REWORDED]
    anew = write(_good(), now, {Part.EVALUATION: "All are."}, BY)
    assert _nudges(now, anew) == []


def test_what_was_brought_forward_is_named_until_looked_at() -> None:
    brought = replace(_good(), brought=Brought("Northmoor", date(2025, 3, 3)))
    assert _nudges(POINT, brought) == [Nudge.BROUGHT]


def test_a_weakness_is_named_on_markers_answered_or_not() -> None:
    assert _nudges(marker(3, "The voluntary sector is unclear about its part")) == [Nudge.WEAKNESS]
    assert _nudges(criterion(23, "Staff are not trained")) == []


def test_a_retired_point_is_left_alone() -> None:
    before = marker(3, "It is unclear")
    gone = replace(before, retired="Criticism")
    assert _nudges(gone, answer(before, impact="")) == []


def _headline(days: int = 0, *, weak: bool = True, points: str = POINT.key) -> Headline:
    day = TODAY + timedelta(days=days)
    return Headline("audit:a1", "Training is not used.", day, frozenset({points}), weak)


@pytest.mark.parametrize(
    ("headline", "linked", "contradicted"),
    [
        (_headline(), False, True),
        (_headline(), True, False),
        (_headline(1), True, True),
        (_headline(-1), True, False),
        (_headline(-400), False, True),
        (_headline(weak=False), False, False),
        (_headline(points="marker:9"), False, False),
    ],
)
def test_a_headline_contradicts_until_the_answer_takes_its_audit_up(
    headline: Headline, *, linked: bool, contradicted: bool
) -> None:
    found = link(_good(), POINT, "audit:a1", BY) if linked else _good()
    assert bool(contradicting(POINT, found, [headline])) is contradicted
    assert (Nudge.CONTRADICTED in _nudges(POINT, found, headlines=(headline,))) is contradicted


def test_a_headline_is_quoted() -> None:
    (found,) = of_point(POINT, [_good()], Against(FIRST_DAY, {}, (_headline(),)))
    assert "“Training is not used.”" in found.sentence


def test_no_point_of_the_pack_is_worded_as_a_weakness() -> None:
    file = resources() / "guidance" / "cmh-2019.toml"
    pack = read_text(file.read_text(encoding="utf-8"))
    assert isinstance(pack, Pack)
    titles = [each.title for each in pack.criteria] + [each.title for each in pack.markers]
    assert len(titles) == 71
    assert [each for each in titles if is_weakness(each)] == []


@pytest.mark.parametrize(
    "wording",
    [
        "Joint commissioning lacks a strategy",
        "Partners are not clear about the referral pathways",
        "Partners don’t know the pathways",
        "Waits are too long",
        "No agency leads",
        "Supervision is inconsistent",
        "GPs rarely answer",
        "There are gaps in provision",
        "Schools fail to refer",
        "The front door needs to improve",
    ],
)
def test_criticism_is_recognised(wording: str) -> None:
    assert is_weakness(wording)
