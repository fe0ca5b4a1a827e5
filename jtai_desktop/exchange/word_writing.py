"""A document for Word, written whole: real headings, tables with heads, language, marking.

What is asked of such a file is short, so it is written by hand; the same facts give the same bytes.
"""

import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from xml.sax.saxutils import escape

from jtai_desktop.exchange import word_parts as parts

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that the format can say
TWIPS = 1440 / 25.4  # in a millimetre
ROOM = 180 * TWIPS  # across a page
_LONG = 1_500  # characters in one cell; half a page


@dataclass(frozen=True, slots=True)
class WordHeading:
    """A heading of the first or second level."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class WordText:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row: the lines of each cell. One cell alone heads the rows after it.

    Of fewer cells than there are columns, the last one takes the room of those that are left.
    """

    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class WordTable:
    """Rows under heads that are repeated on each page.

    `least` is the height, in millimetres, of rows in which a cell is empty.
    """

    name: str
    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[WordRow, ...]
    least: float = 0


@dataclass(frozen=True, slots=True)
class WordDocument:
    """All of it. `marking` stands at the head and the foot of every page, `about` at its foot."""

    title: str
    under_title: str
    marking: str
    about: str
    language: str
    created: datetime
    blocks: tuple[WordHeading | WordText | WordTable, ...]


def written(document: WordDocument) -> bytes:
    """The file."""
    return packed(files_of(document, "".join(_body(document))))


def packed(files: Mapping[str, str]) -> bytes:
    """The parts of a file, by their names, as one."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text.encode())
    return stream.getvalue()


def files_of(document: WordDocument, body: str) -> dict[str, str]:
    """The parts of a file with this body."""
    marking, about = escaped(document.marking), escaped(document.about)
    created = document.created.strftime("%Y-%m-%dT%H:%M:%SZ")
    told = (escaped(document.title), marking, document.language, created)
    return {
        "[Content_Types].xml": parts.CONTENT_TYPES,
        "_rels/.rels": parts.RELATIONS,
        "docProps/core.xml": parts.CORE.format(*told),
        "word/_rels/document.xml.rels": parts.DOCUMENT_RELATIONS,
        "word/styles.xml": parts.STYLES.format(document.language),
        "word/header1.xml": parts.HEADER.format(marking),
        "word/footer1.xml": parts.FOOTER.format(about, marking),
        "word/document.xml": parts.DOCUMENT.format(body),
    }


def paragraph(text: str, style: str = "") -> str:
    """One paragraph; a line break within the text stays one."""
    dressed = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    lines = (f'<w:t xml:space="preserve">{escaped(line)}</w:t>' for line in text.split("\n"))
    return f"<w:p>{dressed}<w:r>{'<w:br/>'.join(lines)}</w:r></w:p>"


def escaped(text: str) -> str:
    """What XML can hold, with its own signs escaped."""
    return escape("".join(sign if _is_plain(sign) else " " for sign in text))


def _body(document: WordDocument) -> Iterator[str]:
    yield paragraph(document.title, "Title")
    if document.under_title:
        yield paragraph(document.under_title, "Subtitle")
    for block in document.blocks:
        if isinstance(block, WordTable):
            yield _table(block)
        elif isinstance(block, WordHeading):
            yield paragraph(block.text, f"Heading{block.level}")
        else:
            yield paragraph(block.text)


def _table(table: WordTable) -> str:
    whole = sum(table.shares)
    widths = [round(ROOM * share / whole) for share in table.shares]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row([(head,) for head in table.heads], widths, "TableHead", parts.HEAD_ROW)
    least = round(table.least * TWIPS)
    height = f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>' if least else ""
    rows = "".join(_body_row(row, widths, height) for row in table.rows)
    dressed = parts.TABLE.format(escaped(table.name).replace('"', "&quot;"))
    return f"<w:tbl>{dressed}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl><w:p/>"


def _body_row(row: WordRow, widths: list[int], height: str) -> str:
    if len(row.cells) == 1:
        cell = _cell(row.cells[0], sum(widths), "TableHead", _span(len(widths)))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
    to_fill = not all(any(lines) for lines in row.cells)
    longest = max(sum(map(len, lines)) for lines in row.cells)
    # A row that is kept whole and higher than a page would lose what does not fit.
    whole = "<w:cantSplit/>" if longest < _LONG else ""
    return _row(row.cells, widths, "TableText", f"{whole}{height if to_fill else ''}")


def _row(
    cells: list[tuple[str, ...]] | tuple[tuple[str, ...], ...],
    widths: list[int],
    style: str,
    dressed: str,
) -> str:
    before, left = widths[: len(cells) - 1], widths[len(cells) - 1 :]
    inside = [_cell(cell, width, style) for cell, width in zip(cells, before, strict=False)]
    inside.append(_cell(cells[-1], sum(left), style, _span(len(left))))
    return f"<w:tr><w:trPr>{dressed}</w:trPr>{''.join(inside)}</w:tr>"


def _span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""


def _cell(lines: tuple[str, ...], width: int, style: str, more: str = "") -> str:
    inside = "".join(paragraph(line, style) for line in lines or ("",))
    sized = f'<w:tcW w:w="{width}" w:type="dxa"/>{more}'
    return f"<w:tc><w:tcPr>{sized}</w:tcPr>{inside}</w:tc>"


def _is_plain(sign: str) -> bool:
    return unicodedata.category(sign) not in {"Cc", "Cs"} and ord(sign) not in {0xFFFE, 0xFFFF}
