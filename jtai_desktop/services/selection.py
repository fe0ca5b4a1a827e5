"""What a person can do about the selection: facts of a child, who is in, that it is confirmed."""

from collections.abc import Mapping
from datetime import datetime

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.conversations.selection import (
    Choice,
    Confirmation,
    Selection,
    choose,
    confirm,
    is_selected,
    reason_of,
)
from jtai_desktop.domain.documents import child_fields
from jtai_desktop.domain.documents.child_fields import Field
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import conversations as stored
from jtai_desktop.store import documents, people

CONFIRMED_BY = "Lead inspector"


def set_facts(
    workspace: Workspace, inspection_id: str, child_id: str, typed: Mapping[Field, str]
) -> Changes:
    """Change what is recorded of a child, as it was typed into its fields."""
    child = child_of(workspace, inspection_id, child_id)
    what = ", ".join(child_fields.NAMES[each].lower() for each in typed)
    with workspace.action("child.changed", f"{child.label}: {what}", inspection_id) as work:
        here = documents.children(work.session, inspection_id)
        agencies = people.load(work.session, inspection_id).agencies
        kept = _found(here, child_id)
        for field, text in typed.items():
            kept = child_fields.typed(kept, field, text, workspace.now, agencies)
        refuse_twice(here, kept)
        documents.change_child(work.session, kept)
    return work.changes


def refuse_facts(workspace: Workspace, inspection_id: str, typed: Mapping[Field, str]) -> None:
    """Refuse what can't be recorded of a child before it is added."""
    with workspace.reading() as session:
        agencies = people.load(session, inspection_id).agencies
    for field, text in typed.items():
        child_fields.typed(Child("", "", ""), field, text, workspace.now, agencies)


def confirm_selection(
    workspace: Workspace, inspection_id: str, who: str = "", happened: datetime | None = None
) -> Changes:
    """Record that the selection was confirmed; each later change then says why."""
    with workspace.action("selection.confirmed", "Selection confirmed", inspection_id) as work:
        by = Who(workspace.person, workspace.on_behalf_of)
        new = Confirmation(0, workspace.now, by, (), who or CONFIRMED_BY, happened)
        kept = confirm(selection_of(work, inspection_id), new)
        stored.add_confirmation(work.session, inspection_id, kept)
    return work.changes


def take_out_child(
    workspace: Workspace, inspection_id: str, child_id: str, reason: str = ""
) -> Changes:
    """Take a child out of the selection; all that is recorded of it stays, apart."""
    return _choose(workspace, inspection_id, child_id, reason, out=True)


def take_back_child(
    workspace: Workspace, inspection_id: str, child_id: str, reason: str = ""
) -> Changes:
    """Take a child back into the selection."""
    return _choose(workspace, inspection_id, child_id, reason, out=False)


def note_late_choice(
    workspace: Workspace, work: Work, inspection_id: str, child_id: str, reason: str
) -> None:
    """That a child was added once the selection was confirmed, and why."""
    why = reason_of(reason, selection_of(work, inspection_id).is_confirmed)
    if why:
        by = Who(workspace.person, workspace.on_behalf_of)
        late = Choice(1, out=False, when=workspace.now, by=by, reason=why)
        stored.add_choices(work.session, child_id, (late,))


def selection_of(work: Work, inspection_id: str) -> Selection:
    """The selection as it stands within an action."""
    chosen = stored.choices(work.session, inspection_id)
    here = documents.children(work.session, inspection_id)
    now = tuple(each.id for each in here if is_selected(chosen.get(each.id, ())))
    return Selection(stored.confirmations(work.session, inspection_id), now)


def child_of(workspace: Workspace, inspection_id: str, child_id: str) -> Child:
    """One child, also one that was taken out."""
    with workspace.reading() as session:
        return _found(documents.children(session, inspection_id), child_id)


def refuse_twice(here: tuple[Child, ...], child: Child) -> None:
    """No two children have one label."""
    label = child.label.casefold()
    if any(each.label.casefold() == label for each in here if each.id != child.id):
        raise Refused(f"{child.label} is in the list already.", place="Label")


def _choose(
    workspace: Workspace, inspection_id: str, child_id: str, reason: str, *, out: bool
) -> Changes:
    child = child_of(workspace, inspection_id, child_id)
    words = "taken out of the selection" if out else "taken back into the selection"
    key = "child.taken-out" if out else "child.taken-back"
    with workspace.action(key, f"{child.label}: {words}", inspection_id) as work:
        confirmed = selection_of(work, inspection_id).is_confirmed
        before = stored.choices(work.session, inspection_id).get(child_id, ())
        by = Who(workspace.person, workspace.on_behalf_of)
        new = Choice(0, out, workspace.now, by, reason)
        chosen = choose(child.label, before, new, confirmed=confirmed)
        stored.add_choices(work.session, child_id, chosen[len(before) :])
    return work.changes


def _found(here: tuple[Child, ...], child_id: str) -> Child:
    for child in here:
        if child.id == child_id:
            return child
    raise Refused("This child is no longer in the list. Choose another.", place="Child")
