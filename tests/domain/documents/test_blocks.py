"""Blocks as text: what is copied is pasted again, and what looks like a formula stays text."""

import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.domain.documents import blocks
from jtai_desktop.domain.documents.cell_edits import Edit
from jtai_desktop.domain.documents.cells import CellKey, RowKey
from jtai_desktop.domain.problems import Refused

CELLS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.text("\t\n\"'=+-@ab ", max_size=8),
).map(lambda text: text.replace("\r\n", "\n"))
BLOCKS = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(CELLS, min_size=width, max_size=width).map(tuple), min_size=1, max_size=6
    ).map(tuple)
)
ROWS = [RowKey("i1", "d1"), RowKey("i2", "d2")]
KEYS = [CellKey.OWNER, CellKey.DEPUTY]


class Table(HTMLParser):
    """The cells of a table as a spreadsheet would find them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            assert "mso-number-format:'\\@'" in (dict(attrs)["style"] or "")
            self.rows[-1].append("")
        elif tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_data(self, data: str) -> None:
        self.rows[-1][-1] += data


@given(BLOCKS)
def test_text_is_read_as_it_was_written(block: blocks.Block) -> None:
    assert blocks.from_text(blocks.to_text(block)) == block


@given(BLOCKS)
def test_no_cell_of_the_text_begins_like_a_formula(block: blocks.Block) -> None:
    for row in block:
        for cell in row:
            text = blocks.to_text([[cell]])
            assert text.removeprefix('"')[0] not in "=+-@"


@given(BLOCKS)
def test_a_table_says_the_same(block: blocks.Block) -> None:
    table = Table()
    table.feed(blocks.to_html(block))
    plain = [[cell.replace("\r\n", "\n").replace("\0", "\ufffd") for cell in row] for row in block]
    shown = [[cell.replace("\0", "\ufffd") for cell in row] for row in table.rows]
    assert shown == plain


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ("a\tb\nc", (("a", "b"), ("c", ""))),
        ('"two\nlines"\tsay "so"\r\n', (("two\nlines", 'say "so"'),)),
        ('"a ""b"""\t"open\r\n', (('a "b"', '"open'),)),
        ("'=1+1\t=1+1\t'tis\r\n", (("=1+1", "=1+1", "'tis"),)),
        ("a\t", (("a", ""),)),
        ("", ()),
        ("\r\n", (("",),)),
    ],
)
def test_text_as_spreadsheets_write_it(text: str, block: blocks.Block) -> None:
    assert blocks.from_text(text) == block


def test_a_block_is_laid_on_what_is_shown() -> None:
    laid = blocks.onto((("a", "b"), ("c", "d")), ROWS, KEYS)
    assert laid[1] == Edit("i1", "d1", CellKey.DEPUTY, "b")
    assert [edit.text for edit in laid] == ["a", "b", "c", "d"]
    assert {edit.text for edit in blocks.onto((("x",),), ROWS, KEYS)} == {"x"}
    assert len(blocks.filled("x", ROWS, KEYS)) == 4


def test_a_block_that_is_too_large_is_refused() -> None:
    with pytest.raises(Refused, match="has 3 rows, and there is room for 2"):
        blocks.onto((("a",), ("b",), ("c",)), ROWS, KEYS)
    with pytest.raises(Refused, match="3 columns"):
        blocks.onto((("a", "b", "c"),), ROWS, KEYS)
    with pytest.raises(Refused, match="200,000 cells"):
        blocks.from_text("a\t" * 200_001)


def test_open_quotation_marks_cost_no_time() -> None:
    started = time.process_time()
    blocks.from_text('"a\t' * 50_000)
    assert time.process_time() - started < 5
