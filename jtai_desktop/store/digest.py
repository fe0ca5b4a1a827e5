"""The keyed digest of all rows: what shows that a row was put back, altered or taken away.

A sum, modulo 2 to the 256, of one HMAC for each row; so a change costs two HMACs, whatever the
size of the vault. The seal binds the sum to the head of the vault chain.
"""

from collections.abc import Iterable, Iterator, Sequence
from json.encoder import encode_basestring

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import NoSuchTableError
from sqlalchemy.orm import Session

from jtai_desktop.store.canonical import Row, Value, canonical_bytes, list_bytes, row_bytes, scalar
from jtai_desktop.store.keyed import Keyed
from jtai_desktop.store.models import DigestRow

Key = bytes | bytearray
MODULUS = 1 << 256
OWN_TABLE = "state_digest"
# What SQLite says of a column of a virtual table that is none of its data.
HIDDEN = 1
# The head of the vault chain before its first line.
START = "0" * 64


def of_row(keyed: Keyed, name: str, row: Row) -> int:
    """What one row adds to the sum."""
    return int.from_bytes(keyed.digest(row_bytes(name, row)), "big")


def seal(key: Key, kept: DigestRow) -> str:
    """What only the holder of the key can write beside a sum and a head."""
    return sealed(Keyed(key), rows=kept.rows, digest=kept.digest, seq=kept.seq, head=kept.head)


def sealed(keyed: Keyed, *, rows: int, digest: str, seq: int, head: str) -> str:
    """The same from its parts."""
    return keyed.digest(canonical_bytes(["seal", rows, digest, seq, head])).hex()


def kept_in(session: Session) -> DigestRow:
    """The one row of the digest."""
    return session.get_one(DigestRow, 1)


class Count:
    """Rows and their sum, while they are gone through."""

    def __init__(self, key: Key) -> None:
        self.rows = 0
        self._keyed = Keyed(key)
        self._total = 0

    @property
    def found(self) -> tuple[int, str]:
        """How many rows there were, and their sum."""
        return self.rows, _hex(self._total)

    def add(self, name: str, scalars: Iterable[str]) -> None:
        """One row: its table, and its values in the order of the names of their columns."""
        row = list_bytes([scalar(name), *scalars])
        self._total += int.from_bytes(self._keyed.digest(row), "big")
        self.rows += 1


def counted(connection: Connection, key: Key) -> tuple[int, str]:
    """How many rows there are, and their sum, from all that the database holds."""
    count = Count(key)
    for name in counted_tables(connection):
        for _ in rows_of(connection, name, count):
            pass
    return count.found


def counted_tables(connection: Connection) -> list[str]:
    """The tables that count.

    They are asked of the database, not of the models: so a table or column that does not
    belong is seen, and a database of an older revision can be counted before it is migrated.
    """
    return [name for name in inspect(connection).get_table_names() if name != OWN_TABLE]


def columns_of(connection: Connection, name: str) -> list[str]:
    """The columns of a table in the order in which they count."""
    found = connection.exec_driver_sql(f"PRAGMA table_xinfo({_quoted([name])})").all()
    if not found:
        raise NoSuchTableError(name)
    return sorted(row[1] for row in found if row[6] != HIDDEN)


def rows_of(
    connection: Connection, name: str, count: Count, order: Sequence[str] = ()
) -> Iterator[tuple[Sequence[Value], list[str]]]:
    """Each row of a table, counted: its values, and the same as canonical JSON has them."""
    # Put together here: SQLAlchemy takes longer over fifty statements than the database does.
    ends = f" ORDER BY {_quoted(order)}" if order else ""
    columns = _quoted(columns_of(connection, name))
    wanted = f"SELECT {columns} FROM {_quoted([name])}{ends}"  # noqa: S608 - quoted names
    for values in connection.exec_driver_sql(wanted):
        scalars = [
            encode_basestring(value)
            if (kind := value.__class__) is str
            else str(value)
            if kind is int
            else scalar(value)
            for value in values
        ]
        count.add(name, scalars)
        yield values, scalars


def begin(session: Session, key: Key) -> None:
    """Count for the first time: a new vault."""
    session.add(DigestRow(id=1, rows=0, digest=_hex(0), seq=0, head=START, mac=""))
    rebuild(session, key)


def rebuild(session: Session, key: Key) -> None:
    """Count anew, after a migration."""
    rows, total = counted(session.connection(), key)
    _put(kept_in(session), key, rows, int(total, 16))


def _quoted(names: Iterable[str]) -> str:
    """Names as SQL has them, also those of a table that does not belong."""
    return ", ".join('"{}"'.format(name.replace('"', '""')) for name in names)


def _put(kept: DigestRow, key: Key, rows: int, total: int) -> None:
    kept.rows, kept.digest = rows, _hex(total)
    kept.mac = seal(key, kept)


def _hex(total: int) -> str:
    return f"{total % MODULUS:064x}"
