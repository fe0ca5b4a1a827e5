"""Tables of the letters of findings, of what they found, and of the steps to the statement."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base, Versioned, refers_to

WAYS = "way IN ('read', 'pasted', 'typed')"


class LetterRow(Versioned, Base):
    """A letter; `spots` is JSON: by the name of a fact, page, paragraph and the printed words."""

    __tablename__ = "letters"
    __table_args__ = (CheckConstraint(WAYS, name="way"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    way: Mapped[str]
    file: Mapped[str]
    sha256: Mapped[str]
    file_id: Mapped[str]
    pages: Mapped[int]
    area: Mapped[str]
    theme: Mapped[str]
    letter_date: Mapped[str | None]
    fieldwork_start: Mapped[str | None]
    fieldwork_end: Mapped[str | None]
    statement_due: Mapped[str | None]
    principal_authority: Mapped[str]
    spots: Mapped[str]
    received: Mapped[str | None]
    no_statement: Mapped[bool]
    sent: Mapped[str | None]
    left: Mapped[int]
    unplaced: Mapped[int]
    added: Mapped[str]
    added_by: Mapped[str]
    added_behalf: Mapped[str]


class FindingRow(Versioned, Base):
    """A finding that a person confirmed; retired, not removed. `agencies` is a JSON list."""

    __tablename__ = "findings"
    __table_args__ = (
        UniqueConstraint("letter_id", "number"),
        CheckConstraint("kind IN ('strength', 'improvement', 'priority', 'practice')", name="kind"),
        CheckConstraint(WAYS, name="way"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    letter_id: Mapped[str] = mapped_column(refers_to("letters.id"))
    number: Mapped[int]
    kind: Mapped[str]
    heading: Mapped[str]
    text: Mapped[str]
    printed: Mapped[str]
    agencies: Mapped[str]
    page: Mapped[int]
    paragraph: Mapped[int]
    way: Mapped[str]
    confirmed: Mapped[str]
    confirmed_by: Mapped[str]
    confirmed_behalf: Mapped[str]
    retired: Mapped[str | None]
    retired_by: Mapped[str]
    retired_behalf: Mapped[str]
    retired_words: Mapped[str]


class StatementStepRow(Versioned, Base):
    """A board, cabinet, scrutiny or partner that sees the statement before it is sent."""

    __tablename__ = "statement_steps"

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    letter_id: Mapped[str] = mapped_column(refers_to("letters.id"))
    number: Mapped[int]
    name: Mapped[str]
    before: Mapped[int]
    papers: Mapped[int]
    meets: Mapped[str | None]
    held: Mapped[bool]
