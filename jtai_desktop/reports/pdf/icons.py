"""The icons of the states, drawn as lines on a grid of 16: they survive any printer."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi, sin

from jtai_desktop.reports.pdf.pen import Pen, Point
from jtai_desktop.reports.pdf.strips import Whole
from jtai_desktop.reports.pdf.styles import BLACK, WHITE

_GRID = 16
_LINE = 1.5
_DASH = 2.2


class Icon(StrEnum):
    """What each icon stands for is always said in words beside it."""

    LATE = "octagon"
    WARNING = "triangle"
    TICK = "tick"
    DOUBLE_TICK = "double tick"
    RING_TICK = "ring with tick"
    PLANE = "paper plane"
    HOURGLASS = "hourglass"
    TRAY = "tray with arrow"
    RETURNED = "arrow turning back"
    RING = "dashed ring"
    STRUCK_RING = "struck ring"
    RING_DOTS = "ring with three dots"
    DASH = "dash"
    CLOCK = "clock"
    DIAMOND = "open diamond"
    DIAMOND_FULL = "filled diamond"
    PEN = "pen"
    WAVES = "two waves"
    QUERY = "speech bubble"
    TICK_SQUARE = "tick in a square"
    MOVED = "arrow to a bar"
    RING_CROSS = "ring with cross"
    CALENDAR = "calendar"
    PLUS = "plus"


@dataclass(frozen=True, slots=True)
class DrawnIcon(Whole):
    """An icon of a size. Always an artifact: the word beside it says the same."""

    icon: Icon
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.artifact():
            _DRAWINGS[self.icon](_Grid(pen, x, top, self.height / _GRID))


class _Grid:
    """Draws in units of the 16 grid."""

    def __init__(self, pen: Pen, x: float, top: float, unit: float) -> None:
        self._pen = pen
        self._x = x
        self._top = top
        self._unit = unit

    def shape(self, *points: Point, ink: str = BLACK) -> None:
        self._pen.polygon(self._all(points), ink=ink)

    def outline(self, *points: Point) -> None:
        self._pen.polygon(self._all(points), line=_LINE * self._unit)

    def line(self, *points: Point) -> None:
        self._pen.polyline(self._all(points), _LINE * self._unit)

    def ring(self, radius: float = 5.6, *, dash: float = 0) -> None:
        self._pen.ring(self._at((8, 8)), radius * self._unit, _LINE * self._unit, dash * self._unit)

    def dot(self, x: float, y: float, radius: float, ink: str = BLACK) -> None:
        self._pen.dot(self._at((x, y)), radius * self._unit, ink)

    def _all(self, points: tuple[Point, ...]) -> list[Point]:
        return [self._at(point) for point in points]

    def _at(self, point: Point) -> Point:
        return self._x + point[0] * self._unit, self._top + point[1] * self._unit


def _late(grid: _Grid) -> None:
    angles = [pi / 8 + pi / 4 * step for step in range(8)]
    grid.shape(*[(8 + 6.9 * cos(angle), 8 + 6.9 * sin(angle)) for angle in angles])
    grid.shape((7.1, 4.2), (8.9, 4.2), (8.9, 8.9), (7.1, 8.9), ink=WHITE)
    grid.dot(8, 11.2, 1.05, WHITE)


def _warning(grid: _Grid) -> None:
    grid.outline((8, 2.2), (14.6, 13.6), (1.4, 13.6))
    grid.line((8, 6.4), (8, 9.4))
    grid.dot(8, 11.5, 0.85)


def _tick(grid: _Grid) -> None:
    grid.line((3, 8.6), (6.4, 12), (13, 4.6))


def _double_tick(grid: _Grid) -> None:
    grid.line((1, 8.8), (4, 11.8), (10, 4.8))
    grid.line((7.4, 11.4), (7.8, 11.8), (14.6, 4.8))


def _ring_tick(grid: _Grid) -> None:
    grid.ring(6)
    grid.line((5.2, 8.3), (7.2, 10.3), (10.9, 6))


def _plane(grid: _Grid) -> None:
    grid.shape((15, 1.6), (1, 7.2), (5.4, 9.2), (6.4, 14.4), (8.6, 10.8), (11.8, 12.6))


def _hourglass(grid: _Grid) -> None:
    grid.line((3.4, 2), (12.6, 2))
    grid.line((3.4, 14), (12.6, 14))
    grid.line((4.6, 2), (4.6, 4.2), (11.4, 11.8), (11.4, 14))
    grid.line((11.4, 2), (11.4, 4.2), (4.6, 11.8), (4.6, 14))


def _tray(grid: _Grid) -> None:
    grid.line((2, 9.4), (2, 13.6), (14, 13.6), (14, 9.4))
    grid.line((8, 1.8), (8, 9.6))
    grid.line((5, 6.8), (8, 9.8), (11, 6.8))


def _returned(grid: _Grid) -> None:
    grid.line((6, 2.6), (2.4, 6.2), (6, 9.8))
    grid.line((2.6, 6.2), (10.4, 6.2), (13, 8.2), (13, 11), (10.4, 13), (6, 13))


def _struck_ring(grid: _Grid) -> None:
    grid.ring()
    grid.line((3.6, 12.4), (12.4, 3.6))


def _ring_dots(grid: _Grid) -> None:
    grid.ring(6)
    for x in (5.2, 8, 10.8):
        grid.dot(x, 8, 0.9)


def _clock(grid: _Grid) -> None:
    grid.ring(6)
    grid.line((8, 4.4), (8, 8), (10.6, 9.6))


_DIAMOND_POINTS = ((8.0, 1.6), (14.4, 8.0), (8.0, 14.4), (1.6, 8.0))


def _pen(grid: _Grid) -> None:
    grid.outline((2.6, 13.4), (3.6, 9.8), (11, 2.4), (13.6, 5), (6.2, 12.4))


def _waves(grid: _Grid) -> None:
    for y in (5.6, 10.4):
        grid.line((2, y + 1), (4.4, y - 0.9), (7, y), (9, y), (11.6, y + 0.9), (14, y - 1))


def _query(grid: _Grid) -> None:
    grid.outline((2, 2.6), (14, 2.6), (14, 11), (8.6, 11), (5.4, 14), (5.4, 11), (2, 11))
    grid.line((6.3, 5.6), (7.2, 4.7), (8.8, 4.7), (9.7, 5.6), (9.7, 6.2), (8, 7.4))
    grid.dot(8, 9.3, 0.85)


def _tick_square(grid: _Grid) -> None:
    grid.outline((2.4, 2.4), (13.6, 2.4), (13.6, 13.6), (2.4, 13.6))
    grid.line((5, 8.3), (7.2, 10.5), (11.2, 5.6))


def _moved(grid: _Grid) -> None:
    grid.line((2.6, 3), (2.6, 13))
    grid.line((14, 8), (5.4, 8))
    grid.line((8.8, 4.6), (5.4, 8), (8.8, 11.4))


def _ring_cross(grid: _Grid) -> None:
    grid.ring(6)
    grid.line((5.6, 5.6), (10.4, 10.4))
    grid.line((10.4, 5.6), (5.6, 10.4))


def _calendar(grid: _Grid) -> None:
    grid.outline((2.4, 3.4), (13.6, 3.4), (13.6, 13.8), (2.4, 13.8))
    grid.line((2.4, 6.8), (13.6, 6.8))
    grid.line((5.4, 1.6), (5.4, 4.4))
    grid.line((10.6, 1.6), (10.6, 4.4))


def _plus(grid: _Grid) -> None:
    grid.line((8, 2.6), (8, 13.4))
    grid.line((2.6, 8), (13.4, 8))


_DRAWINGS: dict[Icon, Callable[[_Grid], None]] = {
    Icon.LATE: _late,
    Icon.WARNING: _warning,
    Icon.TICK: _tick,
    Icon.DOUBLE_TICK: _double_tick,
    Icon.RING_TICK: _ring_tick,
    Icon.PLANE: _plane,
    Icon.HOURGLASS: _hourglass,
    Icon.TRAY: _tray,
    Icon.RETURNED: _returned,
    Icon.RING: lambda grid: grid.ring(dash=_DASH),
    Icon.STRUCK_RING: _struck_ring,
    Icon.RING_DOTS: _ring_dots,
    Icon.DASH: lambda grid: grid.line((3.4, 8), (12.6, 8)),
    Icon.CLOCK: _clock,
    Icon.DIAMOND: lambda grid: grid.outline(*_DIAMOND_POINTS),
    Icon.DIAMOND_FULL: lambda grid: grid.shape(*_DIAMOND_POINTS),
    Icon.PEN: _pen,
    Icon.WAVES: _waves,
    Icon.QUERY: _query,
    Icon.TICK_SQUARE: _tick_square,
    Icon.MOVED: _moved,
    Icon.RING_CROSS: _ring_cross,
    Icon.CALENDAR: _calendar,
    Icon.PLUS: _plus,
}
