"""What a meeting may say: trimmed texts, an end after its start; refused with a place."""

from dataclasses import replace
from datetime import timedelta

from jtai_desktop.domain import texts
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.moments import apart, london
from jtai_desktop.domain.problems import Refused

LONGEST = timedelta(hours=14)


def checked(meeting: Meeting) -> Meeting:
    """The meeting as it is kept; refused where it can’t be."""
    kept = replace(
        meeting,
        start=london(meeting.start),
        end=london(meeting.end),
        title=texts.line(meeting.title, "Title"),
        child=texts.line(meeting.child, "Child", longest=24),
        place=texts.line(meeting.place, "Place"),
        chair=texts.line(meeting.chair, "Chair"),
        explained=texts.line(meeting.explained, "Explained"),
        note=texts.note(meeting.note, "Note for inspectors"),
        host=texts.line(meeting.host, "Host"),
        prepares=texts.line(meeting.prepares, "Prepares"),
        preparation=texts.note(meeting.preparation, "Preparation"),
        attending=_people(meeting.attending),
        inspector=texts.line(meeting.inspector, "Inspector"),
        whom=texts.line(meeting.whom, "With whom"),
        cancelled=texts.line(meeting.cancelled, "Reason"),
    )
    _refuse_impossible(kept)
    return kept


def _people(attending: tuple[str, ...]) -> tuple[str, ...]:
    """Each once, in order, without empty ones."""
    kept = (texts.line(each, "Attending") for each in attending)
    named = {each.casefold(): each for each in reversed(tuple(kept)) if each}
    return tuple(reversed(named.values()))


def _refuse_impossible(meeting: Meeting) -> None:
    length = apart(meeting.start, meeting.end)
    if length <= timedelta(0):
        raise Refused("The end is not after the start. Please change one of them.", place="End")
    if length > LONGEST:
        raise Refused("This is longer than fourteen hours. Check the end.", place="End")
    if meeting.is_returned and not meeting.child:
        raise Refused("Say which child the meeting is about, by label.", place="Child")
