"""Tables: column heads between two rules and on every page, rows whole, grey section rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jtai_desktop.reports.pdf.icons import DrawnIcon, Icon
from jtai_desktop.reports.pdf.strips import Placed, Rule, Strip
from jtai_desktop.reports.pdf.styles import (
    HEADING_RULE,
    MM,
    ROW_RULE,
    TABLE,
    TABLE_HEAD,
    TABLE_STRONG,
    THIN_RULE,
    Align,
    Style,
)
from jtai_desktop.reports.pdf.tagging.tree import Element, Role, Scope
from jtai_desktop.reports.pdf.text import LaidText, laid

GUTTER = 1.6 * MM
_ABOVE = 2.0
_BELOW = 2.6
_ICON = 9.2
_ICON_GAP = 2.6
_SECTION_INSET = 1.0 * MM


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `names_row` makes its cells the heads of their rows; they print bold."""

    title: str
    width: float
    align: Align = Align.LEFT
    names_row: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, with the icon of its state if it has one; late and warnings are strong."""

    text: str
    icon: Icon | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A grey row that heads the rows after it, with a count at the right."""

    number: str
    title: str
    right: str = ""


Row = tuple[Cell, ...]


def table(columns: Sequence[Column], rows: Sequence[Row | SectionRow], at: Element) -> list[Strip]:
    """The strips of a table; its element is added to the one given."""
    element = at.add(Role.TABLE)
    head = _head(columns, element)
    strips = [head]
    for index, row in enumerate(rows):
        if isinstance(row, SectionRow):
            strip = _section(row, len(columns), element, columns[0].width)
            strips.append(replace(strip, heads=(head,), keep=index + 1 < len(rows)))
        else:
            strips.append(replace(_row(row, columns, element), heads=(head,)))
    return strips


def _head(columns: Sequence[Column], at: Element) -> Strip:
    row = at.add(Role.ROW)
    placed = []
    height = 0.0
    for x, column in _positions(columns):
        cell = row.add(Role.HEADER_CELL, scope=Scope.COLUMN)
        text = laid(column.title, TABLE_HEAD.aligned(column.align), column.width - GUTTER, cell)
        placed.append(Placed(text, x, _ABOVE))
        height = max(height, text.height)
    return Strip(
        height + _ABOVE + _BELOW + HEADING_RULE,
        tuple(placed),
        keep=True,
        rule_above=Rule(THIN_RULE),
        rule_below=Rule(HEADING_RULE),
    )


def _row(cells: Row, columns: Sequence[Column], at: Element) -> Strip:
    row = at.add(Role.ROW)
    placed: list[Placed] = []
    for (x, column), cell in zip(_positions(columns), cells, strict=True):
        placed += _cell(cell, column, x, row)
    return row_strip(placed, above=_ABOVE, below=_BELOW)


def row_strip(placed: Sequence[Placed], *, above: float, below: float) -> Strip:
    """A row with the grey rule below it."""
    height = max((each.y + each.thing.height for each in placed), default=above) + below
    return Strip(height + THIN_RULE, tuple(placed), rule_below=Rule(THIN_RULE, ROW_RULE))


def _cell(cell: Cell, column: Column, x: float, row: Element) -> list[Placed]:
    role = Role.HEADER_CELL if column.names_row else Role.CELL
    element = row.add(role, scope=Scope.ROW if column.names_row else None)
    style = _style(cell, column)
    indent = _ICON + _ICON_GAP if cell.icon else 0
    text = laid(cell.text, style, column.width - GUTTER - indent, element)
    placed = [Placed(text, x + indent, _ABOVE)]
    if cell.icon:
        icon_top = _ABOVE + (style.leading - _ICON) / 2
        placed.insert(0, Placed(DrawnIcon(cell.icon, _ICON), x, icon_top))
    return placed


def _style(cell: Cell, column: Column) -> Style:
    style = TABLE_STRONG if cell.strong or column.names_row else TABLE
    return style.aligned(column.align)


def _section(row: SectionRow, span: int, at: Element, indent: float) -> Strip:
    cell = at.add(Role.ROW).add(Role.HEADER_CELL, scope=Scope.ROW, span=span)
    right = laid(row.right, TABLE.aligned(Align.RIGHT), 60 * MM, cell.add(Role.PARAGRAPH))
    taken = right.natural_width + GUTTER + _SECTION_INSET if row.right else 0
    title_width = 180 * MM - indent - taken
    placed = [
        Placed(_strong(row.number, indent, cell), _SECTION_INSET, _ABOVE),
        Placed(_strong(row.title, title_width, cell), indent, _ABOVE),
    ]
    cell.kids.append(cell.kids.pop(0))
    if row.right:
        placed.append(Placed(right, 120 * MM - _SECTION_INSET, _ABOVE))
    return replace(row_strip(placed, above=_ABOVE, below=_BELOW), tinted=True)


def _strong(text: str, width: float, at: Element) -> LaidText:
    return laid(text, TABLE_STRONG, width, at.add(Role.PARAGRAPH))


def _positions(columns: Sequence[Column]) -> list[tuple[float, Column]]:
    positions = []
    x = 0.0
    for column in columns:
        positions.append((x, column))
        x += column.width
    return positions
