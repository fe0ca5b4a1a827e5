"""Statements that are the same for every action: compiled once, then handed to the driver itself.

SQLAlchemy takes far longer over a statement than the database does, and a save has ten of these.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Executable
from sqlalchemy.sql.compiler import SQLCompiler

from jtai_desktop.store.canonical import Value

# A statement comes with the same names each time; a dialect lives as long as its vault is open.
MOST_TEXTS = 128


class Fixed:
    """The driver’s own cursor, inside the transaction of a connection."""

    def __init__(self, connection: Connection) -> None:
        self._dialect = connection.dialect
        self._cursor = connection.connection.cursor()

    def run(self, statement: Executable, given: Mapping[str, Value]) -> None:
        """Execute it with these values."""
        text, names = _text(statement, self._dialect, tuple(given))
        self._cursor.execute(text, [given[name] for name in names])

    def rows(self, statement: Executable, given: Mapping[str, Value]) -> list[dict[str, Value]]:
        """What it answers, each row by the names of its columns."""
        self.run(statement, given)
        columns = [column[0] for column in self._cursor.description]
        return [dict(zip(columns, row, strict=True)) for row in self._cursor.fetchall()]


@lru_cache(maxsize=MOST_TEXTS)
def _text(statement: Any, dialect: Dialect, given: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:  # noqa: ANN401
    compiled: SQLCompiler = statement.compile(dialect=dialect, column_keys=list(given))
    return str(compiled), tuple(compiled.positiontup or ())
