"""Children, items and documents: rows to records and back."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Table, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.documents.document import Answer, Document, Version
from jtai_desktop.domain.documents.items import AskedFor, Child, Item, Notes, Source
from jtai_desktop.domain.documents.lines import Line
from jtai_desktop.store import values
from jtai_desktop.store.canonical import canonical
from jtai_desktop.store.document_rows import document_of
from jtai_desktop.store.models import (
    AnswerRow,
    ChildRow,
    DocumentRow,
    ItemRow,
    KeptFileRow,
    LineRow,
    VersionRow,
    table_of,
)
from jtai_desktop.store.plain_rows import read

_CHILDREN, _ITEMS, _DOCUMENTS = (table_of(each) for each in (ChildRow, ItemRow, DocumentRow))
_PARTS = tuple(table_of(each) for each in (AnswerRow, VersionRow, LineRow))


@dataclass(frozen=True, slots=True)
class Asked:
    """All that is asked for in one inspection, and all there is."""

    children: tuple[Child, ...]
    items: tuple[Item, ...]
    documents: tuple[Document, ...]


def load(session: Session, inspection_id: str) -> Asked:
    """Everything of one inspection; the words of the pack are put in by the caller."""
    mine = select(_ITEMS).where(_ITEMS.c.inspection_id == inspection_id)
    rows = read(session, mine.order_by(_ITEMS.c.position, _ITEMS.c.id))
    found = children(session, inspection_id)
    by_id = {child.id: child for child in found}
    items = tuple(_item(row, by_id.get(row.child_id or "")) for row in rows)
    here = _DOCUMENTS.c.inspection_id == inspection_id
    return Asked(found, items, _documents(session, here))


def children(session: Session, inspection_id: str) -> tuple[Child, ...]:
    """The selected children, in their order."""
    mine = select(_CHILDREN).where(_CHILDREN.c.inspection_id == inspection_id)
    rows = read(session, mine.order_by(_CHILDREN.c.position, _CHILDREN.c.id))
    return tuple(_child(row) for row in rows)


def numbers(session: Session, inspection_id: str, source: Source) -> tuple[str, ...]:
    """The numbers of the items that come from there."""
    mine = select(_ITEMS.c.number).where(_ITEMS.c.inspection_id == inspection_id)
    return tuple(row.number for row in read(session, mine.where(_ITEMS.c.source == source.value)))


def load_documents(session: Session, ids: Sequence[str]) -> tuple[Document, ...]:
    """Some documents whole, in the order asked for; refused if one is gone."""
    found = {document.id: document for document in _documents(session, _DOCUMENTS.c.id.in_(ids))}
    return tuple(values.found(found.get(one)) for one in ids)


def load_answering(session: Session, item_id: str) -> tuple[Document, ...]:
    """The documents that answer an item, whole."""
    mine = select(AnswerRow.document_id).where(AnswerRow.item_id == item_id)
    return _documents(session, _DOCUMENTS.c.id.in_(mine))


def load_items(session: Session, ids: Sequence[str]) -> tuple[Item, ...]:
    """Some items, without the words of the pack, in the order asked for."""
    rows = {row.id: row for row in read(session, select(_ITEMS).where(_ITEMS.c.id.in_(ids)))}
    wanted = {row.child_id for row in rows.values() if row.child_id}
    theirs = select(_CHILDREN).where(_CHILDREN.c.id.in_(wanted))
    by_id = {row.id: _child(row) for row in read(session, theirs)} if wanted else {}
    found = (values.found(rows.get(one)) for one in ids)
    return tuple(_item(row, by_id.get(row.child_id or "")) for row in found)


def add_child(session: Session, inspection_id: str, child: Child) -> None:
    """A selected child."""
    row = ChildRow(id=child.id, inspection_id=inspection_id)
    row.position = child.position
    _fill_child(row, child)
    session.add(row)


def change_child(session: Session, child: Child) -> None:
    """What is recorded of a child; refused if it is stale."""
    row = values.found(session.get(ChildRow, child.id))
    values.same_version(row.version, child.version)
    _fill_child(row, child)


def add_item(session: Session, inspection_id: str, item: Item) -> None:
    """A new item."""
    row = ItemRow(id=item.id, inspection_id=inspection_id, source=item.source.value)
    row.number, row.position = item.number, item.position
    row.child_id = item.child.id if item.child else None
    row.title = row.agency = row.asked_by = row.section = row.paragraph = ""
    _fill_item(row, item)
    session.add(row)


def change_item(session: Session, item: Item) -> None:
    """Due times, asked for, notes as the record has them, of one added by hand its words too.

    Refused if it is stale.
    """
    row = values.found(session.get(ItemRow, item.id))
    values.same_version(row.version, item.version)
    _fill_item(row, item)


def remove_item(session: Session, item_id: str) -> None:
    """Take an item away, with what answers it; a document that answers nothing else goes too."""
    answers = list(session.scalars(select(AnswerRow).where(AnswerRow.item_id == item_id)))
    for row in answers:
        others = select(AnswerRow).where(AnswerRow.document_id == row.document_id)
        if len(list(session.scalars(others))) == 1:
            session.delete(values.found(session.get(DocumentRow, row.document_id)))
        session.delete(row)
    session.delete(values.found(session.get(ItemRow, item_id)))


def add_document(session: Session, inspection_id: str, document: Document) -> None:
    """A new document, with the items that it answers."""
    row = DocumentRow(id=document.id, inspection_id=inspection_id, newest=0, taken=0)
    session.add(row)
    _fill_document(session, row, document)
    for answer in document.answers:
        _add_answer(session, document, answer)


def change_document(session: Session, document: Document) -> None:
    """The document as the record has it: what is new is added, versions and lines stay."""
    row = values.found(session.get(DocumentRow, document.id))
    values.same_version(row.version, document.version)
    _fill_document(session, row, document)


def change_answers(session: Session, document: Document) -> None:
    """Which items it answers, and on which pages."""
    wanted = {answer.item_id: answer for answer in document.answers}
    mine = select(AnswerRow).where(AnswerRow.document_id == document.id)
    for row in session.scalars(mine):
        if row.item_id in wanted:
            row.pages = wanted.pop(row.item_id).pages
        else:
            session.delete(row)
    for answer in wanted.values():
        _add_answer(session, document, answer)


def keep_file(session: Session, inspection_id: str, version: Version) -> None:
    """That a file was taken in for an inspection, under its random name."""
    row = KeptFileRow(name=version.kept, inspection_id=inspection_id, size=version.size)
    row.sha256, row.at = version.sha256, values.instant(version.when)
    session.add(row)


def kept_files(session: Session) -> frozenset[str]:
    """The names of all files taken in, those of undone versions too."""
    return frozenset(session.scalars(select(KeptFileRow.name)))


def _fill_child(row: ChildRow, child: Child) -> None:
    row.reference, row.label, row.in_scope = child.reference, child.label, child.in_scope
    row.age, row.age_to = child.age, child.age_to
    row.agencies = canonical(list(child.agencies))
    row.school, row.school_told_by, row.outcome = child.school, child.school_told_by, child.outcome
    row.school_told = values.instant(child.school_told) if child.school_told else None


def _fill_item(row: ItemRow, item: Item) -> None:
    if item.source is Source.HAND:
        # The words of the others are in the pack.
        row.child_id = item.child.id if item.child else None
        row.title, row.agency, row.asked_by = item.title, item.agency, item.asked_by
        row.section, row.paragraph = item.section, item.paragraph
    row.due_day, row.due_hour, row.due_time = values.moment(item.due)
    internal = values.moment(item.internal)
    row.internal_day, row.internal_hour, row.internal_time = internal
    asked = item.asked_for
    row.asked_for_at = values.instant(asked.when) if asked else None
    row.asked_for_by = asked.by if asked else None
    row.note_internal, row.note_inspectors = item.notes.internal, item.notes.inspectors
    row.own_1, row.own_2, row.own_3 = item.own


def _fill_document(session: Session, row: DocumentRow, document: Document) -> None:
    row.title, row.agency = document.title, document.agency
    row.owner_id, row.deputy_id = document.owner_id or None, document.deputy_id or None
    row.dates = canonical([day.isoformat() for day in document.dates])
    row.copied_version = document.copied
    row.note_internal = document.notes.internal
    row.note_inspectors = document.notes.inspectors
    new = [each for each in document.versions if each.number > row.newest]
    session.add_all(_version_row(document.id, each) for each in new)
    later = [each for each in document.lines if int(each.id) > row.taken]
    session.add_all(_line_row(document.id, each) for each in later)
    row.newest, row.taken = row.newest + len(new), row.taken + len(later)


def _add_answer(session: Session, document: Document, answer: Answer) -> None:
    row = AnswerRow(document_id=document.id, item_id=answer.item_id, pages=answer.pages)
    session.add(row)


def _version_row(document_id: str, version: Version) -> VersionRow:
    return VersionRow(
        document_id=document_id,
        number=version.number,
        file_name=version.file_name,
        size=version.size,
        sha256=version.sha256,
        at=values.instant(version.when),
        person=version.by.person,
        behalf=version.by.behalf,
        note=version.note,
        kept=version.kept or None,
        place=version.place,
    )


def _line_row(document_id: str, line: Line) -> LineRow:
    row = LineRow(document_id=document_id, number=int(line.id), step=line.step.value)
    row.at, row.person, row.behalf = values.instant(line.when), line.by.person, line.by.behalf
    row.of_version, row.sha256 = line.version, line.sha256
    row.reason, row.text, row.way = line.reason, line.text, line.way
    row.whom, row.about, row.corrects = line.whom, line.about, line.corrects
    row.due_day, row.due_hour, row.due_time = values.moment(line.due)
    row.points = " ".join(line.points)
    return row


def _child(row: Any) -> Child:  # noqa: ANN401 - a row that was just read
    return Child(
        id=row.id,
        reference=row.reference,
        label=row.label,
        age=row.age,
        in_scope=row.in_scope,
        position=row.position,
        age_to=row.age_to,
        agencies=tuple(json.loads(row.agencies)),
        school=row.school,
        school_told=values.instant_of(row.school_told) if row.school_told else None,
        school_told_by=row.school_told_by,
        outcome=row.outcome,
        version=row.version,
    )


def _item(row: Any, child: Child | None) -> Item:  # noqa: ANN401
    asked = None
    if row.asked_for_at is not None:
        asked = AskedFor(values.instant_of(row.asked_for_at), row.asked_for_by or "")
    return Item(
        id=row.id,
        source=Source(row.source),
        number=row.number,
        title=row.title,
        short=row.title,
        agency=row.agency,
        asked_by=row.asked_by,
        section=row.section,
        paragraph=row.paragraph,
        position=row.position,
        child=child,
        due=values.moment_or_none(row.due_day, row.due_hour, row.due_time),
        internal=values.moment_or_none(row.internal_day, row.internal_hour, row.internal_time),
        asked_for=asked,
        notes=Notes(row.note_internal, row.note_inspectors),
        own=(row.own_1, row.own_2, row.own_3),
        version=row.version,
    )


def _documents(session: Session, which: ColumnElement[bool]) -> tuple[Document, ...]:
    """Documents whole, their parts read in one go each."""
    answers, versions, lines = (_grouped(session, table, which) for table in _PARTS)
    rows = read(session, select(_DOCUMENTS).where(which).order_by(_DOCUMENTS.c.id))
    return tuple(document_of(row, answers[row.id], versions[row.id], lines[row.id]) for row in rows)


def _grouped(session: Session, parts: Table, which: ColumnElement[bool]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    whose = select(_DOCUMENTS.c.id).where(which)
    for row in read(session, select(parts).where(parts.c.document_id.in_(whose))):
        found[row.document_id].append(row)
    return found
