"""Meetings as actions: the example, the return and its update, undo, and what stays."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import meetings, overview, undoing
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
)


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
    assert len(view.week.slots) == 9 + 7


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
    assert view.sendings[0].meetings == (replace(first, host="", prepares=""),)
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
    with pytest.raises(Refused, match="a later entry"):
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
