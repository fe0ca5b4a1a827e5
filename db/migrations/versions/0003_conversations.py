"""Conversations and meetings: the selection, the people of a child, lines, the return as sent.

Children gain what is recorded at their selection, items the section and paragraph of a request.
Lines are never changed by the program. `conversation_people.taken` is the number of a person’s
lines, so that an undo never passes over a line that lasts. `sent_meetings.facts` is each meeting as
canonical JSON, as it was when it was sent; `agencies` and `attending` are JSON lists;
`accepted_warnings.mark` is what a warning rested on when accepted. `paper_holdings` says whose
conversation a paper of the log holds, and how many of the lines that last it knew.
"""

from contextlib import AbstractContextManager
from typing import Any

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    "accepted_warnings",
    "papers_called_back",
    "paper_holdings",
    "sent_meetings",
    "meeting_sendings",
    "meetings",
    "conversation_lines",
    "conversation_people",
    "selection_confirmations",
    "selection_lines",
)
# What is new in tables that are there, with what stands there at first.
NEW = {
    "children": ("age_to", "agencies", "school", "school_told", "school_told_by", "outcome"),
    "items": ("section", "paragraph"),
}
WHOLE = frozenset({"age_to"})
EMPTY = frozenset({"school_told"})
ROLES = "role IN ('child', 'mother', 'father', 'parent', 'carer', 'sibling', 'other')"


def upgrade() -> None:
    """Widen two tables and make the others."""
    for table, names in NEW.items():
        _widen(table, names)
    _selection()
    _confirmations()
    _people()
    _lines()
    _holdings()
    _called_back()
    _meetings()
    _sendings()
    _sent()
    _accepted()


def downgrade() -> None:
    """Take them away again."""
    for table in TABLES:
        op.drop_table(table)
    for table, names in NEW.items():
        with _rebuilt(table) as batch:
            for name in names:
                batch.drop_column(name)


def _widen(table: str, names: tuple[str, ...]) -> None:
    """New columns, filled; then without the default, which history and digest would not see."""
    with _rebuilt(table) as batch:
        for name in names:
            batch.add_column(_new(name))
    with _rebuilt(table) as batch:
        for name in names:
            batch.alter_column(name, server_default=None)


def _new(name: str) -> sa.Column[Any]:
    if name in EMPTY:
        return _text(name, nullable=True)
    kind, first = (sa.Integer(), "0") if name in WHOLE else (sa.Text(), "")
    return sa.Column(name, kind, nullable=False, server_default=first)


def _rebuilt(table: str) -> AbstractContextManager[BatchOperations]:
    """A table made anew with its rows, its checks and references."""
    return op.batch_alter_table(table, recreate="always")


