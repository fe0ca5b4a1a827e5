"""Puts a line that holds right-to-left text into the order in which it is seen.

A plain form of the Unicode bidirectional algorithm: no embedding controls (they are cleaned
away before), everything else by its classes.
"""

import unicodedata
from collections.abc import Sequence

_STRONG = {"L": "L", "R": "R", "AL": "R"}
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def has_right_to_left(text: str) -> bool:
    return not text.isascii() and any(
        unicodedata.bidirectional(sign) in {"R", "AL", "AN"} for sign in text
    )


def base_level(text: str) -> int:
    """1 where the first strong letter is written from right to left, else 0."""
    for sign in text:
        strong = _STRONG.get(unicodedata.bidirectional(sign))
        if strong:
            return int(strong == "R")
    return 0


def visual_order(text: str, base: int) -> list[int]:
    """The places of the line's signs, from left to right as they are seen."""
    levels = _levels(_resolved(text, base), base)
    _reset_trailing_spaces(text, levels, base)
    order = list(range(len(text)))
    for level in range(max(levels, default=0), 0, -1):
        _reverse_runs(order, levels, level)
    return _marks_after_letters(text, order, levels)


def mirrored(sign: str, level: int) -> str:
    """A bracket faces the other way in right-to-left text."""
    return sign.translate(_MIRRORED) if level % 2 else sign


def levels_of(text: str, base: int) -> list[int]:
    """The level of each sign: odd is right to left."""
    levels = _levels(_resolved(text, base), base)
    _reset_trailing_spaces(text, levels, base)
    return levels


def _resolved(text: str, base: int) -> list[str]:
    """Each sign as L, R, EN or AN."""
    around = "R" if base else "L"
    kinds = [unicodedata.bidirectional(sign) or "L" for sign in text]
    _resolve_weak(kinds, around)
    _resolve_neutral(kinds, around)
    return kinds


def _resolve_weak(kinds: list[str], around: str) -> None:
    strong, previous = around, around
    for index, kind in enumerate(kinds):
        following = kinds[index + 1] if index + 1 < len(kinds) else ""
        if kind == "NSM":
            kinds[index] = previous
        elif kind == "EN":
            kinds[index] = _number(strong)
        elif kind in {"ES", "CS"} and previous == "EN" == following and strong != "AL":
            kinds[index] = "EN"
        elif kind == "CS" and previous == "AN" and following in {"AN", "EN"}:
            kinds[index] = "AN"
        elif kind == "ET" and (previous == "EN" or following == "EN"):
            kinds[index] = _number(strong)
        if kind in _STRONG:
            strong = kind
        previous = kinds[index]
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _number(strong: str) -> str:
    return {"AL": "AN", "L": "L"}.get(strong, "EN")


def _resolve_neutral(kinds: list[str], around: str) -> None:
    index = 0
    while index < len(kinds):
        end = index
        while end < len(kinds) and kinds[end] not in {"L", "R", "EN", "AN"}:
            end += 1
        before = _side(kinds[index - 1]) if index else around
        after = _side(kinds[end]) if end < len(kinds) else around
        kinds[index:end] = [before if before == after else around] * (end - index)
        index = end + 1


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _levels(kinds: Sequence[str], base: int) -> list[int]:
    if base:
        return [1 if kind == "R" else 2 for kind in kinds]
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in kinds]


def _reset_trailing_spaces(text: str, levels: list[int], base: int) -> None:
    for index in range(len(text) - 1, -1, -1):
        if not text[index].isspace():
            return
        levels[index] = base


def _reverse_runs(order: list[int], levels: list[int], level: int) -> None:
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and levels[order[end]] >= level:
            end += 1
        order[start:end] = order[start:end][::-1]
        start = end + 1


def _marks_after_letters(text: str, order: list[int], levels: list[int]) -> list[int]:
    """A mark above or below a letter is drawn after it, also where all is turned round."""
    result: list[int] = []
    marks: list[int] = []
    for index in order:
        if unicodedata.category(text[index]) == "Mn" and levels[index] % 2:
            marks.append(index)
        else:
            result += [index, *reversed(marks)]
            marks = []
    return result + marks
