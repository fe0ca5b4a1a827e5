"""Many items and documents at once: read past the session, and rows held while they change.

What a session watches costs several times as much as what is only read. So the parts that an
action does not touch are read as they are, and only the rows that it may change are loaded.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.store import documents as stored
from jtai_desktop.store.document_rows import document_of
from jtai_desktop.store.models import (
    AnswerRow,
    Base,
    DocumentRow,
    ItemRow,
    table_of,
)
from jtai_desktop.store.plain_rows import read

_ANSWERS = table_of(AnswerRow)
_DOCUMENTS, _ITEMS = table_of(DocumentRow), table_of(ItemRow)
Rows = dict[str, list[Any]]
Held = tuple[Base, ...]


def hold(session: Session, documents: Iterable[str], items: Iterable[str] = ()) -> Held:
    """The rows of these, loaded in one go; while they are held the session finds them at once."""
    some_documents = select(DocumentRow).where(DocumentRow.id.in_(list(documents)))
    some_items = select(ItemRow).where(ItemRow.id.in_(list(items)))
    return (*session.scalars(some_documents), *session.scalars(some_items))


def change(session: Session, items: Mapping[str, Item], documents: Mapping[str, Document]) -> None:
    """Items and documents as the records have them, with the pages of their answers."""
    _held = hold(session, documents, items)
    for item in items.values():
        stored.change_item(session, item)
    for document in documents.values():
        stored.change_document(session, document)


def present(session: Session, inspection_id: str, ids: Iterable[str]) -> list[str]:
    """Which of these items the inspection has."""
    mine = select(_ITEMS.c.id).where(_ITEMS.c.inspection_id == inspection_id)
    return [row.id for row in read(session, mine.where(_ITEMS.c.id.in_(list(ids))))]


def load_bare(session: Session, ids: Sequence[str]) -> dict[str, Document]:
    """Documents with the items that they answer, without their versions and lines."""
    answers = _parts(session, _ANSWERS, ids)
    return {row.id: document_of(row, answers[row.id]) for row in _rows(session, ids)}


def change_pages(session: Session, documents: Iterable[Document]) -> None:
    """The pages on which documents answer their items; no link comes or goes."""
    wanted = {document.id: dict(_pages(document)) for document in documents}
    some = select(AnswerRow).where(AnswerRow.document_id.in_(list(wanted)))
    for row in session.scalars(some):
        row.pages = wanted[row.document_id].get(row.item_id, row.pages)


def _pages(document: Document) -> Iterable[tuple[str, str]]:
    return ((answer.item_id, answer.pages) for answer in document.answers)


def _rows(session: Session, ids: Sequence[str]) -> list[Any]:
    return read(session, select(_DOCUMENTS).where(_DOCUMENTS.c.id.in_(list(ids))))


def _parts(session: Session, table: Table, ids: Sequence[str]) -> Rows:
    found: Rows = defaultdict(list)
    for row in read(session, select(table).where(table.c.document_id.in_(list(ids)))):
        found[row.document_id].append(row)
    return found
