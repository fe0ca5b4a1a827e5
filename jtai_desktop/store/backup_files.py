"""The files taken in, as backups share them by name: each is written once and copied once.

    VAULT/files/NAME            for the vault and the backups on its shelf
    ELSEWHERE/files/NAME        for the backups in a folder or on a stick

A backup says in `backup.files` which names it needs, and how large each is. A file goes only when
neither the vault nor any backup on the shelf names it.
"""

import errno
import os
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sqlalchemy import Integer, Text, column, select, table

from jtai_desktop.store import digest, files, private_files
from jtai_desktop.store.backup_manifest import hash_of
from jtai_desktop.store.connected import Connected

TABLE = "kept_files"
NAMES = re.compile(r"[0-9a-f]{32}")
ASIDE = ".new"
Named = Mapping[str, int]
# Told how many bytes are copied.
Copied = Callable[[int], None]


def named_by(connected: Connected) -> dict[str, int]:
    """The names that a database needs, with their sizes on disk; none before there were files."""
    with connected.engine.begin() as connection:
        if TABLE not in digest.counted_tables(connection):
            return {}
        wanted = select(column("name", Text), column("size", Integer)).select_from(table(TABLE))
        return {name: files.size_on_disk(size) for name, size in connection.execute(wanted)}


def there(folder: Path) -> dict[str, int]:
    """The files in a folder that have names of ours, with their sizes."""
    if not folder.is_dir():
        return {}
    with os.scandir(folder) as found:
        return {
            each.name: each.stat().st_size
            for each in found
            if NAMES.fullmatch(each.name) and each.is_file()
        }


def places(backup: Path) -> tuple[Path, ...]:
    """Where the files of a backup may lie: beside it, or beside the shelf it stands on."""
    return backup.parent / files.FOLDER, backup.parent.parent / files.FOLDER


def lacking(named: Named, folders: Sequence[Path]) -> tuple[str, ...]:
    """The names of which none of the folders has a file of the right size."""
    found = [there(folder) for folder in folders]
    return tuple(
        name for name, size in named.items() if all(each.get(name) != size for each in found)
    )


def still_to_copy(named: Named, folder: Path) -> dict[str, int]:
    """What the folder does not have yet, or not in the right size."""
    here = there(folder)
    return {name: size for name, size in named.items() if here.get(name) != size}


def copy(wanted: Named, sources: Sequence[Path], target: Path, copied: Copied) -> None:
    """Copy what the sources have of these, each aside, synced and compared before it has its name.

    What no source has is left out: what lacks it says so.
    """
    if not wanted:
        return
    private_files.make_folder(target)
    clear_remains(target)
    for name, size in wanted.items():
        source = _found(name, size, sources)
        if source is not None:
            _copy_one(source, target / name)
        copied(size)
    private_files.sync_folder(target)
    private_files.sync_folder(target.parent)


def clear_remains(folder: Path) -> None:
    """Take away what an interrupted copying left."""
    if folder.is_dir():
        for path in folder.glob(f"*{ASIDE}"):
            path.unlink(missing_ok=True)


def _found(name: str, size: int, sources: Sequence[Path]) -> Path | None:
    paths = (source / name for source in sources)
    return next((path for path in paths if path.is_file() and path.stat().st_size == size), None)


def _copy_one(source: Path, target: Path) -> None:
    aside = target.with_name(target.name + ASIDE)
    private_files.make_empty(aside)
    try:
        shutil.copyfile(source, aside)
        with aside.open("rb+") as file:
            os.fsync(file.fileno())
        _refuse_other(aside, source)
        aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def _refuse_other(one: Path, other: Path) -> None:
    if hash_of(one) != hash_of(other):
        raise OSError(errno.EIO, os.strerror(errno.EIO))
