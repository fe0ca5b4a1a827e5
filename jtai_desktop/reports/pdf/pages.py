"""Fills pages with strips: heads stay with what follows, rows stay whole, heads repeat."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jtai_desktop.reports.pdf.strips import Strip

_TOLERANCE = 0.01
_LITTLE = 0.25  # of a page: less room is not begun on, higher heads are not repeated


@dataclass(frozen=True, slots=True)
class Stood:
    """A strip and where it stands on its page. `again` marks a head that is repeated."""

    strip: Strip
    top: float
    again: bool = False


Page = tuple[Stood, ...]


def paged(
    strips: Sequence[Strip], top: float, bottom: float, continued: Strip | None = None
) -> list[Page]:
    """The pages that these strips fill between two heights; one at least.

    `continued` stands at the head of every page after the first.
    """
    filler = _Filler(top, top + (continued.height if continued else 0), bottom)
    for group in _groups(strips):
        filler.add(group)
    first, *later = filler.pages()
    if continued is None:
        return [first, *later]
    head = Stood(continued, top, again=True)
    return [first, *[(head, *page) for page in later]]


def _groups(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Strips that keep together."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group


class _Filler:
    def __init__(self, top: float, later_top: float, bottom: float) -> None:
        self._top = later_top
        self._bottom = bottom
        self._done: list[Page] = []
        self._page: list[Stood] = []
        self._y = top

    def pages(self) -> list[Page]:
        return [*self._done, tuple(self._page)] if self._page or not self._done else self._done

    def add(self, group: list[Strip]) -> None:
        whole = sum(strip.height + strip.before for strip in group) + group[-1].clear
        if self._page and whole > self._room and self._is_better_turned(group, whole):
            self._turn()
        for strip in group:
            self._stand(strip)

    @property
    def _room(self) -> float:
        return self._bottom - self._y + _TOLERANCE

    def _is_better_turned(self, group: list[Strip], whole: float) -> bool:
        """Where it fits a fresh page, or where it fits none and little is left of this one."""
        fresh = whole - group[0].before + _height(group[0].heads)
        full = self._bottom - self._top
        return fresh <= full or self._room < full * _LITTLE

    def _stand(self, strip: Strip) -> None:
        if self._page and strip.before + strip.height > self._room and self._must_turn(strip):
            self._turn()
        if not self._page:
            self._repeat(strip.heads)
        parts = self._cut(strip)
        if parts is None:
            self._put(strip)
            return
        self._put(parts[0])
        self._turn()
        self._stand(parts[1])

    def _must_turn(self, strip: Strip) -> bool:
        fits_a_page = strip.height + _height(strip.heads) <= self._bottom - self._top
        return fits_a_page or self._cut(strip) is None

    def _cut(self, strip: Strip) -> tuple[Strip, Strip] | None:
        room = self._room - (strip.before if self._page else 0)
        return strip.cut(room) if strip.height > room else None

    def _repeat(self, heads: Sequence[Strip]) -> None:
        if _height(heads) > (self._bottom - self._top) * _LITTLE:
            return
        for head in heads:
            self._page.append(Stood(head, self._y, again=True))
            self._y += head.height

    def _put(self, strip: Strip) -> None:
        self._y += strip.before if self._page else 0
        self._page.append(Stood(strip, self._y))
        self._y += strip.height

    def _turn(self) -> None:
        self._done.append(tuple(self._page))
        self._page = []
        self._y = self._top


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.height for strip in strips)
