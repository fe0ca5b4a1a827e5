"""The opening of the encrypted database: the one recipe, every step read back.

Plain SQLite ignores `PRAGMA key` and writes plaintext without a word, so nothing goes on unless
SQLCipher answers. The pragmas are those that lost no save in simulated power losses.
"""

import secrets
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import holder, looking, settling, trouble

if TYPE_CHECKING:
    from sqlalchemy import Engine

# Each with the value it is set to and the value it must answer with.
PRAGMAS = (
    ("cipher_log_level", "NONE", "NONE"),
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", "3"),
    ("fullfsync", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("temp_store", "MEMORY", "2"),
    ("secure_delete", "ON", "1"),
)
# For a database that is only looked at: nothing is written beside it, and no lock is taken.
PRAGMAS_TO_READ = (
    ("cipher_log_level", "NONE", "NONE"),
    ("query_only", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("temp_store", "MEMORY", "2"),
)
CACHE = "-8000"
WRITING = "BEGIN IMMEDIATE"
# How often the lock is asked for; between, a pause in seconds and up to so many milliseconds more.
TRIES = 5
FIRST_PAUSE, FURTHER = 0.01, 70
NOT_SAFE = "This computer’s database library does not keep the vault’s safety settings ({name})."
NO_CIPHER = "The encryption of the database is missing from this installation. Install it again."


class LockedError(Exception):
    """Another program has the database open, or asks for it at this moment."""


def connect(path: Path, key: bytes | bytearray, *, foreign_keys: bool = True) -> Any:  # noqa: ANN401
    """A connection of the driver, with key, settings and lock.

    Two programs begun at once can each stand in the other's way; so whoever finds it locked lets go
    and asks again, each after a time of its own. Who has it open keeps it all the while.
    """
    for _ in range(TRIES - 1):
        with suppress(LockedError):
            return _connected(path, key, foreign_keys=foreign_keys)
        time.sleep(FIRST_PAUSE + secrets.randbelow(FURTHER) / 1000)
    try:
        return _connected(path, key, foreign_keys=foreign_keys)
    except LockedError as locked:
        raise holder.refusal(path.parent) from locked


def _connected(path: Path, key: bytes | bytearray, *, foreign_keys: bool) -> Any:  # noqa: ANN401
    from sqlcipher3 import dbapi2

    try:
        connection = dbapi2.connect(
            looking.uri(path, "rw"), uri=True, isolation_level=None, timeout=0
        )
    except dbapi2.Error as error:
        raise trouble.refusal(error) or error from error
    try:
        _prepare(connection, key, foreign_keys=foreign_keys)
    except dbapi2.Error as error:
        connection.close()
        if trouble.code_of(error) == trouble.BUSY:
            raise LockedError from error
        raise trouble.refusal(error) or error from error
    except Refused:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path, key: bytes | bytearray) -> Any:  # noqa: ANN401
    """A connection to a database that nobody changes, as a backup is."""
    from sqlcipher3 import dbapi2

    looking.refuse_short(path)
    try:
        connection = dbapi2.connect(
            looking.uri(path, "ro") + "&immutable=1", uri=True, isolation_level=None
        )
    except dbapi2.Error as error:
        raise trouble.refusal(error) or error from error
    try:
        _set(connection, key, PRAGMAS_TO_READ)
        connection.execute("SELECT count(*) FROM sqlite_master")
    except dbapi2.Error as error:
        connection.close()
        raise trouble.refusal(error) or error from error
    except Refused:
        connection.close()
        raise
    return connection


def engine_on(connection: Any, *, begin: str = WRITING) -> "Engine":  # noqa: ANN401
    """SQLAlchemy's engine over this one connection; each transaction begins by taking the lock."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool
    from sqlcipher3 import dbapi2

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connection,
        poolclass=StaticPool,
        isolation_level=None,
        hide_parameters=True,
    )
    # Without this a rollback does nothing, and a failed migration leaves half its tables.
    event.listen(engine, "begin", lambda begun: settling.begin(begun, connection, begin))
    event.listen(engine, "reset", _roll_back)
    if begin == WRITING:
        event.listen(engine, "handle_error", settling.note)
    return engine


def make_ready() -> None:
    """Load what the first connection and the first statement need, before there is a key."""
    import_module("sqlcipher3.dbapi2")
    import_module("sqlalchemy.dialects.sqlite")
    for name in ("ciphers.aead", "kdf.hkdf"):
        import_module(f"cryptography.hazmat.primitives.{name}")
    from sqlalchemy.orm import configure_mappers

    configure_mappers()


def refuse_unwritable(connection: Any) -> None:  # noqa: ANN401
    """Write into the journal and take it back: where nothing can be written, that is told now.

    Else a database that is read-only would be told of by the first save only.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("PRAGMA user_version = 0")
    finally:
        connection.rollback()


def forget_pages(connection: Any) -> None:  # noqa: ANN401
    """Give back the memory in which the pages lay while all of them were checked."""
    connection.execute(f"PRAGMA cache_size = {CACHE}")
    connection.execute("PRAGMA shrink_memory")


def _roll_back(connection: Any, *_: object) -> None:  # noqa: ANN401
    # After a COMMIT that failed SQLAlchemy takes the transaction for ended, and the next action
    # would go on in it.
    if connection.in_transaction:
        connection.rollback()


def _prepare(connection: Any, key: bytes | bytearray, *, foreign_keys: bool) -> None:  # noqa: ANN401
    on = "1" if foreign_keys else "0"
    _set(connection, key, (*PRAGMAS, ("foreign_keys", on, on)))
    # Two programs that have only read would both get this far: take the lock now.
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _set(
    connection: Any,  # noqa: ANN401
    key: bytes | bytearray,
    pragmas: tuple[tuple[str, str, str], ...],
) -> None:
    # First of all, or a wrong key is told on the standard error.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{bytes(key).hex()}'\"")
    if not _answer(connection, "cipher_version"):
        raise Refused(NO_CIPHER)
    for name, value, answer in pragmas:
        connection.execute(f"PRAGMA {name} = {value}")
        if _answer(connection, name) != answer:
            raise Refused(NOT_SAFE.format(name=name))


def _answer(connection: Any, pragma: str) -> str:  # noqa: ANN401
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return str(row[0]) if row else ""
