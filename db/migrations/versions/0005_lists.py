"""Child-level lists: versions, their problems, what was done with them, what is kept of the rows.

Versions, problems and lines are never changed; `list_versions.taken` is the number of its lines, so
that an undo never passes over one that lasts. `list_kept` is not told of in history: it holds, of
lists 6 to 8, children by reference, and marks of all rows, for the last two versions of a list. It
stays when the version that brought it is undone. A mark is a keyed hash: it tells whether two rows
are the same, and nothing else.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = ("list_hands", "list_kept", "list_lines", "list_problems", "list_versions")


def upgrade() -> None:
    """Make the tables."""
    _versions()
    _problems()
    _lines()
    _kept()
    _hands()


def downgrade() -> None:
    """Take them away again."""
    for table in TABLES:
        op.drop_table(table)


def _versions() -> None:
    op.create_table(
        "list_versions",
        *(_text(name) for name in ("id", "inspection_id")),
        *(_whole(name) for name in ("list_number", "number")),
        *(_text(name) for name in ("at", "person", "behalf", "file", "digest", "sheet")),
        *(_whole(name) for name in ("heading_row", "read", "accepted", "with_problems", "blank")),
        *(_whole(name) for name in ("taken", "version")),
        sa.PrimaryKeyConstraint("id", name="pk_list_versions"),
        sa.UniqueConstraint(
            "inspection_id", "list_number", "number", name="uq_list_versions_inspection_id"
        ),
        _refers("list_versions", "inspection_id", "inspections"),
    )
    op.create_index("ix_list_versions_inspection_id", "list_versions", ["inspection_id"])


def _problems() -> None:
    op.create_table(
        "list_problems",
        _text("list_version_id"),
        _key("position"),
        *(_text(name) for name in ("rule", "gravity", "letter", "heading", "wanted")),
        _whole("alike"),
        _text("rows"),
        _whole("version"),
        sa.PrimaryKeyConstraint("list_version_id", "position", name="pk_list_problems"),
        _refers("list_problems", "list_version_id", "list_versions"),
    )


def _lines() -> None:
    op.create_table(
        "list_lines",
        _text("list_version_id"),
        _key("number"),
        *(_text(name) for name in ("step", "at", "person", "behalf", "who", "way", "reason")),
        _whole("version"),
        sa.PrimaryKeyConstraint("list_version_id", "number", name="pk_list_lines"),
        _refers("list_lines", "list_version_id", "list_versions"),
    )


def _kept() -> None:
    op.create_table(
        "list_kept",
        *(_text(name) for name in ("list_version_id", "inspection_id")),
        *(_whole(name) for name in ("list_number", "number")),
        *(_text(name) for name in ("children", "salt", "marks")),
        sa.PrimaryKeyConstraint("list_version_id", name="pk_list_kept"),
        _refers("list_kept", "inspection_id", "inspections"),
    )
    op.create_index("ix_list_kept_inspection_id", "list_kept", ["inspection_id"])


def _hands() -> None:
    op.create_table(
        "list_hands",
        _key("list_number"),
        *(_text(name) for name in ("heading", "column")),
        _whole("version"),
        sa.PrimaryKeyConstraint("list_number", "heading", name="pk_list_hands"),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _key(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), autoincrement=False, nullable=False)


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{other}.id"],
        name=f"fk_{table}_{column}_{other}",
        deferrable=True,
        initially="DEFERRED",
    )
