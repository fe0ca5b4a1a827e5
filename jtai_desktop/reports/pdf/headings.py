"""Section headings with their rule, the readers' frame, and paragraphs."""

from dataclasses import dataclass, replace

from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.strips import Placed, Rule, Strip
from jtai_desktop.reports.pdf.styles import (
    ASIDE,
    FRAME,
    HEADING,
    HEADING_RULE,
    MM,
    READERS,
    WIDTH,
    Face,
)
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import LaidText, Run, laid, shortened

_BEFORE = 3.2 * MM
_ABOVE_RULE = 1.85 * MM
_GAP = 4 * MM
_FRAME_INSET = 2.6 * MM
_FRAME_HEIGHT = 6.3 * MM
_ASIDE_SHARE = 0.6
_CONTINUED = replace(HEADING, face=Face.TEXT)


def heading(title: str, aside: str, at: Element, role: Role = Role.H2) -> Strip:
    """A title, a remark at the right, and the black rule; held to what follows."""
    element = at.add(role, title=title)
    remark = None
    width = WIDTH
    if aside:
        remark = laid(aside, ASIDE, WIDTH * _ASIDE_SHARE, at.add(Role.PARAGRAPH))
        width -= remark.natural_width + _GAP
    text = laid(title, HEADING, width, element)
    placed = [Placed(text, 0, 0)]
    height = text.height
    if remark:
        placed.append(Placed(remark, WIDTH - remark.width, 0))
        height = max(height, remark.height)
    below = HEADING.baseline - HEADING.leading + _ABOVE_RULE + HEADING_RULE
    return Strip(
        height + below, tuple(placed), before=_BEFORE, keep=True, rule_below=Rule(HEADING_RULE)
    )


def continued(title: str) -> Strip:
    """The heading again, where its section goes on overleaf."""
    short, _ = shortened(title, HEADING, WIDTH * _ASIDE_SHARE)
    text = laid([Run(short, HEADING), Run(" continued", _CONTINUED)], HEADING, WIDTH)
    below = HEADING.baseline - HEADING.leading + _ABOVE_RULE + HEADING_RULE
    return Strip(text.height + below, (Placed(text, 0, 0),), rule_below=Rule(HEADING_RULE))


@dataclass(frozen=True, slots=True)
class ReadersFrame:
    """Who the paper is for, in a frame."""

    text: LaidText

    @property
    def width(self) -> float:
        return self.text.natural_width + 2 * (_FRAME_INSET + FRAME)

    @property
    def height(self) -> float:
        return self.text.height - READERS.leading + _FRAME_HEIGHT

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.artifact():
            pen.outlined(x, top, self.width, self.height, FRAME)
        inset = (_FRAME_HEIGHT - READERS.leading) / 2
        self.text.draw(pen, x + FRAME + _FRAME_INSET, top + inset)

    def cut(self, room: float) -> tuple["ReadersFrame | None", "ReadersFrame | None"]:
        first, rest = self.text.cut(room - _FRAME_HEIGHT + READERS.leading)
        return (ReadersFrame(first) if first else None, ReadersFrame(rest) if rest else None)


def readers_frame(readers: str, at: Element | None, width: float = WIDTH) -> ReadersFrame:
    room = width - 2 * (_FRAME_INSET + FRAME)
    return ReadersFrame(laid(readers, READERS, room, at))
