"""Breaks a text into lines: at spaces and hyphens, and inside a word only where it must."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from jtai_desktop.reports.pdf import bidi
from jtai_desktop.reports.pdf.arabic import is_arabic, joined
from jtai_desktop.reports.pdf.fonts import Font, by_font, fallback
from jtai_desktop.reports.pdf.styles import Style

_WORD = re.compile(r"[^ ]+ *| +")
# A long word may break after a hyphen or a stroke, but not inside a number or a date.
_SOFT = re.compile(r"(?<=[-/–—])(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some signs of one font, size and ink."""

    text: str
    font: Font
    style: Style

    @property
    def width(self) -> float:
        spacing = self.style.spacing * len(self.text) if self.style.spacing else 0
        return self.font.width(self.text, self.style.size) + spacing


@dataclass(frozen=True, slots=True)
class Line:
    """One line, in the order in which it is seen. `width` is without the space at its end."""

    pieces: tuple[Piece, ...]
    width: float

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Word:
    """What is never broken if it fits a line, with the space after it."""

    pieces: tuple[Piece, ...]
    width: float
    gap: float


def broken(runs: Sequence[tuple[str, Style]], width: float) -> tuple[Line, ...]:
    """The lines of a text whose runs each have a style; newlines in it always break."""
    base = bidi.base_level("".join(text for text, _ in runs))
    lines: list[Line] = []
    for paragraph in _paragraphs(runs):
        filled = _filled(_words(paragraph), width)
        lines += [_line(words, base) for words in filled]
    return tuple(lines)


def _paragraphs(runs: Sequence[tuple[str, Style]]) -> Iterator[list[tuple[str, Style]]]:
    current: list[tuple[str, Style]] = []
    for text, style in runs:
        first, *others = text.split("\n")
        current.append((first, style))
        for other in others:
            yield current
            current = [(other, style)]
    yield current


def _words(runs: Iterable[tuple[str, Style]]) -> Iterator[_Word]:
    for text, style in runs:
        shaped = joined(text, fallback(style.face).signs) if is_arabic(text) else text
        for token in _WORD.findall(shaped):
            for part in _SOFT.split(token):
                yield _word(part, style)


def _word(token: str, style: Style) -> _Word:
    text = token.rstrip(" ")
    found = by_font(text + " " if len(text) < len(token) else text, style.face)
    pieces = tuple(Piece(part, font, style) for font, part in found)
    gap = pieces[-1].font.width(" ", style.size) if len(text) < len(token) else 0
    return _Word(pieces, sum(piece.width for piece in pieces) - gap, gap)


def _filled(words: Iterable[_Word], width: float) -> Iterator[list[_Word]]:
    """Words, line by line. At least one line, at least one sign in each."""
    line: list[_Word] = []
    used = 0.0
    for whole in words:
        if line and used + whole.width > width:
            yield line
            line, used = [], 0.0
        *full, rest = _chopped(whole, width)
        for part in full:
            yield [part]
        line.append(rest)
        used += rest.width + rest.gap
    yield line


def _chopped(word: _Word, width: float) -> list[_Word]:
    """The word, or as many parts of it as a column that is narrower than it asks for."""
    if word.width <= width:
        return [word]
    parts: list[_Word] = []
    pieces: list[Piece] = []
    used = 0.0
    for piece in word.pieces:
        start = 0
        for place, sign in enumerate(piece.text):
            advance = piece.font.width(sign, piece.style.size) + piece.style.spacing
            if used and used + advance > width and sign != " ":
                pieces += [replace(piece, text=piece.text[start:place])] if place > start else []
                parts.append(_Word(tuple(pieces), used, 0))
                pieces, used, start = [], 0.0, place
            used += advance
        pieces.append(replace(piece, text=piece.text[start:]))
    return [*parts, _Word(tuple(pieces), used - word.gap, word.gap)]


def _line(words: list[_Word], base: int) -> Line:
    pieces = _merged(piece for word in words for piece in word.pieces)
    width = sum(word.width + word.gap for word in words) - (words[-1].gap if words else 0)
    if bidi.has_right_to_left("".join(piece.text for piece in pieces)):
        pieces = _as_seen(pieces, base)
    # In right-to-left text the space at the end of the line would push it from its edge.
    return Line(_without_first_space(pieces) if base else pieces, width)


def _without_first_space(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    first, *others = pieces or (None,)
    if first is None or not first.text.startswith(" "):
        return pieces
    stripped = replace(first, text=first.text.lstrip(" "))
    return (stripped, *others) if stripped.text else tuple(others)


def _merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one font and style as one piece."""
    grouped = groupby(pieces, lambda piece: (piece.font.name, piece.style))
    result = []
    for _, neighbours in grouped:
        first, *others = neighbours
        text = first.text + "".join(other.text for other in others)
        result.append(replace(first, text=text) if others else first)
    return tuple(result)


def _as_seen(pieces: tuple[Piece, ...], base: int) -> tuple[Piece, ...]:
    signs = [replace(piece, text=sign) for piece in pieces for sign in piece.text]
    text = "".join(sign.text for sign in signs)
    levels = bidi.levels_of(text, base)
    turned = [
        replace(signs[place], text=bidi.mirrored(signs[place].text, levels[place]))
        for place in bidi.visual_order(text, base)
    ]
    return _merged(turned)
