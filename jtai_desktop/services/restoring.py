"""Restoring a backup: both sides shown first, the present one kept, and the way back again."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jtai_desktop.domain import keeping, wording
from jtai_desktop.domain.changes import EVERYTHING, Changes
from jtai_desktop.domain.keeping import Backup, Reason
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import backups
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import backup_contents, backup_files, backup_manifest, views
from jtai_desktop.store import backups as stored
from jtai_desktop.store import restoring as store_restoring
from jtai_desktop.store.backup_contents import Contents
from jtai_desktop.store.backup_writing import Progress, unwatched

UNREADABLE = "That backup is damaged and can’t be read. Choose another one."
READ = "restored"  # under this name it is noted which restore was read of
IN_PLACE = "The backup is in place, but the history may lack a line on it."
NAMES = {
    "action_lines": "Facts of actions",
    "action_progress": "Entries of progress",
    "actions": "Actions of the plan",
    "agencies": "Agencies",
    "audit_answers": "Answers in case audits",
    "audit_cases": "Cases of audits",
    "audit_entries": "What was written in case audits",
    "audit_return_lines": "Steps of returns of case audits",
    "audit_returns": "Returns of case audits",
    "audit_teams": "Teams of case audits",
    "audits": "Case audits",
    "bank_holidays": "Bank holidays",
    "closure_days": "Closure days",
    "contacts": "Contacts",
    "conversation_lines": "Steps of conversations",
    "conversation_people": "People to talk with",
    "copies_out": "Copies saved outside",
    "document_answers": "Answers to items",
    "document_lines": "Steps taken with documents",
    "document_versions": "Versions of documents",
    "evaluation_moves": "Steps of evaluations",
    "evaluation_texts": "Answers in evaluations",
    "evaluations": "Evaluations of children",
    "findings": "Findings of letters",
    "flags": "“Act now” flags",
    "items": "Items asked for",
    "letters": "Letters of findings",
    "meeting_sendings": "Returns of meetings sent",
    "milestones": "Milestones",
    "own_columns": "Columns of your own",
    "paper_holdings": "Conversations on papers",
    "papers_called_back": "Papers called back",
    "plan_versions": "Versions of the plan issued",
    "print_log": "Papers printed or saved",
    "responsibilities": "Owners named",
    "selection_confirmations": "Confirmations of the selection",
    "selection_lines": "Changes of the selection",
    "sent_meetings": "Meetings as they were sent",
    "statement_steps": "Steps to a written statement",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing on both sides: now, and in the backup."""

    what: str
    now: str
    then: str

    @property
    def differs(self) -> bool:
        """Whether restoring would change it."""
        return self.now != self.then


