"""A slot: the data key wrapped for one person's passphrase, or for the recovery code."""

import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store.canonical import canonical_bytes
from jtai_desktop.store.costs import Params
from jtai_desktop.store.derive import KEY_BYTES, derive
from jtai_desktop.store.subkeys import DataKey, overwrite

PASSPHRASE = "passphrase"  # noqa: S105 - the kind of slot
RECOVERY = "recovery"
SALT_BYTES, NONCE_BYTES, TAG_BYTES = 16, 12, 16
WRONG = "That passphrase does not open this vault. Check the keyboard and try again."


@dataclass(frozen=True, slots=True)
class Slot:
    """What the key file keeps of a slot; `kind` says how it is opened.

    Only a passphrase costs a derivation: a recovery code is chance already, and has no `params`.
    """

    id: str
    kind: str
    person: str
    salt: bytes
    params: Params | None
    nonce: bytes
    wrapped: bytes

    def bound(self, vault_id: str) -> bytes:
        """What is authenticated with the wrapped key: the vault and all that stands in the slot."""
        cost: list[int] = []
        if self.params is not None:
            cost = [self.params.memory_kib, self.params.passes, self.params.lanes]
        return canonical_bytes([vault_id, self.id, self.kind, self.person, self.salt.hex(), *cost])


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The data key, and whose slot gave it."""

    data_key: DataKey = field(repr=False)
    person: str
    slot_id: str

    def wipe(self) -> None:
        """Overwrite our copy of the key."""
        if isinstance(self.data_key, bytearray):
            overwrite(self.data_key)


def new_data_key() -> bytearray:
    """A data key that nobody chose."""
    return bytearray(secrets.token_bytes(KEY_BYTES))


def bare_slot(kind: str, person: str, params: Params | None, slot_id: str = "") -> Slot:
    """A slot with chance in it, but no key yet."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    return Slot(slot_id or secrets.token_hex(8), kind, person, salt, params, nonce, wrapped=b"")


def passphrase_slot(
    vault_id: str,
    data_key: DataKey,
    passphrase: str,
    person: str,
    params: Params,
    slot_id: str = "",
) -> Slot:
    """A slot that this passphrase opens; with an id, the one that takes the place of that slot."""
    if not passphrase:
        raise Refused("The passphrase is empty. Type one.", place="passphrase")
    bare = bare_slot(PASSPHRASE, person, params.held_to_floor(), slot_id)
    return wrapped(vault_id, bare, data_key, _key_of(passphrase, bare.salt, params))


def unlock(vault_id: str, slots: Iterable[Slot], passphrase: str, first: str = "") -> Unlocked:
    """The data key from the slot that this passphrase opens; the slot `first` is tried first."""
    mine = [slot for slot in slots if slot.kind == PASSPHRASE and slot.params is not None]
    for slot in sorted(mine, key=lambda slot: slot.id != first):
        if slot.params is None:
            continue
        data_key = opened(vault_id, slot, _key_of(passphrase, slot.salt, slot.params))
        if data_key is not None:
            return Unlocked(data_key, slot.person, slot.id)
    raise Refused(WRONG, place="passphrase")


def wrapped(vault_id: str, bare: Slot, data_key: DataKey, key: DataKey) -> Slot:
    """The slot with the data key in it; the key that opens it is overwritten."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    content = AESGCM(key).encrypt(bare.nonce, data_key, bare.bound(vault_id))
    _let_go(key)
    return replace(bare, wrapped=content)


def opened(vault_id: str, slot: Slot, key: DataKey) -> bytearray | None:
    """The data key, or nothing where this key does not open the slot; the key is overwritten."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(slot.wrapped) != KEY_BYTES + TAG_BYTES:
        return None
    data_key = bytearray(KEY_BYTES)
    try:
        AESGCM(key).decrypt_into(slot.nonce, slot.wrapped, slot.bound(vault_id), data_key)
    except InvalidTag:
        return None
    finally:
        _let_go(key)
    return data_key


def _key_of(passphrase: str, salt: bytes, params: Params) -> DataKey:
    # The same letters typed on another keyboard or system can be other code points.
    return derive(unicodedata.normalize("NFKC", passphrase), salt, params)


def _let_go(key: DataKey) -> None:
    if isinstance(key, bytearray):
        overwrite(key)
