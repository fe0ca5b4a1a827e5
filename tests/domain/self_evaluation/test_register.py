"""How the whole stands."""

from dataclasses import replace
from datetime import date

from jtai_desktop.domain.self_evaluation.answer import JOINT
from jtai_desktop.domain.self_evaluation.nudges import Against, Nudge
from jtai_desktop.domain.self_evaluation.register import Entry, Stand, self_evaluation
from tests.domain.self_evaluation.made import agreed, answer, criterion, marker

ONE, TWO, THREE = criterion(23), criterion(24, "Agencies share."), marker()


def _entry(*agencies: str, done: tuple[str, ...] = ()) -> Entry:
    answers = [agreed(ONE, a) if a in done else answer(ONE, a) for a in agencies]
    return self_evaluation([ONE], answers).entries[0]


def test_nothing_said_is_missing() -> None:
    assert _entry().stand is Stand.MISSING
    only_impact = answer(ONE, text="")
    assert self_evaluation([ONE], [only_impact]).entries[0].stand is Stand.MISSING


def test_the_joint_answer_counts_before_those_of_agencies() -> None:
    entry = _entry("police", JOINT, done=("police",))
    assert entry.stand is Stand.DRAFT
    assert entry.answers[0].is_joint
    assert _entry("police", JOINT, done=(JOINT,)).stand is Stand.AGREED


def test_the_only_agency_that_answered_counts() -> None:
    assert _entry("police").stand is Stand.DRAFT
    assert _entry("police", done=("police",)).stand is Stand.AGREED


def test_two_agencies_without_a_joint_answer_are_to_be_settled() -> None:
    entry = _entry("police", "council", done=("police", "council"))
    assert entry.stand is Stand.DRAFT
    assert entry.to_settle
    assert not _entry("police", "council", JOINT).to_settle


def test_agencies_stand_in_the_order_in_which_they_are_known() -> None:
    answers = [answer(ONE, each) for each in ("school", "police", JOINT, "council")]
    found = self_evaluation([ONE], answers, agencies=("council", "police"))
    assert [e.agency for e in found.entries[0].answers] == [JOINT, "council", "police", "school"]


def test_groups_are_counted_and_retired_ones_stand_apart() -> None:
    before = marker(16, "Referrals")
    gone = replace(before, retired="Twice")
    found = self_evaluation([ONE, TWO, THREE, gone], [agreed(ONE), answer(THREE), answer(before)])
    assert [(g.name, *g.counts.values()) for g in found.groups] == [
        ("Evaluation criteria", 1, 0, 1),
        ("Access", 0, 1, 0),
    ]
    assert found.counts == {Stand.MISSING: 1, Stand.DRAFT: 1, Stand.AGREED: 1}
    assert [each.point.key for each in found.retired] == ["marker:16"]
    assert found.entry("marker:16") is not None


def test_nudges_are_counted_by_point_each_once() -> None:
    answers = [answer(ONE, "police", impact=""), answer(ONE, "council", impact="")]
    found = self_evaluation([ONE, TWO], answers, Against(date(2025, 11, 5), {}))
    assert found.nudges == {Nudge.NO_IMPACT: 1, Nudge.NO_EVIDENCE: 1}
    entry = found.entries[0]
    assert [e.nudge for e in entry.nudges_of(entry.own[0])] == [Nudge.NO_IMPACT, Nudge.NO_EVIDENCE]
    assert found.with_nudge(Nudge.NO_IMPACT) == (entry,)
