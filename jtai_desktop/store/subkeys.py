"""The keys for single purposes, drawn from the one data key with HKDF-SHA256."""

from dataclasses import dataclass

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
    def of(cls, data_key: bytes) -> "Subkeys":
        """The keys that belong to a data key."""
        return cls(*(bytearray(_drawn(data_key, purpose)) for purpose in PURPOSES))

    def wipe(self) -> None:
        """Overwrite our copies; what libraries copied is beyond our reach."""
        for key in (self.database, self.history, self.digest, self.files):
            key[:] = bytes(len(key))


def _drawn(data_key: bytes, purpose: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = f"jtai-desktop/1/{purpose}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(data_key)
