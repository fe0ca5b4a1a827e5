"""A copied block as text, as spreadsheets put it on the clipboard, and as an HTML table; and back.

Text between tabs and line ends; a cell with either of them inside stands in quotation marks. A
cell that begins like a formula carries an apostrophe in the text and is marked as text in the
table, so that it stays text wherever it is pasted; when read, that apostrophe goes again.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

from jtai_desktop.domain.documents.cell_edits import Edit
from jtai_desktop.domain.documents.cells import CellKey, RowKey
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import counted

Block = tuple[tuple[str, ...], ...]

MOST_CELLS = 200_000
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_HELD = re.compile(r"'+[=+\-@\t\r]")
_NEEDS_MARKS = re.compile(r'[\t\n\r]|^"')
# A cell in quotation marks with what ends it, or a bare one.
_CELL = re.compile(r'(?:"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)|([^\t\r\n]*))(\t|\r\n|\n|\r|\Z)')
_TEXT_CELL = "mso-number-format:'\\@';white-space:pre-wrap"


def to_text(block: Iterable[Sequence[str]]) -> str:
    """The block as text."""
    return "".join("\t".join(map(_written, row)) + "\r\n" for row in block)


def from_text(text: str) -> Block:
    """The block that a text holds, every row of the same width."""
    rows: list[list[str]] = [[]]
    end, cells = 0, 0
    while end < len(text):
        match = _CELL.match(text, end)
        if match is None:
            break
        end, cells = match.end(), cells + 1
        if cells > MOST_CELLS:
            raise Refused(f"The block has more than {MOST_CELLS:,} cells. Paste it in parts.")
        rows[-1].append(_cell(match))
        if match[3] == "\t" and end == len(text):
            rows[-1].append("")
        elif match[3] not in {"\t", ""} and end < len(text):
            rows.append([])
    width = max(map(len, rows))
    return tuple((*row, *[""] * (width - len(row))) for row in rows) if width else ()


def to_html(block: Iterable[Sequence[str]], heads: Sequence[str] = ()) -> str:
    """The block as a table, with a row of headings where they are given."""
    first = f"<tr>{''.join(f'<th>{_shown(head)}</th>' for head in heads)}</tr>" if heads else ""
    cell = f'<td style="{_TEXT_CELL}">'
    rows = (f"<tr>{''.join(f'{cell}{_shown(text)}</td>' for text in row)}</tr>" for row in block)
    return f'<table border="1">{first}{"".join(rows)}</table>'


def onto(block: Block, rows: Sequence[RowKey], columns: Sequence[CellKey]) -> tuple[Edit, ...]:
    """The block laid on some rows and columns as they are shown; a single cell fills them all."""
    if len(block) == 1 and len(block[0]) == 1:
        return filled(block[0][0], rows, columns)
    _refuse_larger(len(block), len(rows), "row")
    _refuse_larger(max(map(len, block), default=0), len(columns), "column")
    return tuple(
        Edit(*row, column, text)
        for row, cells in zip(rows, block, strict=False)
        for column, text in zip(columns, cells, strict=False)
    )


def filled(text: str, rows: Iterable[RowKey], columns: Sequence[CellKey]) -> tuple[Edit, ...]:
    """The same text in each of these cells."""
    return tuple(Edit(*row, column, text) for row in rows for column in columns)


def _refuse_larger(wanted: int, there: int, word: str) -> None:
    if wanted > there:
        sentence = (
            f"The block has {counted(wanted, word)}, and there is room for {there} from here."
        )
        raise Refused(f"{sentence} Nothing was pasted.", place="block")


def _written(cell: str) -> str:
    kept = f"'{cell}" if _FORMULA.match(cell) else cell
    if not _NEEDS_MARKS.search(kept):
        return kept
    return '"' + kept.replace('"', '""') + '"'


def _cell(match: re.Match[str]) -> str:
    quoted, bare, _ = match.groups()
    text = bare if quoted is None else quoted.replace('""', '"')
    plain = text.replace("\r\n", "\n")
    return plain[1:] if _HELD.match(plain) else plain


def _shown(text: str) -> str:
    return escape(text).replace("\r\n", "\n").replace("\n", "<br>")
