"""Case audits as actions: what each changes, its line, its undo, its refusals."""

from datetime import datetime, timedelta

import pytest

from jtai_desktop.domain.audits.audit import Audit, CaseFact, Fact
from jtai_desktop.domain.audits.entries import Field, Part
from jtai_desktop.domain.audits.register import Standing
from jtai_desktop.domain.audits.returns import Said, Stage, Step
from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import audit_entries, audits, overview, undoing
from jtai_desktop.services.workspace import Workspace
from tests.services import scene

MAY_NOT = "can’t be taken"


@pytest.fixture
def audit(bare_workspace: Workspace, bare: str) -> str:
    """An audit with two cases and two teams, everything owed."""
    facts = {Fact.THEME: "Mental health", Fact.DUE: "9 Nov 2026, 12:00"}
    audit_id = audits.begun(audits.begin(bare_workspace, bare, facts))
    for name, agency in (("Police", "police"), ("Hospital ward", "")):
        audits.add_team(bare_workspace, bare, audit_id, name, agency)
    for number in (1, 2):
        said = {CaseFact.REFERENCE: f"Case {number}", CaseFact.FEATURES: "In care"}
        audits.add_case(bare_workspace, bare, audit_id, said)
    return audit_id


def here(workspace: Workspace, inspection: str) -> Standing:
    """The one audit as it stands."""
    (found,) = overview.load(workspace, inspection).audits().standing
    return found


def kept(workspace: Workspace, inspection: str) -> Audit:
    return here(workspace, inspection).audit


def ids(workspace: Workspace, inspection: str) -> list[str]:
    return [each.id for each in kept(workspace, inspection).returns]


@pytest.mark.usefixtures("audit")
def test_every_team_owes_a_return_for_every_case(bare_workspace: Workspace, bare: str) -> None:
    found = here(bare_workspace, bare)
    assert [each.called for each in found.owed] == [
        "Case 1, Police",
        "Case 1, Hospital ward",
        "Case 2, Police",
        "Case 2, Hospital ward",
    ]
    assert {each.found.stage for each in found.owed} == {Stage.NOT_ASKED}
    assert len(found.late) == 4
    assert bare_workspace.store.verify() == ()


def test_what_is_owed_can_be_taken_away_and_given_back(
    bare_workspace: Workspace, bare: str, audit: str
) -> None:
    case, team = kept(bare_workspace, bare).cases[0], kept(bare_workspace, bare).teams[1]
    pair = (case.id, team.id)
    audits.set_owed(bare_workspace, bare, audit, *pair, owed=False)
    assert kept(bare_workspace, bare).owed(*pair) is None
    undoing.undo(bare_workspace, bare)
    assert kept(bare_workspace, bare).owed(*pair) is not None
    undoing.redo(bare_workspace, bare)
    audits.set_owed(bare_workspace, bare, audit, *pair, owed=True)
    assert len(ids(bare_workspace, bare)) == 4


@pytest.mark.usefixtures("audit")
def test_several_are_asked_at_once_and_a_chase_is_not_undone(
    bare_workspace: Workspace, bare: str
) -> None:
    every = ids(bare_workspace, bare)
    changes = audits.take_step(bare_workspace, bare, every, Step.ASKED)
    assert changes.summary == "4 returns: asked for"
    assert {kind for kind, _ in changes.touched} == {Kind.AUDIT}
    undoing.undo(bare_workspace, bare)
    assert here(bare_workspace, bare).owed[0].found.stage is Stage.NOT_ASKED
    undoing.redo(bare_workspace, bare)
    changes = audits.take_step(bare_workspace, bare, every[:1], Step.CHASED, Said("by telephone"))
    assert changes.summary == "Case 1, Police: chased"
    with pytest.raises(Refused, match=MAY_NOT):
        undoing.undo(bare_workspace, bare)
    said = Said(note="Wrong team", corrects=2)
    audits.take_step(bare_workspace, bare, every[:1], Step.CORRECTED, said)
    assert here(bare_workspace, bare).owed[0].found.chases == ()
    lines = scene.lines(bare_workspace, bare)
    assert "telephone" not in str([each.summary for each in lines])


@pytest.mark.usefixtures("audit")
def test_one_that_can_t_be_chased_stops_all(bare_workspace: Workspace, bare: str) -> None:
    every = ids(bare_workspace, bare)
    audits.take_step(bare_workspace, bare, every[:2], Step.ASKED)
    with pytest.raises(Refused, match="Case 2, Police: it was not asked for yet"):
        audits.take_step(bare_workspace, bare, every, Step.CHASED, Said("by e-mail"))
    assert not any(each.found.chases for each in here(bare_workspace, bare).owed)
    with pytest.raises(Refused, match="Choose the returns first"):
        audits.take_step(bare_workspace, bare, [], Step.ASKED)
    with pytest.raises(Refused, match="no longer asked for"):
        audits.take_step(bare_workspace, bare, ["gone"], Step.ASKED)


def test_received_late_is_told_and_keeps_case_team_and_audit(
    bare_workspace: Workspace, bare: str, audit: str
) -> None:
    first = ids(bare_workspace, bare)[0]
    when = datetime(2026, 11, 9, 14, 0, tzinfo=LONDON)
    audits.take_step(bare_workspace, bare, [first], Step.RECEIVED, Said(when=when))
    assert here(bare_workspace, bare).owed[0].came_late == timedelta(hours=2)
    found = kept(bare_workspace, bare)
    stays = "was chased, received or written, so it stays"
    with pytest.raises(Refused, match=f"Case 1: something {stays}"):
        audits.remove_case(bare_workspace, bare, audit, found.cases[0].id)
    with pytest.raises(Refused, match=f"Police: something {stays}"):
        audits.remove_team(bare_workspace, bare, audit, found.teams[0].id)
    with pytest.raises(Refused, match=stays):
        audits.remove(bare_workspace, bare, audit)
    pair = (found.cases[0].id, found.teams[0].id)
    with pytest.raises(Refused, match=stays):
        audits.set_owed(bare_workspace, bare, audit, *pair, owed=False)
    audits.remove_case(bare_workspace, bare, audit, found.cases[1].id)
    audits.remove_team(bare_workspace, bare, audit, found.teams[1].id)
    assert ids(bare_workspace, bare) == [first]


