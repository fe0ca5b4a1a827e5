"""The signs on a page put together to lines, whatever order the file holds them in."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from jtai_desktop.domain.letters.lines import Line

BULLETS = frozenset("•‣◦▪▫■□◼◻●○◆◇►▶➢➤✓✔∙⁃⦁❖\uf0b7\uf0a7\uf06e\uf076\uf0d8\uf0fc\u00b7")
DASHES = frozenset("-–—o*")
SYMBOLS = re.compile(r"wingdings|webdings|symbol|dingbats", re.IGNORECASE)
NUMBER = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.)]", re.IGNORECASE)
RAISED = re.compile(r"[\d,*†‡§¹²³⁴-⁹⁰]+")
LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
SAME_LINE = 0.25  # of the size: how far feet of letters may differ
SMALLER, RAISED_BY = 0.85, 0.65  # of the size of the line that a raised sign belongs to
SPACE = 0.16  # of the size: a gap that is a space
WIDE = 0.55  # of the size: a gap that sets a dash or number off as a marker
MOST = 0.9


@dataclass(frozen=True, slots=True)
class Sign:
    """One letter, where it stands; `y` counts from the top of the page."""

    text: str
    x: float
    right: float
    y: float
    size: float
    bold: bool
    symbol: bool  # of a font of pictures


@dataclass(frozen=True, slots=True)
class Run:
    """Signs in one size on one foot, as the file holds them."""

    signs: tuple[Sign, ...]

    @property
    def first(self) -> Sign:
        return self.signs[0]

    @property
    def text(self) -> str:
        return "".join(sign.text for sign in self.signs)

    @property
    def x(self) -> float:
        return self.first.x

    @property
    def right(self) -> float:
        return max(sign.right for sign in self.signs)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page that the signs stand on, and the upright rules drawn there: x, top, bottom."""

    number: int
    height: float
    rules: tuple[tuple[float, float, float], ...] = ()
    width: float = 595.0

    def frames(self, left: float, right: float, y: float) -> bool:
        """Whether a rule stands on either side of this."""
        beside = [x for x, top, bottom in self.rules if top <= y <= bottom]
        return any(left - 60 <= x <= left + 2 for x in beside) and any(
            x >= right - 2 for x in beside
        )


def lines_of(signs: Iterable[Sign], sheet: Sheet) -> list[Line]:
    """The lines of a page, from top to bottom; of columns one after the other."""
    from jtai_desktop.exchange.letter_columns import in_columns

    rows = in_columns(_rows(_runs(signs)), sheet.width, sheet.height)
    lines = ((column, _line(row, sheet)) for column, row in rows)
    return [replace(line, column=column) for column, line in lines if line]


def _runs(signs: Iterable[Sign]) -> list[Run]:
    runs: list[list[Sign]] = []
    for sign in signs:
        before = runs[-1][-1] if runs else None
        if before and _goes_on(before, sign):
            runs[-1].append(sign)
        else:
            runs.append([sign])
    found = [Run(tuple(run)) for run in runs]
    return [run for run in found if run.text.strip()]


def _goes_on(before: Sign, sign: Sign) -> bool:
    same = abs(before.y - sign.y) < 1 / 2 and before.size == sign.size
    return same and before.symbol == sign.symbol and before.x <= sign.x


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs by line; raised ones join the line they are raised from."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.first.y, -run.first.size)):
        row = rows[-1] if rows else None
        if row and _stands_on(row, run):
            row.append(run)
        elif row and all(_is_raised(other, run) for other in row):
            row.insert(0, run)
        else:
            rows.append([run])
    return rows


def _stands_on(row: Sequence[Run], run: Run) -> bool:
    base = max(row, key=lambda other: other.first.size).first
    return abs(run.first.y - base.y) <= SAME_LINE * max(base.size, run.first.size)


def _is_raised(small: Run, run: Run) -> bool:
    """Whether a run is a raised sign of the line that this other run stands on."""
    size = run.first.size
    above = run.first.y - small.first.y
    return small.first.size <= SMALLER * size and 0 <= above <= RAISED_BY * size


def _line(row: Sequence[Run], sheet: Sheet) -> Line | None:
    base = max(row, key=lambda run: (run.first.size, len(run.text))).first
    ordered = sorted(row, key=lambda run: run.x)
    notes = [run for run in ordered if _is_note(run, base)]
    printed = [run for run in ordered if run not in notes]
    if not printed:
        return None
    signs = _in_order(printed, notes)
    marker, signs = _marker(signs, base.size)
    text = _text(signs)
    left = signs[0].x if signs else printed[0].right
    right = max(run.right for run in ordered)
    return Line(
        page=sheet.number,
        edge=round(printed[0].x, 1),
        left=round(left, 1),
        right=round(right, 1),
        y=round(base.y, 1),
        size=round(base.size, 1),
        text=text,
        bold=_is_bold(signs),
        marker=marker,
        note=notes[0].text.strip() if notes and notes[0].x <= printed[0].x else "",
        framed=sheet.frames(left, right, base.y - base.size / 3),
        page_height=sheet.height,
    )


def _is_note(run: Run, base: Sign) -> bool:
    small = run.first.size <= SMALLER * base.size and run.first.y < base.y - 1
    return small and RAISED.fullmatch(run.text.strip()) is not None


def _in_order(printed: Sequence[Run], notes: Sequence[Run]) -> list[Sign]:
    """The signs of a line; a raised number leaves its place, but no gap."""
    signs = [sign for run in printed for sign in _spaced(run)]
    kept = [note for note in notes if note.x > signs[0].x]
    signs += [replace(note.first, text="", right=note.right) for note in kept]
    return sorted(signs, key=lambda sign: sign.x) if kept else signs


def _spaced(run: Run) -> list[Sign]:
    """The signs of a run without the spaces around it."""
    signs = list(run.signs)
    while signs and not signs[0].text.strip():
        signs.pop(0)
    while signs and not signs[-1].text.strip():
        signs.pop()
    return signs


def _marker(signs: list[Sign], size: float) -> tuple[str, list[Sign]]:
    """The bullet or number in front of a line, and what comes after it."""
    count = next((n for n, sign in enumerate(signs) if not sign.text.strip()), len(signs))
    count = next((n for n in range(1, count) if _gap(signs, n) > WIDE * size), count)
    if signs[0].symbol or signs[0].text in BULLETS:
        count = 1
    rest = signs[count:]
    while rest and not rest[0].text.strip():
        rest.pop(0)
    token = "".join(sign.text for sign in signs[:count])
    apart = rest[0].x - signs[count - 1].right if rest else 0.0
    if _marks(token, signs[0], apart, size):
        return token, rest
    return "", signs


def _gap(signs: Sequence[Sign], place: int) -> float:
    return signs[place].x - signs[place - 1].right


def _marks(token: str, sign: Sign, apart: float, size: float) -> bool:
    if sign.symbol or token in BULLETS:
        return True
    return apart > WIDE * size and (token in DASHES or NUMBER.fullmatch(token) is not None)


def _text(signs: Sequence[Sign]) -> str:
    parts: list[str] = []
    before: Sign | None = None
    for sign in signs:
        if before and sign.x - before.right > SPACE * sign.size:
            parts.append(" ")
        parts.append(LIGATURES.get(sign.text, sign.text))
        before = sign
    text = "".join(parts)
    inner = text[:-1].replace("\u00ad", "") + text[-1:]
    return " ".join(inner.split())


def _is_bold(signs: Sequence[Sign]) -> bool:
    letters = [sign for sign in signs if sign.text.isalnum()]
    return bool(letters) and sum(sign.bold for sign in letters) >= MOST * len(letters)
