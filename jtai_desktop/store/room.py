"""Room on the disk: looked for before a large write, and a little kept back for erasing.

To take records out, the database first writes down what it takes. On a full disk it could not, so
a file of that size lies beside it that holds nothing and can be let go.
"""

import os
import shutil
from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import looking, private_files

MEBIBYTE = 1024 * 1024
MARGIN = MEBIBYTE
RESERVE = "vault.reserve"
LEAST_RESERVE = MEBIBYTE // 2
# So many times its size must be free before room is kept back.
PLENTY = 4
NO_ROOM = (
    "There is not enough room there: {needed} MB are needed and {free} MB are free. "
    "Nothing was changed: free some space, then try again."
)


def need(folder: Path, size: int) -> None:
    """Refuse, where so many bytes and a margin do not fit."""
    free = _free(folder)
    if free < size + MARGIN:
        needed = -(-(size + MARGIN) // MEBIBYTE)
        raise Refused(NO_ROOM.format(needed=needed, free=free // MEBIBYTE), place="disk")


def size_of(database: Path) -> int:
    """The bytes of a database, nothing where it is missing."""
    return database.stat().st_size if database.is_file() else 0


def keep_back(folder: Path) -> None:
    """Keep room for an erasure, where there is plenty; else go without."""
    wanted = max(LEAST_RESERVE, size_of(folder / looking.DATABASE) * 5 // 4)
    reserve = folder / RESERVE
    if size_of(reserve) >= wanted or _free(folder) < PLENTY * wanted:
        return
    reserve.unlink(missing_ok=True)
    try:
        private_files.make_empty(reserve)
        _fill(reserve, wanted)
    except OSError:
        reserve.unlink(missing_ok=True)


def let_go(folder: Path) -> None:
    """Give the room that was kept back."""
    (folder / RESERVE).unlink(missing_ok=True)


def _fill(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, size)
            return
        for _ in range(-(-size // MEBIBYTE)):
            file.write(bytes(MEBIBYTE))


def _free(folder: Path) -> int:
    there = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    return shutil.disk_usage(there).free
