"""Whole journeys of a coordinator, through the services, from the first day to a reopened vault."""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from jtai_desktop.cli import program
from jtai_desktop.domain.milestones import Agreed
from jtai_desktop.domain.moments import LONDON, Hour, Moment
from jtai_desktop.domain.people import Contact
from jtai_desktop.domain.printing import Way
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import (
    council,
    inspections,
    milestones,
    overview,
    papers,
    people,
    undoing,
    vaults,
    working_as,
)
from jtai_desktop.services.workspace import Workspace
from tests.flow.clock import Clock
from tests.reports.example import body
from tests.services import scene

MIDDAY = Moment(date(2026, 11, 12), Hour.AT, time(12))
WEEK_LATER = datetime(2026, 11, 9, 9, tzinfo=LONDON)


def _again(workspace: Workspace, clock: Clock) -> Workspace:
    """Locked and opened with the passphrase."""
    folder = workspace.folder
    workspace.close()
    return vaults.open_(folder, scene.PASSPHRASE, clock)


def test_from_the_notification_to_a_reopened_vault(workspace: Workspace, clock: Clock) -> None:
    begun = scene.begin(workspace)
    clock.turn(2, 11)
    milestones.set_by_hand(workspace, begun, "joint-evaluations", MIDDAY, "Asked for midday")
    shifts = inspections.compare_dates(workspace, begun, WEEK_LATER, None)
    inspections.change_dates(workspace, begun, WEEK_LATER, None)
    view = overview.load(workspace, begun)
    assert {each.key: each.new for each in shifts} == {
        each.key: each.due for each in view.schedule.milestones
    }
    assert view.schedule.milestone("joint-evaluations").due == MIDDAY
    undoing.undo(workspace, begun)
    clock.turn(5, 8, 41)
    milestones.mark_done(workspace, begun, "lists-6-7-8", note="Sent 08:41")
    workspace = _again(workspace, clock)
    done = scene.seen(workspace, begun)
    undoing.undo(workspace, begun)
    assert not overview.load(workspace, begun).notes["lists-6-7-8"].done
    workspace = _again(workspace, clock)
    undoing.redo(workspace, begun)
    assert scene.seen(workspace, begun) == done
    paper = papers.checklist(workspace, begun)
    papers.save(workspace, begun, paper, workspace.folder.parent / paper.file_name)
    workspace = _again(workspace, clock)
    assert papers.checklist(workspace, begun).content == paper.content
    assert [line.action for line in scene.lines(workspace, begun)] == [
        "paper.left", "redo", "undo", "milestone.done", "undo", "inspection.dated",
        "milestone.set", "inspection.begun",
    ]  # fmt: skip
    workspace.close()


def test_a_closure_in_the_fortnight_is_agreed_and_the_paper_follows(
    workspace: Workspace, clock: Clock
) -> None:
    begun = scene.begin(workspace)
    closure = council.closure_for(date(2026, 11, 5), "Flood")
    shifts = council.compare_closures(workspace, begun, (closure,))
    council.add_closure(workspace, closure, begun)
    clock.turn(3, 9)
    day = overview.load(workspace, begun).day()
    assert {each.key for each in shifts if each.moves} >= {"meetings", "fieldwork"}
    assert "meetings" in {each.key for each in day.to_agree}
    agreed = Agreed(Moment(date(2026, 11, 6), Hour.END_OF_DAY), "Lead inspector", clock.now)
    milestones.record_agreement(workspace, begun, "meetings", agreed)
    text = body(papers.checklist(workspace, begun).content)
    assert "Fri 6, end of day Details of multi-agency meetings" in text
    assert "Thu 5 Nov is not a working day (closure, Flood)" in text
    undoing.undo(workspace, begun)
    assert "meetings" in {each.key for each in overview.load(workspace, begun).day().to_agree}
    workspace.close()


def test_people_are_named_and_their_checklist_is_theirs(workspace: Workspace, clock: Clock) -> None:
    begun = scene.begin(workspace)
    view = overview.load(workspace, begun)
    police = next(each for each in view.agencies if each.key == "police")
    lead = people.added(
        people.add_contact(workspace, begun, Contact("", police.id, "Łukasz’s desk", phone="101"))
    )
    people.name_owner(workspace, begun, scene.named(view, "case-documents"), lead)
    clock.turn(10, 16, 30)
    working_as.act_for(workspace, "Police lead")
    paper = papers.checklist(workspace, begun, agency="police")
    text = body(paper.content)
    assert "Łukasz’s desk Case files, Tue 10, end of day 101" in text
    assert "30 minutes left at 16:30" in text
    papers.log(workspace, begun, paper, Way.PRINTED)
    assert papers.logged(workspace, begun)[0].who == "Inspection coordinator for Police lead"
    clock.turn(10, 17, 1)
    assert "due Tue 10, end of day" in body(papers.checklist(workspace, begun).content)
    workspace.close()


def test_practice_beside_the_real_one(workspace: Workspace, clock: Clock) -> None:
    real = scene.begin(workspace)
    practice = scene.begin(workspace, practice=True)
    council.change(workspace, replace(council.load(workspace), marking="OFFICIAL"), real)
    clock.turn(5, 8)
    milestones.mark_done(workspace, practice, "meetings")
    assert not overview.load(workspace, real).notes["meetings"].done
    for each, marked in ((real, False), (practice, True)):
        text = body(papers.checklist(workspace, each).content)
        assert ("practice" in text.lower()) is marked
        assert "OFFICIAL" in text
    workspace = _again(workspace, clock)
    assert {each.id: each.practice for each in inspections.listed(workspace)} == {
        real: False,
        practice: True,
    }
    workspace.close()


def test_the_command_line_says_what_the_window_says(
    workspace: Workspace, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = scene.begin(workspace)
    clock.turn(10, 10, 40)
    paper = papers.checklist(workspace, begun, agency="council")
    folder = workspace.folder
    workspace.close()
    monkeypatch.setenv("JTAI_PASSPHRASE", scene.PASSPHRASE)
    asked = ["checklist", "--vault", str(folder), "--date", "10/11/2026", "--as-at", "10:40"]
    out = tmp_path / "cli.pdf"
    assert program.run([*asked, "--agency", "council", "--out", str(out)]) == 0
    assert out.read_bytes() == paper.content


def test_a_wrong_passphrase_changes_nothing(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    begun = scene.begin(workspace)
    before = scene.seen(workspace, begun)
    workspace.close()
    with pytest.raises(Refused, match="does not open this vault"):
        vaults.open_(tmp_path / "vault", "not the right words", clock)
    workspace = vaults.open_(tmp_path / "vault", scene.PASSPHRASE, clock)
    assert scene.seen(workspace, begun) == before
    workspace.close()
