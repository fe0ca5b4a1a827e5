"""Tables of what is asked for and what there is: children, items, documents, versions, lines."""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base, Versioned, refers_to


class ChildRow(Versioned, Base):
    """A selected child, by reference and label."""

    __tablename__ = "children"

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    reference: Mapped[str]
    label: Mapped[str]
    age: Mapped[int]
    age_to: Mapped[int]
    in_scope: Mapped[str]
    agencies: Mapped[str]
    school: Mapped[str]
    school_told: Mapped[str | None]
    school_told_by: Mapped[str]
    outcome: Mapped[str]
    position: Mapped[int]


class ItemRow(Versioned, Base):
    """One thing asked for; the words of those of the pack are in the pack."""

    __tablename__ = "items"
    __table_args__ = (CheckConstraint("source IN ('pack', 'child', 'hand')", name="source"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    source: Mapped[str]
    number: Mapped[str]
    child_id: Mapped[str | None] = mapped_column(refers_to("children.id"))
    title: Mapped[str]
    agency: Mapped[str]
    asked_by: Mapped[str]
    section: Mapped[str]
    paragraph: Mapped[str]
    position: Mapped[int]
    due_day: Mapped[str | None]
    due_hour: Mapped[str | None]
    due_time: Mapped[str | None]
    internal_day: Mapped[str | None]
    internal_hour: Mapped[str | None]
    internal_time: Mapped[str | None]
    asked_for_at: Mapped[str | None]
    asked_for_by: Mapped[str | None]
    note_internal: Mapped[str]
    note_inspectors: Mapped[str]
    own_1: Mapped[str]
    own_2: Mapped[str]
    own_3: Mapped[str]


class OwnColumnRow(Versioned, Base):
    """What one of the three columns of one’s own is called in an inspection."""

    __tablename__ = "own_columns"

    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]


class DocumentRow(Versioned, Base):
    """One document. With `taken`, how many lines it has, no undo can pass over one that lasts."""

    __tablename__ = "documents"

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    title: Mapped[str]
    agency: Mapped[str]
    owner_id: Mapped[str | None] = mapped_column(refers_to("contacts.id"), index=True)
    deputy_id: Mapped[str | None] = mapped_column(refers_to("contacts.id"), index=True)
    dates: Mapped[str]
    note_internal: Mapped[str]
    note_inspectors: Mapped[str]
    newest: Mapped[int]
    taken: Mapped[int]
    copied_version: Mapped[int]


class AnswerRow(Versioned, Base):
    """That a document answers an item, with a pointer to its pages."""

    __tablename__ = "document_answers"

    document_id: Mapped[str] = mapped_column(refers_to("documents.id"), primary_key=True)
    item_id: Mapped[str] = mapped_column(refers_to("items.id"), primary_key=True, index=True)
    pages: Mapped[str]


class VersionRow(Versioned, Base):
    """A file as it was, never overwritten: `kept` in the vault, or at its `place` outside."""

    __tablename__ = "document_versions"

    document_id: Mapped[str] = mapped_column(refers_to("documents.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    file_name: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    note: Mapped[str]
    kept: Mapped[str | None] = mapped_column(refers_to("kept_files.name"))
    place: Mapped[str]


class LineRow(Versioned, Base):
    """One step that was taken with a document; corrected only by a further line."""

    __tablename__ = "document_lines"

    document_id: Mapped[str] = mapped_column(refers_to("documents.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    step: Mapped[str]
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    of_version: Mapped[int]
    sha256: Mapped[str]
    reason: Mapped[str]
    text: Mapped[str]
    way: Mapped[str]
    whom: Mapped[str]
    about: Mapped[str]
    due_day: Mapped[str | None]
    due_hour: Mapped[str | None]
    due_time: Mapped[str | None]
    points: Mapped[str]
    corrects: Mapped[str]


class CopyOutRow(Versioned, Base):
    """A version that was saved outside the vault, until somebody says that the copy is gone."""

    __tablename__ = "copies_out"
    __table_args__ = (
        ForeignKeyConstraint(
            ["document_id", "of_version"],
            ["document_versions.document_id", "document_versions.number"],
            deferrable=True,
            initially="DEFERRED",
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(index=True)
    of_version: Mapped[int]
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    folder: Mapped[str]
    file_name: Mapped[str]
    gone_at: Mapped[str | None]
    gone_by: Mapped[str]


class KeptFileRow(Versioned, Base):
    """A file that was taken in, by its random name. It stays when its version is undone."""

    __tablename__ = "kept_files"

    name: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    size: Mapped[int]
    sha256: Mapped[str]
    at: Mapped[str]
