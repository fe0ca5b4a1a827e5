"""Setting a damaged vault aside before a backup takes its place: never repaired, never lost."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from jtai_desktop.domain.keeping import Backup, Reason
from jtai_desktop.store import (
    backup_files,
    backup_manifest,
    backups,
    files,
    looking,
    private_files,
    room,
)

JOURNAL = looking.DATABASE + "-journal"


def set_aside(folder: Path, vault_id: str, now: datetime) -> Backup | None:
    """Put the files of the vault among the backups, marked as damaged; they stay where they are."""
    database = folder / looking.DATABASE
    if not database.is_file():
        return None
    shelf = backups.shelf(folder)
    private_files.make_folder(shelf)
    backups.clear_remains(shelf)
    name = backups.free_name(shelf, now)
    aside = shelf / (name + backups.UNFINISHED)
    private_files.make_folder(aside)
    for each in (looking.DATABASE, JOURNAL):
        if room.size_of(folder / each):
            _keep(folder / each, aside / each)
    backup = Backup(
        name=name,
        number=backups.next_number(folder),
        taken=now,
        reason=Reason.DAMAGED,
        size=room.size_of(database),
        verified=False,
    )
    # Not hashed: closing a second handle on the database would drop the lock we may have on it.
    seal = backup_manifest.Seal(vault_id, revision="", sha256="")
    # What it names can't be read any more: it may need all of them.
    backup_manifest.write(aside, backup, seal, backup_files.there(folder / files.FOLDER))
    private_files.put_in_place(aside, shelf / name)
    return backup


def _keep(path: Path, target: Path) -> None:
    """A second name for the same file where the disk knows such a thing, else a copy."""
    try:
        os.link(path, target)
    except OSError:
        private_files.make_empty(target)
        shutil.copyfile(path, target)
        with target.open("rb+") as file:
            os.fsync(file.fileno())
