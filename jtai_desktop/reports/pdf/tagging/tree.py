"""The structure tree of a tagged PDF: what each piece of content is, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """The standard structure types we use."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"


HEADINGS = {Role.H1: 1, Role.H2: 2, Role.H3: 3}


class Scope(StrEnum):
    """What a header cell is the header of."""

    COLUMN = "Column"
    ROW = "Row"


@dataclass(frozen=True, slots=True)
class Mark:
    """One bracketed piece of content: its page (from 0) and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page (from 0), in points from its lower left corner."""

    page: int
    x: float
    y: float


@dataclass(slots=True, eq=False)
class Element:
    """One node. The layout builds the tree; drawing adds the marks.

    A link names its `target`; drawing tells its `extent` (width and height from its spot).
    """

    role: Role
    kids: list["Element"] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    alt: str = ""
    actual_text: str = ""
    title: str = ""
    scope: Scope | None = None
    span: int = 1
    spot: Spot | None = None
    target: "Element | None" = None
    extent: tuple[float, float] | None = None

    def add(
        self,
        role: Role,
        *,
        alt: str = "",
        title: str = "",
        scope: Scope | None = None,
        span: int = 1,
    ) -> "Element":
        """A new child, last in reading order."""
        child = Element(role, alt=alt, title=title, scope=scope, span=span)
        self.kids.append(child)
        return child

    @property
    def drawn(self) -> bool:
        """Whether it or anything in it has content; an empty cell counts, it holds the grid."""
        cell = self.role in {Role.CELL, Role.HEADER_CELL}
        return cell or bool(self.marks) or any(kid.drawn for kid in self.kids)

    def walk(self) -> Iterator["Element"]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()
