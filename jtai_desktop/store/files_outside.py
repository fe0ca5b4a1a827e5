"""Files that stay where they lie: what they were, and whether they still are that."""

import hashlib
from enum import StrEnum
from pathlib import Path

from jtai_desktop.store.files import refuse_too_large

PIECE = 1024 * 1024


class Outside(StrEnum):
    """How a file outside the vault stands."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"


def looked_at(path: Path) -> tuple[int, str]:
    """The size and the SHA-256 of a file."""
    refuse_too_large(path.stat().st_size)
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
            size += len(piece)
    return size, digest.hexdigest()


def stands(path: Path, size: int, sha256: str) -> Outside:
    """Whether the file is still what it was; another size needs no second look."""
    try:
        if path.stat().st_size != size:
            return Outside.CHANGED
        return Outside.SAME if looked_at(path) == (size, sha256) else Outside.CHANGED
    except OSError:
        return Outside.MISSING
