"""Case audits: cases, teams, returns with their lines and answers, and what is written down.

Lines of a return are never changed; `audit_returns.taken` rises with each line and each change of
an answer, so that an undo never passes over a chase or something received. The number of a key
line stays, since answers hang on it; `audit_entries.taken` rises with each of them. Nothing here
names a child: a case has a reference of its own. Lines and answers name the audit as well as the
return, so that an erased inspection takes them with it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLES = (
    "audit_entries",
    "audit_answers",
    "audit_return_lines",
    "audit_returns",
    "audit_teams",
    "audit_cases",
    "audits",
)


def upgrade() -> None:
    """Make the tables."""
    _audits()
    _of_audit("audit_cases", ("reference", "age_band", "features"))
    _of_audit("audit_teams", ("name", "agency"))
    _returns()
    _lines()
    _answers()
    _entries()


def downgrade() -> None:
    """Take them away again."""
    for table in TABLES:
        op.drop_table(table)


def _audits() -> None:
    op.create_table(
        "audits",
        *(_text(name) for name in ("id", "inspection_id")),
        _whole("position"),
        *(_text(name) for name in ("theme", "period")),
        *(_text(name, empty=True) for name in ("due_day", "due_hour", "due_clock", "agreed")),
        *(_text(name) for name in ("scrutineer", "reflections")),
        _whole("version"),
        sa.PrimaryKeyConstraint("id", name="pk_audits"),
        _refers("audits", "inspection_id", "inspections"),
    )
    op.create_index("ix_audits_inspection_id", "audits", ["inspection_id"])


def _of_audit(table: str, names: tuple[str, ...]) -> None:
    op.create_table(
        table,
        *(_text(name) for name in ("id", "audit_id")),
        _whole("position"),
        *(_text(name) for name in names),
        _whole("version"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        _refers(table, "audit_id", "audits"),
    )
    op.create_index(f"ix_{table}_audit_id", table, ["audit_id"])


def _returns() -> None:
    op.create_table(
        "audit_returns",
        *(_text(name) for name in ("id", "audit_id", "case_id", "team_id")),
        *(_whole(name) for name in ("taken", "version")),
        sa.PrimaryKeyConstraint("id", name="pk_audit_returns"),
        sa.UniqueConstraint("case_id", "team_id", name="uq_audit_returns_case_id"),
        _refers("audit_returns", "audit_id", "audits"),
        _refers("audit_returns", "case_id", "audit_cases"),
        _refers("audit_returns", "team_id", "audit_teams"),
    )
    for column in ("audit_id", "case_id", "team_id"):
        op.create_index(f"ix_audit_returns_{column}", "audit_returns", [column])


def _lines() -> None:
    op.create_table(
        "audit_return_lines",
        *(_text(name) for name in ("return_id", "audit_id")),
        _key("number"),
        *(_text(name) for name in ("step", "at", "person", "behalf", "how", "note")),
        *(_whole(name) for name in ("corrects", "version")),
        sa.PrimaryKeyConstraint("return_id", "number", name="pk_audit_return_lines"),
        sa.CheckConstraint(
            "step IN ('asked', 'chased', 'received', 'archived', 'corrected')",
            name="step",
        ),
        _refers("audit_return_lines", "return_id", "audit_returns"),
        _refers("audit_return_lines", "audit_id", "audits"),
    )
    op.create_index("ix_audit_return_lines_audit_id", "audit_return_lines", ["audit_id"])


def _answers() -> None:
    op.create_table(
        "audit_answers",
        *(_text(name) for name in ("return_id", "audit_id")),
        _key("line"),
        *(_text(name) for name in ("part", "text")),
        _whole("version"),
        sa.PrimaryKeyConstraint("return_id", "line", "part", name="pk_audit_answers"),
        _refers("audit_answers", "return_id", "audit_returns"),
        _refers("audit_answers", "audit_id", "audits"),
    )
    op.create_index("ix_audit_answers_audit_id", "audit_answers", ["audit_id"])


def _entries() -> None:
    op.create_table(
        "audit_entries",
        *(_text(name) for name in ("id", "audit_id", "part")),
        _whole("number"),
        *(_text(name) for name in ("text", "who", "themes")),
        sa.Column("attendees", sa.Integer(), nullable=True),
        *(_text(name) for name in ("side", "marker")),
        *(_whole(name) for name in ("taken", "version")),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entries"),
        sa.UniqueConstraint("audit_id", "part", "number", name="uq_audit_entries_audit_id"),
        sa.CheckConstraint(
            "part IN ('line', 'forum', 'view', 'headline', 'recommendation')",
            name="part",
        ),
        _refers("audit_entries", "audit_id", "audits"),
    )
    op.create_index("ix_audit_entries_audit_id", "audit_entries", ["audit_id"])


def _text(name: str, *, empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=empty)


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
