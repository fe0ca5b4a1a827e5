"""Taking a backup from a folder or a stick onto the shelf of a vault, or of one that is not there.

So a vault comes back on another computer, or after the shelf was lost with it. Nothing that is
there is overwritten: the backup is laid beside it, and restored by its passphrase like any other.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from jtai_desktop.domain import keeping
from jtai_desktop.domain.keeping import Backup
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import (
    backup_files,
    backup_manifest,
    backups,
    files,
    key_backups,
    keys,
    looking,
    private_files,
    room,
)
from jtai_desktop.store.trouble import told

ELSEWHERE = "jtai-backups"
NOT_A_BACKUP = (
    "There is no sound backup of this program in that folder. "
    "Choose the folder “jtai-backups”, or one of the folders in it."
)
OF_ANOTHER = "That backup is of another vault than the one on this computer. Nothing was changed."


def adopt(folder: Path, chosen: Path) -> Backup:
    """Lay the newest backup of the chosen folder on the shelf; its keys too, where none are."""
    with told():
        source = _source(chosen)
        key_file = keys.read(source)
        _refuse_of_another(folder, key_file.vault_id)
        named = backup_manifest.files_of(source) or {}
        to_copy = backup_files.still_to_copy(named, folder / files.FOLDER)
        size = room.size_of(source / looking.DATABASE)
        room.need(folder, 2 * size + sum(to_copy.values()))
        private_files.make_folder(folder)
        places = backup_files.places(source)
        backup_files.copy(to_copy, places, folder / files.FOLDER, lambda _size: None)
        name = _laid_on_shelf(folder, source)
        if not keys.exists(folder):
            keys.write(folder, key_file)
        return backup_manifest.read(backups.path_of(folder, name))


def _refuse_of_another(folder: Path, vault_id: str) -> None:
    """A damaged key file can't say whose it is; what opens the vault is shown by its passphrase."""
    if not keys.exists(folder) or key_backups.is_lost(folder):
        return
    if keys.read(folder).vault_id != vault_id:
        raise Refused(OF_ANOTHER, place="backup")


def _source(chosen: Path) -> Path:
    """The backup itself, or the newest of those in the folder."""
    found = {each: backup_manifest.read(each) for each in _candidates(chosen) if _is_sound(each)}
    newest = keeping.last_verified(found.values())
    if newest is None:
        raise Refused(NOT_A_BACKUP, place="backup")
    return next(path for path, backup in found.items() if backup == newest)


def _candidates(chosen: Path) -> Iterable[Path]:
    for folder in (chosen, chosen / ELSEWHERE, chosen / backups.FOLDER):
        if (folder / backup_manifest.NAME).is_file():
            yield folder
        elif folder.is_dir():
            inside = (each for each in folder.iterdir() if each.is_dir())
            yield from (each for each in inside if (each / backup_manifest.NAME).is_file())


def _is_sound(source: Path) -> bool:
    return (
        backup_manifest.read(source).verified
        and backup_manifest.is_whole(source)
        and keys.exists(source)
    )


def _laid_on_shelf(folder: Path, source: Path) -> str:
    """A copy under a name of its own, which it gets last."""
    shelf = backups.shelf(folder)
    private_files.make_folder(shelf)
    backups.clear_remains(shelf)
    name = backups.free_name(shelf, backup_manifest.read(source).taken)
    aside = shelf / (name + backups.UNFINISHED)
    private_files.make_folder(aside)
    for path in (each for each in source.iterdir() if each.is_file()):
        _copy(path, aside / path.name)
    if not backup_manifest.is_whole(aside):
        shutil.rmtree(aside, ignore_errors=True)
        raise Refused(NOT_A_BACKUP, place="backup")
    private_files.put_in_place(aside, shelf / name)
    return name


def _copy(path: Path, target: Path) -> None:
    private_files.make_empty(target)
    shutil.copyfile(path, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
