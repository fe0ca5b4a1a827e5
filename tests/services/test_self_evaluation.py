"""The self-evaluation as actions: what each keeps and says, its undo, what is refused."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from jtai_desktop.domain.audits.audit import Fact
from jtai_desktop.domain.audits.entries import Field
from jtai_desktop.domain.audits.entries import Part as AuditPart
from jtai_desktop.domain.inspection import Beginning
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.remarks.of_day import remarks
from jtai_desktop.domain.self_evaluation.answer import JOINT, Answer, Part
from jtai_desktop.domain.self_evaluation.nudges import Nudge
from jtai_desktop.domain.self_evaluation.point import Sort
from jtai_desktop.domain.self_evaluation.register import Entry, SelfEvaluation, Stand
from jtai_desktop.services import (
    audit_entries,
    audits,
    council,
    inspections,
    overview,
    self_evaluation,
    self_points,
    undoing,
)
from jtai_desktop.services.workspace import Workspace
from tests.services import scene

ESN, MARKER = "criterion:23", "marker:9"
SAID = {Part.EVALUATION: "Most staff are trained."}


@pytest.fixture
def here(bare_workspace: Workspace, bare: str) -> tuple[Workspace, str]:
    """An inspection that has just begun."""
    return bare_workspace, bare


def found(workspace: Workspace, inspection: str) -> SelfEvaluation:
    return overview.load(workspace, inspection).self_evaluation()


def entry(workspace: Workspace, inspection: str, key: str = ESN) -> Entry:
    one = found(workspace, inspection).entry(key)
    assert one is not None
    return one


def joint(workspace: Workspace, inspection: str, key: str = ESN) -> Answer:
    one = entry(workspace, inspection, key).joint
    assert one is not None
    return one


def test_it_begins_with_every_criterion_and_marker_missing(here: tuple[Workspace, str]) -> None:
    result = found(*here)
    assert result.counts == {Stand.MISSING: 71, Stand.DRAFT: 0, Stand.AGREED: 0}
    assert len(result.groups) == 10
    assert not result.is_begun


def test_a_text_is_kept_told_in_words_and_undone(here: tuple[Workspace, str]) -> None:
    workspace, inspection = here
    changes = self_evaluation.write(*here, ESN, "police", SAID)
    assert changes.summary == "ESN 23, Police: Evaluation written"
    kept = entry(*here).own[0]
    assert kept.written is not None
    assert (kept.text(Part.EVALUATION), kept.written.when) == (SAID[Part.EVALUATION], workspace.now)
    assert not self_evaluation.write(*here, ESN, "police", SAID)
    undoing.undo(workspace, inspection)
    assert entry(*here).answers == ()


def test_history_says_that_something_was_written_never_what(here: tuple[Workspace, str]) -> None:
    changes = self_evaluation.write(*here, ESN, JOINT, {**SAID, Part.NOTE: "Child A"})
    assert changes.summary == "ESN 23, joint: 2 texts written"


def test_agreed_is_a_state_that_can_be_taken_back_and_undone(here: tuple[Workspace, str]) -> None:
    self_evaluation.write(*here, ESN, JOINT, SAID)
    self_evaluation.agree(*here, ESN)
    assert entry(*here).stand is Stand.AGREED
    with pytest.raises(Refused, match="It is agreed"):
        self_evaluation.write(*here, ESN, JOINT, {Part.NOTE: "x"})
    self_evaluation.take_back(*here, ESN)
    assert entry(*here).stand is Stand.DRAFT
    undoing.undo(*here)
    assert entry(*here).stand is Stand.AGREED


def test_two_agencies_have_to_be_settled_before_the_joint_answer(
    here: tuple[Workspace, str],
) -> None:
    for agency in ("police", "council", JOINT):
        self_evaluation.write(*here, ESN, agency, SAID)
    with pytest.raises(Refused, match="2 agencies answered"):
        self_evaluation.agree(*here, ESN)
    self_evaluation.write(*here, ESN, JOINT, {Part.SETTLED: "The training records decided."})
    self_evaluation.agree(*here, ESN)
    assert entry(*here).stand is Stand.AGREED


def test_wording_adding_and_retiring_leave_the_answers(here: tuple[Workspace, str]) -> None:
    self_evaluation.write(*here, MARKER, JOINT, SAID)
    self_points.reword(*here, MARKER, "CAMHS sees children within four weeks")
    assert entry(*here, MARKER).point.is_reworded
    assert Nudge.REWORDED in {each.nudge for each in entry(*here, MARKER).found}
    self_points.retire(*here, MARKER, "Asked under 10 as well")
    result = found(*here)
    assert [each.point.key for each in result.retired] == [MARKER]
    assert result.counts[Stand.MISSING] == 70
    assert joint(*here, MARKER).text(Part.EVALUATION) == SAID[Part.EVALUATION]
    self_points.bring_back(*here, MARKER)
    self_points.add(*here, Sort.MARKER, "Schools", "Governors ask about it")
    assert entry(*here, "marker:53").point.title == "Governors ask about it"
    self_evaluation.write(*here, "marker:53", JOINT, SAID)
    undoing.undo(*here)
    undoing.undo(*here)
    assert found(*here).entry("marker:53") is None


def test_evidence_is_dated_and_linked(workspace: Workspace, inspection: str) -> None:
    document = overview.load(workspace, inspection).documents[0]
    target, key = f"document:{document.id}", "marker:52"
    self_evaluation.link(workspace, inspection, key, "police", target)
    self_evaluation.date_evidence(workspace, inspection, key, "police", date(2026, 4, 14))
    kept = entry(workspace, inspection, key).own[0]
    assert (kept.links, kept.dated) == ((target,), date(2026, 4, 14))
    self_evaluation.unlink(workspace, inspection, key, "police", target)
    self_evaluation.date_evidence(workspace, inspection, key, "police", None)
    assert entry(workspace, inspection, key).answers == ()


@pytest.mark.parametrize(
    ("key", "agency", "sentence"),
    [
        ("marker:99", JOINT, "no longer in the self-evaluation"),
        ("nothing", JOINT, "no longer in the self-evaluation"),
        (ESN, "fire", "no such agency"),
    ],
)
def test_what_is_not_there_is_refused(
    here: tuple[Workspace, str], key: str, agency: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        self_evaluation.write(*here, key, agency, SAID)


def test_a_document_of_no_register_is_refused(here: tuple[Workspace, str]) -> None:
    with pytest.raises(Refused, match="no longer in the register"):
        self_evaluation.link(*here, ESN, JOINT, "document:elsewhere")


def test_an_audit_contradicts_until_the_answer_takes_it_up(here: tuple[Workspace, str]) -> None:
    workspace, inspection = here
    self_evaluation.write(*here, ESN, JOINT, SAID)
    facts = {Fact.THEME: "Thresholds", Fact.DUE: "2 Nov 2026"}
    audit = audits.begun(audits.begin(workspace, inspection, facts))
    about = {Field.SIDE: "To improve", Field.TEXT: "Few are.", Field.MARKER: ESN}
    audit_entries.add(workspace, inspection, audit, AuditPart.HEADLINE, about)

    def nudges() -> set[Nudge]:
        view = overview.load(workspace, inspection)
        assert ("an audit says otherwise" in str(remarks(view.day()))) is (
            Nudge.CONTRADICTED in view.self_evaluation().nudges
        )
        return set(view.self_evaluation().nudges)

    assert Nudge.CONTRADICTED in nudges()
    self_evaluation.link(*here, ESN, JOINT, f"audit:{audit}")
    assert Nudge.CONTRADICTED not in nudges()


def test_the_window_is_a_setting(here: tuple[Workspace, str]) -> None:
    workspace, _ = here
    self_evaluation.write(*here, ESN, JOINT, SAID)
    self_evaluation.date_evidence(*here, ESN, JOINT, date(2025, 1, 7))
    assert Nudge.OLD in found(*here).nudges
    settings = council.load(workspace)
    for months in (0, 61):
        with pytest.raises(Refused, match="1 to 60 months"):
            council.change(workspace, replace(settings, evidence_months=months))
    council.change(workspace, replace(settings, evidence_months=24))
    assert Nudge.OLD not in found(*here).nudges


def test_an_earlier_inspection_is_brought_forward_and_marked(here: tuple[Workspace, str]) -> None:
    workspace, before = here
    self_evaluation.write(*here, ESN, "police", {**SAID, Part.IMPACT: "Fewer waits."})
    self_evaluation.agree(*here, ESN, "police")
    self_points.add(*here, Sort.MARKER, "Schools", "Governors ask about it")
    self_evaluation.write(*here, "marker:53", JOINT, SAID)
    later = datetime(2027, 11, 1, 9, 0, tzinfo=LONDON)
    now = inspections.begun(inspections.begin(workspace, Beginning("Northmoor", later, scene.PACK)))
    (offer,) = self_evaluation.earlier_ones(workspace, now)
    assert (offer.inspection.id, offer.answers) == (before, 2)
    assert len(self_evaluation.forward(workspace, now, before).added) == 1
    changes = self_evaluation.bring(workspace, now, before)
    assert changes.summary == "2 answers brought forward; 1 criterion or marker added"
    assert entry(workspace, now, "marker:53").joint is not None
    (kept,) = entry(workspace, now).own
    assert kept.to_look_at
    assert kept.agreed is None
    with pytest.raises(Refused, match="nothing in it that is not answered"):
        self_evaluation.bring(workspace, now, before)
    self_evaluation.look_at(workspace, now, ESN, "police")
    assert not entry(workspace, now).own[0].to_look_at
    assert self_evaluation.earlier_ones(workspace, before)[0].inspection.id == now
    undoing.undo(workspace, now)
    undoing.undo(workspace, now)
    assert found(workspace, now).is_begun is False
