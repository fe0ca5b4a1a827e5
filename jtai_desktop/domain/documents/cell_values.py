"""The value behind a cell that can be changed: taken from its records, and put into them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from jtai_desktop.domain.documents.cells import OWN, CellKey, Column, Of, Pair, RowKey
from jtai_desktop.domain.documents.document import Answer, Document
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.domain.moments import Moment

Value = str | Moment | tuple[date, ...] | None


def value_of(pair: Pair, key: CellKey) -> Value:
    """The value that a cell has now."""
    if key in _OF_ITEM:
        return _OF_ITEM[key](pair.item)
    if key is CellKey.PAGES:
        return pair.answer.pages if pair.answer else ""
    return _OF_DOCUMENT[key](pair.document) if pair.document else ""


def whose(pair: Pair, column: Column) -> tuple[CellKey, RowKey]:
    """What a cell sets: rows that share it must say the same."""
    item_id, document_id = pair.key
    shared = {Of.ITEM: RowKey(item_id, ""), Of.DOCUMENT: RowKey("", document_id)}
    return column.key, shared.get(column.of, pair.key)


def with_item(item: Item, key: CellKey, value: Any) -> Item:  # noqa: ANN401 - as read for the key
    """The item with another value."""
    if key is CellKey.INTERNAL:
        return replace(item, internal=value)
    if key in OWN:
        first, second, third = (
            value if each is key else now for each, now in zip(OWN, item.own, strict=True)
        )
        return replace(item, own=(first, second, third))
    if key is CellKey.ITEM_INTERNAL:
        return replace(item, notes=replace(item.notes, internal=value))
    return replace(item, notes=replace(item.notes, inspectors=value))


def with_document(
    document: Document,
    item_id: str,
    key: CellKey,
    value: Any,  # noqa: ANN401 - as read for the key
) -> Document:
    """The document with another value."""
    if key is CellKey.PAGES:
        answers = (
            Answer(item_id, value) if each.item_id == item_id else each for each in document.answers
        )
        return replace(document, answers=tuple(answers))
    if key is CellKey.NOTE_INTERNAL:
        return replace(document, notes=replace(document.notes, internal=value))
    if key is CellKey.NOTE_INSPECTORS:
        return replace(document, notes=replace(document.notes, inspectors=value))
    return replace(document, **{_FIELDS[key]: value})


_OF_ITEM: Final[MappingProxyType[CellKey, Callable[[Item], Value]]] = MappingProxyType(
    {
        CellKey.INTERNAL: lambda item: item.internal,
        CellKey.ITEM_INTERNAL: lambda item: item.notes.internal,
        CellKey.ITEM_INSPECTORS: lambda item: item.notes.inspectors,
        CellKey.OWN_1: lambda item: item.own[0],
        CellKey.OWN_2: lambda item: item.own[1],
        CellKey.OWN_3: lambda item: item.own[2],
    }
)
_FIELDS: Final = MappingProxyType(
    {
        CellKey.TITLE: "title",
        CellKey.AGENCY: "agency",
        CellKey.OWNER: "owner_id",
        CellKey.DEPUTY: "deputy_id",
        CellKey.DATES: "dates",
    }
)
_OF_DOCUMENT: Final[MappingProxyType[CellKey, Callable[[Document], Value]]] = MappingProxyType(
    {
        CellKey.TITLE: lambda document: document.title,
        CellKey.AGENCY: lambda document: document.agency,
        CellKey.OWNER: lambda document: document.owner_id,
        CellKey.DEPUTY: lambda document: document.deputy_id,
        CellKey.DATES: lambda document: document.dates,
        CellKey.NOTE_INTERNAL: lambda document: document.notes.internal,
        CellKey.NOTE_INSPECTORS: lambda document: document.notes.inspectors,
    }
)
