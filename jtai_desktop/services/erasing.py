"""Erasing an inspection, and what the older backups still hold of it."""

from dataclasses import dataclass
from datetime import datetime

from jtai_desktop.domain import keeping, wording
from jtai_desktop.domain.changes import EVERYTHING, Changes, Kind
from jtai_desktop.domain.keeping import Backup, Reason
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import backups, document_files
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import backups as stored
from jtai_desktop.store import erasing as stored_erasing
from jtai_desktop.store import inspections
from jtai_desktop.store.recording import Deed
from jtai_desktop.store.trouble import told

# One that can't be read may hold anything.
UNREADABLE = "can’t be read"


@dataclass(frozen=True, slots=True)
class Remain:
    """A backup that still holds inspections which the vault has no more."""

    backup: Backup
    areas: tuple[str, ...]

    @property
    def until(self) -> datetime:
        """When it is thinned at the latest, if the program is used then."""
        return self.backup.kept_until


@dataclass(frozen=True, slots=True)
class Erased:
    """What came of an erasure."""

    changes: Changes
    rows: int
    remains: tuple[Remain, ...]
    backup_failure: str = ""


def erase(workspace: Workspace, inspection_id: str) -> Erased:
    """Take an inspection out for good, then make a fresh backup without it.

    No backup is asked for before: what is erased would be in it again.
    """
    with workspace.reading() as session:
        inspection = inspections.load(session, inspection_id)
    notified = wording.day_full(london(inspection.notified).date())
    summary = f"An inspection was erased, notified {notified}"
    deed = Deed(
        action="inspection.erased",
        summary=summary,
        inspection_id="",
        at=workspace.now,
        actor=workspace.person,
        on_behalf_of=workspace.on_behalf_of,
        undoable=False,
    )
    rows = stored_erasing.erase(workspace.store, inspection_id, deed)
    failure, left = _fresh_backup(workspace), tuple[Remain, ...]()
    try:
        document_files.sweep(workspace)
        left = remains(workspace)
    except Refused as refused:
        # The erasure counts, whatever became of the disk since.
        failure = failure or str(refused)
    return Erased(Changes(summary, EVERYTHING), rows, left, failure)


def remains(workspace: Workspace) -> tuple[Remain, ...]:
    """The backups that hold inspections which are not in the vault, the newest first."""
    with workspace.reading() as session:
        here = {each.id for each in inspections.listed(session)}
    found = []
    for backup in backups.listed(workspace):
        held = backups.inspections_in(workspace, backup.name)
        areas = [UNREADABLE]
        if held is not None:
            areas = [one.area for one in held if one.inspection_id not in here]
        if areas:
            found.append(Remain(backup, tuple(dict.fromkeys(areas))))
    return tuple(found)


def purge(workspace: Workspace) -> Changes:
    """Take away at once every backup that still holds what was erased.

    A sound backup of what is left comes first, so that the vault is never without one.
    """
    workspace.store.refuse_read_only()
    names = {one.backup.name for one in remains(workspace)}
    newest = keeping.last_verified(backups.listed(workspace))
    if newest is None or newest.name in names:
        backups.back_up(workspace, Reason.ERASED)
    with told():
        stored.remove(workspace.folder, sorted(names))
    document_files.sweep(workspace)
    touched = frozenset((Kind.BACKUP, name) for name in names)
    return Changes(f"{wording.counted(len(names), 'older backup')} taken away", touched)


def _fresh_backup(workspace: Workspace) -> str:
    """Why it failed, if it did: the erasure counts all the same."""
    try:
        backups.back_up(workspace, Reason.ERASED)
    except Refused as refused:
        return str(refused)
    return ""
