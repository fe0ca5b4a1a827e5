"""Foundation: inspections, people, settings, papers; history, chains, undo and digest.

What every later revision must keep, or change on purpose
---------------------------------------------------------

Values. Ids are text, made by the program. A day is `2026-11-10`, a time `17:00:00`, an instant
ISO with London's offset. Each record has a `version` that grows by one with each action that
changes it. References are checked at the end of a transaction, and nothing cascades.

Canonical JSON is UTF-8 without spaces, letters as they are, the keys of objects in order.

Keys. The 32-byte data key gives one key for each purpose by HKDF-SHA256 without salt and with
the info `jtai-desktop/1/PURPOSE`: `database` (raw SQLCipher key), `history`, `digest`, `files`.

History. An action writes one line into the chain of its inspection, or into the vault's own,
whose inspection id is empty. `number` counts from 1 within the chain. `changes` is canonical
JSON: a list, by table and key, of
    {"table": name, "key": [primary key], "before": {column: value} or null, "after": likewise}
with the whole row where it came or went, and only the changed columns, the version left out,
where it changed. The tables `view_state` and `guidance_packs` and those of this record are not
told of. `undo_of` is the number of the line that this one took back or did again.

    mac = HMAC-SHA256(history key, previous mac as 32 bytes, then the canonical JSON of
          [inspection_id, number, at, actor, on_behalf_of, action, summary, changes,
           undoable as 0 or 1, undo_of])

kept as hexadecimal digits; the line before the first has 32 zero bytes. `chain_heads` has the
last number and mac of each chain; `closed` is set when an inspection is erased, and then its
lines are gone and its head stays.

Vault chain. Each line of any history adds one line here, `seq` counting from 1, `head` its mac.

    mac = HMAC-SHA256(history key, previous mac as 32 bytes, then the canonical JSON of
          [seq, inspection_id, number, head])

Digest. Over every row of every table in the database but `state_digest` itself, the revision's
own table included:

    sum modulo 2**256 of HMAC-SHA256(digest key, canonical JSON of [table, values of the columns
    in the order of the column names, truth values as 0 or 1]) read as a big-endian number

`state_digest` has the number of rows, the sum as 64 hexadecimal digits, `seq` and `head` (number
and mac of the last line of the vault chain; 0 and 64 zeros before the first), and

    mac = HMAC-SHA256(digest key, canonical JSON of ["seal", rows, digest, seq, head])

Undo. `undo_entries` names lines of history, the highest position first; `chain_heads` has the
highest position of each side, or 0. Undoing applies the `before` of a line and moves its entry
to `redo`; a new line that can be undone empties `redo`.

A migration runs in one transaction with foreign keys off; the digest is checked before it and
counted anew after it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    _make_vault()
    _make_inspection()
    _make_people()
    _make_print_log()
    _make_record()


def downgrade() -> None:
    """Take all tables away, those that refer to others first."""
    for name in (
        "state_digest",
        "undo_entries",
        "vault_chain",
        "chain_heads",
        "history",
        "print_log",
        "responsibilities",
        "contacts",
        "agencies",
        "milestones",
        "bank_holidays",
        "inspections",
        "view_state",
        "guidance_packs",
        "closure_days",
        "settings",
        "vault_info",
    ):
        op.drop_table(name)


def _make_vault() -> None:
    op.create_table(
        "vault_info",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        _text("vault_id"),
        _text("created_at"),
        _text("stands_at", nullable=True),
        _version(),
        sa.PrimaryKeyConstraint("id", name="pk_vault_info"),
        sa.CheckConstraint("id = 1", name=op.f("ck_vault_info_single")),
    )
    op.create_table(
        "settings",
        _text("key"),
        _text("value"),
        _version(),
        sa.PrimaryKeyConstraint("key", name="pk_settings"),
    )
    op.create_table(
        "closure_days",
        _text("id"),
        _text("day"),
        _text("name"),
        sa.Column("works", sa.Boolean(), nullable=False),
        _version(),
        sa.PrimaryKeyConstraint("id", name="pk_closure_days"),
    )
    op.create_table(
        "guidance_packs",
        _text("pack_id"),
        _text("pack_version"),
        _text("sha256"),
        _text("text"),
        _version(),
        sa.PrimaryKeyConstraint("pack_id", "pack_version", name="pk_guidance_packs"),
    )
    op.create_table(
        "view_state",
        _text("page"),
        _text("value"),
        _version(),
        sa.PrimaryKeyConstraint("page", name="pk_view_state"),
    )


def _make_inspection() -> None:
    op.create_table(
        "inspections",
        _text("id"),
        _text("area"),
        _text("pack_id"),
        _text("pack_version"),
        _text("notified"),
        _text("fieldwork_typed", nullable=True),
        sa.Column("practice", sa.Boolean(), nullable=False),
        _text("created", nullable=True),
        _version(),
        sa.PrimaryKeyConstraint("id", name="pk_inspections"),
        sa.ForeignKeyConstraint(
            ["pack_id", "pack_version"],
            ["guidance_packs.pack_id", "guidance_packs.pack_version"],
            name="fk_inspections_pack_id_guidance_packs",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_table(
        "bank_holidays",
        _text("inspection_id"),
        _text("day"),
        _text("name"),
        _version(),
        sa.PrimaryKeyConstraint("inspection_id", "day", name="pk_bank_holidays"),
        _refers("bank_holidays", "inspection_id", "inspections"),
    )
    op.create_table(
        "milestones",
        _text("inspection_id"),
        _text("key"),
        _text("done_at", nullable=True),
        _text("done_by", nullable=True),
        _text("done_note", nullable=True),
        _text("set_day", nullable=True),
        _text("set_hour", nullable=True),
        _text("set_time", nullable=True),
        _text("set_reason", nullable=True),
        _text("agreed_day", nullable=True),
        _text("agreed_hour", nullable=True),
        _text("agreed_time", nullable=True),
        _text("agreed_by", nullable=True),
        _text("agreed_at", nullable=True),
        _text("agreed_note", nullable=True),
        _version(),
        sa.PrimaryKeyConstraint("inspection_id", "key", name="pk_milestones"),
        _refers("milestones", "inspection_id", "inspections"),
    )


def _make_people() -> None:
    op.create_table(
        "agencies",
        _text("id"),
        _text("inspection_id"),
        _text("key"),
        _text("name"),
        _text("short"),
        sa.Column("position", sa.Integer(), nullable=False),
        _version(),
        sa.PrimaryKeyConstraint("id", name="pk_agencies"),
        sa.UniqueConstraint("inspection_id", "key", name="uq_agencies_inspection_id"),
        _refers("agencies", "inspection_id", "inspections"),
    )
    op.create_table(
        "contacts",
        _text("id"),
        _text("inspection_id"),
        _text("agency_id"),
        _text("role"),
        _text("initials"),
        _text("phone"),
        _text("email"),
        _text("away"),
        _version(),
        sa.PrimaryKeyConstraint("id", name="pk_contacts"),
        _refers("contacts", "inspection_id", "inspections"),
        _refers("contacts", "agency_id", "agencies"),
    )
    op.create_index("ix_contacts_inspection_id", "contacts", ["inspection_id"])
    op.create_index("ix_contacts_agency_id", "contacts", ["agency_id"])
    op.create_table(
        "responsibilities",
        _text("id"),
        _text("inspection_id"),
        _text("duty"),
        _text("key"),
        _text("owner_id", nullable=True),
        _text("deputy_id", nullable=True),
        _version(),
        sa.PrimaryKeyConstraint("id", name="pk_responsibilities"),
        sa.UniqueConstraint(
            "inspection_id", "duty", "key", name="uq_responsibilities_inspection_id"
        ),
        _refers("responsibilities", "inspection_id", "inspections"),
        _refers("responsibilities", "owner_id", "contacts"),
        _refers("responsibilities", "deputy_id", "contacts"),
    )


def _make_print_log() -> None:
    op.create_table(
        "print_log",
        _text("id"),
        _text("inspection_id"),
        _text("at"),
        _text("who"),
        _text("paper"),
        _text("variant"),
        _text("as_at"),
        sa.Column("pages", sa.Integer(), nullable=False),
        _text("way"),
        _text("destroy_by"),
        _text("seal"),
        _version(),
        sa.PrimaryKeyConstraint("id", name="pk_print_log"),
        sa.CheckConstraint("way IN ('printed', 'saved')", name=op.f("ck_print_log_way")),
        _refers("print_log", "inspection_id", "inspections"),
    )
    op.create_index("ix_print_log_inspection_id", "print_log", ["inspection_id"])


def _make_record() -> None:
    op.create_table(
        "history",
        _text("inspection_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        _text("at"),
        _text("actor"),
        _text("on_behalf_of"),
        _text("action"),
        _text("summary"),
        _text("changes"),
        sa.Column("undoable", sa.Boolean(), nullable=False),
        sa.Column("undo_of", sa.Integer(), nullable=True),
        _text("mac"),
        sa.PrimaryKeyConstraint("inspection_id", "number", name="pk_history"),
    )
    op.create_table(
        "chain_heads",
        _text("inspection_id"),
        sa.Column("count", sa.Integer(), nullable=False),
        _text("head"),
        sa.Column("undo_top", sa.Integer(), nullable=False),
        sa.Column("redo_top", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("inspection_id", name="pk_chain_heads"),
    )
    op.create_table(
        "vault_chain",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        _text("inspection_id"),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("head"),
        _text("mac"),
        sa.PrimaryKeyConstraint("seq", name="pk_vault_chain"),
        sa.UniqueConstraint("inspection_id", "number", name="uq_vault_chain_inspection_id"),
    )
    op.create_table(
        "undo_entries",
        _text("inspection_id"),
        _text("side"),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("inspection_id", "side", "position", name="pk_undo_entries"),
        sa.CheckConstraint("side IN ('undo', 'redo')", name=op.f("ck_undo_entries_side")),
    )
    op.create_table(
        "state_digest",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        _text("digest"),
        sa.Column("seq", sa.Integer(), nullable=False),
        _text("head"),
        _text("mac"),
        sa.PrimaryKeyConstraint("id", name="pk_state_digest"),
        sa.CheckConstraint("id = 1", name=op.f("ck_state_digest_single")),
    )


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _version() -> sa.Column[int]:
    return sa.Column("version", sa.Integer(), nullable=False)


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{other}.id"],
        name=f"fk_{table}_{column}_{other}",
        deferrable=True,
        initially="DEFERRED",
    )
