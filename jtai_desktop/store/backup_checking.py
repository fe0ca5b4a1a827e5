"""What a database holds, in numbers, and whether it is sound: what a backup is compared by."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, column, func, select, table
from sqlalchemy.orm import Session

from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.store import checking, digest, migrating, opening
from jtai_desktop.store.connected import Connected, own_copy
from jtai_desktop.store.subkeys import Subkeys
from jtai_desktop.store.trouble import told

SEALED = ("rows", "digest", "seq", "head", "mac")
UNREADABLE = Problem("database", "The file can’t be read with the key of this vault.")


@dataclass(frozen=True, slots=True)
class Facts:
    """What must be the same in a vault and its backup."""

    vault_id: str
    revision: str
    counts: tuple[tuple[str, int], ...]
    rows: int
    digest: str
    seq: int
    head: str
    mac: str


def opened(database: Path, keys: Subkeys) -> Connected:
    """A database that is only looked at; the caller closes it."""
    own = own_copy(keys)
    raw = opening.connect_to_read(database, own.database)
    return Connected(raw, opening.engine_on(raw, begin="BEGIN"), own, holds_lock=False)


def facts(connected: Connected) -> Facts:
    """How many rows of each table there are, and where history and digest stand."""
    with connected.engine.begin() as connection:
        where: dict[str, Any] = _row(connection, digest.OWN_TABLE, SEALED)
        vault_id = str(_row(connection, "vault_info", ("vault_id",))["vault_id"])
        revision = migrating.revision(connection) or ""
        counted = counts(connection)
    return Facts(vault_id, revision, counted, **where)


def counts(connection: Connection) -> tuple[tuple[str, int], ...]:
    """How many rows each table has."""
    names = sorted(digest.counted_tables(connection))
    return tuple((name, _count(connection, name)) for name in names)


def problems(connected: Connected) -> tuple[Problem, ...]:
    """What is wrong with a database as it stands: pages, trees, references, chains, digest."""
    try:
        with told(), Session(connected.engine) as session:
            found = checking.sound(session.connection())
            return found or checking.verify(session, connected.keys)
    except Refused as refused:
        return (refused.problem,)


def problems_of(database: Path, keys: Subkeys) -> tuple[Problem, ...]:
    """The same for a file."""
    try:
        with told():
            connected = opened(database, keys)
    except Refused:
        return (UNREADABLE,)
    try:
        return problems(connected)
    finally:
        connected.close()


def _row(connection: Connection, name: str, columns: tuple[str, ...]) -> dict[str, Any]:
    """The one row of a table, whatever revision it is of."""
    wanted: Select[*tuple[Any, ...]] = select(*map(column, columns)).select_from(table(name))
    return dict(connection.execute(wanted).mappings().one())


def _count(connection: Connection, name: str) -> int:
    return connection.execute(select(func.count()).select_from(table(name))).scalar_one()
