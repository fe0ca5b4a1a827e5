"""The lines of a letter gathered into headings, points of a list and paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from statistics import median

from jtai_desktop.domain.letters import headings
from jtai_desktop.domain.letters.furniture import usual_size
from jtai_desktop.domain.letters.lines import Line

SPREAD = 1.35  # lines further apart than this, in lines, are of two blocks
NEAR = 3.0  # points by which two indents may differ and be the same
ENDED = re.compile(r"[.?!:;…][’”'\")\]]*$")
USUAL_SPACING, WIDEST = 1.2, 1.7  # sizes from line to line
AMPLE = 1.5  # so much more room than the next word needs is no chance
LONGEST_HEADING = 4  # lines
Stretch = tuple[int, int]
LESSER = frozenset("-–—o◦○")  # the signs of points below points


class Form(StrEnum):
    """What a block is."""

    HEADING = "heading"
    POINT = "point"
    PARAGRAPH = "paragraph"


@dataclass(slots=True)
class Block:
    """Lines that belong together; `parts` are its paragraphs, and the points under a point."""

    form: Form
    parts: list[list[Line]] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """All its lines."""
        return [line for part in self.parts for line in part]

    @property
    def first(self) -> Line:
        """The line it begins with."""
        return self.parts[0][0]

    @property
    def last(self) -> Line:
        """The line it ends with, so far."""
        return self.parts[-1][-1]


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """The blocks, in reading order; every line is in one of them."""
    gathering = _Gathering(lines)
    for line in lines:
        gathering.take(line)
    return gathering.blocks


class _Gathering:
    """Takes one line after another and adds it to the block it belongs to."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.blocks: list[Block] = []
        self._body = usual_size(lines)
        self._spacing = _usual_spacing(lines) or self._body * USUAL_SPACING
        self._margins = _right_margins(lines)
        self._edges = _left_edges(lines)
        self._indents = _indents_of_points(lines)

    def take(self, line: Line) -> None:
        block = self.blocks[-1] if self.blocks else None
        if line.marker:
            self._take_point(block, line)
        elif self._is_heading(block, line):
            self._take_heading(block, line)
        elif block is None or block.form is Form.HEADING or self._crosses_frame(block, line):
            self._begin(Form.PARAGRAPH, line)
        else:
            self._take_text(block, line)

    def _begin(self, form: Form, line: Line) -> None:
        self.blocks.append(Block(form, [[line]]))

    def _is_heading(self, block: Block | None, line: Line) -> bool:
        if not headings.looks_like_heading(line, self._body):
            return False
        # A bold line in the midst of a point's text is emphasis.
        inside = block is not None and block.form is Form.POINT and self._follows(block, line)
        return not (inside and block is not None and abs(line.left - block.last.left) <= NEAR)

    def _crosses_frame(self, block: Block, line: Line) -> bool:
        aligned = abs(line.left - block.last.left) <= NEAR
        return line.framed != block.last.framed and not (aligned and self._follows(block, line))

    def _take_heading(self, block: Block | None, line: Line) -> None:
        if block and block.form is Form.HEADING and self._same_heading(block, line):
            block.parts[-1].append(line)
        else:
            self._begin(Form.HEADING, line)

    def _same_heading(self, block: Block, line: Line) -> bool:
        if len(block.lines) >= LONGEST_HEADING:
            return False
        last = block.last
        so_far = " ".join(other.text for other in block.lines)
        alike = (last.size, last.bold, last.framed) == (line.size, line.bold, line.framed)
        whole = headings.is_complete(so_far) or headings.is_complete(line.text)
        return alike and not whole and self._follows(block, line)

    def _take_point(self, block: Block | None, line: Line) -> None:
        if block and block.form is Form.POINT and _is_under(block, line):
            block.parts.append([line])
        else:
            self._begin(Form.POINT, line)

    def _take_text(self, block: Block, line: Line) -> None:
        if line.stretch == block.last.stretch:
            self._take_below(block, line)
        elif block.form is Form.POINT:
            self._take_point_overleaf(block, line)
        elif self._has_ended(block, line) or self._is_new_overleaf(block, line):
            self._begin(Form.PARAGRAPH, line)
        else:
            block.parts[-1].append(line)

    def _is_new_overleaf(self, block: Block, line: Line) -> bool:
        """A paragraph after the end of a sentence, and standing elsewhere."""
        ended = ENDED.search(block.last.text) is not None
        return ended and abs(line.left - block.last.left) > NEAR

    def _take_below(self, block: Block, line: Line) -> None:
        close = self._follows(block, line)
        point = block.form is Form.POINT
        outdented = point and line.left <= _indent_on_page(block) - NEAR
        if close and not (outdented and self._has_ended(block, line)):
            block.parts[-1].append(line)
        elif point and not outdented:
            block.parts.append([line])
        else:
            self._begin(Form.PARAGRAPH, line)

    def _take_point_overleaf(self, block: Block, line: Line) -> None:
        """A point goes on overleaf where its text stands in, or where its sentence is open."""
        stands_in = any(abs(line.left - indent) <= NEAR for indent in self._indents_on(block, line))
        ended = self._has_ended(block, line)
        if not stands_in and (ended or ENDED.search(block.last.text)):
            self._begin(Form.PARAGRAPH, line)
        elif not ended:
            block.parts[-1].append(line)
        else:
            block.parts.append([line])

    def _indents_on(self, block: Block, line: Line) -> list[float]:
        """Where the text of points stands on the line's page, which may be shifted as a whole."""
        shift = self._edges[line.stretch] - self._edges[block.last.stretch]
        return self._indents.get(line.stretch) or [block.last.left, block.last.left + shift]

    def _follows(self, block: Block, line: Line) -> bool:
        """Whether the line stands directly below the block."""
        last = block.last
        apart = line.y - last.y
        spacing = max(self._spacing, line.size * USUAL_SPACING)
        return line.stretch == last.stretch and apart <= SPREAD * spacing

    def _has_ended(self, block: Block, line: Line) -> bool:
        """Whether a block’s last line leaves room for the next word, which would stand there."""
        last = block.last
        word = line.text.split(" ", 1)[0]
        width = (line.right - line.left) * (len(word) + 1) / max(1, len(line.text))
        room = self._margins[last.stretch, last.framed] - last.right
        if ENDED.search(last.text):
            return room >= width
        return room >= AMPLE * width and not word[:1].islower()


