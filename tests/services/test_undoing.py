"""Undo and redo: back to exactly what was, forward to exactly what became of it."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.printing import Way
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.undoing import StepStays
from jtai_desktop.services import (
    documents,
    histories,
    inspections,
    milestones,
    overview,
    papers,
    undoing,
)
from jtai_desktop.services.documents import Said
from jtai_desktop.services.workspace import Workspace, standing_clock
from tests.services import deeds, scene

STEPS = 110


@pytest.mark.parametrize("action", deeds.DEEDS)
def test_an_action_is_undone_and_done_again(
    workspace: Workspace, inspection: str, action: str
) -> None:
    deeds.prepare(workspace, inspection, action)
    before = scene.seen(workspace, inspection)
    deeds.do(workspace, inspection, action, 0)
    after = scene.seen(workspace, inspection)
    assert after != before
    undoing.undo(workspace, inspection)
    assert scene.seen(workspace, inspection) == before
    undoing.redo(workspace, inspection)
    assert scene.seen(workspace, inspection) == after
    actions = [line.action for line in scene.lines(workspace, inspection)[:3]]
    assert actions == ["redo", "undo", action]


def test_undo_says_what_it_took_back_and_who_did_it(workspace: Workspace, inspection: str) -> None:
    done = milestones.mark_done(workspace, inspection, "case-documents")
    workspace.on_behalf_of = "Police lead"
    workspace.clock = standing_clock(scene.NOW + timedelta(hours=1))
    changes = undoing.undo(workspace, inspection)
    line = scene.lines(workspace, inspection)[0]
    assert changes.touched == done.touched
    assert line.summary == f"Undone: {done.summary}"
    assert line.on_behalf_of == "Police lead"
    assert line.when == scene.NOW + timedelta(hours=1)


def test_the_next_steps_are_told_in_words(bare_workspace: Workspace, bare: str) -> None:
    assert undoing.next_steps(bare_workspace, bare) == ("", "")
    milestones.mark_done(bare_workspace, bare, "meetings")
    words = "Details of multi-agency meetings: done"
    assert undoing.next_steps(bare_workspace, bare) == (words, "")
    undoing.undo(bare_workspace, bare)
    assert undoing.next_steps(bare_workspace, bare) == ("", words)


def test_a_new_action_forgets_what_could_be_done_again(
    bare_workspace: Workspace, bare: str
) -> None:
    milestones.mark_done(bare_workspace, bare, "meetings")
    undoing.undo(bare_workspace, bare)
    inspections.rename(bare_workspace, bare, "Southmoor")
    with pytest.raises(Refused, match="nothing to do again"):
        undoing.redo(bare_workspace, bare)


def test_a_beginning_is_never_undone(bare_workspace: Workspace, bare: str) -> None:
    before = scene.seen(bare_workspace, bare)
    for chain in (bare, ""):
        with pytest.raises(Refused, match="There is nothing to undo"):
            undoing.undo(bare_workspace, chain)
    assert scene.seen(bare_workspace, bare) == before


@pytest.mark.parametrize("way", Way)
def test_a_paper_that_left_is_never_undone(bare_workspace: Workspace, bare: str, way: Way) -> None:
    milestones.mark_done(bare_workspace, bare, "meetings")
    papers.log(bare_workspace, bare, papers.checklist(bare_workspace, bare), way)
    logged = papers.logged(bare_workspace, bare)
    undoing.undo(bare_workspace, bare)
    with pytest.raises(Refused, match="There is nothing to undo"):
        undoing.undo(bare_workspace, bare)
    undoing.redo(bare_workspace, bare)
    assert papers.logged(bare_workspace, bare) == logged
    assert len(logged) == 1


def test_a_print_in_between_does_not_forget_what_can_be_done_again(
    bare_workspace: Workspace, bare: str
) -> None:
    milestones.mark_done(bare_workspace, bare, "meetings")
    undoing.undo(bare_workspace, bare)
    papers.log(bare_workspace, bare, papers.checklist(bare_workspace, bare), Way.PRINTED)
    undoing.redo(bare_workspace, bare)
    assert scene.seen(bare_workspace, bare).notes["meetings"].done


def test_undo_survives_a_lock(bare_vault: tuple[Path, str], tmp_path: Path) -> None:
    folder, bare = scene.copy(bare_vault[0], tmp_path / "vault"), bare_vault[1]
    workspace = scene.reopen(folder)
    before = scene.seen(workspace, bare)
    milestones.mark_done(workspace, bare, "meetings")
    workspace.close()
    workspace = scene.reopen(folder)
    undoing.undo(workspace, bare)
    assert scene.seen(workspace, bare) == before
    workspace.close()


def test_an_undo_of_one_inspection_leaves_the_other_alone(
    bare_workspace: Workspace, bare: str
) -> None:
    other = scene.begin(bare_workspace, "Southmoor")
    milestones.mark_done(bare_workspace, bare, "meetings")
    milestones.mark_done(bare_workspace, other, "meetings")
    here = scene.seen(bare_workspace, bare)
    undoing.undo(bare_workspace, other)
    assert scene.seen(bare_workspace, bare) == here
    assert undoing.next_steps(bare_workspace, other)[0] == ""
    assert undoing.next_steps(bare_workspace, bare)[0]


@settings(max_examples=1, phases=[Phase.generate])
@given(seed=st.integers(0, 10**9))
def test_all_undone_is_the_start_and_all_done_again_is_the_end(
    example_vault: tuple[Path, str], seed: int
) -> None:
    with TemporaryDirectory() as place:
        workspace = scene.reopen(scene.copy(example_vault[0], Path(place) / "vault"))
        try:
            _there_and_back(workspace, example_vault[1], Random(seed))  # noqa: S311 - no secret
        finally:
            workspace.close()


def _there_and_back(workspace: Workspace, inspection: str, chance: Random) -> None:
    _undo_as_far_as_it_goes(workspace, inspection)
    start, count = scene.seen(workspace, inspection), 0
    while count < STEPS:
        action, number = chance.choice(sorted(deeds.DEEDS)), chance.randrange(1000)
        count += _did(workspace, inspection, action, number)
    end = scene.seen(workspace, inspection)
    for _ in range(STEPS):
        undoing.undo(workspace, inspection)
    assert scene.seen(workspace, inspection) == start
    assert _redo_all(workspace, inspection) == STEPS
    assert scene.seen(workspace, inspection) == end
    assert workspace.store.verify() == ()


def _did(workspace: Workspace, inspection: str, action: str, number: int) -> bool:
    """Whether it changed something; what is refused leaves no trace."""
    before = _newest(workspace, inspection)
    try:
        changed = bool(deeds.do(workspace, inspection, action, number))
    except Refused:
        changed = False
    assert _newest(workspace, inspection) == before + changed
    return changed


def _newest(workspace: Workspace, inspection: str) -> int:
    return histories.newest(workspace, inspection, limit=1)[0].number


def _undo_as_far_as_it_goes(workspace: Workspace, inspection: str) -> None:
    """Back to what lasts: no undo passes over a document that was sent."""
    with suppress(Refused):
        _undo_all(workspace, inspection)


def _undo_all(workspace: Workspace, inspection: str) -> int:
    count = 0
    while undoing.next_steps(workspace, inspection)[0]:
        undoing.undo(workspace, inspection)
        count += 1
    return count


def _redo_all(workspace: Workspace, inspection: str) -> int:
    count = 0
    while undoing.next_steps(workspace, inspection)[1]:
        undoing.redo(workspace, inspection)
        count += 1
    return count


def _with_a_sending(workspace: Workspace, inspection: str) -> str:
    """A milestone done, then a document asked for and chased; what it is called."""
    milestones.mark_done(workspace, inspection, "meetings")
    view = overview.load(workspace, inspection)
    entry = next(each for each in view.register().entries if each.item.code == "4.7")
    document = entry.documents[0]
    documents.take_step(workspace, inspection, Step.ASK, [document.id])
    documents.take_step(workspace, inspection, Step.CHASE, [document.id], Said(whom="Lead"))
    return document.title


def test_a_step_that_a_lasting_one_keeps_is_named_and_passed_over(
    bare_workspace: Workspace, bare: str
) -> None:
    title = _with_a_sending(bare_workspace, bare)
    with pytest.raises(StepStays) as stays:
        undoing.undo(bare_workspace, bare)
    assert str(stays.value) == (
        f"“4.7 {title}: asked for” can’t be taken back: “4.7 {title}: chased” came after it"
        " and stays."
        " Before it was “Details of multi-agency meetings: done”."
    )
    assert stays.value.older == "Details of multi-agency meetings: done"
    done = undoing.undo_past(bare_workspace, bare)
    assert done.summary == "Undone: Details of multi-agency meetings: done"
    assert undoing.next_steps(bare_workspace, bare) == (
        "",
        "Details of multi-agency meetings: done",
    )
    found = overview.load(bare_workspace, bare).documents
    assert [len(each.lines) for each in found if each.lines] == [2]
    undoing.redo(bare_workspace, bare)
    assert bare_workspace.store.verify() == ()


def test_where_nothing_older_can_be_taken_back_all_stays(
    bare_workspace: Workspace, bare: str
) -> None:
    view = overview.load(bare_workspace, bare)
    document = next(each for each in view.register().entries if each.open).documents[0]
    documents.take_step(bare_workspace, bare, Step.ASK, [document.id])
    documents.take_step(bare_workspace, bare, Step.CHASE, [document.id], Said(whom="Lead"))
    with pytest.raises(StepStays, match="Make the change by hand instead") as stays:
        undoing.undo(bare_workspace, bare)
    assert stays.value.older == ""
    with pytest.raises(Refused, match="No older step can be taken back"):
        undoing.undo_past(bare_workspace, bare)
    assert undoing.next_steps(bare_workspace, bare)[0].endswith(": asked for")
