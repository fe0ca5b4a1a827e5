"""Tables of the evaluations of children, and of the “act now” flags."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base, Versioned, refers_to


class EvaluationRow(Versioned, Base):
    """An evaluation of a child; an empty agency is the joint one.

    With `taken`, raised by each change of a text or a stage, no undo passes over an agreement.
    """

    __tablename__ = "evaluations"
    __table_args__ = (UniqueConstraint("child_id", "agency"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    child_id: Mapped[str] = mapped_column(refers_to("children.id"), index=True)
    agency: Mapped[str]
    internal_day: Mapped[str | None]
    internal_hour: Mapped[str | None]
    internal_clock: Mapped[str | None]
    taken: Mapped[int]


class EvaluationTextRow(Versioned, Base):
    """One text of an evaluation. Question 0 is the head; there is no row where nothing stands."""

    __tablename__ = "evaluation_texts"

    evaluation_id: Mapped[str] = mapped_column(refers_to("evaluations.id"), primary_key=True)
    question: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    part: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class EvaluationMoveRow(Versioned, Base):
    """That an evaluation came to stand somewhere; never changed."""

    __tablename__ = "evaluation_moves"
    __table_args__ = (
        CheckConstraint("stage IN ('asked', 'drafting', 'returned', 'agreed')", name="stage"),
    )

    evaluation_id: Mapped[str] = mapped_column(refers_to("evaluations.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    stage: Mapped[str]
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    reason: Mapped[str]


class FlagRow(Versioned, Base):
    """An “act now” flag: raised, confirmed that somebody acted, closed; never removed."""

    __tablename__ = "flags"

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    child_id: Mapped[str] = mapped_column(refers_to("children.id"), index=True)
    text: Mapped[str]
    owner_id: Mapped[str]
    raised: Mapped[str]
    raised_by: Mapped[str]
    raised_behalf: Mapped[str]
    confirmed: Mapped[str | None]
    confirmed_by: Mapped[str]
    confirmed_behalf: Mapped[str]
    confirmed_words: Mapped[str]
    closed: Mapped[str | None]
    closed_by: Mapped[str]
    closed_behalf: Mapped[str]
    closed_words: Mapped[str]
    mistaken: Mapped[bool]
