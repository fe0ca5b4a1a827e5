"""Room for a pen: lines to sign on, and ruled lines for what is said on the telephone."""

from dataclasses import dataclass

from jtai_desktop.reports.blocks import Signatures, Writing
from jtai_desktop.reports.pdf.notes import CLEAR, PITCH, NoteLine
from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.strips import Placed, Strip, Whole
from jtai_desktop.reports.pdf.styles import DETAIL, MM, THIN_RULE, WIDTH
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import laid

_BEFORE = 6 * MM
_ROOM = 11 * MM
_GAP = 6 * MM
_LABEL_ABOVE = 1.5


@dataclass(frozen=True, slots=True)
class _Line(Whole):
    """A black line at the foot of some room."""

    element: Element
    width: float
    height: float = _ROOM

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.marked(self.element, x, top):
            pen.rule(x, top + self.height - THIN_RULE, self.width, THIN_RULE)


def signature_strips(what: Signatures, at: Element) -> list[Strip]:
    """The lines side by side, each over its name."""
    pitch = (WIDTH + _GAP) / len(what.labels)
    placed: list[Placed] = []
    for column, label in enumerate(what.labels):
        name, x = at.add(Role.PARAGRAPH), column * pitch
        line = at.add(Role.FIGURE, alt=f"Line to write on: {label}")
        placed.append(Placed(_Line(line, pitch - _GAP), x, 0))
        placed.append(Placed(laid(label, DETAIL, pitch - _GAP, name), x, _ROOM + _LABEL_ABOVE))
    height = max(each.y + each.thing.height for each in placed)
    return [Strip(height, tuple(placed), before=_BEFORE)]


def writing_strips(what: Writing, at: Element) -> list[Strip]:
    """Ruled lines, held together; to a screen reader they are one figure."""
    room = at.add(Role.FIGURE, alt=what.what)
    return [
        Strip(
            PITCH,
            (Placed(NoteLine(room if index == 0 else None), 0, 0),),
            keep=index + 1 < what.lines,
            clear=CLEAR,
        )
        for index in range(what.lines)
    ]
