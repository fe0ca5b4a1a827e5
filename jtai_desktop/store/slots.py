"""A slot: the data key wrapped for one person's passphrase."""

import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store.canonical import canonical_bytes
from jtai_desktop.store.derive import KEY_BYTES, Params, derive

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PASSPHRASE = "passphrase"  # noqa: S105 - the kind of slot
SALT_BYTES = 16
NONCE_BYTES = 12
WRONG = "That passphrase does not open this vault. Check the keyboard and try again."


@dataclass(frozen=True, slots=True)
class Slot:
    """What the key file keeps of a slot; `kind` says how it is opened."""

    id: str
    kind: str
    person: str
    salt: bytes
    params: Params
    nonce: bytes
    wrapped: bytes

    def bound(self, vault_id: str) -> bytes:
        """What is authenticated with the wrapped key: the vault and all that stands in the slot."""
        cost = [self.params.memory_kib, self.params.passes, self.params.lanes]
        return canonical_bytes([vault_id, self.id, self.kind, self.person, self.salt.hex(), *cost])


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The data key, and whose slot gave it."""

    data_key: bytes
    person: str
    slot_id: str


def new_data_key() -> bytes:
    """A data key that nobody chose."""
    return secrets.token_bytes(KEY_BYTES)


def passphrase_slot(
    vault_id: str, data_key: bytes, passphrase: str, person: str, params: Params
) -> Slot:
    """A slot that this passphrase opens."""
    if not passphrase:
        raise Refused("The passphrase is empty. Type one.", place="passphrase")
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    bare = Slot(
        secrets.token_hex(8), PASSPHRASE, person, salt, params.held_to_floor(), nonce, wrapped=b""
    )
    wrapped = _cipher(passphrase, bare).encrypt(nonce, data_key, bare.bound(vault_id))
    return Slot(bare.id, bare.kind, person, salt, params, nonce, wrapped)


def unlock(vault_id: str, slots: Iterable[Slot], passphrase: str) -> Unlocked:
    """The data key from the slot that this passphrase opens."""
    for slot in slots:
        data_key = _opened(vault_id, slot, passphrase) if slot.kind == PASSPHRASE else None
        if data_key is not None:
            return Unlocked(data_key, slot.person, slot.id)
    raise Refused(WRONG, place="passphrase")


def _opened(vault_id: str, slot: Slot, passphrase: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag

    try:
        return _cipher(passphrase, slot).decrypt(slot.nonce, slot.wrapped, slot.bound(vault_id))
    except InvalidTag:
        return None


def _cipher(passphrase: str, slot: Slot) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    # The same letters typed on another keyboard or system can be other code points.
    typed = unicodedata.normalize("NFKC", passphrase)
    return AESGCM(derive(typed, slot.salt, slot.params))
