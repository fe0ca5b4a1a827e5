"""The names of an inspection’s three columns of its own."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from jtai_desktop.domain.documents.items import Own
from jtai_desktop.store.models import OwnColumnRow, table_of
from jtai_desktop.store.plain_rows import read

_COLUMNS = table_of(OwnColumnRow)


def load(session: Session, inspection_id: str) -> Own:
    """The three names; empty where a column has none."""
    mine = select(_COLUMNS).where(_COLUMNS.c.inspection_id == inspection_id)
    names = {row.number: row.name for row in read(session, mine)}
    return names.get(1, ""), names.get(2, ""), names.get(3, "")


def put(session: Session, inspection_id: str, number: int, name: str) -> None:
    """Name one of them; an empty name takes it away."""
    row = session.get(OwnColumnRow, (inspection_id, number))
    if row is None and name:
        session.add(OwnColumnRow(inspection_id=inspection_id, number=number, name=name))
    elif row is not None and name:
        row.name = name
    elif row is not None:
        session.delete(row)
