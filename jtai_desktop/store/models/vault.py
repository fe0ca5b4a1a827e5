"""Tables of the vault as a whole: itself, the council's settings, packs, the look of pages."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base, Versioned


class VaultRow(Versioned, Base):
    """The vault itself; `stands_at` stops the clock of the example."""

    __tablename__ = "vault_info"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    vault_id: Mapped[str]
    created_at: Mapped[str]
    stands_at: Mapped[str | None]


class SettingRow(Versioned, Base):
    """One setting; the value is JSON."""

    __tablename__ = "settings"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class ClosureRow(Versioned, Base):
    """A day that does not count as the calendar says."""

    __tablename__ = "closure_days"

    id: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[str]
    name: Mapped[str]
    works: Mapped[bool]


class PackRow(Versioned, Base):
    """A guidance pack as the inspections that began with it keep it."""

    __tablename__ = "guidance_packs"

    pack_id: Mapped[str] = mapped_column(primary_key=True)
    pack_version: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str]
    text: Mapped[str]


class ViewRow(Versioned, Base):
    """How a page was left: sorting, widths, selection; the value is JSON."""

    __tablename__ = "view_state"

    page: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
