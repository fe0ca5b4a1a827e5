"""The slot that the recovery code opens.

The code is 160 bits of chance, so nobody can guess it and it needs no costly derivation: one
HKDF is enough. It opens where there is too little memory for a passphrase, too.
"""

import secrets
from collections.abc import Iterable

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.recovery_codes import PLACE, SECRET_BYTES
from jtai_desktop.store.slots import RECOVERY, Slot, Unlocked, bare_slot, opened, wrapped
from jtai_desktop.store.subkeys import KEY_BYTES, DataKey

INFO = b"jtai-desktop/1/recovery"
NO_CODE = "This vault has no recovery code. It opens with a passphrase only."
OTHER_CODE = "That code has no mistake in it, but it is not the code of this vault."


def new_secret() -> bytes:
    """What a new code is made of."""
    return secrets.token_bytes(SECRET_BYTES)


def recovery_slot(vault_id: str, data_key: DataKey, secret: bytes, person: str) -> Slot:
    """A slot that the code of this secret opens; the person is who had it made."""
    bare = bare_slot(RECOVERY, person, None)
    return wrapped(vault_id, bare, data_key, _key_of(secret, bare.salt))


def unlock(vault_id: str, slots: Iterable[Slot], secret: bytes) -> Unlocked:
    """The data key from the slot that this code opens."""
    mine = [slot for slot in slots if slot.kind == RECOVERY]
    if not mine:
        raise Refused(NO_CODE, place="code")
    for slot in mine:
        data_key = opened(vault_id, slot, _key_of(secret, slot.salt))
        if data_key is not None:
            return Unlocked(data_key, slot.person, slot.id)
    raise Refused(OTHER_CODE, place=PLACE)


def _key_of(secret: bytes, salt: bytes) -> bytearray:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    key = bytearray(KEY_BYTES)
    HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=INFO).derive_into(secret, key)
    return key
