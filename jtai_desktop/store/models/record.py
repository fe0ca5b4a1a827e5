"""Tables that show what happened and that nothing else did: history, chains, undo, digest.

Revision 0001 says how each is written and what the hashes cover.
"""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base


class HistoryRow(Base):
    """One action. An empty inspection id is the vault's own chain."""

    __tablename__ = "history"

    inspection_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    actor: Mapped[str]
    on_behalf_of: Mapped[str]
    action: Mapped[str]
    summary: Mapped[str]
    changes: Mapped[str]
    undoable: Mapped[bool]
    undo_of: Mapped[int | None]
    mac: Mapped[str]


class ChainHeadRow(Base):
    """Where a chain of history stands, and how high its undo and redo are piled.

    A closed one has lost its lines to an erasure.
    """

    __tablename__ = "chain_heads"

    inspection_id: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
    head: Mapped[str]
    undo_top: Mapped[int]
    redo_top: Mapped[int]
    closed: Mapped[bool]


class VaultChainRow(Base):
    """The chain over the heads: one line for each line of any history, in order."""

    __tablename__ = "vault_chain"
    __table_args__ = (UniqueConstraint("inspection_id", "number"),)

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    inspection_id: Mapped[str]
    number: Mapped[int]
    head: Mapped[str]
    mac: Mapped[str]


class UndoRow(Base):
    """A line of history that can be undone, or done again."""

    __tablename__ = "undo_entries"
    __table_args__ = (CheckConstraint("side IN ('undo', 'redo')", name="side"),)

    inspection_id: Mapped[str] = mapped_column(primary_key=True)
    side: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]


class DigestRow(Base):
    """The keyed digest of every other row, where the vault chain stands, and the seal on both."""

    __tablename__ = "state_digest"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rows: Mapped[int]
    digest: Mapped[str]
    seq: Mapped[int]
    head: Mapped[str]
    mac: Mapped[str]
