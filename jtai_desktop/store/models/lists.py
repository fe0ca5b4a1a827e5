"""Tables of the child-level lists: versions, problems, what was done with them, what is kept."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base, Versioned, refers_to


class ListVersionRow(Versioned, Base):
    """A list as it was taken in; never changed but for `taken`, the number of its lines."""

    __tablename__ = "list_versions"
    __table_args__ = (UniqueConstraint("inspection_id", "list_number", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    list_number: Mapped[int]
    number: Mapped[int]
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    file: Mapped[str]
    digest: Mapped[str]
    sheet: Mapped[str]
    heading_row: Mapped[int]
    read: Mapped[int]
    accepted: Mapped[int]
    with_problems: Mapped[int]
    blank: Mapped[int]
    taken: Mapped[int]


class ListProblemRow(Versioned, Base):
    """A problem of a version, without the values found; `rows` is a JSON list. Never changed."""

    __tablename__ = "list_problems"

    list_version_id: Mapped[str] = mapped_column(refers_to("list_versions.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rule: Mapped[str]
    gravity: Mapped[str]
    letter: Mapped[str]
    heading: Mapped[str]
    wanted: Mapped[str]
    alike: Mapped[int]
    rows: Mapped[str]


class ListLineRow(Versioned, Base):
    """That a version was checked, signed, sent or withdrawn; never changed."""

    __tablename__ = "list_lines"

    list_version_id: Mapped[str] = mapped_column(refers_to("list_versions.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    step: Mapped[str]
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    who: Mapped[str]
    way: Mapped[str]
    reason: Mapped[str]


class ListKeptRow(Base):
    """What later checks need of the rows; history does not tell of it.

    `children` (of lists 6 to 8) is JSON; `marks` is Base64 of two marks a row, made with `salt`.
    """

    __tablename__ = "list_kept"

    list_version_id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    list_number: Mapped[int]
    number: Mapped[int]
    children: Mapped[str]
    salt: Mapped[str]
    marks: Mapped[str]


class ListHandRow(Versioned, Base):
    """What a person said of a heading, remembered for the council; no column leaves it out."""

    __tablename__ = "list_hands"

    list_number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    heading: Mapped[str] = mapped_column(primary_key=True)
    column: Mapped[str]
