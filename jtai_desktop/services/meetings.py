"""What a person can do about meetings: add, change, cancel, remove, send the return."""

from collections.abc import Sequence
from dataclasses import replace

from jtai_desktop.domain import texts
from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.meetings.checking import checked
from jtai_desktop.domain.meetings.meeting import OWN_KINDS, Meeting
from jtai_desktop.domain.meetings.sending import send as sending_of
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import day_short
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.services import register
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import meetings as stored

STAYS = "It was sent to the inspectors, so it stays. Cancel it with a reason instead."


def add(workspace: Workspace, inspection_id: str, meeting: Meeting) -> Changes:
    """Add a meeting or an entry of one’s own."""
    pack = register.pack_of(workspace, inspection_id)
    kept = _kept(pack, replace(meeting, id=workspace.new_id(), cancelled=""))
    summary = f"{_called(pack, kept)}: added"
    with workspace.action("meeting.added", summary, inspection_id) as work:
        stored.add(work.session, inspection_id, kept)
    return work.changes


def change(workspace: Workspace, inspection_id: str, meeting: Meeting) -> Changes:
    """Change a meeting; what the inspectors hold stays as it was sent."""
    pack = register.pack_of(workspace, inspection_id)
    kept = _kept(pack, meeting)
    with workspace.action(
        "meeting.changed", f"{_called(pack, kept)}: changed", inspection_id
    ) as work:
        _here(work, inspection_id, kept.id)
        stored.change(work.session, kept)
    return work.changes


def cancel(workspace: Workspace, inspection_id: str, meeting_id: str, reason: str) -> Changes:
    """Say that a meeting does not take place; its entry stays."""
    pack = register.pack_of(workspace, inspection_id)
    why = texts.line(reason, "Reason", needed=True)
    before = _found(workspace, inspection_id, meeting_id)
    summary = f"{_called(pack, before)}: cancelled"
    with workspace.action("meeting.cancelled", summary, inspection_id) as work:
        stored.change(work.session, replace(_here(work, inspection_id, meeting_id), cancelled=why))
    return work.changes


def remove(workspace: Workspace, inspection_id: str, meeting_id: str) -> Changes:
    """Take out an entry that was never sent."""
    pack = register.pack_of(workspace, inspection_id)
    before = _found(workspace, inspection_id, meeting_id)
    summary = f"{_called(pack, before)}: removed"
    with workspace.action("meeting.removed", summary, inspection_id) as work:
        sent = stored.sendings(work.session, inspection_id)
        if any(each.id == meeting_id for sending in sent for each in sending.meetings):
            raise Refused(STAYS, place="Meeting")
        stored.remove(work.session, _here(work, inspection_id, meeting_id))
    return work.changes


def send(workspace: Workspace, inspection_id: str, way: str) -> Changes:
    """Note that the return, or an update with what changed, was sent. Never undone."""
    by = Who(workspace.person, workspace.on_behalf_of)
    with workspace.reading() as session:
        first = not stored.sendings(session, inspection_id)
    what = "Return of meetings" if first else "Update of the meetings"
    with workspace.action("meetings.sent", f"{what}: sent", inspection_id, undoable=False) as work:
        here = stored.load(work.session, inspection_id)
        before = stored.sendings(work.session, inspection_id)
        sending = sending_of(here, before, workspace.now, by, way)
        stored.add_sending(work.session, inspection_id, sending)
    return work.changes


def added(changes: Changes) -> str:
    """The identity of the meeting that an action added."""
    return next(record for kind, record in changes.touched if kind is Kind.MEETING)


def _kept(pack: Pack, meeting: Meeting) -> Meeting:
    kinds = {*OWN_KINDS, *(each.key for each in pack.meeting_kinds)}
    if meeting.kind not in kinds:
        sentence = f"There is no kind of meeting {shown(meeting.kind)}."
        raise Refused(sentence, place="Kind")
    return checked(meeting)


def _called(pack: Pack, meeting: Meeting) -> str:
    """Strategy discussion, Tue 17."""
    words = {each.key: each.title for each in pack.meeting_kinds} | dict(OWN_KINDS)
    return f"{meeting.title or words[meeting.kind]}, {day_short(meeting.start.date())}"


def _here(work: Work, inspection_id: str, meeting_id: str) -> Meeting:
    return _one(stored.load(work.session, inspection_id), meeting_id)


def _found(workspace: Workspace, inspection_id: str, meeting_id: str) -> Meeting:
    with workspace.reading() as session:
        return _one(stored.load(session, inspection_id), meeting_id)


def _one(meetings: Sequence[Meeting], meeting_id: str) -> Meeting:
    for meeting in meetings:
        if meeting.id == meeting_id:
            return meeting
    raise Refused("This meeting is no longer in the list. Choose another.", place="Meeting")