def _indent_on_page(block: Block) -> float:
    """Where a point’s text stands on the page it has come to."""
    if block.first.stretch == block.last.stretch:
        return block.first.left
    return next(line.left for line in block.lines if line.stretch == block.last.stretch)


def _is_under(block: Block, line: Line) -> bool:
    """Whether a point stands under the block's own: in as far as its text, or further."""
    deeper = line.edge >= block.first.left - NEAR
    if line.framed != block.first.framed:
        return False
    if line.stretch == block.first.stretch:
        return deeper
    # Overleaf everything may be shifted, so the sign itself has to tell.
    style = _style(line.marker)
    if style == _style(block.first.marker):
        return False
    under = {_style(part[0].marker) for part in block.parts[1:] if part[0].marker}
    return deeper or style in under or style in LESSER


def _style(marker: str) -> str:
    return "number" if any(sign.isalnum() for sign in marker) else marker


def _usual_spacing(lines: Sequence[Line]) -> float:
    """How far lines of one paragraph are apart; 0 where no two stand so close."""
    apart = [
        below.y - line.y
        for line, below in pairwise(lines)
        if line.stretch == below.stretch and 0 < below.y - line.y <= WIDEST * line.size
    ]
    return median(apart) if apart else 0.0


def _right_margins(lines: Sequence[Line]) -> dict[tuple[Stretch, bool], float]:
    margins: dict[tuple[Stretch, bool], float] = {}
    for line in lines:
        key = line.stretch, line.framed
        margins[key] = max(margins.get(key, 0.0), line.right)
    return margins


def _left_edges(lines: Sequence[Line]) -> dict[Stretch, float]:
    edges: dict[Stretch, float] = {}
    for line in lines:
        edges[line.stretch] = min(edges.get(line.stretch, line.edge), line.edge)
    return edges


def _indents_of_points(lines: Sequence[Line]) -> dict[Stretch, list[float]]:
    indents: dict[Stretch, list[float]] = {}
    for line in lines:
        if line.marker:
            indents.setdefault(line.stretch, []).append(line.left)
    return indents
