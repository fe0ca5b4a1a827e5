"""Whether a folder is a vault that can be opened, as far as this shows without a key.

The order matters: the lock is asked for before the file is read. Closing a second handle on the
database would drop the lock that this very process may already hold on it.
"""

import os
from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import holder, keys, trouble

DATABASE = "vault.db"
UNFINISHED = "vault.db.new"
PAGE = 4096
PLAIN_HEADER = b"SQLite format 3"

NOT_A_VAULT = "There is no vault in that folder. Choose another folder, or make a new vault there."
NOT_A_FOLDER = "That is a file, not a folder. Choose the folder of a vault."
NO_DATABASE = (
    "The vault’s database is missing from its folder. Nothing new was made in its place: "
    "put it back, or restore a backup."
)
NO_KEYS = (
    "The vault’s key file is missing from its folder. "
    "Put it back from a backup: without it nothing can be read."
)
NEVER_FINISHED = (
    "The making of this vault was interrupted before anything was put in. Make it again there."
)
EMPTY = (
    "The vault’s database is empty. It was not made by this program: "
    "leave it as it is and restore a backup."
)
PLAIN = (
    "The database in that folder is not encrypted, so it is not a vault of this program. "
    "Choose another folder."
)
NOT_EMPTY = "That folder already holds files. Choose an empty folder, or one that is not there yet."
ALREADY = "There is already a vault in that folder. Open it, or choose another folder."


def before_opening(folder: Path, *, keyed: bool = True) -> None:
    """Refuse a folder that is not a vault, or one that is open elsewhere."""
    if folder.exists() and not folder.is_dir():
        raise Refused(NOT_A_FOLDER, place="folder")
    database = folder / DATABASE
    if not database.is_file():
        raise Refused(_why_missing(folder), place="folder")
    if keyed and not keys.exists(folder):
        raise Refused(NO_KEYS, place="keys")
    if database.stat().st_size == 0:
        raise Refused(EMPTY, place="vault")
    refuse_short(database)
    refuse_if_locked(folder)
    refuse_plain(database)
    if not (os.access(folder, os.W_OK) and os.access(database, os.W_OK)):
        raise Refused(trouble.NO_PERMISSION, place="folder")


def before_making(folder: Path) -> None:
    """Refuse a folder that holds anything but the remains of an interrupted making; clear those."""
    if folder.exists() and not folder.is_dir():
        raise Refused(NOT_A_FOLDER, place="folder")
    if (folder / DATABASE).exists():
        raise Refused(ALREADY, place="folder")
    found = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    if UNFINISHED not in found and keys.exists(folder):
        raise Refused(NO_DATABASE, place="folder")
    remains = {UNFINISHED, UNFINISHED + "-journal", *keys.NAMES, *_aside(keys.NAMES)}
    if found - remains:
        raise Refused(NOT_EMPTY, place="folder")
    for name in found:
        (folder / name).unlink()


def uri(path: Path, mode: str) -> str:
    """The database as SQLite is told to open it; it never makes one where one is missing."""
    from urllib.parse import quote

    absolute = path.absolute().as_posix()
    rooted = absolute if absolute.startswith("/") else "/" + absolute
    return f"file://{quote(rooted)}?mode={mode}"


def refuse_short(database: Path) -> None:
    """Refuse less than a page, which would be taken for a new database without tables."""
    if database.stat().st_size < PAGE:
        raise Refused(trouble.DAMAGED, place="vault")


def refuse_plain(database: Path) -> None:
    """Refuse a database that anyone can read."""
    with database.open("rb") as file:
        if file.read(len(PLAIN_HEADER)) == PLAIN_HEADER:
            raise Refused(PLAIN, place="vault")


def _aside(names: tuple[str, ...]) -> set[str]:
    return {name + ".new" for name in names}


def _why_missing(folder: Path) -> str:
    if (folder / UNFINISHED).exists():
        return NEVER_FINISHED
    return NO_DATABASE if keys.exists(folder) else NOT_A_VAULT


def refuse_if_locked(folder: Path) -> None:
    """Ask for the lock without a key, read-only: a locked file answers that it is locked."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(uri(folder / DATABASE, "ro"), uri=True, timeout=0)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except dbapi2.DatabaseError as error:
        if trouble.code_of(error) == trouble.BUSY:
            raise holder.refusal(folder) from error
    finally:
        connection.close()
