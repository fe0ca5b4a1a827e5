"""Letters of findings, the findings that a person confirmed, the steps to the written statement.

A finding is never taken out of `findings` but retired; its `number` within the letter is not given
to another. `letters.spots` and `findings.agencies` are JSON. `letters.received` is empty where
nobody typed it. `letters.file_id` names a file of `kept_files`, or nothing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TABLES = ("statement_steps", "findings", "letters")
WAYS = "way IN ('read', 'pasted', 'typed')"
KINDS = "kind IN ('strength', 'improvement', 'priority', 'practice')"


def upgrade() -> None:
    """Make the tables."""
    _letters()
    _findings()
    _steps()


def downgrade() -> None:
    """Take them away again."""
    for table in TABLES:
        op.drop_table(table)


def _letters() -> None:
    op.create_table(
        "letters",
        *(_text(name) for name in ("id", "inspection_id", "way", "file", "sha256", "file_id")),
        _whole("pages"),
        *(_text(name) for name in ("area", "theme")),
        *(_may(name) for name in ("letter_date", "fieldwork_start", "fieldwork_end")),
        _may("statement_due"),
        *(_text(name) for name in ("principal_authority", "spots")),
        _may("received"),
        _truth("no_statement"),
        _may("sent"),
        *(_whole(name) for name in ("left", "unplaced")),
        *(_text(name) for name in ("added", "added_by", "added_behalf")),
        _whole("version"),
        sa.PrimaryKeyConstraint("id", name="pk_letters"),
        sa.CheckConstraint(WAYS, name=op.f("ck_letters_way")),
        _refers("letters", "inspection_id", "inspections"),
    )
    _index("letters")


def _findings() -> None:
    op.create_table(
        "findings",
        *(_text(name) for name in ("id", "inspection_id", "letter_id")),
        _whole("number"),
        *(_text(name) for name in ("kind", "heading", "text", "printed", "agencies")),
        *(_whole(name) for name in ("page", "paragraph")),
        *(_text(name) for name in ("way", "confirmed", "confirmed_by", "confirmed_behalf")),
        _may("retired"),
        *(_text(name) for name in ("retired_by", "retired_behalf", "retired_words")),
        _whole("version"),
        sa.PrimaryKeyConstraint("id", name="pk_findings"),
        sa.UniqueConstraint("letter_id", "number", name="uq_findings_letter_id"),
        sa.CheckConstraint(KINDS, name=op.f("ck_findings_kind")),
        sa.CheckConstraint(WAYS, name=op.f("ck_findings_way")),
        _refers("findings", "inspection_id", "inspections"),
        _refers("findings", "letter_id", "letters"),
    )
    _index("findings")


def _steps() -> None:
    op.create_table(
        "statement_steps",
        *(_text(name) for name in ("id", "inspection_id", "letter_id")),
        _whole("number"),
        _text("name"),
        *(_whole(name) for name in ("before", "papers")),
        _may("meets"),
        _truth("held"),
        _whole("version"),
        sa.PrimaryKeyConstraint("id", name="pk_statement_steps"),
        _refers("statement_steps", "inspection_id", "inspections"),
        _refers("statement_steps", "letter_id", "letters"),
    )
    _index("statement_steps")


def _index(table: str) -> None:
    op.create_index(f"ix_{table}_inspection_id", table, ["inspection_id"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _may(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=True)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _truth(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{other}.id"],
        name=f"fk_{table}_{column}_{other}",
        deferrable=True,
        initially="DEFERRED",
    )
