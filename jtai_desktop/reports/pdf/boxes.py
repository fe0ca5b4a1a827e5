"""Empty squares to tick with a pen, alone or before short codes."""

from collections.abc import Iterator
from dataclasses import dataclass

from jtai_desktop.reports.pdf.clean import clean
from jtai_desktop.reports.pdf.lines import Line, broken
from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.strips import Whole
from jtai_desktop.reports.pdf.styles import CODES, MM
from jtai_desktop.reports.pdf.tagging.tree import Element

LARGE = 4 * MM
SMALL = 3 * MM
_LINE = 1
_AFTER_BOX = 2.7
_BETWEEN = 7
_RISE = 1.6  # the small box stands a little below the baseline's capitals


@dataclass(frozen=True, slots=True)
class TickBox(Whole):
    """One box; with an element it is a figure, else it is decoration beside its text."""

    element: Element | None = None
    height: float = LARGE

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.marked(self.element, x, top):
            pen.outlined(x, top, self.height, self.height, _LINE)


@dataclass(frozen=True, slots=True)
class Code:
    """One line of a code and where it stands; only its first line has a box."""

    x: float
    line: Line
    boxed: bool


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes with a box each, as many in a line as the column holds."""

    rows: tuple[tuple[Code, ...], ...]
    element: Element | None

    @property
    def height(self) -> float:
        return CODES.leading * len(self.rows)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        placed = [
            (x + code.x, top + index * CODES.leading + CODES.baseline, code)
            for index, row in enumerate(self.rows)
            for code in row
        ]
        with pen.artifact():
            for left, baseline, code in placed:
                if code.boxed:
                    pen.outlined(left, baseline + _RISE - SMALL, SMALL, SMALL, _LINE)
        with pen.marked(self.element, x, top):
            for left, baseline, code in placed:
                pen.lines([(left + SMALL + _AFTER_BOX, code.line)], baseline, 0)

    def cut(self, room: float) -> tuple["Codes | None", "Codes | None"]:
        fitting = max(0, int(room / CODES.leading + 0.001))
        first, rest = self.rows[:fitting], self.rows[fitting:]
        return (
            Codes(first, self.element) if first else None,
            Codes(rest, self.element) if rest else None,
        )


def boxed_codes(codes: tuple[str, ...], width: float, element: Element | None) -> Codes:
    """The codes laid out in a column."""
    rows: list[list[Code]] = [[]]
    x = 0.0
    for line, boxed in _code_lines(codes, width - SMALL - _AFTER_BOX):
        taken = SMALL + _AFTER_BOX + line.width
        if rows[-1] and x + taken > width:
            rows.append([])
            x = 0.0
        rows[-1].append(Code(x, line, boxed))
        x += taken + _BETWEEN
    return Codes(tuple(map(tuple, rows)), element)


def _code_lines(codes: tuple[str, ...], room: float) -> Iterator[tuple[Line, bool]]:
    """One line each as a rule; the space after it keeps it from the next when read aloud."""
    for code in codes:
        lines = broken([(clean(code).replace("\n", " ") + " ", CODES)], room)
        yield from ((line, index == 0) for index, line in enumerate(lines))
