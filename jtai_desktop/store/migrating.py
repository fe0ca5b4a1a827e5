"""Making the tables of a new vault and bringing those of an older one up to date.

Alembic is imported for that alone; which revision a vault has is read without it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import ColumnClause, Connection, column, inspect, select, table, text

from jtai_desktop import places
from jtai_desktop.domain.problems import Refused

if TYPE_CHECKING:
    from alembic.config import Config

# Every released revision, oldest first. The last is the one this program works with.
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
HEAD = REVISIONS[-1]
NEWER = (
    "This vault was made by a newer version of the program. Nothing was changed: "
    "install that version to open it."
)
BROKEN_REFERENCES = "The vault could not be brought up to date. Nothing was changed in it."


def revision(connection: Connection) -> str | None:
    """The revision of the tables, or nothing where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    number: ColumnClause[str] = column("version_num")
    return connection.execute(select(number).select_from(table("alembic_version"))).scalar()


def is_older(found: str | None, known: tuple[str, ...] = REVISIONS) -> bool:
    """Whether tables of this revision must be migrated first; refuse those of a newer one."""
    if found is None or found not in known:
        raise Refused(NEWER, place="schema")
    return found != known[-1]


def upgrade(connection: Connection, to: str = "head", *, scripts: Path | None = None) -> None:
    """Bring the tables up to a revision, inside the transaction that the caller has begun.

    The connection must have foreign keys off: rebuilding a table that others refer to would
    else delete their rows. So all references are checked at the end.
    """
    from alembic import command

    command.upgrade(_config(connection, scripts), to)
    if connection.execute(text("PRAGMA foreign_key_check")).first() is not None:
        raise Refused(BROKEN_REFERENCES, place="schema")


def downgrade(connection: Connection, to: str, *, scripts: Path | None = None) -> None:
    """Take the tables back to a revision; only tests do."""
    from alembic import command

    command.downgrade(_config(connection, scripts), to)


def _config(connection: Connection, scripts: Path | None) -> "Config":
    from alembic.config import Config

    folder = str(scripts or places.migrations())
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", folder.replace("%", "%%"))
    return config
