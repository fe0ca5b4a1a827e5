"""The session: whose clock, whose hand, and what closing does."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import inspections, milestones, working_as
from jtai_desktop.services.workspace import Workspace, london_clock, random_id, standing_clock
from jtai_desktop.store import inspections as stored
from tests.services import scene


def test_the_clock_is_londons_and_can_stand() -> None:
    assert london_clock().tzinfo == LONDON
    assert standing_clock(scene.NOW)() == scene.NOW


def test_identities_do_not_repeat() -> None:
    assert len({random_id() for _ in range(100)}) == 100


def test_working_for_somebody_is_noted_until_it_is_changed(
    workspace: Workspace, inspection: str
) -> None:
    changes = working_as.act_for(workspace, "  Police lead ")
    assert workspace.signature == "Inspection coordinator for Police lead"
    assert changes.kinds == {Kind.SETTING}
    milestones.mark_done(workspace, inspection, "case-documents")
    assert not working_as.act_for(workspace, "Police lead")
    working_as.act_for(workspace, "")
    milestones.mark_done(workspace, inspection, "area-information")
    second, first = scene.lines(workspace, inspection)[:2]
    assert (first.on_behalf_of, second.on_behalf_of) == ("Police lead", "")


def test_a_role_too_long_to_work_for_is_refused(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="81 characters"):
        working_as.act_for(workspace, "x" * 81)
    assert workspace.on_behalf_of == ""


def test_lines_have_the_time_of_the_clock(workspace: Workspace, inspection: str) -> None:
    later = scene.NOW + timedelta(hours=3)
    workspace.clock = standing_clock(later)
    inspections.rename(workspace, inspection, "Southmoor")
    assert scene.lines(workspace, inspection)[0].when == later


def test_an_exception_inside_an_action_takes_all_of_it_back(
    workspace: Workspace, inspection: str
) -> None:
    before = (scene.seen(workspace, inspection), scene.lines(workspace, inspection))

    def fail() -> None:
        with workspace.action("test", "Half done", inspection) as work:
            found = stored.load(work.session, inspection)
            stored.change(work.session, replace(found, area="Half done"))
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        fail()
    assert (scene.seen(workspace, inspection), scene.lines(workspace, inspection)) == before


def test_a_vault_that_is_open_is_not_opened_twice(
    bare_vault: tuple[Path, str], tmp_path: Path
) -> None:
    folder = scene.copy(bare_vault[0], tmp_path / "vault")
    workspace = scene.reopen(folder)
    with pytest.raises(Refused, match="already open: Inspection coordinator"):
        scene.reopen(folder)
    workspace.close()
    scene.reopen(folder).close()


def test_after_closing_the_last_thing_is_done(bare_vault: tuple[Path, str], tmp_path: Path) -> None:
    workspace = scene.reopen(scene.copy(bare_vault[0], tmp_path / "vault"))
    done: list[str] = []
    workspace.after_closing = lambda: done.append("done")
    workspace.close()
    assert done == ["done"]
