"""A line of text as it stands on a page of a letter."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: where it stands, how it looks, what it says.

    Lengths are points; `y` counts from the top of the page to the foot of the letters.
    """

    page: int
    edge: float  # where its first sign stands: the bullet, or the text
    left: float  # where its text begins
    right: float
    y: float
    size: float
    text: str
    bold: bool = False
    marker: str = ""  # the bullet or number in front of the text
    note: str = ""  # a raised number in front: the beginning of a footnote
    framed: bool = False
    page_height: float = 842.0
    column: int = 0  # of a page in columns: the stretch of text it belongs to

    @property
    def stretch(self) -> tuple[int, int]:
        """The page and column: within these the text runs from top to bottom."""
        return self.page, self.column

    @property
    def depth(self) -> float:
        """How far down the page it stands, from 0 to 1."""
        return self.y / self.page_height if self.page_height else 0.0


@dataclass(frozen=True, slots=True)
class Pages:
    """What was read of a file: how many pages it has, and their lines in reading order."""

    count: int
    lines: tuple[Line, ...]
