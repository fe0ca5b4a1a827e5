"""The keys for single purposes, drawn from the one data key with HKDF-SHA256."""

from dataclasses import dataclass

DataKey = bytes | bytearray
PURPOSES = ("database", "history", "digest", "files")
KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Subkeys:
    """One key for each purpose, in memory that can be overwritten."""

    database: bytearray
    history: bytearray
    digest: bytearray
    files: bytearray

    @classmethod
    def of(cls, data_key: DataKey) -> "Subkeys":
        """The keys that belong to a data key."""
        return cls(*(_drawn(data_key, purpose) for purpose in PURPOSES))

    def wipe(self) -> None:
        """Overwrite our copies; what libraries copied is beyond our reach."""
        for key in (self.database, self.history, self.digest, self.files):
            overwrite(key)


def overwrite(key: bytearray) -> None:
    """Put zeros in the place of a key."""
    key[:] = bytes(len(key))


def _drawn(data_key: DataKey, purpose: str) -> bytearray:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    drawn, info = bytearray(KEY_BYTES), f"jtai-desktop/1/{purpose}".encode()
    HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive_into(data_key, drawn)
    return drawn
