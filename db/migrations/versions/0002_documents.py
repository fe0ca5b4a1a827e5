"""Documents: children, items, documents, what they answer, versions, lines, files taken in.

Also the names of an inspection’s three columns of its own, and the copies saved outside.

Lines and versions are never changed by the program. `documents.newest` and `taken` are the numbers
of its versions and lines, so that an undo never passes over a line that lasts. The rows of
`kept_files` are not told of in history: a file taken in stays when the version that brought it is
undone. `document_versions.kept` is the name of the file under `files` beside the database:

    8 bytes `JTAIDOC1`, 32 bytes salt, then for each MiB of content its AES-256-GCM ciphertext
    key    HKDF-SHA256(files key, salt, info `jtai-desktop/1/file/NAME`)
    nonce  number of the piece as 8 bytes, 3 zero bytes, 1 if it is the last piece, else 0
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    "own_columns",
    "copies_out",
    "document_lines",
    "document_versions",
    "document_answers",
    "documents",
    "items",
    "children",
    "kept_files",
)


def upgrade() -> None:
    """Make the tables."""
    _kept_files()
    _children()
    _items()
    _documents()
    _answers()
    _versions()
    _lines()
    _copies_out()
    _own_columns()


def downgrade() -> None:
    """Take them away again."""
    for table in TABLES:
        op.drop_table(table)


def _kept_files() -> None:
    op.create_table(
        "kept_files",
        _text("name"),
        _text("inspection_id"),
        _whole("size"),
        _text("sha256"),
        _text("at"),
        _whole("version"),
        sa.PrimaryKeyConstraint("name", name="pk_kept_files"),
        _refers("kept_files", "inspection_id", "inspections"),
    )
    op.create_index("ix_kept_files_inspection_id", "kept_files", ["inspection_id"])


def _children() -> None:
    op.create_table(
        "children",
        _text("id"),
        _text("inspection_id"),
        _text("reference"),
        _text("label"),
        _whole("age"),
        _text("in_scope"),
        _whole("position"),
        _whole("version"),
        sa.PrimaryKeyConstraint("id", name="pk_children"),
        _refers("children", "inspection_id", "inspections"),
    )
    op.create_index("ix_children_inspection_id", "children", ["inspection_id"])


def _items() -> None:
    op.create_table(
        "items",
        _text("id"),
        _text("inspection_id"),
        _text("source"),
        _text("number"),
        _text("child_id", nullable=True),
        _text("title"),
        _text("agency"),
        _text("asked_by"),
        _whole("position"),
        *_moment("due"),
        *_moment("internal"),
        _text("asked_for_at", nullable=True),
        _text("asked_for_by", nullable=True),
        _text("note_internal"),
        _text("note_inspectors"),
        *(_text(f"own_{number}") for number in (1, 2, 3)),
        _whole("version"),
        sa.PrimaryKeyConstraint("id", name="pk_items"),
        sa.CheckConstraint("source IN ('pack', 'child', 'hand')", name=op.f("ck_items_source")),
        _refers("items", "inspection_id", "inspections"),
        _refers("items", "child_id", "children"),
    )
    op.create_index("ix_items_inspection_id", "items", ["inspection_id"])


def _documents() -> None:
    op.create_table(
        "documents",
        _text("id"),
        _text("inspection_id"),
        _text("title"),
        _text("agency"),
        _text("owner_id", nullable=True),
        _text("deputy_id", nullable=True),
        _text("dates"),
        _text("note_internal"),
        _text("note_inspectors"),
        _whole("newest"),
        _whole("taken"),
        _whole("copied_version"),
        _whole("version"),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        _refers("documents", "inspection_id", "inspections"),
        _refers("documents", "owner_id", "contacts"),
        _refers("documents", "deputy_id", "contacts"),
    )
    for column in ("inspection_id", "owner_id", "deputy_id"):
        op.create_index(f"ix_documents_{column}", "documents", [column])


def _answers() -> None:
    op.create_table(
        "document_answers",
        _text("document_id"),
        _text("item_id"),
        _text("pages"),
        _whole("version"),
        sa.PrimaryKeyConstraint("document_id", "item_id", name="pk_document_answers"),
        _refers("document_answers", "document_id", "documents"),
        _refers("document_answers", "item_id", "items"),
    )
    op.create_index("ix_document_answers_item_id", "document_answers", ["item_id"])


def _versions() -> None:
    op.create_table(
        "document_versions",
        _text("document_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        _text("file_name"),
        _whole("size"),
        _text("sha256"),
        _text("at"),
        _text("person"),
        _text("behalf"),
        _text("note"),
        _text("kept", nullable=True),
        _text("place"),
        _whole("version"),
        sa.PrimaryKeyConstraint("document_id", "number", name="pk_document_versions"),
        _refers("document_versions", "document_id", "documents"),
        _refers("document_versions", "kept", "kept_files", "name"),
    )


def _lines() -> None:
    op.create_table(
        "document_lines",
        _text("document_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *(_text(name) for name in ("step", "at", "person", "behalf")),
        _whole("of_version"),
        *(_text(name) for name in ("sha256", "reason", "text", "way", "whom", "about")),
        *_moment("due"),
        _text("points"),
        _text("corrects"),
        _whole("version"),
        sa.PrimaryKeyConstraint("document_id", "number", name="pk_document_lines"),
        _refers("document_lines", "document_id", "documents"),
    )


def _copies_out() -> None:
    op.create_table(
        "copies_out",
        *(_text(name) for name in ("id", "document_id")),
        _whole("of_version"),
        *(_text(name) for name in ("at", "person", "behalf", "folder", "file_name")),
        _text("gone_at", nullable=True),
        _text("gone_by"),
        _whole("version"),
        sa.PrimaryKeyConstraint("id", name="pk_copies_out"),
        sa.ForeignKeyConstraint(
            ["document_id", "of_version"],
            ["document_versions.document_id", "document_versions.number"],
            name="fk_copies_out_document_id_document_versions",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index("ix_copies_out_document_id", "copies_out", ["document_id"])


def _own_columns() -> None:
    op.create_table(
        "own_columns",
        _text("inspection_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        _text("name"),
        _whole("version"),
        sa.PrimaryKeyConstraint("inspection_id", "number", name="pk_own_columns"),
        _refers("own_columns", "inspection_id", "inspections"),
    )


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _moment(name: str) -> list[sa.Column[str]]:
    return [_text(f"{name}_{part}", nullable=True) for part in ("day", "hour", "time")]


def _refers(table: str, column: str, other: str, key: str = "id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{other}.{key}"],
        name=f"fk_{table}_{column}_{other}",
        deferrable=True,
        initially="DEFERRED",
    )
