"""The base of all tables: how constraints are named, and the version that each record carries."""

from typing import Any, ClassVar

from sqlalchemy import ForeignKey, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """All tables of the vault."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text()}


class Versioned:
    """A record with a version number. It is raised where changes are caught, once an action."""

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy hands in the class
        """A save of a row that has another version by now fails."""
        return {"version_id_col": cls.version, "version_id_generator": False}


def table_of(row: type[Base]) -> Table:
    """The table behind the rows of a class, for statements that go past the session."""
    return Base.metadata.tables[row.__tablename__]


def refers_to(column: str) -> ForeignKey:
    """A reference that is checked at the end of the transaction, so that order does not matter.

    Nothing cascades: a row that goes without being seen would be missing from the history.
    """
    return ForeignKey(column, deferrable=True, initially="DEFERRED")
