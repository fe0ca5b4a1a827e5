"""Tables of meetings and entries of one's own, of what was sent, and of accepted warnings."""

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base, Versioned, refers_to


class MeetingRow(Versioned, Base):
    """A meeting of the return, or an entry of one’s own."""

    __tablename__ = "meetings"

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    kind: Mapped[str]
    start: Mapped[str]
    end: Mapped[str]
    title: Mapped[str]
    child: Mapped[str]
    place: Mapped[str]
    chair: Mapped[str]
    agencies: Mapped[str]
    observe: Mapped[bool]
    explained: Mapped[str]
    note: Mapped[str]
    host: Mapped[str]
    prepares: Mapped[str]
    preparation: Mapped[str]
    attending: Mapped[str]
    inspector: Mapped[str]
    whom: Mapped[str]
    cancelled: Mapped[str]


class AcceptanceRow(Versioned, Base):
    """That a warning about entries of the week was accepted, with a reason."""

    __tablename__ = "accepted_warnings"

    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    mark: Mapped[str]
    reason: Mapped[str]
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]


class SendingRow(Versioned, Base):
    """That the return or an update went to the inspectors; never changed."""

    __tablename__ = "meeting_sendings"

    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    way: Mapped[str]


class SentMeetingRow(Versioned, Base):
    """A meeting as it was when it was sent; `facts` is JSON and never changed."""

    __tablename__ = "sent_meetings"
    __table_args__ = (
        ForeignKeyConstraint(
            ["inspection_id", "number"],
            ["meeting_sendings.inspection_id", "meeting_sendings.number"],
            deferrable=True,
            initially="DEFERRED",
        ),
    )

    inspection_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    meeting_id: Mapped[str] = mapped_column(refers_to("meetings.id"), primary_key=True, index=True)
    facts: Mapped[str]
