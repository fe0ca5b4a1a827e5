"""Files outside the vault: those that stay where they lie, and copies that are put there."""

import hashlib
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from enum import StrEnum
from itertools import count
from pathlib import Path

from jtai_desktop.store import private_files
from jtai_desktop.store.files import Progress, refuse_too_large

PIECE = 1024 * 1024
# What no name may hold on one of the systems, names of devices there, and how long a name may be.
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)
LONGEST = 120
LONGEST_ENDING = 12
NAMELESS = "document"
PART = ".part"


class Outside(StrEnum):
    """How a file outside the vault stands."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"


def looked_at(path: Path, progress: Progress | None = None) -> tuple[int, str]:
    """The size and the SHA-256 of a file."""
    whole = path.stat().st_size
    refuse_too_large(whole)
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
            size += len(piece)
            if progress:
                progress(size, whole)
    return size, digest.hexdigest()


def stands(path: Path, size: int, sha256: str) -> Outside:
    """Whether the file is still what it was; another size needs no second look."""
    try:
        if path.stat().st_size != size:
            return Outside.CHANGED
        return Outside.SAME if looked_at(path) == (size, sha256) else Outside.CHANGED
    except OSError:
        return Outside.MISSING


def place_for(folder: Path, name: str) -> Path:
    """An empty file in a folder, for its owner only, in which a copy can be put; where it lies.

    Nothing is ever overwritten: where the name is taken, it gets a number.
    """
    handle, path = _opened_new(folder, name_for(name))
    os.close(handle)
    return path


def part_of(path: Path) -> Path:
    """Where a copy lies until all of it is written."""
    return path.with_name(f"{path.name}{PART}")


def fill(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a copy whole and synced, and only then put it in its place."""
    part = part_of(path)
    kind = os.O_CREAT | os.O_TRUNC | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(part, kind, private_files.FILE_MODE), "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        path.unlink(missing_ok=True)
        raise
    # Sticks may know no such call; the file itself is synced.
    with suppress(OSError):
        private_files.sync_folder(path.parent)


def name_for(name: str) -> str:
    """The name of a file as every system takes it: no folder in it, no forbidden sign."""
    plain = FORBIDDEN.sub("_", name).strip(" .") or NAMELESS
    whole = Path(f"_{plain}" if DEVICES.match(plain) else plain)
    ending = whole.suffix if len(whole.suffix) <= LONGEST_ENDING else ""
    stem = whole.name.removesuffix(ending).encode()[:LONGEST].decode(errors="ignore")
    return f"{stem.rstrip(' .')}{ending}"


def _opened_new(folder: Path, name: str) -> tuple[int, Path]:
    """A file that was not there before; “name (2).pdf” where there is one of that name."""
    stem, ending = Path(name).stem, Path(name).suffix
    kind = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    for number in count(1):
        path = folder / (name if number == 1 else f"{stem} ({number}){ending}")
        if part_of(path).exists():
            continue
        with suppress(FileExistsError):
            return os.open(path, kind, private_files.FILE_MODE), path
    raise AssertionError
