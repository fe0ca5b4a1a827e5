"""After the disk failed in a save: what the database holds now, and how it goes on.

A journal that could not be opened for writing stays open for reading only, and every later save
would fail too. So the journal is let go and opened anew; the lock is held all the while. And a
commit that failed may have been kept all the same, where only the last sync did not come through:
nobody is told “not saved” before the database was asked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import trouble

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, ExceptionContext

    from jtai_desktop.store.connected import Connected

UNSETTLED = "unsettled"
UNKNOWN = (
    "The disk reported a fault while this was saved, and can’t yet say whether it was kept. "
    "Check the disk, then look whether it is there before you enter it again."
)
NO_JOURNAL = "The vault’s journal can’t be opened. Check the disk, then try again."


@dataclass(slots=True)
class Save:
    """A save under way: the seal before it, and the one after it once it is written."""

    before: str = ""
    after: str = ""

    def is_about_to_count(self, before: str, after: str) -> None:
        """Only the commit is left to be done."""
        self.before, self.after = before, after


@contextmanager
def found_out(connected: "Connected") -> Iterator[Save]:
    """Where the commit in the block fails, the database says whether it was kept.

    If it was, nothing is raised; if it was not, the error goes on up.
    """
    save = Save()
    try:
        yield save
    except _errors() as error:
        if save.after or trouble.is_of_disk(error):
            mark(connected.engine)
        if not save.after:
            raise
        seal = _seal_now(connected)
        if seal == save.before or (not seal and _will_be_taken_back(connected)):
            raise
        if seal != save.after or not _lasts(connected):
            raise Refused(UNKNOWN, place="disk") from error


def mark(engine: "Engine") -> None:
    """Before the next transaction the database must be settled."""
    with engine.connect() as connection:
        connection.info[UNSETTLED] = True


def note(context: "ExceptionContext") -> None:
    """The same, for an error that SQLAlchemy met."""
    if context.connection is not None and trouble.is_of_disk(context.original_exception):
        context.connection.info[UNSETTLED] = True


def begin(connection: "Connection", raw: Any, statement: str) -> None:  # noqa: ANN401 - the driver
    """Begin a transaction, once what the disk did before is settled."""
    settle(connection, raw)
    try:
        raw.execute(statement)
    except _errors() as error:
        if trouble.is_of_disk(error):
            connection.info[UNSETTLED] = True
        raise


def settle(connection: "Connection", raw: Any) -> None:  # noqa: ANN401 - the driver has no types
    """If the disk failed before: a new journal, and what the old one holds taken back."""
    if connection.info.get(UNSETTLED):
        # In memory is the one mode that lets the file go without letting go of the lock.
        raw.execute("PRAGMA journal_mode = MEMORY")
        if raw.execute("PRAGMA journal_mode = TRUNCATE").fetchone() != ("truncate",):
            raise Refused(NO_JOURNAL, place="disk")
        # Whatever lies in the old journal is played back by the first read.
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        del connection.info[UNSETTLED]


def _seal_now(connected: "Connected") -> str:
    """What seals the rows as they are; nothing where that can’t be read."""
    try:
        with connected.engine.connect() as connection:
            settle(connection, connected.raw)
            return str(connected.raw.execute("SELECT mac FROM state_digest").fetchone()[0])
    except Refused:
        return ""
    except _errors():
        return ""


def _will_be_taken_back(connected: "Connected") -> bool:
    """Whether a journal lies there: it is emptied at the very moment from which a save counts."""
    _, _, database = connected.raw.execute("PRAGMA database_list").fetchone()
    try:
        return Path(database + "-journal").stat().st_size > 0
    except OSError:
        return False


def _lasts(connected: "Connected") -> bool:
    """Whether a further save comes through with all its syncs: then the one before it lasts too."""
    raw = connected.raw
    try:
        raw.execute("BEGIN IMMEDIATE")
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        raw.execute(f"PRAGMA user_version = {version}")
        raw.execute("COMMIT")
    except _errors():
        mark(connected.engine)
        return False
    return True


def _errors() -> tuple[type[Exception], ...]:
    """Those of the driver, as they are and as SQLAlchemy hands them on."""
    from sqlalchemy.exc import DBAPIError
    from sqlcipher3 import dbapi2

    return dbapi2.Error, DBAPIError
