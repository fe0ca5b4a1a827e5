"""The help texts as they are written: a small part of Markdown, read into blocks and spans.

Known are `#` and `##`, paragraphs, `-` and `1.` lists, `|` tables whose first row is the head,
`**bold**` and `[words](page)`. Everything else is plain text; nothing is ever read as HTML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_INLINE = re.compile(r"\*\*(?P<bold>[^*]+)\*\*|\[(?P<words>[^\]]+)\]\((?P<page>[a-z0-9-]+)\)")
_NUMBERED = re.compile(r"[0-9]+\. ")
_TABLE_RULE = re.compile(r"[|\s:-]+")


class Form(StrEnum):
    """What a block is."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    BULLET = "bullet"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one manner; `page` is where a link leads."""

    text: str
    bold: bool = False
    page: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a line of a list."""

    form: Form
    spans: tuple[Span, ...]

    @property
    def plain(self) -> str:
        """The block as plain text."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row is the head."""

    rows: tuple[tuple[tuple[Span, ...], ...], ...]

    @property
    def plain(self) -> str:
        """The table as plain text."""
        cells = ("".join(span.text for span in cell) for row in self.rows for cell in row)
        return " ".join(cells)


Part = Block | Table


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a text in their order."""
    return tuple(_parts(text))


def spans_of(text: str) -> tuple[Span, ...]:
    """The spans of one line."""
    found: list[Span] = []
    at = 0
    for match in _INLINE.finditer(text):
        if match.start() > at:
            found.append(Span(text[at : match.start()]))
        words = match["bold"] or match["words"]
        found.append(Span(words, bold=bool(match["bold"]), page=match["page"] or ""))
        at = match.end()
    if at < len(text):
        found.append(Span(text[at:]))
    return tuple(found)


def title_of(parts: tuple[Part, ...]) -> str:
    """The title of a page."""
    titles = (each.plain for each in parts if isinstance(each, Block) and each.form is Form.TITLE)
    return next(titles, "")


def plain_of(parts: tuple[Part, ...]) -> str:
    """A page as plain text, for searching."""
    return "\n".join(each.plain for each in parts)


def _parts(text: str) -> Iterator[Part]:
    """Lines that follow each other are one paragraph, one item or one table."""
    lines: list[str] = []
    for line in (*text.splitlines(), ""):
        stripped = line.strip()
        if lines and (not stripped or _begins(stripped, lines)):
            yield _part(lines)
            lines = []
        if stripped:
            lines.append(stripped)


def _begins(line: str, before: list[str]) -> bool:
    """Whether a line is the beginning of something else than what stands before."""
    if line.startswith("|"):
        return not before[0].startswith("|")
    starts = line.startswith(("#", "- ")) or _NUMBERED.match(line) is not None
    return starts or before[0].startswith(("#", "|"))


def _part(lines: list[str]) -> Part:
    if lines[0].startswith("|"):
        rows = (line for line in lines if not _TABLE_RULE.fullmatch(line))
        return Table(tuple(_row(line) for line in rows))
    text = " ".join(lines)
    for start, form in (("## ", Form.HEADING), ("# ", Form.TITLE), ("- ", Form.BULLET)):
        if text.startswith(start):
            return Block(form, spans_of(text.removeprefix(start)))
    if found := _NUMBERED.match(text):
        return Block(Form.NUMBERED, spans_of(text[found.end() :]))
    return Block(Form.TEXT, spans_of(text))


def _row(line: str) -> tuple[tuple[Span, ...], ...]:
    return tuple(spans_of(cell.strip()) for cell in line.strip().strip("|").split("|"))
