"""Sizes, greys and measures of every paper. Lengths are in points unless the name says mm."""

from dataclasses import dataclass, replace
from enum import StrEnum

MM = 72 / 25.4

PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM
SIDE = 15 * MM
WIDTH = PAGE_WIDTH - 2 * SIDE
BODY_TOP = 26 * MM
BODY_BOTTOM = 275 * MM
ROOM = BODY_BOTTOM - BODY_TOP

BLACK = "#000000"
GREY = "#3C4448"
WHITE = "#FFFFFF"
TINT = "#ECEEEE"
ROW_RULE = "#B9BFC1"

HEADING_RULE = 1.2
THIN_RULE = 0.6
FRAME = 1.2

_CAPITALS = 0.698  # height of a capital in IBM Plex Sans, of its size


class Face(StrEnum):
    """The weights of the text face; what they lack comes from a fallback of like weight."""

    TEXT = "JTAI-Text"
    STRONG = "JTAI-Strong"
    MARKING = "JTAI-Marking"


class Align(StrEnum):
    """Where the lines of a text stand in their column."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a text. `drop` is from the top of a line to its baseline."""

    size: float
    leading: float
    face: Face = Face.TEXT
    ink: str = BLACK
    align: Align = Align.LEFT
    drop: float = 0
    spacing: float = 0

    @property
    def baseline(self) -> float:
        """From the top of the line; unless set, capitals stand in the middle of the line."""
        return self.drop or (self.leading + _CAPITALS * self.size) / 2

    def aligned(self, align: Align) -> "Style":
        return replace(self, align=align)

    def bold(self) -> "Style":
        return replace(self, face=Face.STRONG, ink=BLACK)


MARKING = Style(11, 14, Face.MARKING, align=Align.CENTRE, spacing=0.44)
FURNITURE = Style(8.5, 11)
TITLE = Style(24, 28, Face.STRONG)
UNDER_TITLE = Style(12, 15)
COVER = Style(33, 38, Face.STRONG)
BESIDE_COVER = Style(13, 18)
INNER_TITLE = Style(16, 20, Face.STRONG)
HEADING = Style(12, 16, Face.STRONG)
ASIDE = Style(9, 16, align=Align.RIGHT, drop=HEADING.baseline)
COUNTDOWN = Style(36, 36, Face.STRONG, align=Align.RIGHT)
COUNTDOWN_WORDS = Style(9.5, 12.5, Face.STRONG)
FIELDWORK = Style(9.5, 12.5)
READERS = Style(9.5, 12.5, Face.STRONG)

TEXT = Style(9.5, 13)
LEAD = Style(9.5, 13, Face.STRONG)
DETAIL = Style(9, 13, ink=GREY, drop=TEXT.baseline)

TABLE = Style(9, 12.2)
TABLE_STRONG = Style(9, 12.2, Face.STRONG)
TABLE_HEAD = Style(9, 12.2, Face.STRONG)
TABLE_QUIET = Style(9, 12.2, ink=GREY)
TABLE_HEAD_LIGHT = Style(9, 12.2, ink=GREY)
CODES = Style(9, 14.9)
AGENCY = Style(9.5, 14.9, Face.STRONG, drop=CODES.baseline)
AGENCY_COUNT = Style(9.5, 14.9, drop=CODES.baseline)
SMALL_PRINT = Style(9, 12.2, ink=GREY)
WEEK_DAY = Style(8.5, 11, ink=GREY)
WEEK_NUMBER = Style(9.5, 11, Face.STRONG, drop=WEEK_DAY.baseline)
WEEK_ENTRY = Style(8.5, 11.4)
WEEK_HOUR = Style(8.5, 11.4, ink=GREY)
