"""Folders and small files that only their owner may read, written so that a crash can't tear them.

A file is written aside, synced, and put in place by a rename; then the folder is synced, so
that the name survives a power loss too.
"""

import os
import sys
from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def make_folder(folder: Path) -> None:
    """Make the folder where it is missing, and close it to everyone else."""
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    folder.chmod(FOLDER_MODE)


def make_empty(path: Path) -> None:
    """Make an empty file of our own; what the database makes beside it gets the same mode."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE))


def write(path: Path, content: bytes) -> None:
    """Put the content in place of the file: the old one or the new one, never between."""
    put_in_place(lay_aside(path, content), path)


def lay_aside(path: Path, content: bytes, ending: str = ".new") -> Path:
    """Write the content beside the file, whole and synced; where it lies now."""
    aside = path.with_name(path.name + ending)
    aside.unlink(missing_ok=True)
    handle = os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return aside


def put_in_place(aside: Path, path: Path) -> None:
    """Rename a finished file to its name and make the name last."""
    aside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in the folder last. Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
