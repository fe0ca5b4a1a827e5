"""The key file: a kilobyte of JSON, kept twice, that holds the wrapped data key.

    {"format": 1, "vault": id, "generation": n, "slots": [...], "checksum": SHA-256 of the rest}

The checksum tells a damaged file from a wrong passphrase; it protects nothing. The generation
grows with every rewriting, so that of two sound copies the newer one counts.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import private_files
from jtai_desktop.store.canonical import canonical_bytes
from jtai_desktop.store.derive import CEILING_KIB, Params
from jtai_desktop.store.slots import Slot

FORMAT = 1
COSTS = ("memory_kib", "passes", "lanes")
NAMES = ("vault.keys", "vault.keys.copy")
DAMAGED = (
    "Both copies of the key file are damaged, so no passphrase can open this vault. "
    "Put the key file of a backup in their place."
)
NEWER = "This vault was made by a newer version of the program. Install that version to open it."


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The slots of one vault."""

    vault_id: str
    slots: tuple[Slot, ...]
    generation: int = 1


def exists(folder: Path) -> bool:
    """Whether the folder has a key file at all."""
    return any((folder / name).is_file() for name in NAMES)


def write(folder: Path, keys: KeyFile) -> None:
    """Write both copies, one after the other, so that one is always sound."""
    for name in NAMES:
        private_files.write(folder / name, _written(keys))


def read(folder: Path) -> KeyFile:
    """The newest sound copy; a damaged or missing other copy is put right."""
    contents = [_content(folder / name) for name in NAMES]
    copies = [_read(content) for content in contents]
    sound = [copy for copy in copies if copy is not None]
    if not sound:
        raise Refused(DAMAGED, place="keys")
    keys = max(sound, key=lambda copy: copy.generation)
    _mend(folder, contents, _written(keys))
    return keys


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _mend(folder: Path, contents: list[bytes | None], right: bytes) -> None:
    for name, content in zip(NAMES, contents, strict=True):
        if content != right:
            private_files.write(folder / name, right)


def _written(keys: KeyFile) -> bytes:
    body: dict[str, object] = {
        "format": FORMAT,
        "vault": keys.vault_id,
        "generation": keys.generation,
        "slots": [_slot_written(slot) for slot in keys.slots],
    }
    body["checksum"] = _checksum(body)
    return json.dumps(body, indent=1).encode("ascii") + b"\n"


def _slot_written(slot: Slot) -> dict[str, object]:
    return {
        "id": slot.id,
        "kind": slot.kind,
        "person": slot.person,
        "kdf": "argon2id",
        "salt": slot.salt.hex(),
        "memory_kib": slot.params.memory_kib,
        "passes": slot.params.passes,
        "lanes": slot.params.lanes,
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }


def _read(content: bytes | None) -> KeyFile | None:
    """What one copy says, or nothing if it is missing or damaged."""
    if content is None:
        return None
    try:
        body = json.loads(content)
        checksum = body.pop("checksum")
        if checksum != _checksum(body):
            return None
        _check_format(body["format"])
        slots = tuple(_slot_read(slot) for slot in body["slots"])
        return KeyFile(str(body["vault"]), slots, int(body["generation"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _check_format(number: object) -> None:
    if number != FORMAT:
        raise Refused(NEWER, place="keys")


def _slot_read(slot: dict[str, object]) -> Slot:
    hexed = {name: bytes.fromhex(str(slot[name])) for name in ("salt", "nonce", "wrapped")}
    memory_kib, passes, lanes = (int(str(slot[name])) for name in COSTS)
    params = Params(memory_kib, passes, lanes, trial=True)
    if not 0 < params.memory_kib <= CEILING_KIB:
        raise ValueError(params.memory_kib)
    return Slot(
        id=str(slot["id"]),
        kind=str(slot["kind"]),
        person=str(slot["person"]),
        salt=hexed["salt"],
        params=params,
        nonce=hexed["nonce"],
        wrapped=hexed["wrapped"],
    )


def _checksum(body: dict[str, object]) -> str:
    return hashlib.sha256(canonical_bytes(body)).hexdigest()
