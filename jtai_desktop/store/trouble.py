"""What the surroundings can do to the database, each said in one calm sentence.

Everything else (a broken rule of our own tables, a wrong statement) is a bug and goes on up.
"""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from jtai_desktop.domain.problems import Refused

# Primary result codes of SQLite; the extended ones carry them in the lowest eight bits.
BUSY, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB = 5, 8, 10, 11, 13, 14, 26

DISK_FULL = (
    "The disk is full. Nothing was saved and nothing is lost: free some space, then try again."
)
NO_PERMISSION = (
    "There is no permission to write there. Ask for the permission, or choose another folder."
)
DAMAGED = (
    "The vault’s database is damaged or does not belong to these keys. "
    "Leave it as it is and restore a backup."
)
UNREADABLE = "The disk reported a fault, so this was not done. Check the disk, then try again."
STALE = (
    "This entry was changed in the meantime, so it was not saved. "
    "Look at it as it is now, then make the change again."
)
SENTENCES = {
    BUSY: "The vault is open in another program. Close it there, then open it here.",
    READONLY: NO_PERMISSION,
    IOERR: UNREADABLE,
    CORRUPT: DAMAGED,
    FULL: DISK_FULL,
    CANTOPEN: "The vault’s database can’t be opened. Check that its folder is there and yours.",
    NOTADB: DAMAGED,
}
OF_FILES = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: DISK_FULL,
    errno.EACCES: NO_PERMISSION,
    errno.EPERM: NO_PERMISSION,
    errno.EROFS: NO_PERMISSION,
    errno.ENOENT: "That folder is not there. Check its name, then try again.",
    errno.ENOTDIR: "Part of that path is a file, not a folder. Choose a folder.",
    errno.ENAMETOOLONG: "That path is too long. Choose a folder with a shorter name.",
    errno.EIO: SENTENCES[IOERR],
}


def code_of(error: BaseException) -> int | None:
    """SQLite's primary result code, where the error carries one."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def is_of_disk(error: BaseException) -> bool:
    """Whether it is what a failing or full disk does to the database."""
    found = code_of(getattr(error, "orig", None) or error)
    return found in {READONLY, IOERR, FULL, CANTOPEN}


def refusal(error: BaseException) -> Refused | None:
    """The refusal that says this error to a person, or nothing if it is a bug of ours."""
    if isinstance(error, OSError):
        sentence = OF_FILES.get(error.errno or 0)
        return Refused(sentence, place="disk") if sentence else None
    code = code_of(getattr(error, "orig", None) or error)
    sentence = SENTENCES.get(code) if code is not None else None
    return Refused(sentence, place="vault") if sentence else None


@contextmanager
def told() -> Iterator[None]:
    """Turn what the surroundings did into a refusal; let bugs through."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        found = _stale(error) or refusal(error)
        if found is None:
            raise
        raise found from error


def _stale(error: Exception) -> Refused | None:
    # Only a loaded SQLAlchemy can have raised its own error: nothing is imported for the question.
    module = sys.modules.get("sqlalchemy.orm.exc")
    stale: type[Exception] | None = getattr(module, "StaleDataError", None)
    return Refused(STALE, place="version") if stale and isinstance(error, stale) else None
