"""Joins Arabic letters: each letter in the shape that its neighbours ask for.

Built from the Unicode tables in the standard library, so that it needs no shaping engine.
"""

import unicodedata
from functools import cache

_ALONE, _LAST, _FIRST, _MIDDLE = "<isolated>", "<final>", "<initial>", "<medial>"
_LAM = "\u0644"
_SHAPES = (range(0xFB50, 0xFC00), range(0xFE70, 0xFEFD))


def is_arabic(text: str) -> bool:
    return any("\u0600" <= sign <= "\u06ff" or "\u0750" <= sign <= "\u077f" for sign in text)


def joined(text: str, available: frozenset[str]) -> str:
    """The text with each letter replaced by its joined shape, where a font has that shape."""
    if not is_arabic(text):
        return text
    signs = _with_ligatures(text)
    return "".join(_shape(signs, index, available) for index in range(len(signs)))


def _with_ligatures(text: str) -> list[str]:
    """Single letters, and lam with alef as one."""
    signs: list[str] = []
    for sign in text:
        if signs and signs[-1] == _LAM and _LAM + sign in _shapes():
            signs[-1] += sign
        else:
            signs.append(sign)
    return signs


def _shape(signs: list[str], index: int, available: frozenset[str]) -> str:
    sign = signs[index]
    shapes = _shapes().get(sign)
    if shapes is None:
        return sign
    before = _LAST in shapes and _FIRST in _shapes().get(_neighbour(signs, index, -1), {})
    after = _FIRST in shapes and _LAST in _shapes().get(_neighbour(signs, index, 1), {})
    wanted = {(0, 0): _ALONE, (1, 0): _LAST, (0, 1): _FIRST, (1, 1): _MIDDLE}[before, after]
    shape = shapes.get(wanted, sign)
    return shape if shape in available else sign


def _neighbour(signs: list[str], index: int, step: int) -> str:
    """The next letter in that direction; marks above and below letters don't stand between."""
    index += step
    while 0 <= index < len(signs):
        if unicodedata.category(signs[index][0]) != "Mn":
            return signs[index]
        index += step
    return ""


@cache
def _shapes() -> dict[str, dict[str, str]]:
    """For each letter (or lam with alef) its shapes by the name Unicode gives them."""
    table: dict[str, dict[str, str]] = {"\u0640": dict.fromkeys((_FIRST, _LAST), "\u0640")}
    for code in (code for shapes in _SHAPES for code in shapes):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        base = "".join(chr(int(letter, 16)) for letter in letters)
        lone = len(base) == 1 or base.startswith(_LAM)
        if kind in {_ALONE, _LAST, _FIRST, _MIDDLE} and lone and " " not in base:
            table.setdefault(base, {}).setdefault(kind, chr(code))
    return {base: shapes for base, shapes in table.items() if _joins(base)}


def _joins(base: str) -> bool:
    """Only lam with alef is a ligature that must be; the others are a matter of taste."""
    return len(base) == 1 or base in {_LAM + alef for alef in "\u0622\u0623\u0625\u0627"}