@dataclass(frozen=True, slots=True)
class Restored:
    """That the vault was restored: from the backup of when, and whether there is a way back."""

    taken: datetime
    can_go_back: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The vault as it is and a backup side by side."""

    backup: Backup
    lines: tuple[Line, ...]


def compare(workspace: Workspace, name: str) -> Comparison:
    """What is in the vault now and what is in a backup: what, how many, when."""
    return _compared(workspace, stored.path_of(workspace.folder, name))


def compare_folder(workspace: Workspace, folder: Path) -> Comparison:
    """The same for a backup in a folder or on a stick."""
    return _compared(workspace, folder)


def restore(workspace: Workspace, name: str, progress: Progress = unwatched) -> Changes:
    """Put a backup in the place of the vault; the present one is kept among the backups."""
    return _restored(workspace, stored.path_of(workspace.folder, name), progress)


def restore_folder(workspace: Workspace, folder: Path, progress: Progress = unwatched) -> Changes:
    """The same from a folder or a stick."""
    return _restored(workspace, folder, progress)


def before_last_restore(workspace: Workspace) -> Backup | None:
    """The vault as it was before the last restore, if it is still kept."""
    kept = [one for one in backups.listed(workspace) if one.reason is Reason.RESTORE]
    return keeping.last_verified(kept)


def undo(workspace: Workspace, progress: Progress = unwatched) -> Changes:
    """Take the last restore back."""
    kept = before_last_restore(workspace)
    if kept is None:
        raise Refused("There is no restore to take back.")
    return restore(workspace, kept.name, progress)


def unread(workspace: Workspace) -> Restored | None:
    """The last restore, until a person has put the news of it away."""
    if workspace.is_read_only:
        return None
    with workspace.reading() as session:
        taken = store_restoring.marked(session)
        if taken is None or views.get(session, READ) == taken.isoformat():
            return None
    return Restored(taken, before_last_restore(workspace) is not None)


def put_away(workspace: Workspace) -> Changes:
    """The news of the last restore was read."""
    with workspace.noting() as session:
        taken = store_restoring.marked(session)
        if taken is not None:
            views.put(session, READ, taken.isoformat())
    return Changes()


def _compared(workspace: Workspace, folder: Path) -> Comparison:
    keys = workspace.store.connection.keys
    then = backup_contents.of_backup(folder, keys)
    if then is None:
        raise Refused(UNREADABLE, place="backup")
    now = _present(workspace)
    files = _files(workspace, folder)
    return Comparison(backup_manifest.read(folder), (*_lines(now, then), *files))


def _present(workspace: Workspace) -> Contents:
    """What the vault holds; nothing can be said of one that can't be read."""
    if workspace.shown is not None:
        return Contents()
    try:
        return backup_contents.of(workspace.store.connection)
    except Refused:
        return Contents()


def _lines(now: Contents, then: Contents) -> tuple[Line, ...]:
    counts_now, counts_then = dict(now.counts), dict(then.counts)
    names = sorted(counts_now.keys() | counts_then.keys(), key=_named)
    return (
        Line("Newest entry", _when(now.newest), _when(then.newest)),
        Line("Entries in the history", str(now.actions) if now.counts else "–", str(then.actions)),
        Line("Inspections", _areas(now), _areas(then)),
        *(
            Line(_named(name), _number(counts_now, name), _number(counts_then, name))
            for name in names
        ),
    )


def _number(counts: dict[str, int], name: str) -> str:
    """How many; a vault that can’t be read does not hold none."""
    return str(counts.get(name, 0)) if counts else "–"


def _files(workspace: Workspace, folder: Path) -> tuple[Line, ...]:
    """How many files taken in there are on both sides, and how many are missing."""
    named = backup_manifest.files_of(folder) or {}
    there, missing = str(len(named)), len(backups.lacking(workspace, folder))
    then = f"{there}, {missing} missing" if missing else there
    return (Line("Files taken in", str(len(_kept(workspace))), then),)


def _kept(workspace: Workspace) -> backup_files.Named:
    if workspace.shown is not None:
        return {}
    try:
        return backup_files.named_by(workspace.store.connection)
    except Refused:
        return {}


def _restored(workspace: Workspace, folder: Path, progress: Progress) -> Changes:
    backup = backup_manifest.read(folder)
    taken = backup.taken
    try:
        store_restoring.restore(workspace.store, folder, workspace.now, progress)
    finally:
        _forget_what_was(workspace)
    summary = f"Restored the backup of {wording.stamp(london(taken))}"
    try:
        with workspace.action("vault.restored", summary, undoable=False) as work:
            store_restoring.mark(work.session, taken)
    except Refused as refused:
        raise Refused(f"{IN_PLACE} {refused}", place="history") from refused
    if backup.reason is Reason.RESTORE:
        # Who goes back knows it.
        put_away(workspace)
    return Changes(summary, EVERYTHING)


def _forget_what_was(workspace: Workspace) -> None:
    """What was kept in mind of the vault before; it may be another one now."""
    workspace.packs.clear()
    if not workspace.is_read_only:
        workspace.shown, workspace.notes = None, ()


def _named(name: str) -> str:
    return NAMES.get(name) or name.replace("_", " ").capitalize()


def _areas(contents: Contents) -> str:
    return wording.listed([held.area for held in contents.inspections]) or "–"


def _when(newest: datetime | None) -> str:
    return wording.stamp(london(newest)) if newest else "–"
