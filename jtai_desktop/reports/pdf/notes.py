"""Ruled room for handwriting."""

from dataclasses import dataclass

from jtai_desktop.domain import wording
from jtai_desktop.reports.pdf.headings import heading
from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.strips import Placed, Strip, Whole
from jtai_desktop.reports.pdf.styles import MM, ROW_RULE, THIN_RULE, WIDTH
from jtai_desktop.reports.pdf.tagging.tree import Element, Role

PITCH = 7 * MM
CLEAR = 4 * MM  # a line too near the footer is no room for writing
_TOGETHER = 2  # lines that a heading never leaves


@dataclass(frozen=True, slots=True)
class NoteLine(Whole):
    """One ruled line."""

    element: Element | None = None
    height: float = PITCH

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.marked(self.element, x, top):
            pen.rule(x, top + self.height - THIN_RULE, WIDTH, THIN_RULE, ROW_RULE)


def lines_in(room: float) -> int:
    """How many more lines a room below the last one holds."""
    return max(0, int((room - CLEAR) / PITCH))


def notes(lines: int, at: Element, aside: str = "") -> list[Strip]:
    """The heading and its lines; to a screen reader they are one figure."""
    if lines <= 0:
        return []
    head = heading("Notes", aside, at)
    room = at.add(Role.FIGURE, alt=f"Room for notes: {wording.counted(lines, 'ruled line')}")
    return [head, *[_line(index, lines, room) for index in range(lines)]]


def _line(index: int, lines: int, room: Element) -> Strip:
    element = room if index == 0 else None
    together = index + 1 < min(lines, _TOGETHER)
    return Strip(PITCH, (Placed(NoteLine(element), 0, 0),), keep=together, clear=CLEAR)
