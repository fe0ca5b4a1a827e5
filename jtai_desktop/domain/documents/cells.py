"""The columns of the register as data, the same for screen, clipboard, workbook and command line.

A row is one item with one of its documents; an item with three documents has three rows, one
without any has one. The columns of an item stand in each of its rows, those of a document in each
row of an item that it answers: setting one sets it for all of them. An item column may be typed in
any of the rows; two rows that say different things of one record are refused, not guessed at.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from jtai_desktop.domain.documents.document import Answer, Document
from jtai_desktop.domain.documents.items import Item
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.documents.track import Standing
from jtai_desktop.domain.moments import Moment


class CellKey(StrEnum):
    """Which column; the values are kept in saved views and in workbooks."""

    CODE = "code"
    SECTION = "section"
    CHILD = "child"
    ITEM = "item"
    ITEM_TITLE = "item-title"
    TITLE = "title"
    AGENCY = "agency"
    OWNER = "owner"
    DEPUTY = "deputy"
    DUE = "due"
    INTERNAL = "internal-due"
    LATE = "late"
    STATE = "state"
    THEIRS = "inspectors"
    SENT = "version-sent"
    HERE = "version-here"
    DATES = "dates"
    PAGES = "pages"
    CHASED = "chased"
    NOTE_INTERNAL = "note-internal"
    NOTE_INSPECTORS = "note-inspectors"
    ITEM_INTERNAL = "item-note-internal"
    ITEM_INSPECTORS = "item-note-inspectors"
    OWN_1 = "own-1"
    OWN_2 = "own-2"
    OWN_3 = "own-3"


class Form(StrEnum):
    """What stands in a column, and so how it is read and written."""

    LINE = "line"
    NOTE = "note"
    AGENCY = "agency"
    PERSON = "person"
    DATES = "dates"
    MOMENT = "moment"
    NUMBER = "number"


class Of(StrEnum):
    """Whose it is; pages belong to the two together."""

    ITEM = "item"
    DOCUMENT = "document"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `width` is in characters, for a workbook; `longest` is of a line of text."""

    key: CellKey
    heading: str
    form: Form = Form.LINE
    of: Of = Of.ITEM
    editable: bool = False
    width: int = 12
    longest: int = 200
    needed: bool = False


def _read(key: CellKey, heading: str, width: int, form: Form = Form.LINE) -> Column:
    return Column(key, heading, form, width=width)


def _edit(key: CellKey, heading: str, width: int, form: Form, of: Of, longest: int = 200) -> Column:
    needed = key in {CellKey.TITLE, CellKey.AGENCY}
    return Column(
        key, heading, form, of, editable=True, width=width, longest=longest, needed=needed
    )


COLUMNS: Final = (
    _read(CellKey.CODE, "No.", 7),
    _read(CellKey.SECTION, "Section", 8),
    _read(CellKey.CHILD, "Child", 10),
    _read(CellKey.ITEM, "Item", 30),
    _read(CellKey.ITEM_TITLE, "Item in full", 44),
    _edit(CellKey.TITLE, "Document", 30, Form.LINE, Of.DOCUMENT),
    _edit(CellKey.AGENCY, "Agency", 13, Form.AGENCY, Of.DOCUMENT),
    _edit(CellKey.OWNER, "Owner", 20, Form.PERSON, Of.DOCUMENT),
    _edit(CellKey.DEPUTY, "Deputy", 20, Form.PERSON, Of.DOCUMENT),
    _read(CellKey.DUE, "Due", 27, Form.MOMENT),
    _edit(CellKey.INTERNAL, "Internal due", 27, Form.MOMENT, Of.ITEM),
    _read(CellKey.LATE, "Late", 20),
    _read(CellKey.STATE, "Our status", 14),
    _read(CellKey.THEIRS, "Inspectors", 11),
    _read(CellKey.SENT, "Sent version", 8, Form.NUMBER),
    _read(CellKey.HERE, "Here version", 8, Form.NUMBER),
    _edit(CellKey.DATES, "Document date", 24, Form.DATES, Of.DOCUMENT),
    _edit(CellKey.PAGES, "Pages", 9, Form.LINE, Of.ANSWER, 60),
    _read(CellKey.CHASED, "Chased", 8, Form.NUMBER),
    _edit(CellKey.NOTE_INTERNAL, "Internal note", 36, Form.NOTE, Of.DOCUMENT),
    _edit(CellKey.NOTE_INSPECTORS, "Note for inspectors", 36, Form.NOTE, Of.DOCUMENT),
    _edit(CellKey.ITEM_INTERNAL, "Internal note on the item", 36, Form.NOTE, Of.ITEM),
    _edit(CellKey.ITEM_INSPECTORS, "Note for inspectors on the item", 36, Form.NOTE, Of.ITEM),
    _edit(CellKey.OWN_1, "Own column 1", 18, Form.LINE, Of.ITEM),
    _edit(CellKey.OWN_2, "Own column 2", 18, Form.LINE, Of.ITEM),
    _edit(CellKey.OWN_3, "Own column 3", 18, Form.LINE, Of.ITEM),
)
# The three of one’s own: a council names them, and they are called by number until then.
OWN: Final = (CellKey.OWN_1, CellKey.OWN_2, CellKey.OWN_3)
BY_KEY: Final = MappingProxyType({column.key: column for column in COLUMNS})


class RowKey(NamedTuple):
    """What a row is known by: its item and its document, which is empty where there is none."""

    item_id: str
    document_id: str


@dataclass(frozen=True, slots=True)
class Pair:
    """What can be changed in a row: the item, its document, and the time that may not be passed."""

    item: Item
    document: Document | None
    due: Moment | None = None

    @property
    def key(self) -> RowKey:
        """What the row is known by."""
        return RowKey(self.item.id, self.document.id if self.document else "")

    @property
    def answer(self) -> Answer | None:
        """The link of the two."""
        answers = self.document.answers if self.document else ()
        return next((each for each in answers if each.item_id == self.item.id), None)


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is shown: the pair, the line of the register, and where the document stands."""

    pair: Pair
    entry: Entry
    standing: Standing | None = None

    @property
    def key(self) -> RowKey:
        """What the row is known by."""
        return self.pair.key


def rows(entries: Iterable[Entry]) -> tuple[Row, ...]:
    """The rows of some lines of the register, in their order."""
    return tuple(row for entry in entries for row in _rows(entry))


def _rows(entry: Entry) -> tuple[Row, ...]:
    if not entry.documents:
        return (Row(Pair(entry.item, None, entry.due), entry),)
    pairs = zip(entry.documents, entry.standings, strict=True)
    return tuple(
        Row(Pair(entry.item, document, entry.due), entry, standing) for document, standing in pairs
    )
