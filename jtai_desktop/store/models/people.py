"""Tables of the people of one inspection: agencies, contacts by role, who owns what."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base, Versioned, refers_to


class AgencyRow(Versioned, Base):
    """An agency under the name it has in this area."""

    __tablename__ = "agencies"
    __table_args__ = (UniqueConstraint("inspection_id", "key"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"))
    key: Mapped[str]
    name: Mapped[str]
    short: Mapped[str]
    position: Mapped[int]


class ContactRow(Versioned, Base):
    """A person of an agency, by role."""

    __tablename__ = "contacts"

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    agency_id: Mapped[str] = mapped_column(refers_to("agencies.id"), index=True)
    role: Mapped[str]
    initials: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    away: Mapped[str]


class ResponsibilityRow(Versioned, Base):
    """Who owns a milestone or a section, and who stands in."""

    __tablename__ = "responsibilities"
    __table_args__ = (UniqueConstraint("inspection_id", "duty", "key"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"))
    duty: Mapped[str]
    key: Mapped[str]
    owner_id: Mapped[str | None] = mapped_column(refers_to("contacts.id"))
    deputy_id: Mapped[str | None] = mapped_column(refers_to("contacts.id"))
