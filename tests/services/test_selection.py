"""The selected children as actions: their facts, who is in, that it is confirmed, undo of each."""

import pytest

from jtai_desktop.domain.conversations.person import Role
from jtai_desktop.domain.documents.child_fields import Field
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.remarks.of_day import remarks
from jtai_desktop.services import overview, register, selection, undoing
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.register import NewChild
from jtai_desktop.services.workspace import Workspace


def load(workspace: Workspace, inspection: str) -> Overview:
    return overview.load(workspace, inspection)


def test_a_new_child_opens_its_people_and_documents(bare_workspace: Workspace, bare: str) -> None:
    register.add_child(bare_workspace, bare, NewChild("NM-01", "Child A", 13, age_to=15))
    view = load(bare_workspace, bare)
    assert [each.role for each in view.people] == [Role.CHILD, Role.PARENT]
    assert view.children[0].aged == "13–15"
    assert len([each for each in view.items if each.child]) == 9
    undoing.undo(bare_workspace, bare)
    assert (load(bare_workspace, bare).children, load(bare_workspace, bare).people) == ((), ())
    undoing.redo(bare_workspace, bare)
    assert load(bare_workspace, bare) == view


def test_facts_are_changed_in_one_step_and_undone(workspace: Workspace, inspection: str) -> None:
    before = load(workspace, inspection).children[2]
    facts = {Field.SCHOOL: "Academy 4", Field.SCHOOL_TOLD: "no", Field.AGENCIES: "Police"}
    done = selection.set_facts(workspace, inspection, before.id, facts)
    assert done.summary == "Child C: school, school told, agencies"
    after = load(workspace, inspection).children[2]
    assert (after.school, after.school_told, after.agencies) == ("Academy 4", None, ("police",))
    sentences = [each.sentence for each in remarks(load(workspace, inspection).day())]
    assert "School not yet told that an education inspector will call: Child C" in sentences
    undoing.undo(workspace, inspection)
    assert load(workspace, inspection).children[2] == before


def test_two_children_never_have_one_label_and_a_name_is_only_remarked_on(
    workspace: Workspace, inspection: str
) -> None:
    child = load(workspace, inspection).children[0]
    with pytest.raises(Refused, match="is in the list already"):
        selection.set_facts(workspace, inspection, child.id, {Field.LABEL: "child b"})
    selection.set_facts(workspace, inspection, child.id, {Field.LABEL: "Marlowe"})
    sentences = [each.sentence for each in remarks(load(workspace, inspection).day())]
    assert "“Marlowe” looks like a name: a label such as Child A is enough" in sentences


def test_until_it_is_confirmed_the_selection_changes_freely(
    bare_workspace: Workspace, bare: str
) -> None:
    for letter in "AB":
        register.add_child(bare_workspace, bare, NewChild("", f"Child {letter}"))
    first = load(bare_workspace, bare).children[0].id
    selection.take_out_child(bare_workspace, bare, first)
    selection.take_back_child(bare_workspace, bare, first)
    selection.confirm_selection(bare_workspace, bare)
    found = load(bare_workspace, bare).selection
    assert found.last is not None
    assert (found.last.who, len(found.last.children)) == ("Lead inspector", 2)
    with pytest.raises(Refused, match="say why it changes"):
        selection.take_out_child(bare_workspace, bare, first)
    with pytest.raises(Refused, match="say why it changes"):
        register.add_child(bare_workspace, bare, NewChild("", "Child C"))
    assert len(load(bare_workspace, bare).children) == 2
    late = NewChild("", "Child C", reason="Replaces a case that did not fit")
    register.add_child(bare_workspace, bare, late)
    assert load(bare_workspace, bare).selection.has_changed
    sentences = [each.sentence for each in remarks(load(bare_workspace, bare).day())]
    assert "The selection has changed since it was confirmed" in sentences
    assert "Fewer than five children; five to seven are usual" in sentences
    selection.confirm_selection(bare_workspace, bare, "Deputy lead inspector")
    assert not load(bare_workspace, bare).selection.has_changed
    undoing.undo(bare_workspace, bare)
    assert load(bare_workspace, bare).selection.has_changed
