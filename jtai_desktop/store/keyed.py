"""HMAC-SHA256 for many pieces under one key, at half the cost of one call for each."""

import hashlib

BLOCK = 64
INNER, OUTER = 0x36, 0x5C


class Keyed:
    """The key taken in once; each piece then costs two hashes of its own."""

    def __init__(self, key: bytes | bytearray) -> None:
        if len(key) > BLOCK:
            raise ValueError(len(key))
        padded = bytes(key).ljust(BLOCK, b"\0")
        self._inner = hashlib.sha256(bytes(each ^ INNER for each in padded))
        self._outer = hashlib.sha256(bytes(each ^ OUTER for each in padded))

    def digest(self, content: bytes) -> bytes:
        """The HMAC of one piece."""
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(content)
        outer.update(inner.digest())
        return outer.digest()
