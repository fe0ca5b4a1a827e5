"""The requested information: sections, items, and the case-file documents of each child."""

import re
from dataclasses import dataclass
from enum import StrEnum

from jtai_desktop.guidance.entry import LINE, Entry, Known
from jtai_desktop.guidance.root import Root

ITEM_NUMBER = re.compile(r"([1-9]\d?)\.([1-9]\d?)")
REGISTER = 32  # characters of a title that fit in the register
GRID = 11  # characters of one line that fit in the head of the grid
GRID_LINES = 2


class Currency(StrEnum):
    """How recent a document must be, where no number of months says it."""

    CURRENT = "current"
    MOST_RECENT = "most-recent"
    MOST_RECENT_ANNUAL = "most-recent-annual"
    NOT_SAID = "not-said"


class ItemKind(StrEnum):
    """Whether an item asks for papers or for something to be done."""

    DOCUMENT = "document"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the requested information, and the agency it belongs to."""

    number: str
    title: str
    agency: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is asked for. `window_months` 0 means that none is given."""

    number: str
    section: str
    title: str
    short: str
    agency: str
    paragraph: str
    kind: ItemKind = ItemKind.DOCUMENT
    currency: Currency = Currency.NOT_SAID
    window_months: int = 0
    count: int = 1
    unit: str = ""
    on_request: bool = False
    asked_by: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of case-file document, asked for each selected child."""

    number: int
    title: str
    short: str
    grid: tuple[str, ...]
    agency: str
    paragraph: str
    condition: str = ""
    window_months: int = 0
    detail: str = ""


def read_sections(root: Root) -> tuple[Section, ...]:
    """Every section, in the order of the file."""
    agencies = root.keys("agencies")
    return tuple(_section(entry, agencies) for entry in root.entries("sections", "number"))


def read_items(root: Root) -> tuple[Item, ...]:
    """Every item, in the order of the file."""
    agencies, sections = root.keys("agencies"), root.keys("sections", "number")
    return tuple(_item(entry, agencies, sections) for entry in root.entries("items", "number"))


def read_document_kinds(root: Root) -> tuple[DocumentKind, ...]:
    """Every kind of case-file document, in the order of the file."""
    agencies = root.keys("agencies")
    return tuple(_kind(entry, agencies) for entry in root.entries("document_kinds", "number"))


def _section(entry: Entry, agencies: Known) -> Section:
    return Section(
        number=str(entry.whole("number", 1, 99) or ""),
        title=entry.text("title", most=LINE),
        agency=entry.refers("agency", agencies, "agencies"),
        paragraph=entry.paragraph(),
    )


def _item(entry: Entry, agencies: Known, sections: Known) -> Item:
    item = Item(
        number=entry.text("number", most=REGISTER),
        section=str(entry.number_of("section", sections, "sections") or ""),
        title=entry.text("title"),
        short=entry.text("short", most=REGISTER),
        agency=entry.refers("agency", agencies, "agencies"),
        paragraph=entry.paragraph(),
        kind=entry.choice("kind", ItemKind, ItemKind.DOCUMENT),
        currency=entry.choice("currency", Currency, Currency.NOT_SAID),
        window_months=entry.whole("window_months", 1, 120, 0),
        count=entry.whole("count", 1, 99, 1),
        unit=entry.text("unit", "", most=REGISTER),
        on_request=entry.flag("on_request"),
        asked_by=entry.text("asked_by", "", most=LINE),
        detail=entry.text("detail", ""),
    )
    _number_fits(entry, item, sections)
    _terms_fit(entry, item)
    return item


def _number_fits(entry: Entry, item: Item, sections: Known) -> None:
    found = ITEM_NUMBER.fullmatch(item.number)
    if item.number and not found:
        entry.fault("“number” must be section and item, such as “4.7”.")
    elif found and item.section in (sections or ()) and found[1] != item.section:
        entry.fault(f"“number” and “section” differ: “{item.number}” and {item.section}.")


def _terms_fit(entry: Entry, item: Item) -> None:
    told = any(entry.has(field) for field in ("currency", "window_months", "on_request"))
    if not told and item.kind is ItemKind.DOCUMENT:
        entry.fault("Say how recent it must be: “currency”, “window_months” or “on_request”.")
    if item.on_request and not entry.has("asked_by"):
        entry.fault("“asked_by” is missing; say who asks for what comes only on request.")
    if not item.on_request and entry.has("asked_by"):
        entry.fault("“asked_by” goes with “on_request = true” only.")
    if item.count > 1 and not entry.has("unit"):
        entry.fault("“unit” is missing; say what is counted, such as “sets”.")


def _kind(entry: Entry, agencies: Known) -> DocumentKind:
    kind = DocumentKind(
        number=entry.whole("number", 1, 99),
        title=entry.text("title"),
        short=entry.text("short", most=REGISTER),
        grid=entry.texts("grid", needed=True, most=GRID),
        agency=entry.refers("agency", agencies, "agencies"),
        paragraph=entry.paragraph(),
        condition=entry.text("condition", "", most=REGISTER),
        window_months=entry.whole("window_months", 1, 120, 0),
        detail=entry.text("detail", ""),
    )
    if len(kind.grid) > GRID_LINES:
        entry.fault(f"“grid” has {len(kind.grid)} lines; the head of the grid has room for two.")
    return kind
