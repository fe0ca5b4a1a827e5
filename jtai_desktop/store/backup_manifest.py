"""What is written beside a backup: when and why it was made, and what its file must hash to.

Nothing in it says whose data it is. The checksum tells damage, it protects nothing: whether a
backup can be trusted is shown by opening it with the key.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from jtai_desktop.domain.keeping import Backup, Reason
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.store import looking, private_files
from jtai_desktop.store.canonical import canonical_bytes

NAME = "backup.json"
# The files taken in that the backup needs, one a line: name and size on disk.
FILES = "backup.files"
FORMAT = 1
CHUNK = 1024 * 1024
NO_FILES: Mapping[str, int] = MappingProxyType({})
# The name of a backup's folder says when it was made; the same as a person would read it.
NAME_FORM = "%Y-%m-%dT%H-%M-%S"
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Seal:
    """What binds a manifest to its database."""

    vault_id: str
    revision: str
    sha256: str


def write(folder: Path, backup: Backup, seal: Seal, named: Mapping[str, int] = NO_FILES) -> None:
    """Write the manifest into the folder of the backup, with the files that it needs."""
    listing = "".join(f"{name} {size}\n" for name, size in sorted(named.items())).encode("ascii")
    private_files.write(folder / FILES, listing)
    body: dict[str, object] = {
        "format": FORMAT,
        "vault": seal.vault_id,
        "revision": seal.revision,
        "number": backup.number,
        "taken": backup.taken.isoformat(),
        "reason": backup.reason.value,
        "seq": backup.seq,
        "head": backup.head,
        "rows": backup.rows,
        "size": backup.size,
        "sha256": seal.sha256,
        "files": len(named),
        "files_sha256": hashlib.sha256(listing).hexdigest(),
    }
    body["checksum"] = _checksum(body)
    private_files.write(folder / NAME, json.dumps(body, indent=1).encode("ascii") + b"\n")


def read(folder: Path) -> Backup:
    """The backup in a folder; one that can't be read counts as not verified."""
    body = _body(folder)
    if body is None:
        return Backup(folder.name, 0, _time_of(folder), Reason.DAMAGED, verified=False)
    size = int(str(body["size"]))
    database = folder / looking.DATABASE
    reason = Reason(str(body["reason"]))
    return Backup(
        name=folder.name,
        number=int(str(body["number"])),
        taken=datetime.fromisoformat(str(body["taken"])),
        reason=reason,
        seq=int(str(body["seq"])),
        head=str(body["head"]),
        rows=int(str(body["rows"])),
        size=size,
        files=int(str(body.get("files", 0))),
        verified=reason is not Reason.DAMAGED
        and database.is_file()
        and database.stat().st_size == size,
    )


def files_of(folder: Path) -> dict[str, int] | None:
    """The files that a backup needs, with their sizes; nothing where that can’t be read."""
    body = _body(folder)
    if body is None or "files" not in body:
        # One that was made before there were files needs none.
        return None if body is None else {}
    try:
        listing = (folder / FILES).read_bytes()
        if hashlib.sha256(listing).hexdigest() != body["files_sha256"]:
            return None
        pairs = (line.split() for line in listing.decode("ascii").splitlines())
        return {name: int(size) for name, size in pairs}
    except (OSError, ValueError):
        return None


def is_whole(folder: Path) -> bool:
    """Whether the database of a backup is byte for byte what was verified."""
    body = _body(folder)
    database = folder / looking.DATABASE
    return body is not None and database.is_file() and hash_of(database) == body["sha256"]


def hash_of(path: Path) -> str:
    """The SHA-256 of a file."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _body(folder: Path) -> dict[str, object] | None:
    try:
        body = json.loads((folder / NAME).read_bytes())
        checksum = body.pop("checksum")
        return body if checksum == _checksum(body) and body["format"] == FORMAT else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _time_of(folder: Path) -> datetime:
    """As the name says, else long ago."""
    try:
        return datetime.strptime(folder.name[:19], NAME_FORM).replace(tzinfo=LONDON)
    except ValueError:
        return LONG_AGO


def _checksum(body: dict[str, object]) -> str:
    return hashlib.sha256(canonical_bytes(body)).hexdigest()
