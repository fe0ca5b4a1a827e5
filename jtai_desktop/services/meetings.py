"""What a person can do about meetings: add, change, cancel, remove, send the return."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from jtai_desktop.domain import texts
from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.meetings.checking import checked
from jtai_desktop.domain.meetings.meeting import OWN_KINDS, Meeting, differing
from jtai_desktop.domain.meetings.sending import send as sending_of
from jtai_desktop.domain.meetings.warned import accept as accepted
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import quoted
from jtai_desktop.domain.wording import counted, day_short, listed
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.services import overview, register
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


def add_all(workspace: Workspace, inspection_id: str, new: Sequence[Meeting]) -> Changes:
    """Add all of them or none, as one step of history: a table that was pasted."""
    pack = register.pack_of(workspace, inspection_id)
    ready = [
        _kept(pack, replace(each, id=workspace.new_id(), cancelled="", version=1)) for each in new
    ]
    if not ready:
        raise Refused("There is no meeting to add.", place="Meetings")
    summary = f"{counted(len(ready), 'meeting')} added from a table"
    with workspace.action("meetings.added", summary, inspection_id) as work:
        for meeting in ready:
            stored.add(work.session, inspection_id, meeting)
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


def amend(
    workspace: Workspace, inspection_id: str, meeting_id: str, edit: Callable[[Meeting], Meeting]
) -> Changes:
    """Change one thing about a meeting as it stands now; the rest stays as others left it."""
    pack = register.pack_of(workspace, inspection_id)
    before = _found(workspace, inspection_id, meeting_id)
    after = _kept(pack, edit(before))
    what = ", ".join(differing(before, after))
    if not what:
        return Changes()
    summary = f"{_called(pack, after)}: {what}"
    with workspace.action("meeting.changed", summary, inspection_id) as work:
        stored.change(work.session, _kept(pack, edit(_here(work, inspection_id, meeting_id))))
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


def reinstate(workspace: Workspace, inspection_id: str, meeting_id: str) -> Changes:
    """Say that a cancelled meeting takes place after all."""
    return amend(workspace, inspection_id, meeting_id, lambda each: replace(each, cancelled=""))


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


def accept(workspace: Workspace, inspection_id: str, key: str, reason: str) -> Changes:
    """Accept a warning, with a reason; it counts again once one of its entries is changed."""
    by = Who(workspace.person, workspace.on_behalf_of)
    found = overview.load(workspace, inspection_id).week.judged.open
    warned = next((each for each in found if each.key == key), None)
    if warned is None:
        raise Refused("This warning is no longer there. Look again.", place="Warning")
    acceptance = accepted(warned, reason, workspace.now, by)
    summary = f"Accepted: {warned.sentence}"
    with workspace.action("warning.accepted", summary, inspection_id) as work:
        stored.accept(work.session, inspection_id, acceptance)
    return work.changes


def unaccept(workspace: Workspace, inspection_id: str, key: str) -> Changes:
    """Let a warning count again."""
    found = overview.load(workspace, inspection_id).week.judged.accepted
    settled = next((each for each in found if each.warned.key == key), None)
    if settled is None:
        raise Refused("This warning is not accepted any more. Look again.", place="Warning")
    summary = f"No longer accepted: {settled.warned.sentence}"
    with workspace.action("warning.unaccepted", summary, inspection_id) as work:
        stored.unaccept(work.session, inspection_id, key)
    return work.changes


def added(changes: Changes) -> str:
    """The identity of the meeting that an action added."""
    return next(record for kind, record in changes.touched if kind is Kind.MEETING)


def _kept(pack: Pack, meeting: Meeting) -> Meeting:
    kinds = {*OWN_KINDS, *(each.key for each in pack.meeting_kinds)}
    if meeting.kind not in kinds:
        there = listed([*(each.key for each in pack.meeting_kinds), *OWN_KINDS])
        sentence = f"There is no kind of meeting {quoted(meeting.kind)}. There are: {there}."
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
