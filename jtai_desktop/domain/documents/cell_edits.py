"""Cells that are to be changed at once: what comes of them, and each that can’t be taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jtai_desktop.domain.documents.cell_people import Known
from jtai_desktop.domain.documents.cell_reading import Wrong, read
from jtai_desktop.domain.documents.cell_texts import edit_text, heading_of
from jtai_desktop.domain.documents.cell_values import (
    Value,
    value_of,
    whose,
    with_document,
    with_item,
)
from jtai_desktop.domain.documents.cells import BY_KEY, CellKey, Column, Of, Pair, RowKey
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.domain.problems import Problem

GONE = "This row is no longer in the register."
NO_DOCUMENT = "The item has no document yet. Add one first."
TWO_VALUES = "Two rows that share this say different things of it."


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell and the text that it is to have."""

    item_id: str
    document_id: str
    column: CellKey
    text: str

    @property
    def row(self) -> RowKey:
        """The row that it stands in."""
        return RowKey(self.item_id, self.document_id)


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """A cell that can’t be changed as wished: where, what was found, what is wanted."""

    edit: Edit
    code: str
    heading: str
    found: str
    wanted: str
    sentence: str

    @property
    def problem(self) -> Problem:
        """The same with its place: 4.7, Owner."""
        place = f"{self.code}, {self.heading}" if self.code else self.heading
        return Problem(place, self.sentence)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would come of some edits. With a problem among them nothing is to be kept.

    `edits` are those that change something; items and documents are as they would then be.
    """

    edits: tuple[Edit, ...] = ()
    problems: tuple[RefusedCell, ...] = ()
    items: Mapping[str, Item] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)


def settle(edits: Iterable[Edit], pairs: Mapping[RowKey, Pair], known: Known) -> Outcome:
    """What comes of the edits, in their order; every cell that is refused is named."""
    settling = _Settling(pairs, known)
    for edit in edits:
        settling.take(edit)
    return Outcome(
        tuple(settling.kept), tuple(settling.problems), settling.items, settling.documents
    )


class _Settling:
    """The records as they become while one edit after another is taken."""

    def __init__(self, pairs: Mapping[RowKey, Pair], known: Known) -> None:
        self.kept: list[Edit] = []
        self.problems: list[RefusedCell] = []
        self.items: dict[str, Item] = {}
        self.documents: dict[str, Document] = {}
        self._pairs, self._known = pairs, known
        self._said: dict[tuple[CellKey, RowKey], Value] = {}

    def take(self, edit: Edit) -> None:
        """Take one edit, or note why it can’t be taken."""
        column, pair = BY_KEY[edit.column], self._pairs.get(edit.row)
        if pair is None:
            self._refuse(edit, "", Wrong(edit.text, "a row of the register", GONE))
            return
        found = self._value(column, edit, pair)
        if isinstance(found, Wrong):
            self._refuse(edit, pair.item.code, found)
        elif self._said.setdefault(whose(pair, column), found) != found:
            wanted = "the same in each row of the item or document"
            self._refuse(edit, pair.item.code, Wrong(edit.text, wanted, TWO_VALUES))
        elif found != value_of(pair, edit.column):
            self._put(column, edit, pair, found)

    def _value(self, column: Column, edit: Edit, pair: Pair) -> Value | Wrong:
        if not column.editable:
            sentence = f"{column.heading} is worked out by the program and can’t be typed."
            return Wrong(edit.text, "nothing typed here", sentence)
        if column.of is not Of.ITEM and pair.document is None:
            return Wrong(edit.text, "a row with a document", NO_DOCUMENT)
        if edit.text == edit_text(pair, edit.column, self._known):
            # What stands there may stay, even where it could not be typed today.
            return value_of(pair, column.key)
        return read(column, edit.text, pair, self._known)

    def _put(self, column: Column, edit: Edit, pair: Pair, value: Value) -> None:
        self.kept.append(edit)
        if column.of is Of.ITEM:
            item = self.items.get(pair.item.id, pair.item)
            self.items[item.id] = with_item(item, column.key, value)
        elif pair.document is not None:
            document = self.documents.get(pair.document.id, pair.document)
            changed = with_document(document, pair.item.id, column.key, value)
            self.documents[document.id] = changed

    def _refuse(self, edit: Edit, code: str, wrong: Wrong) -> None:
        heading = heading_of(BY_KEY[edit.column], self._known)
        found = RefusedCell(edit, code, heading, wrong.found, wrong.wanted, wrong.sentence)
        self.problems.append(found)
