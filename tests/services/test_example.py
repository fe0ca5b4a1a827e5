"""The example is the same each time, and agrees with the pictures of the design."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.remarks.of_day import remarks
from jtai_desktop.domain.standing import countdown, days_left, days_to_fieldwork, state, time_left
from jtai_desktop.domain.wording import moment_near, moment_short
from jtai_desktop.services import example, example_vaults, overview, papers, undoing
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace
from tests.services import scene

# As the picture of the timetable has them: state, when, who acts, paragraph.
TIMETABLE = {
    "notification": ("happened", "Mon 2, 09:00", "Lead inspector", "23, 29"),
    "lists-6-7-8": ("done", "Thu 5, 09:00", "Council, CCG, CAMHS, YOT", "32–35"),
    "context-note": ("done", "Thu 5, 09:00", "Director of children’s services", "36"),
    "meetings": ("done", "Thu 5, end of day", "Local agencies", "40"),
    "lists-1-3-4-5": ("done", "Thu 5, end of day", "Council", "41, 42"),
    "selection": ("happened", "Fri 6, 10:00", "Lead inspector", "37"),
    "selection-call": ("happened", "Fri 6, before 12:00", "Lead inspector with agencies", "37"),
    "case-documents": ("due-today", "Tue 10, end of day", "Local agencies", "39, 44"),
    "area-information": ("due-today", "Tue 10, end of day", "Local agencies", "47, 48"),
    "joint-evaluations": ("to-come", "Thu 12, 12:00", "Local agencies", "39, 46"),
    "cqc-request": ("awaited", "Fri 13", "CQC", "45"),
    "engagement-confirmed": ("to-come", "Fri 13, end of day", "Local agencies", "50"),
}
NOTES = {
    "lists-6-7-8": "Sent 08:41",
    "context-note": "Sent 08:41",
    "meetings": "Sent 16:20",
    "lists-1-3-4-5": "Sent 16:52",
    "selection": "Six named at 10:05",
    "selection-call": "Held 11:15, all six confirmed",
}

NUDGED = (
    "Answers in evaluations: 12 without impact, 20 without the child’s own view"
    " and 4 without evidence"
)


@pytest.fixture
def view(workspace: Workspace, inspection: str) -> Overview:
    """The example as it stands."""
    return overview.load(workspace, inspection)


@pytest.fixture
def day(view: Overview) -> Day:
    """The Tuesday of week two, 10:40."""
    return view.day()


def test_the_clock_stands_at_the_tuesday_of_week_two(workspace: Workspace) -> None:
    assert workspace.now == example.stands_at() == datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)


def test_area_theme_and_countdown_are_those_of_the_pictures(view: Overview) -> None:
    assert (view.inspection.area, view.theme) == ("Northmoor", "Children’s mental health")
    assert view.council.marking == "OFFICIAL-SENSITIVE"
    assert not view.inspection.practice
    assert countdown(view.schedule, view.now) == "4 working days to go"
    assert days_to_fieldwork(view.schedule, view.now) == 4
    assert view.schedule.fieldwork_start == date(2026, 11, 16)
    assert view.schedule.working_day(view.now.date()) == 6
    assert view.schedule.working_days_to_fieldwork == 10
    assert view.schedule.warnings == ()


def test_the_timetable_is_that_of_the_picture(view: Overview) -> None:
    found = {
        each.key: (
            str(state(each, view.now, view.schedule.close)),
            moment_short(each.due),
            each.rule.who,
            each.rule.paragraph,
        )
        for each in view.schedule.milestones
    }
    assert {key: found[key] for key in TIMETABLE} == TIMETABLE
    # The picture has one line for the last two.
    assert [found[key][1] for key in ("printed-documents", "fieldwork")] == ["Mon 16", "Mon 16"]


def test_the_notes_are_those_of_the_picture(view: Overview) -> None:
    notes = {key: each.done.note for key, each in view.notes.items() if each.done}
    assert notes == NOTES
    by_hand = view.schedule.milestone("joint-evaluations")
    assert by_hand.notes.set_by_hand
    assert by_hand.notes.set_by_hand.reason == "Lead inspector asked for midday"
    assert moment_short(by_hand.computed) == "Thu 12, end of day"
    assert [each.key for each in view.schedule.milestones if each.rule.assumed] == ["lists-1-3-4-5"]


def test_the_next_milestones_are_those_of_the_picture_of_today(day: Day) -> None:
    ahead = [each for each in day.open if each.rule.actor == "partnership"]
    found = [
        (moment_near(each.due, day.date), time_left(each, day.schedule, day.now)) for each in ahead
    ]
    assert found == [
        ("Today, end of day", "6 h 20 min"),
        ("Today, end of day", "6 h 20 min"),
        ("Thu 12, 12:00", "49 h 20 min"),
        ("Fri 13, end of day", "78 h 20 min"),
        ("Mon 16", "4 working days"),
    ]
    assert days_left(day.schedule, ahead[-1], day.now) == "4 working days"
    assert day.overdue == ()


def test_what_looks_wrong_and_what_is_worth_a_remark(day: Day) -> None:
    assert [each.sentence for each in remarks(day)] == [
        "Child D: lead inspector not yet told",
        "Call back: Conversations, Mon 9, 14:40, Child F",
        "Child C is in two meetings, Tue 17, 11:00",
        "1 meeting changed since the return was sent",
        "1.4: dated 14 Apr, outside the 6 months",
        "1.8: the inspectors’ query is open",
        "2.2: version 3 is here, version 2 was sent",
        "4.7: 2 of 3 sets",
        "Child F, 3: does not exist, no reason given",
        "Child C, Police: own evaluation 22 h 40 min late to us",
        "ESN 26: an audit says otherwise",
        "Case audit, 2 returns late: Schools 1 and Hospital 1",
        "Action plan since Tue 3 Nov: 5.1 turned at minor risk and 7.1 turned at minor risk",
        "1 finding without an action: finding 8",
        "Joint evaluations: no deputy",
        "Section 5, Youth offending team: no deputy",
        "Action plan since Tue 3 Nov: 1.1 now completed, impact evidenced",
        "Talks set: the owner is away, Front door lead stands in",
        NUDGED,
        "Self-evaluation: remarks on 22 of 72",
    ]


def test_one_checklist_was_printed_the_day_before(workspace: Workspace, inspection: str) -> None:
    talks, entry = papers.logged(workspace, inspection)
    assert talks.paper == "Conversations"
    assert entry.when == datetime(2026, 11, 9, 9, 12, tzinfo=LONDON)
    assert (entry.variant, entry.destroy_by) == ("everyone", date(2026, 12, 14))


def test_the_history_reads_as_it_would_in_life(workspace: Workspace, inspection: str) -> None:
    lines = scene.lines(workspace, inspection)
    times = [line.when for line in lines]
    assert times == sorted(times, reverse=True)
    assert lines[-1].action == "inspection.begun"
    assert {line.who for line in lines} == {"Inspection coordinator"}
    assert "Joint evaluations: set to Thu 12, 12:00" in {line.summary for line in lines}
    assert undoing.next_steps(workspace, inspection)[0] in {line.summary for line in lines}
    assert workspace.store.verify() == ()


def _whole(workspace: Workspace, inspection: str) -> tuple[object, ...]:
    history = tuple(_without_names_in(line) for line in scene.lines(workspace, inspection))
    council = scene.lines(workspace, "")
    seen = _without_names_of_files(scene.seen(workspace, inspection))
    content = papers.checklist(workspace, inspection).content
    return inspection, seen, history, council, papers.logged(workspace, inspection), content


def _without_names_of_files(view: Overview) -> Overview:
    """The names under which files are taken in are drawn anew each time."""
    nameless = [
        replace(document, versions=tuple(replace(each, kept="") for each in document.versions))
        for document in view.documents
    ]
    return replace(view, documents=tuple(nameless))


def _without_names_in(line: HistoryLine) -> HistoryLine:
    return replace(line, changes=tuple(each for each in line.changes if each.field != "kept"))


@pytest.mark.usefixtures("cheap_keys")
def test_it_is_the_same_twice(workspace: Workspace, inspection: str, tmp_path: Path) -> None:
    kept, other = example_vaults.create(tmp_path / "again", scene.PASSPHRASE)
    thrown_away, third = example_vaults.open_throwaway()
    try:
        assert _whole(kept, other) == _whole(workspace, inspection)
        assert _whole(thrown_away, third) == _whole(workspace, inspection)
    finally:
        kept.close()
        thrown_away.close()


def test_nobody_in_it_has_a_name_or_a_reachable_number(view: Overview) -> None:
    for contact in view.contacts:
        assert contact.email.endswith(".example")
        # Numbers that are kept free for made-up people.
        assert contact.phone.startswith("01632 960 ")
