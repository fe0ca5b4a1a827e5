"""Every action writes one line with who and for whom; one that changes nothing writes none."""

from dataclasses import replace

import pytest

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.passphrases import USUAL_PERSON
from jtai_desktop.services import council, inspections, milestones, people
from jtai_desktop.services.workspace import Workspace
from tests.services import deeds, scene

BEHALF = "Police lead"


@pytest.mark.parametrize("action", deeds.DEEDS)
def test_an_action_writes_one_line(workspace: Workspace, inspection: str, action: str) -> None:
    other = scene.begin(workspace, "Southmoor")
    deeds.prepare(workspace, inspection, action)
    before = scene.lines(workspace, inspection)
    others = (scene.lines(workspace, other), scene.lines(workspace, ""))
    workspace.on_behalf_of = BEHALF
    changes = deeds.do(workspace, inspection, action, 0)
    after = scene.lines(workspace, inspection)
    line = after[0]
    assert after[1:] == before
    assert (line.action, line.who, line.on_behalf_of) == (action, USUAL_PERSON, BEHALF)
    assert line.when == scene.NOW
    assert changes
    assert changes.summary == line.summary
    assert line.changes
    assert {(each.kind, each.record_id) for each in line.changes} <= {
        (kind.value, record) for kind, record in changes.touched
    }
    assert (scene.lines(workspace, other), scene.lines(workspace, "")) == others


def _nothing_changes(workspace: Workspace, inspection_id: str) -> list[Changes]:
    view = scene.seen(workspace, inspection_id)
    agency, contact = view.agencies[0], view.contacts[0]
    milestone = scene.named(view, "case-documents")
    unnamed = scene.named(view, "5")
    assert milestone.owner
    return [
        inspections.rename(workspace, inspection_id, " Northmoor "),
        inspections.change_dates(workspace, inspection_id, view.inspection.notified, None),
        milestones.reopen(workspace, inspection_id, "case-documents"),
        milestones.bring_back(workspace, inspection_id, "case-documents"),
        milestones.withdraw_agreement(workspace, inspection_id, "case-documents"),
        people.change_agency(workspace, inspection_id, agency),
        people.change_contact(workspace, inspection_id, contact),
        people.name_owner(workspace, inspection_id, milestone, milestone.owner.id),
        people.name_deputy(workspace, inspection_id, unnamed, ""),
        council.change(workspace, council.load(workspace), inspection_id),
    ]


def test_what_changes_nothing_writes_no_line(workspace: Workspace, inspection: str) -> None:
    before = (scene.seen(workspace, inspection), scene.lines(workspace, inspection))
    assert [bool(each) for each in _nothing_changes(workspace, inspection)] == [False] * 10
    assert (scene.seen(workspace, inspection), scene.lines(workspace, inspection)) == before


def test_naming_nobody_where_nobody_is_named_writes_no_line(
    bare_workspace: Workspace, bare: str
) -> None:
    view = scene.seen(bare_workspace, bare)
    before = scene.lines(bare_workspace, bare)
    people.name_owner(bare_workspace, bare, view.named[0], "")
    people.name_deputy(bare_workspace, bare, view.named[-1], "")
    assert scene.lines(bare_workspace, bare) == before
    assert scene.seen(bare_workspace, bare).responsibilities == ()


def test_nobody_is_named_behind_a_person_who_works_for_themselves(
    workspace: Workspace, inspection: str
) -> None:
    milestones.mark_done(workspace, inspection, "case-documents")
    line = scene.lines(workspace, inspection)[0]
    assert (line.signed, workspace.signature) == (USUAL_PERSON, USUAL_PERSON)
    done = scene.seen(workspace, inspection).notes["case-documents"].done
    assert done
    assert done.by == USUAL_PERSON


def test_both_stand_beside_what_was_done_for_another(workspace: Workspace, inspection: str) -> None:
    workspace.on_behalf_of = BEHALF
    milestones.mark_done(workspace, inspection, "case-documents")
    done = scene.seen(workspace, inspection).notes["case-documents"].done
    assert done
    assert done.by == f"{USUAL_PERSON} for {BEHALF}"


def test_the_vault_is_sound_after_all_of_it(workspace: Workspace, inspection: str) -> None:
    for number, action in enumerate(deeds.DEEDS):
        deeds.do(workspace, inspection, action, number)
    assert workspace.store.verify() == ()


def test_settings_read_before_a_closure_came_do_not_take_it_away(
    workspace: Workspace, inspection: str
) -> None:
    read_before = council.load(workspace)
    deeds.do(workspace, inspection, "closure.added", 3)
    council.change(workspace, replace(read_before, marking="OFFICIAL"), inspection)
    settings = council.load(workspace)
    assert (len(settings.closures), settings.marking) == (1, "OFFICIAL")
