"""Bars over time: each kind has a pattern of its own and its number, so a copier loses nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from jtai_desktop.reports.blocks import Bar, Bars
from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.strips import Placed, Strip, Whole
from jtai_desktop.reports.pdf.styles import (
    BLACK,
    GREY,
    MM,
    ROW_RULE,
    THIN_RULE,
    TINT,
    WHITE,
    WIDTH,
    Align,
    Face,
    Style,
)
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import laid

_HIGH = 52 * MM
_LEGEND = 52 * MM
_GAP = 6 * MM
_ABOVE, _UNDER, _BELOW = 3 * MM, 6 * MM, 5 * MM
_WIDEST, _SHARE = 14 * MM, 0.72
_SWATCH, _PITCH = 4.2 * MM, 6.4 * MM
_STEP = 1.5 * MM
_LEAST = 3.9 * MM  # the least height in which a number can stand
_LABEL = Style(8.5, 11, ink=GREY, align=Align.CENTRE)
_NUMBER = Style(8.5, 11, Face.STRONG, align=Align.CENTRE)
_NAME = Style(9, 12)
_PATCH = 5 * MM

Box = tuple[float, float, float, float]
Paint = Callable[[Pen, Box], None]


def _plain(ink: str) -> Paint:
    return lambda pen, box: pen.filled(*box, ink)


def _hatched(pen: Pen, box: Box) -> None:
    """Lines that rise to the right, cut at the edges."""
    x, top, width, height = box
    pen.filled(*box, WHITE)
    at = _STEP
    while at < width + height:
        left = max(0.0, at - height), min(at, height)
        right = min(at, width), max(0.0, at - width)
        pen.stroke((x + left[0], top + left[1]), (x + right[0], top + right[1]), 0.9, BLACK)
        at += _STEP


def _dotted(pen: Pen, box: Box) -> None:
    x, top, width, height = box
    pen.filled(*box, WHITE)
    down, odd = _STEP / 2, False
    while down < height - 0.4:
        across = _STEP if odd else _STEP / 2
        while across < width - 0.4:
            pen.dot((x + across, top + down), 0.55)
            across += _STEP
        down, odd = down + _STEP * 0.8, not odd


def _lined(pen: Pen, box: Box) -> None:
    x, top, width, height = box
    pen.filled(*box, WHITE)
    down = _STEP
    while down < height:
        pen.stroke((x, top + down), (x + width, top + down), 0.6, GREY)
        down += _STEP


# From the foot up; neighbours differ in more than a shade.
_PAINTS: Final[tuple[Paint, ...]] = (
    _plain(GREY),
    _lined,
    _plain(TINT),
    _dotted,
    _hatched,
    _plain(BLACK),
)


@dataclass(frozen=True, slots=True)
class _Piece(Whole):
    """One kind’s share of a bar, or its swatch in the legend; framed, with a patch for a number."""

    kind: int
    width: float
    height: float
    patched: bool = False

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.artifact():
            _PAINTS[self.kind](pen, (x, top, self.width, self.height))
            pen.outlined(x, top, self.width, self.height, THIN_RULE)
            if self.patched:
                left = x + (self.width - _PATCH) / 2
                high = min(_LEAST - 2 * THIN_RULE, self.height - 2 * THIN_RULE)
                pen.filled(left, top + (self.height - high) / 2, _PATCH, high, WHITE)


@dataclass(frozen=True, slots=True)
class _Foot(Whole):
    """The line on which the bars stand."""

    width: float
    height: float = THIN_RULE

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.artifact():
            pen.rule(x, top, self.width, THIN_RULE, ROW_RULE)


def bar_strips(what: Bars, at: Element) -> list[Strip]:
    """One strip that is never broken; to a screen reader it is one figure."""
    figure = at.add(Role.FIGURE, alt=what.said)
    room = WIDTH - _LEGEND - _GAP
    pitch = room / max(1, len(what.bars))
    full = max([1, *(sum(bar.amounts) for bar in what.bars)])
    placed = [Placed(_Foot(room), 0, _ABOVE + _HIGH)]
    for number, bar in enumerate(what.bars):
        placed += _bar(bar, number * pitch, pitch, full, figure)
    placed += _legend(what.names, room + _GAP, figure)
    return [Strip(_ABOVE + _HIGH + _UNDER + _BELOW, tuple(placed))]


def _bar(bar: Bar, left: float, pitch: float, full: int, figure: Element) -> list[Placed]:
    width = min(_WIDEST, pitch * _SHARE)
    x, foot = left + (pitch - width) / 2, _ABOVE + _HIGH
    placed: list[Placed] = []
    for kind, amount in enumerate(bar.amounts):
        height = amount / full * _HIGH
        foot -= height
        if not amount:
            continue
        numbered = height >= _LEAST and width >= _PATCH
        placed.append(Placed(_Piece(kind, width, height, numbered), x, foot))
        if numbered:
            text = laid(f"{amount} ", _NUMBER, width, figure)
            placed.append(Placed(text, x, foot + (height - _NUMBER.leading) / 2))
    label = laid(f"{bar.label} ", _LABEL, pitch, figure)
    return [*placed, Placed(label, left, _ABOVE + _HIGH + 1.2 * MM)]


def _legend(names: tuple[str, ...], left: float, figure: Element) -> list[Placed]:
    """In the order of a bar, from the top down."""
    placed: list[Placed] = []
    for row, kind in enumerate(reversed(range(len(names)))):
        top = _ABOVE + row * _PITCH
        placed.append(Placed(_Piece(kind, _SWATCH, _SWATCH), left, top))
        name = laid(f"{names[kind]} ", _NAME, _LEGEND - _SWATCH - 2 * MM, figure)
        placed.append(Placed(name, left + _SWATCH + 2 * MM, top - 0.2 * MM))
    return placed
