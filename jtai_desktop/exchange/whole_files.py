"""Writing a finished file: whole, or not at all."""

import contextlib
import errno
import os
import secrets
from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.texts import shown_name

OWN_FILE = 0o600


def write_whole(content: bytes, path: Path) -> None:
    """Write the file aside, then put it in place, so that no half file is ever left.

    Only its owner may read it. A device or a pipe is never put out of its place by a file.
    """
    _refuse_other_things(path)
    aside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with os.fdopen(_new(aside), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise Refused(_sentence(error, path), place="file") from error
    finally:
        with contextlib.suppress(OSError, ValueError):
            aside.unlink(missing_ok=True)


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
