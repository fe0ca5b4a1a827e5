"""The key file: a kilobyte of JSON, kept twice, that holds the wrapped data key.

    {"format": 1, "vault": id, "generation": n, "slots": [...], "checksum": SHA-256 of the rest}

The checksum tells a damaged file from a wrong passphrase; it protects nothing. The generation
grows with every rewriting, so that of two sound copies the newer one counts. A slot of a kind that
only a newer version knows opens nothing here, but is written back as it was read.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import private_files
from jtai_desktop.store.canonical import canonical, canonical_bytes
from jtai_desktop.store.costs import CEILING_KIB, Params
from jtai_desktop.store.slots import PASSPHRASE, RECOVERY, Slot

FORMAT = 1
KDF_OF = {PASSPHRASE: "argon2id", RECOVERY: "hkdf-sha256"}
# A cost beyond these is damage: nobody should wait for it.
MOST = 1000
COSTS = ("memory_kib", "passes", "lanes")
NAMES = ("vault.keys", "vault.keys.copy")
# The keys of before, while they are changed: to put them back needs no room on the disk.
BEFORE = ".before"
DAMAGED = (
    "Both copies of the key file are damaged, so no passphrase can open this vault. "
    "Put the key file of a backup in their place."
)
NOT_TAKEN_BACK = (
    "The disk reported a fault, and the change of the keys could not be taken back for certain. "
    "Check the disk, and until then keep the old passphrase and the new one: one of them opens "
    "the vault."
)
NEWER = "This vault was made by a newer version of the program. Install that version to open it."


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The slots of one vault; `foreign` are the slots of a newer version, as they were written."""

    vault_id: str
    slots: tuple[Slot, ...]
    generation: int = 1
    foreign: tuple[str, ...] = ()

    def rewritten(self, slots: tuple[Slot, ...]) -> "KeyFile":
        """The next generation, with other slots."""
        return replace(self, slots=slots, generation=self.generation + 1)


def exists(folder: Path) -> bool:
    """Whether the folder has a key file at all."""
    return any((folder / name).is_file() for name in NAMES)


def write(folder: Path, keys: KeyFile) -> None:
    """Write both copies, one after the other, so that one is always sound.

    Both lie ready before the first is replaced: a full disk changes neither.
    """
    _put_in_place(folder, _laid_aside(folder, keys))


@contextmanager
def replaced(folder: Path, old: KeyFile, new: KeyFile) -> Iterator[None]:
    """Write the new key file for what is in the block; where that fails, the old one counts.

    Of two copies the newer counts, so the old one lies ready as the newest of all.
    """
    try:
        ready = _laid_aside(folder, new)
        back = _laid_aside(folder, replace(old, generation=new.generation + 1), BEFORE)
        try:
            _put_in_place(folder, ready)
            yield
        except BaseException as error:
            if not _put_back(folder, back):
                raise Refused(NOT_TAKEN_BACK, place="keys") from error
            raise
    finally:
        forget_before(folder)


def forget_before(folder: Path) -> None:
    """Take away what a change of the keys left lying there."""
    for name in NAMES:
        with suppress(OSError):
            (folder / (name + BEFORE)).unlink(missing_ok=True)


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


def _laid_aside(folder: Path, keys: KeyFile, ending: str = ".new") -> list[Path]:
    content = _written(keys)
    return [private_files.lay_aside(folder / name, content, ending) for name in NAMES]


def _put_in_place(folder: Path, ready: list[Path]) -> None:
    for path, name in zip(ready, NAMES, strict=True):
        private_files.put_in_place(path, folder / name)


def _put_back(folder: Path, ready: list[Path]) -> bool:
    """Whether the old keys count again, and will after a power loss too."""
    failed = 0
    for path, name in zip(ready, NAMES, strict=True):
        try:
            private_files.put_in_place(path, folder / name)
        except OSError:
            failed += 1
    return not failed


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
        "slots": [
            *(_slot_written(slot) for slot in keys.slots),
            *(json.loads(written) for written in keys.foreign),
        ],
    }
    body["checksum"] = _checksum(body)
    return json.dumps(body, indent=1).encode("ascii") + b"\n"


def mark(slot: Slot) -> str:
    """What tells this writing of a slot from any other; nothing can be worked out from it."""
    return hashlib.sha256(canonical_bytes(_slot_written(slot))).hexdigest()[:16]


def _slot_written(slot: Slot) -> dict[str, object]:
    body: dict[str, object] = {
        "id": slot.id,
        "kind": slot.kind,
        "person": slot.person,
        "kdf": KDF_OF[slot.kind],
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }
    if slot.params is not None:
        costs = (slot.params.memory_kib, slot.params.passes, slot.params.lanes)
        body.update(zip(COSTS, costs, strict=True))
    return body


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
        slots = [slot for slot in body["slots"] if _is_ours(slot)]
        foreign = [slot for slot in body["slots"] if not _is_ours(slot)]
        return KeyFile(
            str(body["vault"]),
            tuple(map(_slot_read, slots)),
            int(body["generation"]),
            tuple(map(canonical, foreign)),
        )
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _check_format(number: object) -> None:
    if number != FORMAT:
        raise Refused(NEWER, place="keys")


def _is_ours(slot: dict[str, object]) -> bool:
    kind = str(slot["kind"])
    return kind in KDF_OF and KDF_OF[kind] == slot.get("kdf")


def _slot_read(slot: dict[str, object]) -> Slot:
    hexed = {name: bytes.fromhex(str(slot[name])) for name in ("salt", "nonce", "wrapped")}
    return Slot(
        id=str(slot["id"]),
        kind=str(slot["kind"]),
        person=str(slot["person"]),
        salt=hexed["salt"],
        params=_costs_read(slot) if slot["kind"] == PASSPHRASE else None,
        nonce=hexed["nonce"],
        wrapped=hexed["wrapped"],
    )


def _costs_read(slot: dict[str, object]) -> Params:
    memory_kib, passes, lanes = (int(str(slot[name])) for name in COSTS)
    if not 0 < memory_kib <= CEILING_KIB or not 0 < passes <= MOST or not 0 < lanes <= MOST:
        raise ValueError(slot)
    return Params(memory_kib, passes, lanes, trial=True)


def _checksum(body: dict[str, object]) -> str:
    return hashlib.sha256(canonical_bytes(body)).hexdigest()
