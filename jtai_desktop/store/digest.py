"""The keyed digest of all rows: what shows that a row was put back, altered or taken away.

A sum, modulo 2 to the 256, of one HMAC for each row; so a change costs two HMACs, whatever the
size of the vault. The seal binds the sum to the head of the vault chain.
"""

import hmac
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Result, inspect, literal_column, select, table
from sqlalchemy.orm import Session

from jtai_desktop.store.canonical import Row, canonical_bytes, row_bytes
from jtai_desktop.store.capturing import RowChange
from jtai_desktop.store.models import DigestRow

Key = bytes | bytearray
MODULUS = 1 << 256
OWN_TABLE = "state_digest"
# The head of the vault chain before its first line.
START = "0" * 64


def of_row(key: Key, name: str, row: Row) -> int:
    """What one row adds to the sum."""
    return int.from_bytes(hmac.digest(key, row_bytes(name, row), "sha256"), "big")


def seal(key: Key, kept: DigestRow) -> str:
    """What only the holder of the key can write beside a sum and a head."""
    sealed = ["seal", kept.rows, kept.digest, kept.seq, kept.head]
    return hmac.digest(key, canonical_bytes(sealed), "sha256").hex()


def kept_in(session: Session) -> DigestRow:
    """The one row of the digest."""
    return session.get_one(DigestRow, 1)


def advance(session: Session, key: Key, changes: Iterable[RowChange]) -> None:
    """Take the old rows out of the sum and the new ones in."""
    kept = kept_in(session)
    total, rows = int(kept.digest, 16), kept.rows
    for change in changes:
        if change.table == OWN_TABLE:
            continue
        if change.before is not None:
            total, rows = total - of_row(key, change.table, change.before), rows - 1
        if change.after is not None:
            total, rows = total + of_row(key, change.table, change.after), rows + 1
    _put(kept, key, rows, total)


def counted(connection: Connection, key: Key) -> tuple[int, str]:
    """How many rows there are, and their sum, from all that the database holds.

    The tables are asked of the database, not of the models: so a table or column that does not
    belong is seen, and a database of an older revision can be counted before it is migrated.
    """
    total = rows = 0
    for name in inspect(connection).get_table_names():
        if name == OWN_TABLE:
            continue
        for row in _rows(connection, name):
            total, rows = total + of_row(key, name, row), rows + 1
    return rows, _hex(total)


def begin(session: Session, key: Key) -> None:
    """Count for the first time: a new vault."""
    session.add(DigestRow(id=1, rows=0, digest=_hex(0), seq=0, head=START, mac=""))
    rebuild(session, key)


def rebuild(session: Session, key: Key) -> None:
    """Count anew, after a migration."""
    rows, total = counted(session.connection(), key)
    _put(kept_in(session), key, rows, int(total, 16))


def _put(kept: DigestRow, key: Key, rows: int, total: int) -> None:
    kept.rows, kept.digest = rows, _hex(total)
    kept.mac = seal(key, kept)


def _hex(total: int) -> str:
    return f"{total % MODULUS:064x}"


def _rows(connection: Connection, name: str) -> Iterator[Row]:
    result: Result[Any] = connection.execute(select(literal_column("*")).select_from(table(name)))
    columns = list(result.keys())
    for values in result:
        yield dict(zip(columns, values, strict=True))
