"""The calendar of the example: what is in it, what must never be, and that it updates."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import calendars, conversations, meetings, overview, undoing
from jtai_desktop.services.calendars import Wanted
from jtai_desktop.services.conversations import Said
from jtai_desktop.services.workspace import Workspace

Event = dict[str, str]


def events(workspace: Workspace, inspection: str, wanted: Wanted | None = None) -> dict[str, Event]:
    """The entries by their identity, each line by its name."""
    text = calendars.calendar(workspace, inspection, wanted).decode().replace("\r\n ", "")
    found = {}
    for part in text.split("BEGIN:VEVENT\r\n")[1:]:
        pairs = (line.partition(":") for line in part.split("END:VEVENT")[0].splitlines())
        event = {name.partition(";")[0]: value for name, _, value in pairs}
        found[event["UID"]] = event
    return found


def test_the_week_and_the_milestones_are_in_it(workspace: Workspace, inspection: str) -> None:
    found = events(workspace, inspection).values()
    summaries = [each["SUMMARY"] for each in found]
    assert summaries.count("Conversation") == 7
    assert summaries.count("Cancelled") == 1
    assert "Looked-after child review" in summaries
    assert len(summaries) == 11 + 8 + 14
    assert len(events(workspace, inspection, Wanted(week=False))) == 14
    assert len(events(workspace, inspection, Wanted(milestones=False))) == 19


def test_no_child_is_named_unless_asked_for(workspace: Workspace, inspection: str) -> None:
    view = overview.load(workspace, inspection)
    moved = next(each for each in view.meetings if each.kind == "check")
    named = moved.__class__(
        id="", kind="check", start=moved.start, end=moved.end, title="About child a", place="NM-02"
    )
    meetings.add(workspace, inspection, named)
    text = calendars.calendar(workspace, inspection).decode().replace("\r\n ", "")
    for child in view.children:
        assert child.label.casefold() not in text.casefold()
        assert child.reference not in text
    for word in ("mother", "carer", "father"):
        assert word not in text.casefold()
    shown = events(workspace, inspection, Wanted(labels=True)).values()
    summaries = [each["SUMMARY"] for each in shown]
    assert "Conversation: Child A\\, mother" in summaries
    assert "Child C\\, looked-after child review" in summaries
    assert not [each for each in summaries if "Child F\\, carer" in each]


def test_a_withdrawal_becomes_a_cancellation_without_a_person(
    workspace: Workspace, inspection: str
) -> None:
    wanted = Wanted(labels=True)
    before = events(workspace, inspection, wanted)
    talk = overview.load(workspace, inspection).conversations.confirmed[0]
    uid = f"{talk.person.id}@jtai"
    conversations.take_step(workspace, inspection, talk.person.id, Step.WITHDRAW, Said())
    after = events(workspace, inspection, wanted)
    assert before[uid]["STATUS"] == "CONFIRMED"
    assert int(after[uid].pop("SEQUENCE")) > int(before[uid]["SEQUENCE"])
    assert after[uid] == {
        "UID": uid,
        "DTSTAMP": before[uid]["DTSTAMP"],
        "DTSTART": before[uid]["DTSTART"],
        "DTEND": before[uid]["DTEND"],
        "SUMMARY": "Cancelled",
        "STATUS": "CANCELLED",
    }


def test_identities_stay_and_the_sequence_rises_with_an_undo_too(
    workspace: Workspace, inspection: str
) -> None:
    talk = overview.load(workspace, inspection).conversations.agreed[0]
    uid = f"{talk.person.id}@jtai"
    plan = talk.standing.plan
    assert plan
    assert plan.start
    later = plan.start + timedelta(hours=1)
    said = Said(start=later, end=later + timedelta(hours=1))
    seen = [events(workspace, inspection)[uid]]
    conversations.take_step(workspace, inspection, talk.person.id, Step.PLAN, said)
    seen.append(events(workspace, inspection)[uid])
    undoing.undo(workspace, inspection)
    seen.append(events(workspace, inspection)[uid])
    numbers = [int(each["SEQUENCE"]) for each in seen]
    assert numbers[0] < numbers[1] < numbers[2]
    assert seen[0]["DTSTART"] == seen[2]["DTSTART"] != seen[1]["DTSTART"]


def test_a_cancelled_meeting_is_taken_off(workspace: Workspace, inspection: str) -> None:
    one = overview.load(workspace, inspection).meetings[-1]
    meetings.cancel(workspace, inspection, one.id, "Chair ill")
    found = events(workspace, inspection, Wanted(labels=True))[f"{one.id}@jtai"]
    assert (found["SUMMARY"], found["STATUS"]) == ("Cancelled", "CANCELLED")
    assert "LOCATION" not in found


def test_it_is_written_whole_or_refused(
    workspace: Workspace, inspection: str, tmp_path: Path
) -> None:
    calendars.save(workspace, inspection, tmp_path / "week.ics")
    assert (tmp_path / "week.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    with pytest.raises(Refused):
        calendars.save(workspace, inspection, tmp_path / "none" / "week.ics")
    with pytest.raises(Refused, match="nothing for a calendar"):
        calendars.calendar(workspace, inspection, Wanted(week=False, milestones=False))


def test_one_entry_alone(workspace: Workspace, inspection: str) -> None:
    view = overview.load(workspace, inspection)
    talk = view.conversations.confirmed[0].person.id
    for one in (view.meetings[0].id, talk):
        assert set(events(workspace, inspection, Wanted(entry=one))) == {f"{one}@jtai"}
    with pytest.raises(Refused, match="There is no such entry"):
        calendars.calendar(workspace, inspection, Wanted(entry="gone"))


def test_one_person_has_what_they_are_needed_for(workspace: Workspace, inspection: str) -> None:
    view = overview.load(workspace, inspection)
    lead = next(each for each in view.contacts if each.role == "Front door lead")
    found = events(workspace, inspection, Wanted(milestones=False, contact=lead.id))
    (strategy,) = found.values()
    assert strategy["SUMMARY"] == "Strategy discussion"
    meeting = next(each for each in view.meetings if each.chair == lead.role)
    meetings.amend(workspace, inspection, meeting.id, lambda each: replace(each, chair="Clerk"))
    calls = next(each for each in view.meetings if each.kind == "call")
    attending = (lead.initials.lower(), "Clerk")
    meetings.amend(workspace, inspection, calls.id, lambda each: replace(each, attending=attending))
    found = events(workspace, inspection, Wanted(milestones=False, contact=lead.id))
    assert [each["SUMMARY"] for each in found.values()] == ["Partners’ daily call"]
    owned = events(workspace, inspection, Wanted(week=False, contact=lead.id))
    assert 0 < len(owned) < 14
    with pytest.raises(Refused, match="no longer in the list"):
        calendars.calendar(workspace, inspection, Wanted(contact="gone"))


def test_a_cancellation_of_one_person_says_nothing_of_them(
    workspace: Workspace, inspection: str
) -> None:
    view = overview.load(workspace, inspection)
    meeting = next(each for each in view.meetings if each.chair == "Front door lead")
    meetings.cancel(workspace, inspection, meeting.id, "Child C is ill")
    contact = next(each for each in view.contacts if each.role == meeting.chair)
    wanted = Wanted(milestones=False, labels=True, contact=contact.id)
    (event,) = events(workspace, inspection, wanted).values()
    assert sorted(event) == ["DTEND", "DTSTAMP", "DTSTART", "SEQUENCE", "STATUS", "SUMMARY", "UID"]
    assert event["SUMMARY"] == "Cancelled"
