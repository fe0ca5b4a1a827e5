"""Files taken in: write-once, encrypted, under random names beside the database.

A file is written and synced before the record that names it. So an interruption at any moment
leaves at most a file that nothing names, and those are swept away when the vault is opened.
How the bytes are laid out stands in revision 0002.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import private_files
from jtai_desktop.store.trouble import told

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FOLDER = "files"
MAGIC = b"JTAIDOC1"
SALT_BYTES, TAG_BYTES = 32, 16
PIECE = 1024 * 1024
MEGABYTE = 1024 * 1024
MOST = 200 * MEGABYTE
NAME_BYTES = 16
# A file of ours, or what an interrupted copying of one left.
NAMES = re.compile(r"[0-9a-f]{32}(\.new)?")

MISSING = "The file is missing from the vault’s folder. Restore it from a backup."
DAMAGED = "The file in the vault’s folder is damaged or was altered. Restore it from a backup."
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was taken in: its name in the vault, its size and what it was."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A file that is about to be written: its name, and what it is encrypted with.

    It can be written on any thread, also while the vault does other things.
    """

    name: str
    salt: bytes
    cipher: "AESGCM"


class Files:
    """The files of one vault."""

    def __init__(self, vault: Path, key: bytes | bytearray) -> None:
        self.folder = vault / FOLDER
        self._key = key
        self._waits = True
        # Files that are being written, or whose record is still to come: no sweep takes them.
        self._under_way: set[str] = set()

    def do_not_wait(self) -> None:
        """Do not sync what is taken in: for a vault that is thrown away when it is closed."""
        self._waits = False

    def take_in(self, source: BinaryIO, size: int, progress: Progress | None = None) -> Taken:
        """Encrypt all of it under a new name, and sync; only then may a record name it."""
        begun = self.begin()
        try:
            return self.write(begun, source, size, progress)
        finally:
            self.settle(begun)

    def begin(self) -> Begun:
        """A name and a key for a new file; until it is settled no sweep takes it away."""
        name, salt = secrets.token_hex(NAME_BYTES), secrets.token_bytes(SALT_BYTES)
        begun = Begun(name, salt, self._cipher(name, salt))
        self._under_way.add(name)
        return begun

    def write(
        self, begun: Begun, source: BinaryIO, size: int, progress: Progress | None = None
    ) -> Taken:
        """Encrypt all of it and sync. What was interrupted is gone again."""
        refuse_too_large(size)
        with told():
            private_files.make_folder(self.folder)
            try:
                return self._written(begun, source, size, progress or _nobody)
            except BaseException:
                self._unlink(begun)
                raise

    def settle(self, begun: Begun) -> None:
        """A record names it now, or it is gone."""
        self._under_way.discard(begun.name)

    def drop(self, begun: Begun) -> None:
        """No record will name it."""
        self._unlink(begun)
        self.settle(begun)

    def read(self, name: str) -> Iterator[bytes]:
        """The content piece by piece; refused where it is missing or not what was written."""
        path = self.folder / name
        if not path.is_file():
            raise Refused(MISSING, place="file")
        with told(), path.open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                raise Refused(DAMAGED, place="file")
            yield from self._pieces(file, self._cipher(name, file.read(SALT_BYTES)))

    def is_whole(self, name: str) -> bool:
        """Whether the file is there and nothing of it is damaged."""
        try:
            for _ in self.read(name):
                pass
        except Refused:
            return False
        return True

    def sweep(self, named: Collection[str]) -> int:
        """Take away the files that nothing names; how many. Others’ files are left alone."""
        if not self.folder.is_dir():
            return 0
        ours = [path for path in self.folder.iterdir() if NAMES.fullmatch(path.name)]
        kept = self._under_way.union(named)
        lost = [path for path in ours if path.name not in kept]
        with told():
            for path in lost:
                _spoil(path)
                path.unlink(missing_ok=True)
        return len(lost)

    def missing(self, named: Collection[str]) -> frozenset[str]:
        """The names that have no file."""
        here = {path.name for path in self.folder.iterdir()} if self.folder.is_dir() else set()
        return frozenset(named) - here

    def _unlink(self, begun: Begun) -> None:
        # What stood in the way is told, not this: no record names the file, so a sweep takes it.
        with suppress(OSError):
            (self.folder / begun.name).unlink(missing_ok=True)

    def _written(self, begun: Begun, source: BinaryIO, size: int, progress: Progress) -> Taken:
        digest, done = hashlib.sha256(), 0
        handle = os.open(
            self.folder / begun.name,
            os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0),
            private_files.FILE_MODE,
        )
        with os.fdopen(handle, "wb") as file:
            file.write(MAGIC + begun.salt)
            for number, piece, last in _pieces_of(source):
                digest.update(piece)
                done += len(piece)
                refuse_too_large(done)
                file.write(begun.cipher.encrypt(_nonce(number, last=last), piece, None))
                progress(done, size)
            file.flush()
            if self._waits:
                os.fsync(file.fileno())
        if self._waits:
            private_files.sync_folder(self.folder)
            private_files.sync_folder(self.folder.parent)
        return Taken(begun.name, done, digest.hexdigest())

    def _pieces(self, file: BinaryIO, cipher: "AESGCM") -> Iterator[bytes]:
        from cryptography.exceptions import InvalidTag

        number, piece = 0, file.read(PIECE + TAG_BYTES)
        while True:
            after = file.read(PIECE + TAG_BYTES)
            try:
                yield cipher.decrypt(_nonce(number, last=not after), piece, None)
            except InvalidTag as error:
                raise Refused(DAMAGED, place="file") from error
            if not after:
                return
            number, piece = number + 1, after

    def _cipher(self, name: str, salt: bytes) -> "AESGCM":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        info = f"jtai-desktop/1/file/{name}".encode()
        return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(self._key))


def _spoil(path: Path) -> None:
    """Overwrite what its key is made of, so that the rest of it says nothing where it still lies.

    A second name of the same file would be spoilt too: there is none, files are only copied.
    """
    with suppress(OSError), path.open("r+b") as file:
        file.write(bytes(len(MAGIC) + SALT_BYTES))
        file.flush()
        os.fsync(file.fileno())


def refuse_too_large(size: int) -> None:
    """Refuse a file above the limit, before anything of it is read."""
    if size > MOST:
        sentence = (
            f"The file has {-(-size // MEGABYTE):,} MB; {MOST // MEGABYTE} MB is the most."
            " Make it smaller, or split it."
        )
        raise Refused(sentence, place="file")


def size_on_disk(size: int) -> int:
    """How many bytes the encrypted file of a content of this size has."""
    pieces = max(1, -(-size // PIECE))
    return len(MAGIC) + SALT_BYTES + size + pieces * TAG_BYTES


def _pieces_of(source: BinaryIO) -> Iterator[tuple[int, bytes, bool]]:
    """The pieces with their numbers, and whether each is the last; one at least."""
    number, piece = 0, source.read(PIECE)
    while True:
        after = source.read(PIECE)
        yield number, piece, not after
        if not after:
            return
        number, piece = number + 1, after


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(8, "big") + bytes(3) + bytes([last])


def _nobody(_done: int, _size: int) -> None:
    """Nobody watches."""
