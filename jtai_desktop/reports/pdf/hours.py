"""A day drawn by the hour: meetings as grey blocks, conversations framed, side by side at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jtai_desktop.reports.blocks import Entry, Hours
from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.strips import Placed, Strip, Whole
from jtai_desktop.reports.pdf.styles import (
    BLACK,
    FRAME,
    GREY,
    MM,
    ROW_RULE,
    THIN_RULE,
    TINT,
    WEEK_HOUR,
    WHITE,
    WIDTH,
    Align,
    Face,
    Style,
)
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import LaidText, laid, shortened

_HOUR = 60
_DAY = 24 * _HOUR
_FIRST, _LAST = 9, 17
_PITCH = 14.5 * MM
_HIGHEST = 150 * MM
_AXIS = 13 * MM
_ABOVE, _BELOW = 4.2 * MM, 6 * MM
_LEAST = 4.9 * MM
_GAP = 0.9 * MM
_EDGE = 1.1 * MM
_INSET = 1.6 * MM
_WIDE = 78 * MM
_NARROWEST = 6 * MM
_WHEN = 21 * MM
_PLAIN = Style(8.5, 11.4)
_BOLD = Style(8.5, 11.4, Face.STRONG)


@dataclass(frozen=True, slots=True)
class _Scale:
    """From minutes of the day to heights, and how high an hour is."""

    first: int
    last: int
    pitch: float

    @property
    def height(self) -> float:
        return (self.last - self.first) * self.pitch

    def at(self, minute: float) -> float:
        return (minute - self.first * _HOUR) / _HOUR * self.pitch


@dataclass(frozen=True, slots=True)
class _Grid(Whole):
    """The lines of the hours, and pale ones between them."""

    scale: _Scale

    @property
    def height(self) -> float:
        return self.scale.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.artifact():
            for hour in range(self.scale.first, self.scale.last + 1):
                y = top + self.scale.at(hour * _HOUR)
                pen.rule(x, y, WIDTH - _AXIS, THIN_RULE, ROW_RULE)
                if hour < self.scale.last:
                    half = y + self.scale.pitch / 2
                    pen.rule(x, half, WIDTH - _AXIS, THIN_RULE, TINT)


@dataclass(frozen=True, slots=True)
class _Ground(Whole):
    """What lies under the words of one entry."""

    width: float
    height: float
    framed: bool

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.artifact():
            pen.filled(x, top, self.width, self.height, WHITE if self.framed else TINT)
            if self.framed:
                pen.outlined(x, top, self.width, self.height, FRAME)
            pen.filled(x, top, _EDGE, self.height, BLACK if self.framed else GREY)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an entry stands: its lane among those at the same time."""

    entry: Entry
    lane: int
    lanes: int


def hour_strips(what: Hours, at: Element) -> list[Strip]:
    """One strip that is never broken; to a screen reader it is one figure."""
    figure = at.add(Role.FIGURE, alt=what.said)
    scale = _scale(what.entries)
    placed = [Placed(_Grid(scale), _AXIS, _ABOVE), *_hours(scale, figure)]
    bottom = scale.height
    for spot in _spots(what.entries, scale):
        block = _block(spot, scale, figure)
        placed += block
        bottom = max(bottom, block[0].y - _ABOVE + block[0].thing.height)
    return [Strip(_ABOVE + bottom + _BELOW, tuple(placed))]


def _scale(entries: Sequence[Entry]) -> _Scale:
    """A working day at least; a long day has lower hours."""
    first = min([_FIRST, *(each.start // _HOUR for each in entries)])
    last = max([_LAST, *(-(-_end(each) // _HOUR) for each in entries)])
    return _Scale(first, last, min(_PITCH, _HIGHEST / (last - first)))


def _end(entry: Entry) -> int:
    """Within the day; where the clock goes back, an end may stand before its start."""
    return min(_DAY, entry.end if entry.end > entry.start else _DAY)


def _hours(scale: _Scale, figure: Element) -> list[Placed]:
    style, width = WEEK_HOUR.aligned(Align.RIGHT), _AXIS - 2 * MM
    half = WEEK_HOUR.leading / 2
    return [
        Placed(laid(f"{hour:02}:00 ", style, width, figure), 0, _ABOVE + scale.at(hour * 60) - half)
        for hour in range(scale.first, scale.last + 1)
    ]


def _spots(entries: Sequence[Entry], scale: _Scale) -> Iterator[_Spot]:
    """Entries that share time stand in lanes beside each other."""
    together: list[tuple[Entry, int]] = []
    ends: list[float] = []
    for entry in sorted(entries, key=lambda each: (each.start, each.end)):
        if ends and entry.start >= max(ends):
            yield from (_Spot(each, lane, len(ends)) for each, lane in together)
            together, ends = [], []
        free = [lane for lane, end in enumerate(ends) if end <= entry.start]
        lane = free[0] if free else len(ends)
        ends[lane : lane + 1] = [_seen_end(entry, scale)]
        together.append((entry, lane))
    yield from (_Spot(each, lane, len(ends)) for each, lane in together)


def _seen_end(entry: Entry, scale: _Scale) -> float:
    """A short entry is drawn high enough for one line."""
    return max(_end(entry), entry.start + _LEAST / scale.pitch * _HOUR)


def _block(spot: _Spot, scale: _Scale, figure: Element) -> list[Placed]:
    pitch = (WIDTH - _AXIS + _GAP) / spot.lanes
    x, y = _AXIS + spot.lane * pitch, _ABOVE + scale.at(spot.entry.start)
    width = pitch - _GAP
    height = scale.at(_seen_end(spot.entry, scale)) - scale.at(spot.entry.start) - THIN_RULE
    ground = _Ground(width, height, spot.entry.framed)
    room = int((height - 2 * FRAME) / _PLAIN.leading)
    above = min(_INSET / 2, (height - max(room, 1) * _PLAIN.leading) / 2)
    words = _words(spot.entry, width - _EDGE - 2 * _INSET, max(room, 1), figure)
    left = x + _EDGE + _INSET
    return [
        Placed(ground, x, y),
        *(Placed(text, left + indent, y + above + down) for text, indent, down in words),
    ]


def _words(
    entry: Entry, width: float, room: int, figure: Element
) -> list[tuple[LaidText, float, float]]:
    """Time and title beside each other where there is width, else below each other."""
    if width < _NARROWEST:
        return []
    said = [(entry.title, _BOLD), *((line, _PLAIN) for line in entry.lines)]
    said += [(entry.marked, _BOLD)] if entry.marked else []
    if width >= _WIDE:
        when = (laid(f"{entry.when} ", _PLAIN, _WHEN, figure), 0.0, 0.0)
        return [when, *_lines(said, width - _WHEN, room, figure, _WHEN)]
    if room == 1:
        return _lines([(f"{entry.when} {entry.title}", _BOLD)], width, room, figure)
    return _lines([(entry.when, _PLAIN), *said], width, room, figure)


def _lines(
    said: Sequence[tuple[str, Style]], width: float, room: int, figure: Element, indent: float = 0
) -> list[tuple[LaidText, float, float]]:
    """As many as there is room for; the last that fits is shortened where it is too long."""
    placed, down = [], 0.0
    for text, style in said:
        if room <= 0:
            break
        whole = laid(f"{text} ", style, width, figure)
        if len(whole.lines) > room:
            whole = laid(f"{shortened(text, style, width)[0]} ", style, width, figure)
        placed.append((whole, indent, down))
        down, room = down + whole.height, room - len(whole.lines)
    return placed