def _selection() -> None:
    op.create_table(
        "selection_lines",
        _text("child_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("taken_out", sa.Boolean(), nullable=False),
        *(_text(name) for name in ("at", "person", "behalf", "reason")),
        _whole("version"),
        sa.PrimaryKeyConstraint("child_id", "number", name="pk_selection_lines"),
        _refers("selection_lines", "child_id", "children"),
    )


def _confirmations() -> None:
    op.create_table(
        "selection_confirmations",
        _text("inspection_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *(_text(name) for name in ("at", "person", "behalf")),
        _text("happened", nullable=True),
        *(_text(name) for name in ("who", "children")),
        _whole("version"),
        sa.PrimaryKeyConstraint("inspection_id", "number", name="pk_selection_confirmations"),
        _refers("selection_confirmations", "inspection_id", "inspections"),
    )


def _people() -> None:
    op.create_table(
        "conversation_people",
        *(_text(name) for name in ("id", "inspection_id", "child_id", "role", "label")),
        *(_whole(name) for name in ("position", "taken", "version")),
        sa.PrimaryKeyConstraint("id", name="pk_conversation_people"),
        sa.CheckConstraint(ROLES, name=op.f("ck_conversation_people_role")),
        _refers("conversation_people", "inspection_id", "inspections"),
        _refers("conversation_people", "child_id", "children"),
    )
    for column in ("inspection_id", "child_id"):
        op.create_index(f"ix_conversation_people_{column}", "conversation_people", [column])


def _lines() -> None:
    op.create_table(
        "conversation_lines",
        _text("person_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *(_text(name) for name in ("step", "at", "person", "behalf")),
        _text("happened", nullable=True),
        *(_text(name) for name in ("view", "who", "agency", "how", "leaflet", "form", "language")),
        *(_text(name) for name in ("witness", "interpreter", "support", "needs")),
        *(_text(name, nullable=True) for name in ("start", "end")),
        *(_text(name) for name in ("place", "inspector", "reason", "about", "corrects")),
        _whole("version"),
        sa.PrimaryKeyConstraint("person_id", "number", name="pk_conversation_lines"),
        _refers("conversation_lines", "person_id", "conversation_people"),
    )


def _holdings() -> None:
    op.create_table(
        "paper_holdings",
        *(_text(name) for name in ("print_id", "person_id")),
        *(_whole(name) for name in ("known", "version")),
        sa.PrimaryKeyConstraint("print_id", "person_id", name="pk_paper_holdings"),
        _refers("paper_holdings", "print_id", "print_log"),
        _refers("paper_holdings", "person_id", "conversation_people"),
    )


def _called_back() -> None:
    op.create_table(
        "papers_called_back",
        *(_text(name) for name in ("print_id", "at", "person", "behalf", "note")),
        _whole("version"),
        sa.PrimaryKeyConstraint("print_id", name="pk_papers_called_back"),
        _refers("papers_called_back", "print_id", "print_log"),
    )


def _meetings() -> None:
    texts = ("kind", "start", "end", "title", "child", "place", "chair", "agencies")
    op.create_table(
        "meetings",
        *(_text(name) for name in ("id", "inspection_id", *texts)),
        sa.Column("observe", sa.Boolean(), nullable=False),
        *(_text(name) for name in ("explained", "note", "host", "prepares", "preparation")),
        *(_text(name) for name in ("attending", "inspector", "whom", "cancelled")),
        _whole("version"),
        sa.PrimaryKeyConstraint("id", name="pk_meetings"),
        _refers("meetings", "inspection_id", "inspections"),
    )
    op.create_index("ix_meetings_inspection_id", "meetings", ["inspection_id"])


def _sendings() -> None:
    op.create_table(
        "meeting_sendings",
        _text("inspection_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *(_text(name) for name in ("at", "person", "behalf", "way")),
        _whole("version"),
        sa.PrimaryKeyConstraint("inspection_id", "number", name="pk_meeting_sendings"),
        _refers("meeting_sendings", "inspection_id", "inspections"),
    )


def _sent() -> None:
    op.create_table(
        "sent_meetings",
        _text("inspection_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *(_text(name) for name in ("meeting_id", "facts")),
        _whole("version"),
        sa.PrimaryKeyConstraint("inspection_id", "number", "meeting_id", name="pk_sent_meetings"),
        _refers("sent_meetings", "meeting_id", "meetings"),
        sa.ForeignKeyConstraint(
            ["inspection_id", "number"],
            ["meeting_sendings.inspection_id", "meeting_sendings.number"],
            name="fk_sent_meetings_inspection_id_meeting_sendings",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index("ix_sent_meetings_meeting_id", "sent_meetings", ["meeting_id"])


def _accepted() -> None:
    op.create_table(
        "accepted_warnings",
        *(_text(name) for name in ("inspection_id", "key", "mark", "reason")),
        *(_text(name) for name in ("at", "person", "behalf")),
        _whole("version"),
        sa.PrimaryKeyConstraint("inspection_id", "key", name="pk_accepted_warnings"),
        _refers("accepted_warnings", "inspection_id", "inspections"),
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
