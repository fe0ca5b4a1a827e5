"""The table of papers that left the program."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base, Versioned, refers_to


class PrintRow(Versioned, Base):
    """One paper, printed or saved."""

    __tablename__ = "print_log"
    __table_args__ = (CheckConstraint("way IN ('printed', 'saved')", name="way"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    at: Mapped[str]
    who: Mapped[str]
    paper: Mapped[str]
    variant: Mapped[str]
    as_at: Mapped[str]
    pages: Mapped[int]
    way: Mapped[str]
    destroy_by: Mapped[str]
    seal: Mapped[str]
