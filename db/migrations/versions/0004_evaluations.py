"""Evaluations of children and “act now” flags. Every child that is there gets its joint evaluation.

`evaluation_texts` has a row for each text that is not empty; question 0 is the head of the form.
`evaluations.taken` rises with each change, so that an undo never passes over an agreement. The
identity of a joint evaluation made here is worked out from the child’s.
"""

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = ("flags", "evaluation_moves", "evaluation_texts", "evaluations")
STAGES = "stage IN ('asked', 'drafting', 'returned', 'agreed')"


def upgrade() -> None:
    """Make the tables, and the joint evaluation of each child."""
    _evaluations()
    _texts()
    _moves()
    _flags()
    _ask_for_joint_ones()


def downgrade() -> None:
    """Take them away again."""
    for table in TABLES:
        op.drop_table(table)


def _evaluations() -> None:
    op.create_table(
        "evaluations",
        *(_text(name) for name in ("id", "inspection_id", "child_id", "agency")),
        *(_text(f"internal_{name}", nullable=True) for name in ("day", "hour", "clock")),
        *(_whole(name) for name in ("taken", "version")),
        sa.PrimaryKeyConstraint("id", name="pk_evaluations"),
        sa.UniqueConstraint("child_id", "agency", name="uq_evaluations_child_id"),
        _refers("evaluations", "inspection_id", "inspections"),
        _refers("evaluations", "child_id", "children"),
    )
    _index("evaluations")


def _texts() -> None:
    op.create_table(
        "evaluation_texts",
        _text("evaluation_id"),
        sa.Column("question", sa.Integer(), autoincrement=False, nullable=False),
        *(_text(name) for name in ("part", "text")),
        _whole("version"),
        sa.PrimaryKeyConstraint("evaluation_id", "question", "part", name="pk_evaluation_texts"),
        _refers("evaluation_texts", "evaluation_id", "evaluations"),
    )


def _moves() -> None:
    op.create_table(
        "evaluation_moves",
        _text("evaluation_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *(_text(name) for name in ("stage", "at", "person", "behalf", "reason")),
        _whole("version"),
        sa.PrimaryKeyConstraint("evaluation_id", "number", name="pk_evaluation_moves"),
        sa.CheckConstraint(STAGES, name=op.f("ck_evaluation_moves_stage")),
        _refers("evaluation_moves", "evaluation_id", "evaluations"),
    )


def _flags() -> None:
    op.create_table(
        "flags",
        *(_text(name) for name in ("id", "inspection_id", "child_id", "text", "owner_id")),
        *(_text(name) for name in ("raised", "raised_by", "raised_behalf")),
        *_noted("confirmed"),
        *_noted("closed"),
        sa.Column("mistaken", sa.Boolean(), nullable=False),
        _whole("version"),
        sa.PrimaryKeyConstraint("id", name="pk_flags"),
        _refers("flags", "inspection_id", "inspections"),
        _refers("flags", "child_id", "children"),
    )
    _index("flags")


def _noted(name: str) -> list[sa.Column[str]]:
    parts = ("by", "behalf", "words")
    return [_text(name, nullable=True), *(_text(f"{name}_{part}") for part in parts)]


def _ask_for_joint_ones() -> None:
    connection = op.get_bind()
    children = sa.table("children", sa.column("id"), sa.column("inspection_id"))
    names = ("id", "inspection_id", "child_id", "agency", "taken", "version")
    evaluations = sa.table("evaluations", *(sa.column(name) for name in names))
    for child_id, inspection_id in connection.execute(sa.select(children)).all():
        made = hashlib.sha256(f"joint evaluation {child_id}".encode()).hexdigest()[:32]
        connection.execute(
            evaluations.insert().values(
                id=made,
                inspection_id=inspection_id,
                child_id=child_id,
                agency="",
                taken=0,
                version=1,
            )
        )


def _index(table: str) -> None:
    for column in ("inspection_id", "child_id"):
        op.create_index(f"ix_{table}_{column}", table, [column])


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{other}.id"],
        name=f"fk_{table}_{column}_{other}",
        deferrable=True,
        initially="DEFERRED",
    )
