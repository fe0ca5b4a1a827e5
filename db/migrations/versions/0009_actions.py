"""The action plan: actions, their facts line by line, progress, the versions that were issued.

Lines, progress and versions are never changed. `actions.taken` and `actions.entries` are the
numbers of lines and entries, so that an undo never passes over one that lasts. `actions.sources`
names findings (`finding:ID`) and recommendations (`recommendation:ID`), `actions.evidence`
documents; both are JSON lists of texts and refer to nothing by a key, since what they name may be
undone. `plan_version_actions.texts` is JSON: an action as it stood when the version was issued.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TABLES = ("plan_version_actions", "plan_versions", "action_progress", "action_lines", "actions")
RATINGS = (
    "rating IN ('', 'not-started', 'significant', 'minor', 'on-track', 'completed', 'evidenced')"
)


def upgrade() -> None:
    """Make the tables."""
    _actions()
    _lines()
    _progress()
    _versions()
    _frozen()


def downgrade() -> None:
    """Take them away again."""
    for table in TABLES:
        op.drop_table(table)


def _actions() -> None:
    op.create_table(
        "actions",
        *(_text(name) for name in ("id", "inspection_id", "section", "number", "text", "lead")),
        *(_text(name) for name in ("deputy", "measure", "references", "sources", "evidence")),
        _text("taken_out"),
        *(_whole(name) for name in ("taken", "entries", "version")),
        sa.PrimaryKeyConstraint("id", name="pk_actions"),
        _refers("actions", "inspection_id", "inspections"),
    )
    op.create_index("ix_actions_inspection_id", "actions", ["inspection_id"])


def _lines() -> None:
    op.create_table(
        "action_lines",
        _text("action_id"),
        _key("number"),
        *(_text(name) for name in ("at", "person", "behalf", "timescale")),
        *(_may(name) for name in ("due", "started", "forecast", "completed")),
        *(_text(name) for name in ("impact", "rating", "reason")),
        _whole("version"),
        sa.PrimaryKeyConstraint("action_id", "number", name="pk_action_lines"),
        sa.CheckConstraint(RATINGS, name=op.f("ck_action_lines_rating")),
        _refers("action_lines", "action_id", "actions"),
    )


def _progress() -> None:
    op.create_table(
        "action_progress",
        _text("action_id"),
        _key("number"),
        *(_text(name) for name in ("at", "person", "behalf", "day", "text")),
        _whole("corrects"),
        _text("reason"),
        _whole("version"),
        sa.PrimaryKeyConstraint("action_id", "number", name="pk_action_progress"),
        _refers("action_progress", "action_id", "actions"),
    )


def _versions() -> None:
    op.create_table(
        "plan_versions",
        *(_text(name) for name in ("id", "inspection_id")),
        _whole("number"),
        *(_text(name) for name in ("at", "person", "behalf", "boards", "note")),
        sa.Column("final", sa.Boolean(), nullable=False),
        _whole("actions"),
        _text("seal"),
        _whole("version"),
        sa.PrimaryKeyConstraint("id", name="pk_plan_versions"),
        sa.UniqueConstraint("inspection_id", "number", name="uq_plan_versions_inspection_id"),
        _refers("plan_versions", "inspection_id", "inspections"),
    )
    op.create_index("ix_plan_versions_inspection_id", "plan_versions", ["inspection_id"])


def _frozen() -> None:
    op.create_table(
        "plan_version_actions",
        _text("version_id"),
        _key("position"),
        *(_text(name) for name in ("action_id", "texts")),
        _whole("version"),
        sa.PrimaryKeyConstraint("version_id", "position", name="pk_plan_version_actions"),
        _refers("plan_version_actions", "version_id", "plan_versions"),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _may(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=True)


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