def test_an_audit_that_was_begun_by_mistake_goes_whole_and_comes_back(
    bare_workspace: Workspace, bare: str, audit: str
) -> None:
    audit_entries.add(bare_workspace, bare, audit, Part.LINE, {Field.TEXT: "Seen early?"})
    audits.take_step(bare_workspace, bare, ids(bare_workspace, bare), Step.ASKED)
    before = kept(bare_workspace, bare)
    audits.remove(bare_workspace, bare, audit)
    assert overview.load(bare_workspace, bare).audits().standing == ()
    undoing.undo(bare_workspace, bare)
    assert kept(bare_workspace, bare) == before


def test_facts_of_audit_case_and_team_are_changed_and_undone(
    bare_workspace: Workspace, bare: str, audit: str
) -> None:
    changes = audits.set_facts(bare_workspace, bare, audit, {Fact.SCRUTINEER: "Scrutineer"})
    assert changes.summary == "Case audit, Mental health: scrutineer changed"
    found = kept(bare_workspace, bare)
    case, team = found.cases[0].id, found.teams[0].id
    audits.change_case(bare_workspace, bare, audit, case, {CaseFact.AGE_BAND: "11 to 13"})
    audits.change_team(bare_workspace, bare, audit, team, "Police, vulnerability", "police")
    found = kept(bare_workspace, bare)
    assert (found.cases[0].age_band, found.teams[0].name) == ("11 to 13", "Police, vulnerability")
    for _ in range(3):
        undoing.undo(bare_workspace, bare)
    assert kept(bare_workspace, bare).scrutineer == ""
    with pytest.raises(Refused, match="no agency “moon” here"):
        audits.change_team(bare_workspace, bare, audit, team, "Police", "moon")
    for act in (audits.remove_case, audits.remove_team):
        with pytest.raises(Refused, match="no longer in the audit"):
            act(bare_workspace, bare, audit, "gone")
    with pytest.raises(Refused, match="no longer in the list"):
        audits.set_facts(bare_workspace, bare, "gone", {Fact.THEME: "x"})


def test_a_second_audit_stands_beside_the_first(
    bare_workspace: Workspace, bare: str, audit: str
) -> None:
    other = audits.begun(audits.begin(bare_workspace, bare, {Fact.THEME: "Neglect"}))
    audits.add_case(bare_workspace, bare, other, {CaseFact.REFERENCE: "Case 1"})
    found = overview.load(bare_workspace, bare).audits()
    assert [each.audit.id for each in found.standing] == [audit, other]
    assert [len(each.audit.cases) for each in found.standing] == [2, 1]


def test_entries_are_added_changed_taken_out_and_undone(
    bare_workspace: Workspace, bare: str, audit: str
) -> None:
    for text in ("Seen early?", "Heard?"):
        audit_entries.add(bare_workspace, bare, audit, Part.LINE, {Field.TEXT: text})
    first, second = kept(bare_workspace, bare).of(Part.LINE)
    assert (first.number, second.number) == (1, 2)
    changes = audit_entries.change(bare_workspace, bare, second.id, {Field.TEXT: "Listened to?"})
    assert changes.summary == "Case audit, Mental health: key line 2 changed"
    audit_entries.remove(bare_workspace, bare, first.id)
    assert [each.number for each in kept(bare_workspace, bare).of(Part.LINE)] == [2]
    undoing.undo(bare_workspace, bare)
    undoing.undo(bare_workspace, bare)
    assert kept(bare_workspace, bare).of(Part.LINE) == (first, second)
    with pytest.raises(Refused, match="Line of enquiry is empty"):
        audit_entries.change(bare_workspace, bare, first.id, {Field.TEXT: " "})
    with pytest.raises(Refused, match="no longer in the audit"):
        audit_entries.remove(bare_workspace, bare, "gone")


def test_a_recommendation_that_is_an_action_stays(
    bare_workspace: Workspace, bare: str, audit: str
) -> None:
    audit_entries.add(bare_workspace, bare, audit, Part.RECOMMENDATION, {Field.TEXT: "One pathway"})
    audit_entries.add(bare_workspace, bare, audit, Part.LINE, {Field.TEXT: "Heard?"})
    found = kept(bare_workspace, bare)
    one, line = found.of(Part.RECOMMENDATION)[0].id, found.of(Part.LINE)[0].id
    made = audit_entries.into_plan(bare_workspace, bare, one)
    (entry,) = overview.load(bare_workspace, bare).action_plan().entries
    assert made.summary == "Action 7.1 added"
    assert (entry.action.text, entry.action.section) == ("One pathway", "multi-agency")
    assert [(each.called, each.short) for each in entry.sources] == [("Recommendation 1", "R1")]
    with pytest.raises(Refused, match="an action of the plan already"):
        audit_entries.into_plan(bare_workspace, bare, one)
    with pytest.raises(Refused, match="an action of the plan already"):
        audit_entries.remove(bare_workspace, bare, one)
    with pytest.raises(Refused, match="Only a recommendation"):
        audit_entries.into_plan(bare_workspace, bare, line)
    assert undoing.undo(bare_workspace, bare)
    audit_entries.remove(bare_workspace, bare, one)
    assert kept(bare_workspace, bare).of(Part.RECOMMENDATION) == ()
