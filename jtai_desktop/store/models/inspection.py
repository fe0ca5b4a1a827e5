"""Tables of one inspection: itself, its bank holidays, its milestones."""

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base, Versioned, refers_to


class InspectionRow(Versioned, Base):
    """An inspection, live or for practice."""

    __tablename__ = "inspections"
    __table_args__ = (
        ForeignKeyConstraint(
            ["pack_id", "pack_version"],
            ["guidance_packs.pack_id", "guidance_packs.pack_version"],
            deferrable=True,
            initially="DEFERRED",
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    area: Mapped[str]
    pack_id: Mapped[str]
    pack_version: Mapped[str]
    notified: Mapped[str]
    fieldwork_typed: Mapped[str | None]
    practice: Mapped[bool]
    created: Mapped[str | None]


class BankHolidayRow(Versioned, Base):
    """A bank holiday as this inspection counts it."""

    __tablename__ = "bank_holidays"

    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), primary_key=True)
    day: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


class MilestoneRow(Versioned, Base):
    """What is noted about one milestone of an inspection; the rule itself is in the pack."""

    __tablename__ = "milestones"

    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    done_at: Mapped[str | None]
    done_by: Mapped[str | None]
    done_note: Mapped[str | None]
    set_day: Mapped[str | None]
    set_hour: Mapped[str | None]
    set_time: Mapped[str | None]
    set_reason: Mapped[str | None]
    agreed_day: Mapped[str | None]
    agreed_hour: Mapped[str | None]
    agreed_time: Mapped[str | None]
    agreed_by: Mapped[str | None]
    agreed_at: Mapped[str | None]
    agreed_note: Mapped[str | None]
