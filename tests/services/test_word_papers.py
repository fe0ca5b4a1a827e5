"""Papers for Word: whatever stands on the paper stands in the file, in the same order."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest

from jtai_desktop.reports.blocks import (
    Bars,
    Block,
    Cell,
    Facts,
    Heading,
    SectionRow,
    Sentence,
    Table,
)
from jtai_desktop.services import paper_shelf, word_papers
from jtai_desktop.services.word_papers import PUBLISHED
from tests.services.shelf import Shelf, in_order, squeezed, wishes


def _texts(block: Block) -> Iterator[str]:
    """What a reader must find of it."""
    if isinstance(block, Heading):
        yield block.title
    elif isinstance(block, Sentence):
        yield block.text
    elif isinstance(block, Table):
        yield from _in_table(block)
    elif isinstance(block, Facts):
        for each in block.rows:
            yield from (each.lead, each.text, each.paragraph, each.remark)
        if not block.rows:
            yield block.nothing
    elif isinstance(block, Bars):
        for bar in block.bars:
            yield from (bar.label, *map(str, bar.amounts))


def _in_table(table: Table) -> Iterator[str]:
    for row in table.rows:
        if isinstance(row, SectionRow):
            yield from (row.number, row.title, row.right)
        else:
            yield from (text for cell in row for text in _in_cell(cell))
    if not table.rows:
        yield table.nothing


def _in_cell(cell: Cell) -> Iterator[str]:
    yield cell.text
    for each in cell.below:
        yield from _in_cell(each)


@pytest.mark.parametrize("key", PUBLISHED)
def test_every_text_of_the_paper_stands_in_the_file(shelf: Shelf, key: str) -> None:
    inspection = shelf.view.inspection.id
    for wish in wishes(key):
        single, _ = paper_shelf.single(shelf.workspace, inspection, key, wish)
        content = word_papers.make(shelf.workspace, inspection, key, wish).content
        with ZipFile(BytesIO(content)) as package:
            told = package.read("word/document.xml").decode()
        said = squeezed(unescape("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", told))))
        wanted = [squeezed(each) for block in single.sheet.blocks for each in _texts(block)]
        assert len(wanted) > 10
        in_order(said, [each for each in wanted if each])
