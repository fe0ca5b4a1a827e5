"""The self-evaluation: what a council made of criteria and markers, the answers, their links.

`self_evaluation_points` has a row only for what differs from the pack. An answer names its point by
sort and number, such as `marker:9`, and refers to no row, so that it outlives every change of the
wording. `self_evaluation_links.target` names a document or an audit by a key of its kind; it
refers to no row either, since audits came later and a document may leave the register.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

POINTS, ANSWERS, LINKS = (f"self_evaluation_{name}" for name in ("points", "answers", "links"))
TEXTS = ("point", "agency", "evaluation", "impact", "settled", "note", "worded")
SIGNED = ("written_by", "written_behalf", "agreed_by", "agreed_behalf", "brought_area")
DATES = ("dated", "written", "agreed", "brought_from")


def upgrade() -> None:
    """Make the tables."""
    _points()
    _answers()
    _links()


def downgrade() -> None:
    """Take them away again."""
    for table in (LINKS, ANSWERS, POINTS):
        op.drop_table(table)


def _points() -> None:
    op.create_table(
        POINTS,
        *(_text(name) for name in ("inspection_id", "point", "title", "group_title", "retired")),
        _whole("version"),
        sa.PrimaryKeyConstraint("inspection_id", "point", name=f"pk_{POINTS}"),
        _refers(POINTS, "inspection_id", "inspections"),
    )


def _answers() -> None:
    op.create_table(
        ANSWERS,
        *(_text(name) for name in ("id", "inspection_id", *TEXTS, *SIGNED)),
        *(_text(name, nullable=True) for name in DATES),
        sa.Column("looked_at", sa.Boolean(), nullable=False),
        _whole("version"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{ANSWERS}"),
        sa.UniqueConstraint("inspection_id", "point", "agency", name=f"uq_{ANSWERS}_inspection_id"),
        _refers(ANSWERS, "inspection_id", "inspections"),
    )
    op.create_index(f"ix_{ANSWERS}_inspection_id", ANSWERS, ["inspection_id"])


def _links() -> None:
    op.create_table(
        LINKS,
        *(_text(name) for name in ("answer_id", "target")),
        *(_whole(name) for name in ("position", "version")),
        sa.PrimaryKeyConstraint("answer_id", "target", name=f"pk_{LINKS}"),
        _refers(LINKS, "answer_id", ANSWERS),
    )


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
