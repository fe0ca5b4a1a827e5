"""Tables of the selection and of the conversations: people, their lines, the papers with them."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base, Versioned, refers_to


class SelectionRow(Versioned, Base):
    """That a child was taken out of the selection or back into it; never changed."""

    __tablename__ = "selection_lines"

    child_id: Mapped[str] = mapped_column(refers_to("children.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    taken_out: Mapped[bool]
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    reason: Mapped[str]


class ConfirmationRow(Versioned, Base):
    """That the selection was confirmed, and with whom in it; never changed."""

    __tablename__ = "selection_confirmations"

    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    happened: Mapped[str | None]
    who: Mapped[str]
    children: Mapped[str]


class PersonRow(Versioned, Base):
    """Someone inspectors may talk with. With `taken` no undo passes over a line that lasts."""

    __tablename__ = "conversation_people"
    __table_args__ = (
        CheckConstraint(
            "role IN ('child', 'mother', 'father', 'parent', 'carer', 'sibling', 'other')",
            name="role",
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    child_id: Mapped[str] = mapped_column(refers_to("children.id"), index=True)
    role: Mapped[str]
    label: Mapped[str]
    position: Mapped[int]
    taken: Mapped[int]


class ConversationLineRow(Versioned, Base):
    """One thing that was recorded about a conversation; corrected only by a further line."""

    __tablename__ = "conversation_lines"

    person_id: Mapped[str] = mapped_column(refers_to("conversation_people.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    step: Mapped[str]
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    happened: Mapped[str | None]
    view: Mapped[str]
    who: Mapped[str]
    agency: Mapped[str]
    how: Mapped[str]
    witness: Mapped[str]
    leaflet: Mapped[str]
    form: Mapped[str]
    language: Mapped[str]
    interpreter: Mapped[str]
    support: Mapped[str]
    needs: Mapped[str]
    start: Mapped[str | None]
    end: Mapped[str | None]
    place: Mapped[str]
    inspector: Mapped[str]
    reason: Mapped[str]
    about: Mapped[str]
    corrects: Mapped[str]


class HoldingRow(Versioned, Base):
    """That a paper of the log holds somebody’s conversation, and how much of it was known then."""

    __tablename__ = "paper_holdings"

    print_id: Mapped[str] = mapped_column(refers_to("print_log.id"), primary_key=True)
    person_id: Mapped[str] = mapped_column(refers_to("conversation_people.id"), primary_key=True)
    known: Mapped[int]


class CalledBackRow(Versioned, Base):
    """That a paper was called back."""

    __tablename__ = "papers_called_back"

    print_id: Mapped[str] = mapped_column(refers_to("print_log.id"), primary_key=True)
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    note: Mapped[str]
