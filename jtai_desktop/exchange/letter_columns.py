"""Text set in two columns: the left one is read to its foot before the right one begins.

A page counts as such only where many wide lines stand on either side of a gap that no line crosses.
So neither an address at the right of a letterhead nor a short line is taken for a column.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from jtai_desktop.exchange.letter_signs import Run, Sign

GAP = 9.0  # points between two columns, at least
ENOUGH = 20.0  # points: a gap wider than this is no better
FIRST, LAST, STEP = 0.3, 0.7, 3.0  # where the gap may lie, of the width of the page
FEWEST = 4  # lines on either side
WIDE = 0.25  # of the page: what most lines of a column have at least
SHARED = 0.4  # of the shorter column: how far both stand beside one another
LONGEST_HEADING = 3  # lines
FOOT = 0.92  # of the height of the page: what stands below is a page number
MARKER, BESIDE = 2.5, 40.0  # sizes, points: how wide a bullet or number is, how far before a text
AWAY = 1.9  # sizes: a short line further below the columns is not of them

Row = list[Run]
Placed = tuple[int, Row]
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Extent:
    """A row: its foot, its size, and the stretches of text without a wide gap."""

    y: float
    size: float
    parts: tuple[tuple[float, float], ...]

    def crosses(self, x: float) -> bool:
        return any(left < x < right for left, right in self.parts)

    def is_marked(self, x: float) -> bool:
        """Whether a bullet or number stands right before it: then the point begins there."""
        before = [part for part in self.parts if part[1] <= x]
        if not before:
            return False
        left, right = before[-1]
        return right - left < MARKER * self.size and x - right < BESIDE

    def left(self, x: float) -> float:
        """How wide it is left of there."""
        return sum(right - left for left, right in self.parts if right <= x)

    def right(self, x: float) -> float:
        """How wide it is right of there."""
        return sum(right - left for left, right in self.parts if left >= x)


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows from `first` to before `end` in two columns, with a gap of `clear` points at `x`."""

    first: int
    end: int
    x: float
    clear: float

    @property
    def worth(self) -> float:
        """Many rows at a wide gap: a number in front of a point leaves a narrow one."""
        return (self.end - self.first) * min(self.clear, ENOUGH)


def in_columns(rows: Sequence[Row], width: float, height: float) -> list[Placed]:
    """The rows in reading order, each with the number of the stretch of the page it belongs to."""
    parts = enumerate(_parts(list(rows), (width, height)))
    return [(number, row) for number, part in parts for row in part]


def _parts(rows: list[Row], page: Size) -> Iterator[list[Row]]:
    band = _band(rows, page)
    if band is None:
        yield rows
        return
    if band.first:
        yield from _parts(rows[: band.first], page)
    inside = rows[band.first : band.end]
    for left in (True, False):
        yield [side for row in inside if (side := _side(row, band.x, left=left))]
    if band.end < len(rows):
        yield from _parts(rows[band.end :], page)


def _band(rows: Sequence[Row], page: Size) -> _Band | None:
    """The longest stretch of rows in two columns, at the widest gap between them."""
    extents = [_extent(row) for row in rows]
    found: list[_Band] = []
    width, _ = page
    x = FIRST * width
    while x <= LAST * width:
        found += _bands_at(extents, x, page)
        x += STEP
    return max(found, key=lambda band: band.worth, default=None)


def _bands_at(extents: Sequence[_Extent], x: float, page: Size) -> Iterator[_Band]:
    first, (width, height) = 0, page
    for at in range(len(extents) + 1):
        if at < len(extents) and not extents[at].crosses(x):
            continue
        below = at < len(extents) and extents[at].y < FOOT * height
        end = first + (_trimmed(extents[first:at], x) if below else at - first)
        if _are_columns(extents[first:end], x, width):
            yield _Band(first, end, x, _clear(extents[first:end], x))
        first = at + 1


def _clear(extents: Sequence[_Extent], x: float) -> float:
    """How wide the gap is."""
    parts = [part for each in extents for part in each.parts]
    lefts = [right for _, right in parts if right <= x]
    rights = [left for left, _ in parts if left >= x]
    return min(rights) - max(lefts)


def _trimmed(extents: Sequence[_Extent], x: float) -> int:
    """Without the heading that stands below both columns, over what crosses them."""
    rights = [at for at, each in enumerate(extents) if each.right(x)]
    last = max(rights[-1] if rights else 0, len(extents) - 1 - LONGEST_HEADING)
    for at in range(len(extents) - 1, last, -1):
        if extents[at].y - extents[at - 1].y > AWAY * extents[at].size:
            return at
    return len(extents)


def _are_columns(extents: Sequence[_Extent], x: float, width: float) -> bool:
    if sum(each.is_marked(x) for each in extents) > 1:
        return False
    left = [each for each in extents if each.left(x)]
    right = [each for each in extents if each.right(x)]
    if min(len(left), len(right)) < FEWEST:
        return False
    widths = median(each.left(x) for each in left), median(each.right(x) for each in right)
    if min(widths) < WIDE * width:
        return False
    shared = min(left[-1].y, right[-1].y) - max(left[0].y, right[0].y)
    shorter = min(left[-1].y - left[0].y, right[-1].y - right[0].y)
    return shared >= SHARED * shorter > 0


def _extent(row: Row) -> _Extent:
    signs = sorted((each for each in _signs(row) if each.text.strip()), key=lambda each: each.x)
    parts: list[tuple[float, float]] = []
    for sign in signs:
        if parts and sign.x - parts[-1][1] < GAP:
            parts[-1] = (parts[-1][0], max(parts[-1][1], sign.right))
        else:
            parts.append((sign.x, sign.right))
    base = max(row, key=lambda run: run.first.size).first
    return _Extent(base.y, base.size, tuple(parts))


def _side(row: Row, x: float, *, left: bool) -> Row:
    """What of a row stands on one side; a run that was written across is divided."""
    runs = (Run(tuple(sign for sign in run.signs if (sign.x < x) is left)) for run in row)
    return [run for run in runs if run.signs and run.text.strip()]


def _signs(row: Row) -> Iterator[Sign]:
    for run in row:
        yield from run.signs
