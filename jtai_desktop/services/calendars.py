"""Calendar files: the week and the milestones, for the calendars people have open all day.

No child’s name or label unless it is asked for. Of a conversation that was planned and is off only
“Cancelled” with its time goes out, so that a second import takes it off.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from jtai_desktop.domain.conversations.lines import Line, Step
from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.conversations.track import ON_THE_TIMETABLE
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.moments import Hour, Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.exchange.calendars import Appointment, calendar_of
from jtai_desktop.exchange.whole_files import write_whole
from jtai_desktop.services import histories, overview
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace

CANCELLED = "Cancelled"
CONVERSATION = "Conversation"
HALF_AN_HOUR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What goes into the file; `labels` shows children by their labels.

    `entry` is one meeting or conversation alone. `contact` is one person: what they chair, host,
    prepare, attend or support, and the milestones that they own or stand in for.
    """

    week: bool = True
    milestones: bool = True
    labels: bool = False
    entry: str = ""
    contact: str = ""


def calendar(workspace: Workspace, inspection_id: str, wanted: Wanted | None = None) -> bytes:
    """The calendar file of an inspection."""
    view = overview.load(workspace, inspection_id)
    # The number of the newest line of history: it rises with every change, an undo included.
    newest = histories.newest(workspace, inspection_id, limit=1)
    sequence = newest[0].number if newest else 0
    wanted = wanted or Wanted()
    if wanted.contact and view.contact(wanted.contact) is None:
        raise Refused("This person is no longer in the list. Choose another.", place="Person")
    found = list(_appointments(view, wanted, sequence))
    if not found and wanted.entry:
        raise Refused("There is no such entry, or it has no time. Look again.", place="Entry")
    if not found:
        raise Refused("There is nothing for a calendar yet.", place="calendar")
    return calendar_of(found, view.now)


def save(
    workspace: Workspace, inspection_id: str, path: Path, wanted: Wanted | None = None
) -> None:
    """Write the calendar file, whole or not at all."""
    write_whole(calendar(workspace, inspection_id, wanted), path)


def _appointments(view: Overview, wanted: Wanted, sequence: int) -> Iterator[Appointment]:
    if wanted.week or wanted.entry:
        week = view.week
        for meeting in view.meetings:
            if _is_wanted(view, wanted, meeting.id, week.who(meeting)):
                yield _of_meeting(view, meeting, sequence, labels=wanted.labels)
        for talk in view.conversations.talks:
            if _is_wanted(view, wanted, talk.person.id, _supporters(view, talk)):
                yield from _of_talk(view, talk, sequence, labels=wanted.labels)
    if wanted.milestones and not wanted.entry:
        for each in _milestones(view, wanted.contact):
            start, end = _of_moment(each.due, view)
            uid = f"{view.inspection.id}-{each.key}@jtai"
            yield Appointment(uid, sequence, start, end, each.rule.title)


def _is_wanted(view: Overview, wanted: Wanted, entry_id: str, people: tuple[str, ...]) -> bool:
    """Whether an entry goes in: it is the one, it has the person in it, or all go."""
    if wanted.entry:
        return entry_id == wanted.entry
    contact = view.contact(wanted.contact) if wanted.contact else None
    return contact is None or contact.role.casefold() in {each.casefold() for each in people}


def _supporters(view: Overview, talk: Talk) -> tuple[str, ...]:
    """Who supports in a conversation, or did when it was planned last."""
    plan = talk.standing.plan or _last_plan(talk.person.lines)
    return view.week.supporters(plan.support) if plan else ()


def _milestones(view: Overview, contact_id: str) -> tuple[Planned, ...]:
    """All of them, or those that one person owns or stands in for."""
    if not contact_id:
        return tuple(view.schedule.milestones)
    theirs = {
        named.key
        for named in view.named_milestones
        for person in (named.owner, named.deputy)
        if person is not None and person.id == contact_id
    }
    return tuple(each for each in view.schedule.milestones if each.key in theirs)


def _of_meeting(view: Overview, meeting: Meeting, sequence: int, *, labels: bool) -> Appointment:
    uid = f"{meeting.id}@jtai"
    if not meeting.stands:
        return Appointment(uid, sequence, meeting.start, meeting.end, CANCELLED, cancelled=True)
    kind = view.week.kind(meeting)
    summary = view.week.called(meeting) if labels else _plain(view, meeting.title or kind, kind)
    place = meeting.place if labels else _plain(view, meeting.place, "")
    return Appointment(uid, sequence, meeting.start, meeting.end, summary, place)


def _of_talk(view: Overview, talk: Talk, sequence: int, *, labels: bool) -> Iterator[Appointment]:
    """A conversation that stands; of one that was planned before, that it is cancelled."""
    person, uid = talk.person, f"{talk.person.id}@jtai"
    stands = person.selected and talk.state in ON_THE_TIMETABLE
    plan = talk.standing.plan if stands else _last_plan(person.lines)
    if plan is None or plan.start is None or plan.end is None:
        return
    if not stands:
        yield Appointment(uid, sequence, plan.start, plan.end, CANCELLED, cancelled=True)
        return
    summary = f"{CONVERSATION}: {person.called}" if labels else CONVERSATION
    place = plan.place if labels else _plain(view, plan.place, "")
    yield Appointment(uid, sequence, plan.start, plan.end, summary, place)


def _last_plan(lines: tuple[Line, ...]) -> Line | None:
    return next((line for line in reversed(lines) if line.step is Step.PLAN), None)


def _plain(view: Overview, text: str, instead: str) -> str:
    """The text, unless it names a child by label or reference."""
    children = (*view.children, *view.taken_out)
    names = {name for child in children for name in (child.label, child.reference) if name}
    names |= {meeting.child for meeting in view.meetings if meeting.child}
    small = text.casefold()
    return instead if any(name.casefold() in small for name in names) else text


def _of_moment(due: Moment, view: Overview) -> tuple[datetime | date, datetime | date]:
    """The half hour before a time by the clock or the end of the day; else the whole day."""
    if due.hour is Hour.NONE:
        return due.day, due.day
    end = due.deadline(view.council.close)
    return end - HALF_AN_HOUR, end
