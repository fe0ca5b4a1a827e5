"""The one building block of a page: a strip across it, with things standing in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, Self

from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.styles import BLACK, SIDE, TINT, WIDTH

_LEAST = 24  # a cut that leaves less than a line above it is none


class Thing(Protocol):
    """What can stand in a strip: a text, a box, an icon."""

    @property
    def height(self) -> float: ...

    def draw(self, pen: Pen, x: float, top: float) -> None: ...

    def cut(self, room: float) -> tuple[Self | None, Self | None]:
        """What of it fits the room, and what does not."""
        ...


class Whole:
    """A thing that is never cut: it stays with the first part of its strip."""

    __slots__ = ()

    def cut(self, room: float) -> tuple[Self | None, Self | None]:
        del room
        return self, None


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing and where it stands: x from the left margin, y from the top of the strip.

    `column` is the left edge of what it belongs to where that is not its own: an icon before a
    text stays with the text, and what stands below both with either.
    """

    thing: Thing
    x: float
    y: float
    column: float | None = None

    @property
    def edge(self) -> float:
        """The left edge of its column."""
        return self.x if self.column is None else self.column


@dataclass(frozen=True, slots=True)
class Rule:
    """A line from margin to margin."""

    thickness: float
    ink: str = BLACK


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip of the page. It is only broken if it is higher than a page.

    `before` is white space above, dropped at the head of a page; `keep` holds it to the next
    strip; `heads` are drawn again above it where it begins a page; `clear` is white that must be
    left below it, at the foot of a page too.
    """

    height: float
    placed: tuple[Placed, ...] = ()
    before: float = 0
    keep: bool = False
    heads: tuple["Strip", ...] = ()
    rule_above: Rule | None = None
    rule_below: Rule | None = None
    tinted: bool = False
    clear: float = 0

    def draw(self, pen: Pen, top: float) -> None:
        if self.tinted or self.rule_above or self.rule_below:
            with pen.artifact():
                self._decorate(pen, top)
        for each in self.placed:
            each.thing.draw(pen, SIDE + each.x, top + each.y)

    def cut(self, room: float) -> tuple["Strip", "Strip"] | None:
        """Two strips, the first not higher than the room; None if too little fits."""
        if room < _LEAST:
            return None
        upper, lower = self._parted(room)
        if not upper or not lower:
            return None
        first_part = replace(self, height=room, placed=tuple(upper), rule_below=None, keep=False)
        rest_part = replace(self, placed=tuple(lower), before=0, rule_above=None)
        return first_part, replace(rest_part, height=self._height_of(lower))

    def _parted(self, room: float) -> tuple[list[Placed], list[Placed]]:
        """What stands above the cut and below it; what stood under a cut text stays under it."""
        upper: list[Placed] = []
        lower: list[Placed] = []
        stayed: dict[float, float] = {}
        for each in self.placed:
            fits = each.y < room
            first, rest = each.thing.cut(room - each.y) if fits else (None, each.thing)
            if first is not None:
                upper.append(replace(each, thing=first))
            if rest is not None:
                moved = each.y - stayed.get(each.edge, room)
                y = each.y if first is not None else max(0, moved)
                lower.append(replace(each, thing=rest, y=y))
                stayed[each.edge] = stayed.get(each.edge, 0) + (first.height if first else 0)
        return upper, lower

    def _height_of(self, placed: Sequence[Placed]) -> float:
        """With the same space below as before the cut."""
        below = self.height - _bottom(self.placed)
        return _bottom(placed) + below

    def _decorate(self, pen: Pen, top: float) -> None:
        if self.tinted:
            pen.filled(SIDE, top, WIDTH, self.height, TINT)
        if self.rule_above:
            pen.rule(SIDE, top, WIDTH, self.rule_above.thickness, self.rule_above.ink)
        if self.rule_below:
            y = top + self.height - self.rule_below.thickness
            pen.rule(SIDE, y, WIDTH, self.rule_below.thickness, self.rule_below.ink)


def _bottom(placed: Sequence[Placed]) -> float:
    return max(each.y + each.thing.height for each in placed)
