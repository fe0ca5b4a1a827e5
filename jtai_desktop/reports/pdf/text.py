"""The one way in which any text comes onto a paper.

There is no markup: what a person typed is laid out sign by sign, so nothing in it can be
taken for a tag, a picture's file name or a formula.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jtai_desktop.reports.pdf import bidi
from jtai_desktop.reports.pdf.clean import clean
from jtai_desktop.reports.pdf.lines import Line, broken
from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.styles import Align, Style
from jtai_desktop.reports.pdf.tagging.tree import Element

ELLIPSIS = "…"
_LONGEST = 500  # no line of a page holds more signs


@dataclass(frozen=True, slots=True)
class Run:
    """Part of a text with its own style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class LaidText:
    """A text broken into lines; an artifact if it belongs to no element."""

    lines: tuple[Line, ...]
    width: float
    style: Style
    element: Element | None = None

    @property
    def height(self) -> float:
        return self.style.leading * len(self.lines)

    @property
    def natural_width(self) -> float:
        """The width of its widest line."""
        return max(line.width for line in self.lines)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.marked(self.element, x, top):
            pen.lines(self._starts(x), top + self.style.baseline, self.style.leading)
        if self.element is not None and self.element.target is not None:
            self.element.extent = (self.width, self.height)

    def cut(self, room: float) -> tuple["LaidText | None", "LaidText | None"]:
        """The lines that fit the room, and the others; both are the same element."""
        fitting = max(0, int(room / self.style.leading + 0.001))
        parts = (self.lines[:fitting], self.lines[fitting:])
        first, rest = (
            LaidText(lines, self.width, self.style, self.element) if lines else None
            for lines in parts
        )
        return first, rest

    def _starts(self, x: float) -> list[tuple[float, Line]]:
        share = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[self.style.align]
        return [(x + (self.width - line.width) * share, line) for line in self.lines]


def laid(
    text: str | Sequence[Run], style: Style, width: float, element: Element | None = None
) -> LaidText:
    """A text in a column. The element learns the text as typed where it is not seen so."""
    runs = [Run(text, style)] if isinstance(text, str) else text
    cleaned = [(clean(run.text), run.style) for run in runs]
    whole = "".join(part for part, _ in cleaned)
    if element is not None and bidi.has_right_to_left(whole):
        element.actual_text = whole
    return LaidText(broken(cleaned, width), width, style, element)


def shortened(text: str, style: Style, width: float) -> tuple[str, bool]:
    """One line of furniture that fits, and whether something had to be left off."""
    words = " ".join(clean(text).split())
    flat = words[:_LONGEST]
    if flat == words and len(broken([(flat, style)], width)) == 1:
        return flat, False
    low, high = 0, len(flat)
    while low < high:
        middle = (low + high + 1) // 2
        fits = len(broken([(flat[:middle].rstrip() + ELLIPSIS, style)], width)) == 1
        low, high = (middle, high) if fits else (low, middle - 1)
    return flat[:low].rstrip() + ELLIPSIS, True
