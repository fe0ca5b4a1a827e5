"""Conversations as actions: the example, what lasts, what can be undone, and the selection."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jtai_desktop.cli import conversations as shown
from jtai_desktop.domain.conversations.lines import REFUSALS, Recorded, Step
from jtai_desktop.domain.conversations.person import Person, Role
from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.conversations.track import State, standing
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.problems import Refused
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services import calendars, conversations, overview, register, selection, undoing
from jtai_desktop.services.calendars import Wanted
from jtai_desktop.services.conversations import Said
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.paper_kinds import KINDS
from jtai_desktop.services.paper_material import material_of
from jtai_desktop.services.register import NewChild
from jtai_desktop.services.workspace import Workspace
from tests.services import scene

START = datetime(2026, 11, 17, 9, 0, tzinfo=LONDON)


def talk(workspace: Workspace, inspection: str, called: str) -> Talk:
    found = overview.load(workspace, inspection).conversations.talks
    return next(each for each in found if each.person.called == called)


def record(workspace: Workspace, inspection: str, called: str, *steps: Step) -> None:
    for step in steps:
        person = talk(workspace, inspection, called).person.id
        said = Said(who="Social worker", how=Recorded.WRITTEN, reason="Because")
        if step is Step.PLAN:
            end = START + timedelta(hours=1)
            said = replace(said, start=START, end=end, place="Room Q7", support="Tutor Q7")
        conversations.take_step(workspace, inspection, person, step, said)


@pytest.fixture
def carer(bare_workspace: Workspace, bare: str) -> Workspace:
    """An inspection with one child and a carer."""
    register.add_child(bare_workspace, bare, NewChild("NM-01", "Child A", 14))
    (child,) = overview.load(bare_workspace, bare).children
    conversations.add_person(bare_workspace, bare, child.id, Role.CARER)
    return bare_workspace


def test_the_example_has_the_numbers_of_the_picture(workspace: Workspace, inspection: str) -> None:
    found = overview.load(workspace, inspection).conversations
    assert found.confirmed_of == "3 of 8 confirmed"
    assert [each.person.called for each in found.to_tell] == ["Child D, mother"]
    states = {each.person.called: each.state for each in found.talks}
    assert states["Child F, carer"] is State.WITHDRAWN
    assert states["Child C, mother"] is State.NOT_APPROPRIATE
    assert len(found.on_the_timetable) == 7
    withdrawn = talk(workspace, inspection, "Child F, carer").person.lines
    assert [line.step for line in withdrawn] == [
        Step.EXPLAIN,
        Step.AGREE,
        Step.PLAN,
        Step.WITHDRAW,
        Step.TELL,
    ]


def test_a_new_child_has_a_conversation(carer: Workspace, bare: str) -> None:
    found = overview.load(carer, bare).conversations.talks
    assert [each.person.called for each in found] == [
        "Child A, child",
        "Child A, parent",
        "Child A, carer",
    ]
    child = found[0].person.child_id
    with pytest.raises(Refused, match="in the list already"):
        conversations.add_person(carer, bare, child, Role.CHILD)
    conversations.add_person(carer, bare, child, Role.CARER, "Carer 2")


def test_a_decision_is_told_but_never_undone(carer: Workspace, bare: str) -> None:
    record(carer, bare, "Child A, carer", Step.EXPLAIN, Step.AGREE, Step.PLAN)
    record(carer, bare, "Child A, carer", Step.WITHDRAW)
    before = talk(carer, bare, "Child A, carer")
    with pytest.raises(Refused, match="can’t be taken"):
        undoing.undo(carer, bare)
    assert talk(carer, bare, "Child A, carer") == before
    assert before.standing.plan is None
    assert any(line.step is Step.PLAN for line in before.person.lines)


def test_a_plan_is_undone_and_done_again(carer: Workspace, bare: str) -> None:
    record(carer, bare, "Child A, carer", Step.EXPLAIN, Step.AGREE, Step.PLAN)
    assert talk(carer, bare, "Child A, carer").state is State.PLANNED
    undoing.undo(carer, bare)
    assert talk(carer, bare, "Child A, carer").state is State.AGREED
    undoing.redo(carer, bare)
    assert talk(carer, bare, "Child A, carer").state is State.PLANNED
    assert carer.store.verify() == ()


def test_told_is_said_of_every_open_decision(carer: Workspace, bare: str) -> None:
    called = "Child A, carer"
    record(carer, bare, called, Step.DECLINE, Step.REASK, Step.NOT_APPROPRIATE)
    assert len(overview.load(carer, bare).conversations.to_tell) == 2
    record(carer, bare, called, Step.TELL)
    assert overview.load(carer, bare).conversations.to_tell == ()
    with pytest.raises(Refused, match="lead inspector told"):
        record(carer, bare, called, Step.TELL)


def test_only_someone_without_entries_is_removed(carer: Workspace, bare: str) -> None:
    one = talk(carer, bare, "Child A, carer").person.id
    record(carer, bare, "Child A, carer", Step.DECLINE)
    with pytest.raises(Refused, match="something is recorded"):
        conversations.remove_person(carer, bare, one)
    other = talk(carer, bare, "Child A, child").person.id
    conversations.remove_person(carer, bare, other)
    left = [each.id for each in overview.load(carer, bare).people]
    assert one in left
    assert other not in left


def test_a_child_taken_out_stands_apart_with_all_its_entries(
    workspace: Workspace, inspection: str
) -> None:
    before = overview.load(workspace, inspection)
    child = before.children[3]
    with pytest.raises(Refused, match="Reason"):
        selection.take_out_child(workspace, inspection, child.id, " ")
    selection.take_out_child(workspace, inspection, child.id, "Case did not fit")
    view = overview.load(workspace, inspection)
    assert (len(view.children), [each.label for each in view.taken_out]) == (5, ["Child D"])
    assert len(view.items) == len(before.items) - 9
    assert not [each for each in view.register().children if each.item.child == child]
    assert not [each for each in view.conversations.selected if each.person.child == "Child D"]
    assert [each.person.child for each in view.conversations.to_tell] == ["Child D"]
    with pytest.raises(Refused, match="out of the selection already"):
        selection.take_out_child(workspace, inspection, child.id, "Again")
    selection.take_back_child(workspace, inspection, child.id, "It fits after all")
    after = overview.load(workspace, inspection)
    assert (after.children, after.items, after.documents) == (
        before.children,
        before.items,
        before.documents,
    )
    assert workspace.store.verify() == ()


# JTAI_TEST_EXAMPLES asks for so many sequences instead.
SEQUENCES = int(os.environ.get("JTAI_TEST_EXAMPLES", "12"))
ACTIONS = st.lists(st.sampled_from((*Step, "undo", "redo", "out", "back")), min_size=8, max_size=25)


@given(actions=ACTIONS)
@settings(
    max_examples=SEQUENCES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_the_order_the_vault_keeps_every_decision(
    bare_vault: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory, actions: list[str]
) -> None:
    """The rules through services and store, with undo and redo as they are."""
    folder = scene.copy(bare_vault[0], tmp_path_factory.mktemp("random") / "vault")
    workspace, inspection = scene.reopen(folder), bare_vault[1]
    register.add_child(workspace, inspection, NewChild("NM-01", "Child A", 14))
    (child,) = overview.load(workspace, inspection).children
    conversations.add_person(workspace, inspection, child.id, Role.CARER)
    walked = [Step.EXPLAIN, Step.AGREE, Step.PLAN, *actions]
    decided: list[Step] = []
    for action in walked:
        _do(workspace, inspection, child.id, action, decided)
        found = overview.load(workspace, inspection)
        people = [each for each in found.people if each.role is Role.CARER]
        if people:
            _assert_holds(people[0], decided)
        for each in found.conversations.on_the_timetable:
            assert _agreed_last(each.person)
    _assert_nowhere_without_agreed(workspace, inspection)
    assert workspace.store.verify() == ()
    workspace.close()


def _do(
    workspace: Workspace, inspection: str, child: str, action: str, decided: list[Step]
) -> None:
    try:
        if action == "undo":
            undoing.undo(workspace, inspection)
        elif action == "redo":
            undoing.redo(workspace, inspection)
        elif action == "out":
            selection.take_out_child(workspace, inspection, child, "Swap")
        elif action == "back":
            selection.take_back_child(workspace, inspection, child, "Swap")
        else:
            record(workspace, inspection, "Child A, carer", Step(action))
            if action in {Step.AGREE, *REFUSALS}:
                decided.append(Step(action))
    except (Refused, StopIteration):
        return


def _assert_nowhere_without_agreed(workspace: Workspace, inspection: str) -> None:
    """Timetable, calendar file, command line and every sheet that holds conversations."""
    view = overview.load(workspace, inspection)
    agreed = {each.id for each in view.people if each.lines and _agreed_last(each)}
    standing_now = {talk.person.id for talk in view.conversations.agreed}
    assert standing_now <= agreed
    planned = {talk.person.id for talk in view.conversations.on_the_timetable}
    everyone = {each.id for each in view.people}
    assert {each.id for each in view.week.slots} & everyone == planned
    text = calendars.calendar(workspace, inspection, Wanted(labels=True)).decode()
    assert ("Child A\\, carer" in text.replace("\r\n ", "")) is bool(planned)
    people: Any = shown.as_data(view)["people"]
    assert {each["id"] for each in people if each["plan"]} == planned
    for sheet in _sheets(view):
        assert {one for one, _known in sheet.holds} <= standing_now
        if not standing_now:
            assert "Q7" not in repr(sheet)


def _sheets(view: Overview) -> Iterator[Sheet]:
    for variant in (Variant.FULL, Variant.INSPECTORS):
        material = material_of(view, view.now, variant)
        for key in ("conversations", "week", "arrangements", "child-index", "child-cover"):
            yield from KINDS[key].sheets(material)


def _assert_holds(person: Person, decided: list[Step]) -> None:
    lines = [line.step for line in person.lines]
    assert [step for step in lines if step in {Step.AGREE, *REFUSALS}] == decided
    assert len(standing(person).duties) == len([step for step in decided if step in REFUSALS])


def _agreed_last(person: Person) -> bool:
    decisions = [line.step for line in person.lines if line.step in {Step.AGREE, *REFUSALS}]
    return person.selected and decisions[-1] is Step.AGREE
