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
_FOOTER_WIDTH = 110 * MM
_PRACTICE = replace(MARKING, ink=WHITE)
_PRACTICE_HEIGHT = MARKING.leading
_PRACTICE_INSET = 5.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """The texts around the pages of one part of a paper."""

    marking: str
    inspection: str
    as_at: str
    footer: str
    practice: bool = False
    middle: str = CHILDREN

    @property
    def left_off(self) -> tuple[str, ...]:
        """Texts too long for their line: the first page must say them in full."""
        asked = (
            (self.marking, MARKING, _MARKING_WIDTH),
            (self.inspection, FURNITURE, _INSPECTION_WIDTH),
        )
        return tuple(text for text, style, width in asked if shortened(text, style, width)[1])


@dataclass(frozen=True, slots=True)
class Spoken:
    """Elements for the furniture of the first page, where it is read out once."""

    marking: Element
    inspection: Element
    as_at: Element
    practice: Element


def spoken_in(root: Element) -> Spoken:
    """New paragraphs for it, first in reading order."""
    marking, practice, inspection, as_at = (root.add(Role.PARAGRAPH) for _ in range(4))
    return Spoken(marking, inspection, as_at, practice)


def draw_head(pen: Pen, furniture: Furniture, spoken: Spoken | None = None) -> None:
    """Above a page; as content if it is spoken, else as artifacts."""
    with _bracket(pen, spoken.marking if spoken else None):
        _draw_marking(pen, furniture.marking, _MARKING_BASELINE)
    if furniture.practice:
        with _bracket(pen, spoken.practice if spoken else None):
            _draw_practice(pen, _MARKING_BASELINE)
    with _bracket(pen, spoken.inspection if spoken else None):
        line = _fitted(furniture.inspection, FURNITURE, _INSPECTION_WIDTH)
        pen.lines([(SIDE, line)], _HEADER_BASELINE, 0)
    with _bracket(pen, spoken.as_at if spoken else None):
        line = _fitted(furniture.as_at, FURNITURE, WIDTH)
        pen.lines([(SIDE + WIDTH - line.width, line)], _HEADER_BASELINE, 0)
    with pen.artifact(Artifact.HEADER):
        pen.rule(SIDE, _HEADER_RULE, WIDTH, _RULE)


def draw_foot(pen: Pen, furniture: Furniture, page: int, pages: int) -> None:
    """Below a page, always as artifacts."""
    with pen.artifact(Artifact.FOOTER):
        pen.rule(SIDE, _FOOTER_RULE, WIDTH, _RULE)
        _draw_footer(pen, furniture, f"Page {page} of {pages}")
        _draw_marking(pen, furniture.marking, _LOWER_MARKING_BASELINE)
        if furniture.practice:
            _draw_practice(pen, _LOWER_MARKING_BASELINE)


def _bracket(pen: Pen, element: Element | None) -> AbstractContextManager[None]:
    if element is None:
        return pen.artifact(Artifact.HEADER)
    return pen.marked(element, SIDE, _EDGE)


def _draw_marking(pen: Pen, marking: str, baseline: float) -> None:
    line = _fitted(marking, MARKING, _MARKING_WIDTH)
    # The spacing after the last letter is not seen, so it does not count.
    seen = line.width - MARKING.spacing
    pen.lines([((PAGE_WIDTH - seen) / 2, line)], baseline, 0)


def _draw_practice(pen: Pen, baseline: float) -> None:
    """White on black: it must not be overlooked, nor washed out by a copier."""
    top = baseline - _PRACTICE.baseline
    line = _fitted(PRACTICE, _PRACTICE, WIDTH)
    pen.filled(SIDE, top, line.width + 2 * _PRACTICE_INSET, _PRACTICE_HEIGHT, BLACK)
    pen.lines([(SIDE + _PRACTICE_INSET, line)], baseline, 0)


def _draw_footer(pen: Pen, furniture: Furniture, number: str) -> None:
    """Three texts with equal white between them, as in a railway timetable."""
    left = _fitted(furniture.footer, FURNITURE, _FOOTER_WIDTH)
    middle, right = (_fitted(text, FURNITURE, WIDTH) for text in (furniture.middle, number))
    white = (WIDTH - left.width - middle.width - right.width) / 2
    starts = [
        (SIDE, left),
        (SIDE + left.width + white, middle),
        (SIDE + WIDTH - right.width, right),
    ]
    for start in starts:
        pen.lines([start], _FOOTER_BASELINE, 0)


def _fitted(text: str, style: Style, width: float) -> Line:
    return broken([(shortened(text, style, width)[0], style)], width)[0]
