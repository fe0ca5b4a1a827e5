"""What is written down in a case audit: key lines, forums, views, headlines, recommendations."""

from collections.abc import Mapping

from jtai_desktop.domain.actions.action import RECOMMENDATION
from jtai_desktop.domain.audits.audit import Audit
from jtai_desktop.domain.audits.entries import SHAPES, Entry, Field, Part, called, written
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import actions, overview
from jtai_desktop.services.action_sources import section_for, taken_up
from jtai_desktop.services.actions import New
from jtai_desktop.services.audits import audit_of
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import actions as stored_actions
from jtai_desktop.store import audits as stored

GONE = "This entry is no longer in the audit. Choose another."
ANSWERED = "Returns answer this key line already, so it stays."
TAKEN_UP = "This recommendation is an action of the plan already, so it stays."
MOST = 200


def add(
    workspace: Workspace,
    inspection_id: str,
    audit_id: str,
    part: Part,
    wanted: Mapping[Field, str],
) -> Changes:
    """Write down one entry more."""
    with workspace.reading() as session:
        before = audit_of(stored.load(session, inspection_id), audit_id)
    summary = f"Case audit, {before.theme}: {SHAPES[part].one} added"
    with workspace.action(f"audit.{part}-added", summary, inspection_id) as work:
        audit = audit_of(stored.load(work.session, inspection_id), audit_id)
        kept = audit.of(part)
        if len(kept) >= MOST:
            raise Refused(f"{SHAPES[part].title}: {MOST} is the most.", place=SHAPES[part].title)
        number = 1 + max((each.number for each in kept), default=0)
        new = written(Entry(workspace.new_id(), part, number), wanted)
        stored.add_entry(work.session, audit, new)
    return work.changes


def change(
    workspace: Workspace, inspection_id: str, entry_id: str, wanted: Mapping[Field, str]
) -> Changes:
    """Change what an entry says."""
    audit, entry = _found(workspace, inspection_id, entry_id)
    summary = f"Case audit, {audit.theme}: {called(entry)} changed"
    with workspace.action(f"audit.{entry.part}-changed", summary, inspection_id) as work:
        now = _again(work, inspection_id, entry_id)[1]
        stored.change_entry(work.session, written(now, wanted))
    return work.changes


def remove(workspace: Workspace, inspection_id: str, entry_id: str) -> Changes:
    """Take out an entry; not a key line that is answered, nor a recommendation taken up."""
    audit, entry = _found(workspace, inspection_id, entry_id)
    if entry.part is Part.LINE and _is_answered(audit, entry):
        raise Refused(ANSWERED, place=_place(entry))
    if _is_taken_up(workspace, inspection_id, entry):
        raise Refused(TAKEN_UP, place=_place(entry))
    summary = f"Case audit, {audit.theme}: {called(entry)} taken out"
    with workspace.action(f"audit.{entry.part}-removed", summary, inspection_id) as work:
        stored.remove_entry(work.session, _again(work, inspection_id, entry_id)[1])
    return work.changes


def into_plan(workspace: Workspace, inspection_id: str, recommendation_id: str) -> Changes:
    """Make a recommendation an action of the plan, in the section of whom it is for."""
    entry = _found(workspace, inspection_id, recommendation_id)[1]
    if entry.part is not Part.RECOMMENDATION:
        raise Refused("Only a recommendation becomes an action.", place=_place(entry))
    view = overview.load(workspace, inspection_id)
    if entry.id in taken_up(view.actions):
        raise Refused(TAKEN_UP, place=_place(entry))
    section = section_for(entry.who, view.action_plan().sections, view.agencies)
    new = New(section, entry.text, sources=(f"{RECOMMENDATION}{entry.id}",))
    return actions.add(workspace, inspection_id, new)


def _found(workspace: Workspace, inspection_id: str, entry_id: str) -> tuple[Audit, Entry]:
    with workspace.reading() as session:
        return _one(stored.load(session, inspection_id), entry_id)


def _again(work: Work, inspection_id: str, entry_id: str) -> tuple[Audit, Entry]:
    """As it is inside the action."""
    return _one(stored.load(work.session, inspection_id), entry_id)


def _one(every: tuple[Audit, ...], entry_id: str) -> tuple[Audit, Entry]:
    for audit in every:
        for entry in audit.entries:
            if entry.id == entry_id:
                return audit, entry
    raise Refused(GONE, place="Entry")


def _is_answered(audit: Audit, entry: Entry) -> bool:
    return any(key.question == entry.number for each in audit.returns for key in each.texts)


def _is_taken_up(workspace: Workspace, inspection_id: str, entry: Entry) -> bool:
    with workspace.reading() as session:
        return entry.id in taken_up(stored_actions.load(session, inspection_id))


def _place(entry: Entry) -> str:
    """Key line 3, at the head of a sentence."""
    name = called(entry)
    return name[:1].upper() + name[1:]
