"""What stands on a page but is not of the letter: page numbers, running heads, footnotes."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from jtai_desktop.domain.letters.lines import Line

TOP, FOOT = 0.13, 0.87
PAGE_NUMBER = re.compile(
    r"(?:page )?\d{1,3}(?: ?(?:of|/|\|) ?\d{1,3})?|[-–] ?\d{1,3} ?[-–]", re.IGNORECASE
)
DIGITS = re.compile(r"\d+")
NOTE_NUMBER = re.compile(r"(?:\d{1,2}|[*†‡])\s")
SMALL = 0.93
MOST_PAGES = 0.4


def without_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the letter itself."""
    body = usual_size(lines)
    running = _running_heads(lines)
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if _key(line) not in running or line.marker:
            pages[line.page].append(line)
    kept: list[Line] = []
    noted = False
    for page in sorted(pages):
        text = _without_number(pages[page])
        start = _footnotes_from(text, body, goes_on=noted)
        noted = start < len(text)
        kept += text[:start]
    return tuple(kept)


def usual_size(lines: Iterable[Line]) -> float:
    """The size in which most of the letter is set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _key(line: Line) -> str:
    if TOP < line.depth < FOOT:
        return ""
    return DIGITS.sub("#", line.text.casefold()) or "-"


def _running_heads(lines: Sequence[Line]) -> frozenset[str]:
    """What stands at the top or foot of many pages in the same words."""
    count = len({line.page for line in lines})
    seen = Counter(key for _, key in {(line.page, _key(line)) for line in lines} if key)
    return frozenset(key for key, pages in seen.items() if pages >= max(2, MOST_PAGES * count))


def _without_number(lines: list[Line]) -> list[Line]:
    """The lines of a page without its number, which is its first or last line."""
    ends = {id(line) for line in (*lines[:1], *lines[-1:]) if _is_number(line)}
    return [line for line in lines if id(line) not in ends]


def _is_number(line: Line) -> bool:
    outside = line.depth < TOP or line.depth > FOOT
    return outside and PAGE_NUMBER.fullmatch(_with_marker(line)) is not None


def _with_marker(line: Line) -> str:
    return f"{line.marker} {line.text}".strip()


def _footnotes_from(lines: Sequence[Line], body: float, *, goes_on: bool) -> int:
    """Where on a page the footnotes begin; the number of lines if it has none."""
    start = _first_of_small(lines, body)
    if goes_on and start and start < len(lines):
        return start
    for place in range(start, len(lines)):
        if lines[place].note or NOTE_NUMBER.match(_with_marker(lines[place])):
            return place
    return _raised_from(lines)


def _first_of_small(lines: Sequence[Line], body: float) -> int:
    """Where the small print at the foot of a page begins."""
    start = len(lines)
    while start and _is_small(lines[start - 1], body):
        start -= 1
    return start


def _is_small(line: Line, body: float) -> bool:
    bullet = bool(line.marker) and not line.marker[:1].isalnum()
    return line.size <= SMALL * body and not bullet and not line.framed


def _raised_from(lines: Sequence[Line]) -> int:
    """A footnote in the size of the letter is known by the raised number it begins with."""
    for place, line in enumerate(lines):
        rest = lines[place:]
        if (
            line.note
            and line.depth > 1 / 2
            and not any(other.marker or other.bold for other in rest)
        ):
            return place
    return len(lines)
