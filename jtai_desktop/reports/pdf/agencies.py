"""Still to send, by agency: one row per agency, small boxes with codes in each column."""

from dataclasses import replace

from jtai_desktop.reports.checklist import AgencyMatrix, AgencyRow
from jtai_desktop.reports.pdf.boxes import Codes, boxed_codes
from jtai_desktop.reports.pdf.strips import Placed, Rule, Strip
from jtai_desktop.reports.pdf.styles import (
    AGENCY,
    AGENCY_COUNT,
    CODES,
    MM,
    TABLE_HEAD_LIGHT,
    THIN_RULE,
    WIDTH,
)
from jtai_desktop.reports.pdf.tables import row_strip
from jtai_desktop.reports.pdf.tagging.tree import Element, Role, Scope
from jtai_desktop.reports.pdf.text import LaidText, Run, laid

_USUAL_SHARES = (28.9, 27.3, 27.3, 44.1, 52.4)
_GUTTER = 2 * MM
_CODES_GUTTER = 3.5 * MM
_HEAD_ABOVE, _HEAD_BELOW = 1.0, 1.9
_ABOVE, _BELOW = 1.6, 3.1


def agency_strips(matrix: AgencyMatrix, at: Element, again: Strip) -> list[Strip]:
    """The table below its heading; on each page the heading and the column heads repeat."""
    widths = _widths(matrix)
    table = at.add(Role.TABLE)
    head = _head((matrix.agency_heading, *matrix.columns), widths, table)
    return [head, *[_row(row, widths, table, (again, head)) for row in matrix.rows]]


def _widths(matrix: AgencyMatrix) -> list[float]:
    count = len(matrix.columns) + 1
    shares = matrix.shares or (_USUAL_SHARES if count == len(_USUAL_SHARES) else (1.0,) * count)
    return [WIDTH * share / sum(shares) for share in shares]


def _head(titles: tuple[str, ...], widths: list[float], at: Element) -> Strip:
    row = at.add(Role.ROW)
    placed = []
    x = 0.0
    for title, width in zip(titles, widths, strict=True):
        cell = row.add(Role.HEADER_CELL, scope=Scope.COLUMN)
        placed.append(Placed(laid(title, TABLE_HEAD_LIGHT, width - _GUTTER, cell), x, _HEAD_ABOVE))
        x += width
    height = max(each.thing.height for each in placed)
    whole = _HEAD_ABOVE + height + _HEAD_BELOW + THIN_RULE
    return Strip(whole, tuple(placed), keep=True, rule_below=Rule(THIN_RULE))


def _row(agency: AgencyRow, widths: list[float], at: Element, heads: tuple[Strip, ...]) -> Strip:
    row = at.add(Role.ROW)
    name = row.add(Role.HEADER_CELL, scope=Scope.ROW)
    runs = [Run(agency.agency, AGENCY), Run(f" \u00a0{agency.count}", AGENCY_COUNT)]
    placed = [Placed(laid(runs, AGENCY, widths[0] - _GUTTER, name), 0, _ABOVE)]
    x = widths[0]
    for codes, width in zip(agency.cells, widths[1:], strict=True):
        placed.append(Placed(_cell(codes, width - _CODES_GUTTER, row.add(Role.CELL)), x, _ABOVE))
        x += width
    return replace(row_strip(placed, above=_ABOVE, below=_BELOW), heads=heads)


def _cell(codes: tuple[str, ...], width: float, cell: Element) -> Codes | LaidText:
    return boxed_codes(codes, width, cell) if codes else laid("–", CODES, width, cell)
