"""The shelf: the folder of backups beside the database. What lies there, and taking it away.

    backups/2026-11-10T09-02-11/{vault.db, vault.keys, vault.keys.copy, backup.json}

A backup is written under a name that ends in `.new` and gets its name last, once it was compared
with the vault. So what has a name was verified, unless it was damaged since.
"""

import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from jtai_desktop.domain import keeping
from jtai_desktop.domain.keeping import Backup
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import backup_manifest, private_files

FOLDER = "backups"
UNFINISHED = ".new"
GOING = ".gone"
NOT_THERE = "There is no backup of that name. Look at the list, then choose one of it."


def shelf(folder: Path) -> Path:
    """Where the backups of a vault lie."""
    return folder / FOLDER


def listed(folder: Path) -> tuple[Backup, ...]:
    """The backups of a vault, the newest first; what is damaged is listed as not verified."""
    found = (backup_manifest.read(path) for path in _all(folder))
    return tuple(sorted(found, key=lambda one: (one.number, one.taken), reverse=True))


def files_named(folder: Path) -> frozenset[str] | None:
    """The files taken in that the backups need; nothing where one of them can’t tell."""
    named: set[str] = set()
    for path in _all(folder):
        found = backup_manifest.files_of(path)
        if found is None:
            return None
        named |= found.keys()
    return frozenset(named)


def path_of(folder: Path, name: str) -> Path:
    """The folder of one backup; refused where there is none of this name."""
    found = [path for path in _all(folder) if path.name == name]
    if not found:
        raise Refused(NOT_THERE, place="backup")
    return found[0]


def next_number(folder: Path) -> int:
    """A number above that of every backup there is."""
    return max((one.number for one in listed(folder)), default=0) + 1


def free_name(target: Path, taken: datetime) -> str:
    """A name for a backup of this time that is not taken yet."""
    stamp = london(taken).strftime(backup_manifest.NAME_FORM)
    names = [stamp, *(f"{stamp}-{number}" for number in range(2, 100))]
    return next(name for name in names if not (target / name).exists())


def remove(folder: Path, names: Iterable[str]) -> None:
    """Take backups away. The name goes first, so that none is left half there."""
    for name in names:
        going = shelf(folder) / (Path(name).name + GOING)
        path_of(folder, name).replace(going)
        shutil.rmtree(going)
    if shelf(folder).is_dir():
        private_files.sync_folder(shelf(folder))


def thin(folder: Path, now: datetime) -> tuple[Backup, ...]:
    """Take away the backups that have had their time; which they were."""
    gone = keeping.to_thin(listed(folder), now)
    remove(folder, (one.name for one in gone))
    return gone


def clear_remains(target: Path) -> None:
    """Take away what an interrupted backup or removal left."""
    if target.is_dir():
        for path in target.iterdir():
            if path.is_dir() and path.suffix in {UNFINISHED, GOING}:
                shutil.rmtree(path)


def _all(folder: Path) -> list[Path]:
    if not shelf(folder).is_dir():
        return []
    unfinished = {UNFINISHED, GOING}
    return [
        each for each in shelf(folder).iterdir() if each.is_dir() and each.suffix not in unfinished
    ]
