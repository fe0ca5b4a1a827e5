"""Backups: made at their times and by hand, told when they fail, thinned when one has succeeded."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jtai_desktop.domain import keeping, wording
from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.keeping import Backup, Reason
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import (
    backup_checking,
    backup_contents,
    backup_files,
    backup_manifest,
    backup_writing,
    keys,
    private_files,
    room,
)
from jtai_desktop.store import backups as stored
from jtai_desktop.store.backup_contents import Contents, Held
from jtai_desktop.store.backup_writing import Progress, Wanted, unwatched
from jtai_desktop.store.trouble import told

FAILURE_FILE = "vault.backup-failure"
# A folder of backups elsewhere says what it is.
ELSEWHERE = "jtai-backups"
FAILED = "The last backup failed ({when}). {sentence}"
NEVER = "There is no backup yet."


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with the backups of this vault."""

    automatic: bool
    last: Backup | None
    failure: str
    clock_jumped: bool

    def said(self, now: datetime) -> str:
        """Backed up today 09:02; nothing for the example, which is never backed up by itself."""
        if self.last is None:
            return NEVER if self.automatic else ""
        taken = london(self.last.taken)
        day = "today" if taken.date() == london(now).date() else wording.day_month(taken.date())
        return f"Backed up {day} {wording.clock(taken)}"


def standing(workspace: Workspace) -> Standing:
    """When the last backup was made, and why the last one failed, if it did."""
    kept = listed(workspace)
    return Standing(
        automatic=is_automatic(workspace),
        last=keeping.last_verified(kept),
        failure=_failure(workspace),
        clock_jumped=bool(kept) and keeping.clock_jumped(kept, workspace.now),
    )


def listed(workspace: Workspace) -> tuple[Backup, ...]:
    """All backups of this vault, the newest first."""
    return stored.listed(workspace.folder)


def is_automatic(workspace: Workspace) -> bool:
    """Whether backups are made by themselves: not for the example, nor while only looking."""
    return workspace.store.stands_at is None and not workspace.is_read_only


def back_up(
    workspace: Workspace, reason: Reason = Reason.BY_HAND, progress: Progress = unwatched
) -> Changes:
    """Make a backup beside the vault, then thin the older ones."""
    workspace.store.refuse_read_only()
    wanted = Wanted.on_shelf(workspace.folder, workspace.now, reason)
    try:
        with told():
            made = backup_writing.write(workspace.store.connection, wanted, progress)
    except Refused as refused:
        if str(refused) != backup_writing.STOPPED:
            _note_failure(workspace, str(refused))
        raise
    _forget_failure(workspace)
    with told():
        stored.thin(workspace.folder, workspace.now)
        room.keep_back(workspace.folder)
    return Changes(f"Backed up: {made.name}", frozenset({(Kind.BACKUP, made.name)}))


def to_folder(workspace: Workspace, folder: Path, progress: Progress = unwatched) -> Path:
    """Make a backup in a folder or on a stick that a person chose; where it lies now."""
    workspace.store.refuse_read_only()
    target = folder / ELSEWHERE
    wanted = Wanted(workspace.folder, target, workspace.now, Reason.BY_HAND)
    made = backup_writing.write(workspace.store.connection, wanted, progress)
    return target / made.name


def daily(workspace: Workspace, progress: Progress = unwatched) -> Changes:
    """The first backup of the day, where there is none of today yet."""
    if not is_automatic(workspace) or not _is_due(workspace):
        return Changes()
    return back_up(workspace, Reason.FIRST_TODAY, progress)


def on_closing(workspace: Workspace) -> None:
    """A backup of what was changed since the last one. What fails is told at the next opening."""
    if is_automatic(workspace) and has_changed(workspace):
        with suppress(Refused):
            back_up(workspace, Reason.CLOSING)


def before(workspace: Workspace, reason: Reason) -> None:
    """A backup before something large: an import, a deletion. Without it nothing is begun."""
    if has_changed(workspace):
        back_up(workspace, reason)


def has_changed(workspace: Workspace) -> bool:
    """Whether anything was done since the last backup."""
    last = keeping.last_verified(listed(workspace))
    if last is None:
        return True
    facts = backup_checking.facts(workspace.store.connection)
    return (last.seq, last.head) != (facts.seq, facts.head)


def remove(workspace: Workspace, name: str) -> Changes:
    """Take one backup away; never the last verified one."""
    last = keeping.last_verified(listed(workspace))
    if last is not None and last.name == name:
        raise Refused("The newest sound backup is not taken away. Make another one first.")
    with told():
        stored.remove(workspace.folder, [name])
    return Changes("A backup was taken away", frozenset({(Kind.BACKUP, name)}))


def contents(workspace: Workspace, name: str) -> Contents | None:
    """What a backup holds, or nothing where it can't be read."""
    path = stored.path_of(workspace.folder, name)
    return backup_contents.of_backup(path, workspace.store.connection.keys)


def lacking(workspace: Workspace, folder: Path) -> tuple[str, ...]:
    """The files that a backup needs and that are nowhere, or not in their size.

    They are looked for where the backup has them, and in the vault.
    """
    named = backup_manifest.files_of(folder) or {}
    places = (*backup_files.places(folder), workspace.store.files.folder)
    return backup_files.lacking(named, places)


def inspections_in(workspace: Workspace, name: str) -> tuple[Held, ...] | None:
    """Which inspections a backup holds, or nothing where it can't be read."""
    path = stored.path_of(workspace.folder, name)
    return backup_contents.inspections_in(path, workspace.store.connection.keys)


def renew_keys(workspace: Workspace) -> None:
    """Let the backups be opened with today's passphrases only, after one was changed or taken."""
    with told():
        current = keys.read(workspace.folder)
        for one in listed(workspace):
            folder = stored.path_of(workspace.folder, one.name)
            if keys.exists(folder):
                keys.write(folder, current)


def _is_due(workspace: Workspace) -> bool:
    last = keeping.last_verified(listed(workspace))
    failed = bool(_failure(workspace))
    return failed or last is None or london(last.taken).date() != london(workspace.now).date()


def _failure(workspace: Workspace) -> str:
    if workspace.backup_failure:
        return workspace.backup_failure
    try:
        return str(json.loads((workspace.folder / FAILURE_FILE).read_bytes())["sentence"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _note_failure(workspace: Workspace, sentence: str) -> None:
    """Kept until a backup succeeds; where the disk takes nothing more, as long as it is open."""
    when = wording.stamp(london(workspace.now))
    workspace.backup_failure = FAILED.format(when=when, sentence=sentence)
    content = json.dumps({"sentence": workspace.backup_failure}).encode("ascii")
    with suppress(OSError):
        private_files.write(workspace.folder / FAILURE_FILE, content)


def _forget_failure(workspace: Workspace) -> None:
    workspace.backup_failure = ""
    with suppress(OSError):
        (workspace.folder / FAILURE_FILE).unlink(missing_ok=True)
