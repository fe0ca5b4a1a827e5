"""Meetings as actions: the example, the return and its update, undo, and what stays."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.meetings.ways import Way
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import council, meeting_tables, meetings, overview, undoing
from jtai_desktop.services.workspace import Workspace

START = datetime(2026, 11, 17, 9, 0, tzinfo=LONDON)
WHOLE = Meeting(
    id="",
    kind="strategy",
    start=START,
    end=START + timedelta(hours=1),
    title="Strategy",
    child="Child B",
    place="Room 1",
    chair="Front door lead",
    agencies=("council", "police"),
    observe=True,
    explained="Social worker, Mon 16 Nov",
    note="Entrance at the back",
    host="Reception",
    prepares="Clerk",
    preparation="Wall plan",
    attending=("Designated nurse", "MASH manager"),
    inspector="Inspector 2",
)
OTHER = replace(WHOLE, title="", kind="care-review", place="Room 2", inspector="", attending=())


def test_the_example_is_that_of_the_picture(workspace: Workspace, inspection: str) -> None:
    view = overview.load(workspace, inspection)
    assert [each.sentence for each in view.week.clashes] == [
        "Child C is in two meetings, Tue 17, 11:00"
    ]
    (change,) = view.week.changes
    assert (change.meeting.child, change.what) == ("Child F", ("start", "end"))
    today = [(each.called, each.place) for each in view.day().meetings]
    assert today == [
        ("Partners’ daily call", "call"),
        ("Document check, Police and CCG", "Room 2"),
        ("Last check before sending", "call"),
    ]
    (sending,) = view.sendings
    assert len(sending.meetings) == 5
    assert len(view.week.slots) == 11 + 7
    (settled,) = view.week.judged.accepted
    assert settled.warned.sentence == (
        "Partnership business manager has 10 min for a way of 20 min, Thu 12, 10:45"
    )
    assert settled.acceptance.reason == "Across the square, five minutes on foot"


def test_what_is_kept_is_what_was_given(bare_workspace: Workspace, bare: str) -> None:
    made = meetings.added(meetings.add(bare_workspace, bare, WHOLE))
    (kept,) = overview.load(bare_workspace, bare).meetings
    assert kept == replace(WHOLE, id=made)
    assert bare_workspace.store.verify() == ()


def test_the_return_is_frozen_and_its_update_lists_what_changed(
    bare_workspace: Workspace, bare: str
) -> None:
    meetings.add(bare_workspace, bare, WHOLE)
    meetings.send(bare_workspace, bare, "portal")
    (first,) = overview.load(bare_workspace, bare).meetings
    meetings.change(bare_workspace, bare, replace(first, place="Room 2"))
    view = overview.load(bare_workspace, bare)
    assert view.sendings[0].meetings == (first.as_returned,)
    assert [each.what for each in view.week.changes] == [("place",)]
    meetings.send(bare_workspace, bare, "mail")
    view = overview.load(bare_workspace, bare)
    assert view.week.changes == ()
    assert [each.meetings[0].place for each in view.sendings] == ["Room 1", "Room 2"]
    with pytest.raises(Refused, match="hold everything"):
        meetings.send(bare_workspace, bare, "mail")


def test_a_change_is_undone_and_then_differs_from_what_was_sent(
    bare_workspace: Workspace, bare: str
) -> None:
    meetings.add(bare_workspace, bare, WHOLE)
    (first,) = overview.load(bare_workspace, bare).meetings
    meetings.change(bare_workspace, bare, replace(first, place="Room 2"))
    meetings.send(bare_workspace, bare, "portal")
    undoing.undo(bare_workspace, bare)
    assert [each.what for each in overview.load(bare_workspace, bare).week.changes] == [("place",)]
    assert len(overview.load(bare_workspace, bare).sendings) == 1
    with pytest.raises(Refused, match="can’t be taken back"):
        undoing.undo(bare_workspace, bare)
    assert len(overview.load(bare_workspace, bare).meetings) == 1
    assert bare_workspace.store.verify() == ()


def test_what_was_sent_is_cancelled_and_never_removed(bare_workspace: Workspace, bare: str) -> None:
    one = meetings.added(meetings.add(bare_workspace, bare, WHOLE))
    two = meetings.added(meetings.add(bare_workspace, bare, replace(WHOLE, title="Second")))
    meetings.remove(bare_workspace, bare, two)
    meetings.send(bare_workspace, bare, "portal")
    with pytest.raises(Refused, match="Cancel it with a reason"):
        meetings.remove(bare_workspace, bare, one)
    with pytest.raises(Refused, match="Reason"):
        meetings.cancel(bare_workspace, bare, one, "")
    meetings.cancel(bare_workspace, bare, one, "Chair ill")
    view = overview.load(bare_workspace, bare)
    assert (view.week.slots, [str(each.kind) for each in view.week.changes]) == ((), ["cancelled"])


def test_bad_input_takes_nothing(bare_workspace: Workspace, bare: str) -> None:
    for given, words in (
        ({"kind": "party"}, "no kind of meeting"),
        ({"end": START}, "end is not after"),
        ({"child": ""}, "which child"),
    ):
        with pytest.raises(Refused, match=words):
            meetings.add(bare_workspace, bare, replace(WHOLE, **given))
    assert overview.load(bare_workspace, bare).meetings == ()


def test_a_warning_is_accepted_and_counts_again(bare_workspace: Workspace, bare: str) -> None:
    for each in (WHOLE, OTHER):
        meetings.add(bare_workspace, bare, each)
    clash = overview.load(bare_workspace, bare).week.clashes[0]
    with pytest.raises(Refused, match="Reason"):
        meetings.accept(bare_workspace, bare, clash.key, " ")
    changes = meetings.accept(bare_workspace, bare, clash.key, "Chair knows")
    assert (changes.summary, changes.touched) == (
        f"Accepted: {clash.sentence}",
        frozenset({(Kind.MEETING, clash.key)}),
    )
    judged = overview.load(bare_workspace, bare).week.judged
    assert clash.key not in {each.key for each in judged.open}
    (settled,) = judged.accepted
    assert settled.acceptance.by.person == bare_workspace.person
    assert settled.acceptance.when == bare_workspace.now
    with pytest.raises(Refused, match="no longer there"):
        meetings.accept(bare_workspace, bare, clash.key, "Twice")
    meetings.unaccept(bare_workspace, bare, clash.key)
    assert clash in overview.load(bare_workspace, bare).week.clashes
    undoing.undo(bare_workspace, bare)
    assert len(overview.load(bare_workspace, bare).week.judged.accepted) == 1
    undoing.undo(bare_workspace, bare)
    assert overview.load(bare_workspace, bare).week.judged.accepted == ()
    assert bare_workspace.store.verify() == ()


def test_an_acceptance_falls_with_a_change_and_can_be_given_anew(
    bare_workspace: Workspace, bare: str
) -> None:
    ids = [meetings.added(meetings.add(bare_workspace, bare, each)) for each in (WHOLE, OTHER)]
    clash = overview.load(bare_workspace, bare).week.clashes[0]
    meetings.accept(bare_workspace, bare, clash.key, "Chair knows")
    meetings.amend(bare_workspace, bare, ids[0], lambda each: replace(each, place="Room 7"))
    assert clash.key in {each.key for each in overview.load(bare_workspace, bare).week.clashes}
    meetings.accept(bare_workspace, bare, clash.key, "Still fine")
    (settled,) = overview.load(bare_workspace, bare).week.judged.accepted
    assert settled.acceptance.reason == "Still fine"


def test_one_field_is_amended_as_the_meeting_stands(bare_workspace: Workspace, bare: str) -> None:
    one = meetings.added(meetings.add(bare_workspace, bare, WHOLE))
    meetings.amend(bare_workspace, bare, one, lambda each: replace(each, place="Room 2"))
    changes = meetings.amend(bare_workspace, bare, one, lambda each: replace(each, chair="Clerk"))
    assert changes.summary == "Strategy, Tue 17: chair"
    (kept,) = overview.load(bare_workspace, bare).meetings
    assert (kept.place, kept.chair) == ("Room 2", "Clerk")
    assert not meetings.amend(bare_workspace, bare, one, lambda each: each)
    with pytest.raises(Refused, match="not after the start"):
        meetings.amend(bare_workspace, bare, one, lambda each: replace(each, end=each.start))


def test_a_cancelled_one_takes_place_after_all(bare_workspace: Workspace, bare: str) -> None:
    one = meetings.added(meetings.add(bare_workspace, bare, WHOLE))
    meetings.cancel(bare_workspace, bare, one, "Chair ill")
    meetings.reinstate(bare_workspace, bare, one)
    assert overview.load(bare_workspace, bare).meetings[0].stands


def test_a_table_is_taken_in_as_one_step_or_not_at_all(
    bare_workspace: Workspace, bare: str
) -> None:
    head = "Kind\tChild\tDay\tTime\n"
    good = "ICPC\tChild A\tTue 17 Nov\t09:00–10:00\nStrategy discussion\tChild B\tWed 18\t9:00–9:30"
    wrong = meeting_tables.preview(bare_workspace, bare, f"{head}{good}\nICPC\tChild C\tMon 18\t1")
    with pytest.raises(Refused, match=r"Row 4, Day.*Nothing was taken in"):
        meeting_tables.take_in(bare_workspace, bare, wrong)
    assert overview.load(bare_workspace, bare).meetings == ()
    seen = meeting_tables.preview(bare_workspace, bare, head + good)
    changes = meeting_tables.take_in(bare_workspace, bare, seen)
    assert changes.summary == "2 meetings added from a table"
    with pytest.raises(Refused, match="in the week already"):
        meeting_tables.take_in(bare_workspace, bare, seen)
    undoing.undo(bare_workspace, bare)
    assert overview.load(bare_workspace, bare).meetings == ()


def test_the_council_s_minutes_are_kept_beside_its_settings(
    bare_workspace: Workspace, bare: str
) -> None:
    near = replace(OTHER, start=WHOLE.end, end=WHOLE.end + timedelta(hours=1))
    for each in (WHOLE, near):
        meetings.add(bare_workspace, bare, each)
    assert {each.kind.value for each in overview.load(bare_workspace, bare).week.clashes} == {
        "travel"
    }
    before = council.load(bare_workspace)
    council.set_way(bare_workspace, Way("Room 1", "Room 2", 0), bare)
    assert overview.load(bare_workspace, bare).week.clashes == ()
    council.change(bare_workspace, replace(before, council="Northmoor"), bare)
    assert council.load(bare_workspace).ways.known == (Way("Room 1", "Room 2", 0),)
    council.unset_way(bare_workspace, "room 2", "room 1", bare)
    assert council.load(bare_workspace).ways.known == ()
    assert bare_workspace.store.verify() == ()
