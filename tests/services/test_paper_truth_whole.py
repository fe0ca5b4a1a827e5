"""Whatever a paper says stands in its PDF once and in order: every row and field of every paper.

What a paper says, and that it is what the screens say, is tried paper by paper in the tests beside.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pytest

from jtai_desktop.reports.blocks import Block, Cell, Facts, Heading, SectionRow, Sentence, Table
from jtai_desktop.reports.checklist import AgencyMatrix, ChecklistSection, DailyChecklist
from jtai_desktop.services import paper_shelf, papers
from jtai_desktop.services.paper_kinds import CHECKLIST, KINDS, PACK
from jtai_desktop.services.paper_shelf import Wish
from tests.services.shelf import Shelf, in_order, squeezed, wishes

# A row of fewer signs may well be part of another.
TELLING = 8


class Said(NamedTuple):
    """What stands in a row; heads come again overleaf."""

    text: str
    is_head: bool = False


def _cells(cells: Iterable[Cell]) -> str:
    return "".join(f"{cell.text}{_cells(cell.below)}" for cell in cells)


def _blocks(blocks: Iterable[Block]) -> Iterator[Said]:
    """Row by row what is printed; what is drawn says nothing that no row says."""
    for block in blocks:
        if isinstance(block, Heading):
            yield Said(f"{block.title}{block.aside}", is_head=True)
        elif isinstance(block, Sentence):
            yield Said(f"{block.text}{block.aside}")
        elif isinstance(block, Facts):
            rows = [f"{row.lead}{row.text}{row.paragraph}{row.remark}" for row in block.rows]
            yield from map(Said, rows or [block.nothing])
        elif isinstance(block, Table):
            yield from _table(block) if block.rows else [Said(block.nothing)]


def _table(table: Table) -> Iterator[Said]:
    yield Said("".join(column.title for column in table.columns), is_head=True)
    for row in table.rows:
        if isinstance(row, SectionRow):
            yield Said(f"{row.number}{row.title}{row.right}")
        else:
            yield Said(_cells(row))


def _checklist(checklist: DailyChecklist) -> Iterator[Said]:
    for section in checklist.sections:
        yield Said(f"{section.title}{section.aside}", is_head=True)
        if isinstance(section, ChecklistSection):
            rows = [f"{ln.lead}{ln.text}{ln.detail}{ln.right}" for ln in section.lines]
            yield from map(Said, rows or [section.nothing])
        else:
            yield from _matrix(section) if section.rows else [Said(section.nothing)]


def _matrix(matrix: AgencyMatrix) -> Iterator[Said]:
    yield Said("".join((matrix.agency_heading, *matrix.columns)), is_head=True)
    for row in matrix.rows:
        codes = ("".join(codes) or "–" for codes in row.cells)
        yield Said(f"{row.agency}{row.count}{''.join(codes)}")


def _said(shelf: Shelf, key: str, wish: Wish) -> list[Said]:
    inspection = shelf.view.inspection.id
    if key == CHECKLIST:
        what, _ = papers.checklist_of_day(shelf.workspace, inspection, agency=wish.agency)
        rows = list(_checklist(what))
    else:
        single, _ = paper_shelf.single(shelf.workspace, inspection, key, wish)
        rows = list(_blocks(single.sheet.blocks))
    small = [Said(squeezed(row.text), row.is_head) for row in rows]
    return [row for row in small if row.text]


@pytest.mark.parametrize("key", [key for key in KINDS if key != PACK])
def test_every_row_of_a_paper_is_printed_once_and_in_order(shelf: Shelf, key: str) -> None:
    (wish, *_) = wishes(key)
    told, rows = squeezed(shelf.told(key, wish)), _said(shelf, key, wish)
    assert len(rows) > 2
    in_order(told, [row.text for row in rows])
    whole = "".join(row.text for row in rows)
    for row in rows:
        if not row.is_head and len(row.text) >= TELLING:
            assert told.count(row.text) == whole.count(row.text), row.text
