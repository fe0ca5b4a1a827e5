"""Tables of the self-evaluation: what a council made of its points, the answers, their links."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base, Versioned, refers_to


class SelfPointRow(Versioned, Base):
    """A criterion or marker that was reworded, added or retired; the others are the pack’s."""

    __tablename__ = "self_evaluation_points"

    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), primary_key=True)
    point: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    group_title: Mapped[str]
    retired: Mapped[str]


class SelfAnswerRow(Versioned, Base):
    """What an agency answers to a point; an empty agency is the joint answer."""

    __tablename__ = "self_evaluation_answers"
    __table_args__ = (UniqueConstraint("inspection_id", "point", "agency"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    point: Mapped[str]
    agency: Mapped[str]
    evaluation: Mapped[str]
    impact: Mapped[str]
    settled: Mapped[str]
    note: Mapped[str]
    dated: Mapped[str | None]
    worded: Mapped[str]
    written: Mapped[str | None]
    written_by: Mapped[str]
    written_behalf: Mapped[str]
    agreed: Mapped[str | None]
    agreed_by: Mapped[str]
    agreed_behalf: Mapped[str]
    brought_area: Mapped[str]
    brought_from: Mapped[str | None]
    looked_at: Mapped[bool]


class SelfLinkRow(Versioned, Base):
    """That a document or an audit shows an answer, such as “document:3f…”."""

    __tablename__ = "self_evaluation_links"

    answer_id: Mapped[str] = mapped_column(
        refers_to("self_evaluation_answers.id"), primary_key=True
    )
    target: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
