"""Closure days and the close of business move what they should, and say so before."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from jtai_desktop.domain.inspection import CouncilSettings
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.standing import State, state
from jtai_desktop.services import council, papers
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from tests.reports.example import body
from tests.services import scene

THURSDAY, FRIDAY = date(2026, 11, 5), date(2026, 11, 13)


def _due(view: Overview) -> dict[str, object]:
    return {each.key: each.due for each in view.schedule.milestones}


@pytest.mark.parametrize("day", [THURSDAY, FRIDAY, date(2026, 11, 16), date(2026, 11, 7)])
def test_a_closure_does_what_the_comparison_said(
    bare_workspace: Workspace, bare: str, day: date
) -> None:
    before = scene.seen(bare_workspace, bare)
    closure = council.closure_for(day, "Training day")
    shifts = council.compare_closures(bare_workspace, bare, (closure,))
    assert scene.seen(bare_workspace, bare) == before
    council.add_closure(bare_workspace, closure, bare)
    after = scene.seen(bare_workspace, bare)
    assert {shift.key: shift.old for shift in shifts} == _due(before)
    assert {shift.key: shift.new for shift in shifts} == _due(after)
    # A Saturday takes nothing away.
    assert any(shift.moves for shift in shifts) is (day.weekday() < 5)


def test_a_closure_moves_ours_to_the_day_before_and_fieldwork_on(
    bare_workspace: Workspace, bare: str
) -> None:
    council.add_closure(bare_workspace, council.closure_for(THURSDAY, "Flood"), bare)
    view = scene.seen(bare_workspace, bare)
    assert view.schedule.fieldwork_start == date(2026, 11, 17)
    meetings = view.schedule.milestone("meetings")
    assert meetings.due.day == date(2026, 11, 4)
    assert meetings.open_to_agree
    assert "closure, Flood" in meetings.open_to_agree.reason
    assert "closure, Flood" in body(papers.checklist(bare_workspace, bare, THURSDAY).content)


def test_a_closure_taken_out_brings_the_plan_back(bare_workspace: Workspace, bare: str) -> None:
    before = scene.seen(bare_workspace, bare)
    council.add_closure(bare_workspace, council.closure_for(THURSDAY), bare)
    (closure,) = council.load(bare_workspace).closures
    council.remove_closure(bare_workspace, closure, bare)
    assert scene.seen(bare_workspace, bare) == before
    with pytest.raises(Refused, match="removed in the meantime"):
        council.remove_closure(bare_workspace, closure, bare)


def test_a_bank_holiday_can_be_worked(bare_workspace: Workspace) -> None:
    notified = datetime(2026, 12, 21, 9, tzinfo=LONDON)
    begun = scene.begin(bare_workspace, notified=notified)
    first = scene.seen(bare_workspace, begun).schedule.fieldwork_start
    worked = council.closure_for(date(2026, 12, 25), "Duty", works=True)
    council.add_closure(bare_workspace, worked, begun)
    assert scene.seen(bare_workspace, begun).schedule.fieldwork_start == first - timedelta(days=1)


def test_one_day_stands_in_the_list_once(bare_workspace: Workspace, bare: str) -> None:
    council.add_closure(bare_workspace, council.closure_for(THURSDAY), bare)
    before = scene.lines(bare_workspace, bare)
    with pytest.raises(Refused, match="Thu 5 Nov 2026 is in the list already"):
        council.add_closure(bare_workspace, council.closure_for(THURSDAY, works=True), bare)
    assert len(council.load(bare_workspace).closures) == 1
    assert scene.lines(bare_workspace, bare) == before


def test_the_close_of_business_is_the_end_of_the_day(workspace: Workspace, inspection: str) -> None:
    settings = replace(council.load(workspace), close=time(16, 30))
    council.change(workspace, settings, inspection)
    view = scene.seen(workspace, inspection)
    due = view.schedule.milestone("case-documents")
    assert due.due.iso(view.schedule.close) == "2026-11-10T16:30+00:00"
    late = datetime(2026, 11, 10, 16, 31, tzinfo=LONDON)
    assert state(due, late, view.schedule.close) is State.LATE
    text = body(papers.checklist(workspace, inspection).content)
    assert "5 hours 50 minutes left at 10:40" in text
    assert "Tue 10, end of day" in text


def test_without_an_inspection_the_line_is_the_vaults(bare_workspace: Workspace, bare: str) -> None:
    council.change(bare_workspace, replace(council.load(bare_workspace), marking="OFFICIAL"))
    (line,) = scene.lines(bare_workspace, "")
    assert line.action == "settings.changed"
    assert len(scene.lines(bare_workspace, bare)) == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"close": time(11, 59)}, "between 12:00 and 23:59"),
        ({"close": time(0, 0)}, "between 12:00 and 23:59"),
        ({"destroy_after_days": 0}, "from 1 to 3,650 days"),
        ({"destroy_after_days": 3651}, "from 1 to 3,650 days"),
        ({"council": "x" * 81}, "Council has 81 characters"),
        ({"marking": "x" * 61}, "Marking has 61 characters"),
    ],
)
def test_settings_that_can_not_be_are_refused(
    workspace: Workspace, inspection: str, given: dict[str, object], words: str
) -> None:
    before = council.load(workspace)
    changed: CouncilSettings = replace(before, **given)  # type: ignore[arg-type]
    with pytest.raises(Refused, match=words):
        council.change(workspace, changed, inspection)
    assert council.load(workspace) == before


def test_an_empty_marking_is_allowed_and_prints(workspace: Workspace, inspection: str) -> None:
    council.change(workspace, replace(council.load(workspace), marking=""), inspection)
    assert "OFFICIAL" not in body(papers.checklist(workspace, inspection).content)
