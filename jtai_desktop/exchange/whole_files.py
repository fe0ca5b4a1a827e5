"""Writing a finished file: whole, or not at all."""

import contextlib
import errno
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.texts import shown_name

OWN_FILE = 0o600
PIECE = 1024 * 1024


def write_whole(content: bytes, path: Path) -> None:
    """Write the file aside, then put it in place, so that no half file is ever left."""
    with written_aside(content, path) as aside:
        aside.put()


class Aside:
    """A file that is written whole beside the place where it belongs."""

    def __init__(self, here: Path, place: Path) -> None:
        self._here = here
        self._place = place
        self.is_put = False

    def put(self) -> None:
        """Into its place, over what was there."""
        try:
            self._here.replace(self._place)
        except (OSError, ValueError) as error:
            raise Refused(_sentence(error, self._place), place="file") from error
        self.is_put = True


@contextlib.contextmanager
def written_aside(
    content: bytes, path: Path, heard: Callable[[float], None] = lambda _share: None
) -> Iterator[Aside]:
    """The content written and synced beside its place; unless it is put there, nothing stays.

    Only its owner may read it. A device or a pipe is never put out of its place by a file. The
    listener hears how much is written, and may raise to stop.
    """
    _refuse_other_things(path)
    here = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        try:
            _write(content, here, heard)
        except (OSError, ValueError) as error:  # ValueError: a name that no file can have
            raise Refused(_sentence(error, path), place="file") from error
        yield Aside(here, path)
    finally:
        with contextlib.suppress(OSError, ValueError):
            here.unlink(missing_ok=True)


def _write(content: bytes, here: Path, heard: Callable[[float], None]) -> None:
    with os.fdopen(_new(here), "wb") as file:
        for start in range(0, len(content), PIECE):
            heard(start / len(content))
            file.write(content[start : start + PIECE])
        file.flush()
        os.fsync(file.fileno())


def _new(path: Path) -> int:
    kind = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    return os.open(path, kind, OWN_FILE)


def _refuse_other_things(path: Path) -> None:
    # The functions of os.path: those of pathlib raise for names that no file can have.
    if not path.name or os.path.isdir(path):  # noqa: PTH112
        sentence = f"{shown_name(path.name or str(path))} is a folder. Give the name of a file."
        raise Refused(sentence, place="file")
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
        sentence = f"{shown_name(path.name)} is not a file that can be written. Give another name."
        raise Refused(sentence, place="file")


def _sentence(error: Exception, path: Path) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"There is no folder {shown_name(str(path.parent))}. Make it, or choose another."
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ENOSPC:
        name = shown_name(path.name)
        return f"The disk is full, so {name} was not written. Make room and try again."
    if number == errno.ENAMETOOLONG:
        return "That file name is too long. Give a shorter one."
    return f"{shown_name(path.name)} can’t be written there. Choose another name or folder."
