"""What stands on every page: marking, header line, footer line, practice mark."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from jtai_desktop.reports.pdf.lines import Line, broken
from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.styles import (
    BLACK,
    FURNITURE,
    MARKING,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIDE,
    WHITE,
    WIDTH,
    Style,
)
from jtai_desktop.reports.pdf.tagging.marks import Artifact
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import shortened

CHILDREN = "Children by label only"
PRACTICE = "PRACTICE"
DRAFT = "DRAFT"

_EDGE = 7 * MM
_MARKING_BASELINE = 10.65 * MM
_LOWER_MARKING_BASELINE = PAGE_HEIGHT - 7.9 * MM
_HEADER_BASELINE = 18.3 * MM
_HEADER_RULE = 20.8 * MM
_FOOTER_RULE = 275.75 * MM
_FOOTER_BASELINE = 280.75 * MM
_RULE = 0.75
_MARKING_WIDTH = 120 * MM
_INSPECTION_WIDTH = 110 * MM
_FOOTER_WIDTH = 90 * MM
_LOUD = replace(MARKING, ink=WHITE)
_LOUD_HEIGHT = MARKING.leading
_LOUD_INSET = 5.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """The texts around the pages of one part of a paper.

    A `numbered` part also says in its footer on which of its own pages one is.
    """

    marking: str
    inspection: str
    as_at: str
    footer: str
    practice: bool = False
    middle: str = CHILDREN
    draft: bool = False
    seal: str = ""
    numbered: bool = False

    @property
    def left_off(self) -> tuple[str, ...]:
        """Texts too long for their line: the first page must say them in full."""
        asked = (
            (self.marking, MARKING, _MARKING_WIDTH),
            (self.inspection, FURNITURE, _INSPECTION_WIDTH),
        )
        return tuple(text for text, style, width in asked if shortened(text, style, width)[1])

    def footer_on(self, page: int, pages: int) -> str:
        """Readiness pack: documents register, page 2 of 2."""
        return f"{self.footer}, page {page} of {pages}" if self.numbered else self.footer


@dataclass(frozen=True, slots=True)
class Spoken:
    """Elements for the furniture of the first page, where it is read out once."""

    marking: Element
    inspection: Element
    as_at: Element
    practice: Element
    draft: Element


def spoken_in(root: Element) -> Spoken:
    """New paragraphs for it, first in reading order."""
    marking, practice, draft, inspection, as_at = (root.add(Role.PARAGRAPH) for _ in range(5))
    return Spoken(marking, inspection, as_at, practice, draft)


def draw_head(pen: Pen, furniture: Furniture, spoken: Spoken | None = None) -> None:
    """Above a page; as content if it is spoken, else as artifacts."""
    with _bracket(pen, spoken.marking if spoken else None):
        _draw_marking(pen, furniture.marking, _MARKING_BASELINE)
    if furniture.practice:
        with _bracket(pen, spoken.practice if spoken else None):
            _draw_loud(pen, PRACTICE, _MARKING_BASELINE)
    if furniture.draft:
        with _bracket(pen, spoken.draft if spoken else None):
            _draw_loud(pen, DRAFT, _MARKING_BASELINE, at_right=True)
    with _bracket(pen, spoken.inspection if spoken else None):
        line = _fitted(furniture.inspection, FURNITURE, _INSPECTION_WIDTH)
        pen.lines([(SIDE, line)], _HEADER_BASELINE, 0)
    with _bracket(pen, spoken.as_at if spoken else None):
        line = _fitted(furniture.as_at, FURNITURE, WIDTH)
        pen.lines([(SIDE + WIDTH - line.width, line)], _HEADER_BASELINE, 0)
    with pen.artifact(Artifact.HEADER):
        pen.rule(SIDE, _HEADER_RULE, WIDTH, _RULE)


def draw_foot(pen: Pen, furniture: Furniture, footer: str, number: str) -> None:
    """Below a page, always as artifacts."""
    with pen.artifact(Artifact.FOOTER):
        pen.rule(SIDE, _FOOTER_RULE, WIDTH, _RULE)
        _draw_footer(pen, furniture, footer, number)
        _draw_marking(pen, furniture.marking, _LOWER_MARKING_BASELINE)
        if furniture.practice:
            _draw_loud(pen, PRACTICE, _LOWER_MARKING_BASELINE)
        if furniture.draft:
            _draw_loud(pen, DRAFT, _LOWER_MARKING_BASELINE, at_right=True)


def _bracket(pen: Pen, element: Element | None) -> AbstractContextManager[None]:
    if element is None:
        return pen.artifact(Artifact.HEADER)
    return pen.marked(element, SIDE, _EDGE)


def _draw_marking(pen: Pen, marking: str, baseline: float) -> None:
    line = _fitted(marking, MARKING, _MARKING_WIDTH)
    # The spacing after the last letter is not seen, so it does not count.
    seen = line.width - MARKING.spacing
    pen.lines([((PAGE_WIDTH - seen) / 2, line)], baseline, 0)


def _draw_loud(pen: Pen, word: str, baseline: float, *, at_right: bool = False) -> None:
    """White on black: it must not be overlooked, nor washed out by a copier."""
    top = baseline - _LOUD.baseline
    line = _fitted(word, _LOUD, WIDTH)
    width = line.width + 2 * _LOUD_INSET
    left = SIDE + WIDTH - width if at_right else SIDE
    pen.filled(left, top, width, _LOUD_HEIGHT, BLACK)
    pen.lines([(left + _LOUD_INSET, line)], baseline, 0)


def _draw_footer(pen: Pen, furniture: Furniture, footer: str, number: str) -> None:
    """Some texts with equal white between them, as in a railway timetable."""
    seal = (f"Seal {furniture.seal}",) if furniture.seal else ()
    others = [_fitted(text, FURNITURE, WIDTH) for text in (furniture.middle, *seal, number)]
    lines = [_fitted(footer, FURNITURE, _FOOTER_WIDTH), *others]
    white = (WIDTH - sum(line.width for line in lines)) / (len(lines) - 1)
    x = float(SIDE)
    for line in lines:
        pen.lines([(x, line)], _FOOTER_BASELINE, 0)
        x += line.width + white


def _fitted(text: str, style: Style, width: float) -> Line:
    return broken([(shortened(text, style, width)[0], style)], width)[0]
