"""Tables: column heads between two rules and on every page, rows whole, grey section rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jtai_desktop.reports.blocks import Cell, Column, Row, SectionRow, Table
from jtai_desktop.reports.pdf.boxes import SMALL, TickBox
from jtai_desktop.reports.pdf.icons import DrawnIcon
from jtai_desktop.reports.pdf.signs import ICONS
from jtai_desktop.reports.pdf.strips import Placed, Rule, Strip
from jtai_desktop.reports.pdf.styles import (
    HEADING_RULE,
    MM,
    ROOM,
    ROW_RULE,
    TABLE,
    TABLE_HEAD,
    TABLE_HEAD_LIGHT,
    TABLE_QUIET,
    TABLE_STRONG,
    THIN_RULE,
    WIDTH,
    Align,
    Style,
)
from jtai_desktop.reports.pdf.tagging.tree import Element, Role, Scope
from jtai_desktop.reports.pdf.text import LaidText, laid

GUTTER = 1.6 * MM
_ABOVE = 2.0
_BELOW = 2.6
_TALL = 9 * MM
_DEEP = 25 * MM
_ICON = 9.2
_ICON_GAP = 2.6
_BOX_GAP = 3.4
_SECTION_INSET = 1.0 * MM
_HIGHEST_SECTION = 0.6  # of a page: a higher one would leave too much white before it


@dataclass(frozen=True, slots=True)
class _Place:
    """A column, or some of them as one, with the left edge and the width in points."""

    column: Column
    x: float
    width: float
    span: int = 1

    @property
    def align(self) -> Align:
        return Align.RIGHT if self.column.right else Align.LEFT

    @property
    def room(self) -> float:
        """What its texts may take; a right-aligned one reaches its edge."""
        return self.width - (0 if self.column.right else GUTTER)


def table(what: Table, at: Element, again: tuple[Strip, ...] = ()) -> list[Strip]:
    """The strips of a table; its element is added to the one given.

    `again` stands above the column heads where a later page goes on with it.
    """
    element = at.add(Role.TABLE)
    places = _places(what.columns)
    head = _head(places, element, light=what.light)
    strips = [head]
    for index, row in enumerate(what.rows):
        if isinstance(row, SectionRow):
            strip = replace(_section(row, places, element), keep=index + 1 < len(what.rows))
        else:
            strip = _row(row, places, element, _least(what, row))
        strips.append(replace(strip, heads=(*again, head)))
    return _together(strips, what.rows) if what.whole else strips


def _least(what: Table, row: Row) -> float:
    """How high a row is at least; deep only where something is still to be filled in."""
    if what.deep and any(not (cell.text or cell.below) for cell in row):
        return _DEEP
    return _TALL if what.tall else 0


def _together(strips: list[Strip], rows: Sequence[Row | SectionRow]) -> list[Strip]:
    """Sections that are not too high stay on one page: each of their rows holds to the next."""
    starts = [place for place, row in enumerate(rows, start=1) if isinstance(row, SectionRow)]
    for start, end in pairwise([*starts, len(strips)]):
        if sum(strip.height for strip in strips[start:end]) <= ROOM * _HIGHEST_SECTION:
            for place in range(start, end - 1):
                strips[place] = replace(strips[place], keep=True)
    return strips


def _places(columns: Sequence[Column]) -> list[_Place]:
    whole = sum(column.share for column in columns)
    places, x = [], 0.0
    for column in columns:
        width = WIDTH * column.share / whole
        places.append(_Place(column, x, width))
        x += width
    return places


def _head(places: Sequence[_Place], at: Element, *, light: bool) -> Strip:
    row = at.add(Role.ROW)
    style = TABLE_HEAD_LIGHT if light else TABLE_HEAD
    placed = []
    height = 0.0
    for place in places:
        cell = row.add(Role.HEADER_CELL, scope=Scope.COLUMN)
        text = laid(place.column.title, style.aligned(place.align), place.room, cell)
        placed.append(Placed(text, place.x, _ABOVE))
        height = max(height, text.height)
    below = THIN_RULE if light else HEADING_RULE
    return Strip(
        height + _ABOVE + _BELOW + below,
        tuple(placed),
        keep=True,
        rule_above=None if light else Rule(THIN_RULE),
        rule_below=Rule(below),
    )


def _row(cells: Row, places: Sequence[_Place], at: Element, least: float) -> Strip:
    row = at.add(Role.ROW)
    placed: list[Placed] = []
    for place, cell in zip(_taken(places, len(cells)), cells, strict=True):
        placed += _cell(cell, place, row)
    strip = row_strip(placed, above=_ABOVE, below=_BELOW)
    return replace(strip, height=max(strip.height, least))


def _taken(places: Sequence[_Place], cells: int) -> Sequence[_Place]:
    """Where so many cells stand: the last one takes the columns that are left."""
    if cells == len(places):
        return places
    left = places[cells - 1 :]
    last = replace(left[0], width=sum(place.width for place in left), span=len(left))
    return *places[: cells - 1], last


def row_strip(placed: Sequence[Placed], *, above: float, below: float) -> Strip:
    """A row with the grey rule below it."""
    height = max((each.y + each.thing.height for each in placed), default=above) + below
    return Strip(height + THIN_RULE, tuple(placed), rule_below=Rule(THIN_RULE, ROW_RULE))


def _cell(cell: Cell, place: _Place, row: Element) -> list[Placed]:
    names_row = place.column.names_row
    role = Role.HEADER_CELL if names_row else Role.CELL
    element = row.add(role, scope=Scope.ROW if names_row else None, span=place.span)
    alone = not (cell.below or cell.boxed)
    placed: list[Placed] = []
    y = _ABOVE
    for line in (cell, *cell.below):
        found = _line(line, place, element if alone else element.add(Role.PARAGRAPH), y)
        placed += found
        y += max(each.thing.height for each in found if isinstance(each.thing, LaidText))
    return placed


def _line(line: Cell, place: _Place, element: Element, y: float) -> list[Placed]:
    """One line of a cell: box, icon, text."""
    style = _style(line, place)
    x, placed = place.x, []
    if line.boxed:
        box = element.add(Role.FIGURE, alt="Box to tick")
        placed.append(Placed(TickBox(box, SMALL), x, y + (style.leading - SMALL) / 2, place.x))
        x += SMALL + _BOX_GAP
    if line.sign:
        icon = DrawnIcon(ICONS[line.sign], _ICON)
        placed.append(Placed(icon, x, y + (style.leading - _ICON) / 2, place.x))
        x += _ICON + _ICON_GAP
    text = laid(line.text, style, place.room - (x - place.x), element)
    return [*placed, Placed(text, x, y, place.x)]


def _style(cell: Cell, place: _Place) -> Style:
    strong = cell.strong or place.column.names_row
    style = TABLE_QUIET if cell.quiet else TABLE_STRONG if strong else TABLE
    return style.aligned(place.align)


def _section(row: SectionRow, places: Sequence[_Place], at: Element) -> Strip:
    indent = places[0].width
    cell = at.add(Role.ROW).add(Role.HEADER_CELL, scope=Scope.ROW, span=len(places))
    right = laid(row.right, TABLE.aligned(Align.RIGHT), 60 * MM, cell.add(Role.PARAGRAPH))
    taken = right.natural_width + GUTTER + _SECTION_INSET if row.right else 0
    title_x = indent if row.number else _SECTION_INSET
    placed = [
        Placed(_strong(row.number, indent, cell), _SECTION_INSET, _ABOVE),
        Placed(_strong(row.title, WIDTH - title_x - taken, cell), title_x, _ABOVE),
    ]
    cell.kids.append(cell.kids.pop(0))
    if row.right:
        placed.append(Placed(right, WIDTH - 60 * MM - _SECTION_INSET, _ABOVE))
    return replace(row_strip(placed, above=_ABOVE, below=_BELOW), tinted=True)


def _strong(text: str, width: float, at: Element) -> LaidText:
    return laid(text, TABLE_STRONG, width, at.add(Role.PARAGRAPH))
