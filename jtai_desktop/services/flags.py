"""What a person can do about “act now” flags. None is undone: what was wrong is closed as such."""

from collections.abc import Callable

from jtai_desktop.domain import flags
from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.flags import Flag, Noted
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import documents, people
from jtai_desktop.store import flags as stored

NO_ONE = "Nobody on the page People is meant by this. Choose who acts."


def raise_flag(
    workspace: Workspace, inspection_id: str, child_id: str, text: str, owner_id: str
) -> Changes:
    """Raise a flag about a child; it stands on top of Today until it is closed."""
    _refuse_unknown_owner(workspace, inspection_id, owner_id)
    with workspace.reading() as session:
        children = {each.id: each.label for each in documents.children(session, inspection_id)}
    if child_id not in children:
        raise Refused("This child is no longer in the list. Choose another.", place="Child")
    new = flags.raised(
        Flag(
            workspace.new_id(), child_id, children[child_id], text, owner_id, _noted(workspace, "")
        )
    )
    summary = f"{new.child}: “act now” raised"
    with workspace.action("flag.raised", summary, inspection_id, undoable=False) as work:
        stored.add(work.session, inspection_id, new)
    return work.changes


def give(workspace: Workspace, inspection_id: str, flag_id: str, owner_id: str) -> Changes:
    """Put a flag into other hands."""
    _refuse_unknown_owner(workspace, inspection_id, owner_id)
    return _change(
        workspace,
        inspection_id,
        flag_id,
        ("flag.given", "given to somebody else"),
        lambda found: flags.given_to(found, owner_id),
    )


def confirm(workspace: Workspace, inspection_id: str, flag_id: str, words: str) -> Changes:
    """Record that somebody has acted, and how."""
    return _change(
        workspace,
        inspection_id,
        flag_id,
        ("flag.confirmed", "somebody has acted"),
        lambda found: flags.confirmed(found, _noted(workspace, words)),
    )


def close(
    workspace: Workspace, inspection_id: str, flag_id: str, words: str, *, mistaken: bool = False
) -> Changes:
    """Close a flag on which somebody has acted, or one that was raised by mistake."""
    return _change(
        workspace,
        inspection_id,
        flag_id,
        ("flag.closed", "closed as raised by mistake" if mistaken else "closed"),
        lambda found: flags.closed(found, _noted(workspace, words), mistaken=mistaken),
    )


def added(changes: Changes) -> str:
    """The identity of the flag that an action raised."""
    return next(record for kind, record in changes.touched if kind is Kind.FLAG)


def _change(
    workspace: Workspace,
    inspection_id: str,
    flag_id: str,
    what: tuple[str, str],
    rule: Callable[[Flag], Flag],
) -> Changes:
    action, words = what
    with workspace.reading() as session:
        child = _one(stored.load(session, inspection_id), flag_id).child
    summary = f"{child}: “act now” {words}"
    with workspace.action(action, summary, inspection_id, undoable=False) as work:
        stored.change(work.session, rule(_here(work, inspection_id, flag_id)))
    return work.changes


def _noted(workspace: Workspace, words: str) -> Noted:
    return Noted(workspace.now, Who(workspace.person, workspace.on_behalf_of), words)


def _here(work: Work, inspection_id: str, flag_id: str) -> Flag:
    return _one(stored.load(work.session, inspection_id), flag_id)


def _one(every: tuple[Flag, ...], flag_id: str) -> Flag:
    for each in every:
        if each.id == flag_id:
            return each
    raise Refused("This flag is no longer in the list. Choose another.", place="Flag")


def _refuse_unknown_owner(workspace: Workspace, inspection_id: str, owner_id: str) -> None:
    with workspace.reading() as session:
        known = people.load(session, inspection_id)
    if all(each.id != owner_id for each in known.contacts):
        raise Refused(NO_ONE, place="Owner")
