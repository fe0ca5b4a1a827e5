"""How the sheet with the recovery code looks: one page, the code large enough to type from."""

from jtai_desktop.domain import wording
from jtai_desktop.reports.pdf.furniture import Furniture, spoken_in
from jtai_desktop.reports.pdf.headings import heading, readers_frame
from jtai_desktop.reports.pdf.notes import NoteLine
from jtai_desktop.reports.pdf.pages import paged
from jtai_desktop.reports.pdf.part import Part, SetPaper
from jtai_desktop.reports.pdf.strips import Placed, Strip
from jtai_desktop.reports.pdf.styles import (
    BODY_BOTTOM,
    BODY_TOP,
    DETAIL,
    LEAD,
    MM,
    TEXT,
    TITLE,
    UNDER_TITLE,
    WIDTH,
    Face,
    Style,
)
from jtai_desktop.reports.pdf.tables import row_strip
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import laid
from jtai_desktop.reports.recovery_sheet import KEEPING, KEPT_BY, READERS, USES, RecoverySheet
from jtai_desktop.reports.recovery_sheet import TITLE as NAME

_CODE = Style(24, 30, Face.STRONG, spacing=1.2)
_IN_A_ROW = 4
_PITCH = WIDTH / _IN_A_ROW
_ABOVE, _BELOW = 1.5, 2.2
_CODE_ABOVE, _CODE_BELOW = 4 * MM, 2 * MM
_FRAME_ABOVE, _AFTER_TITLE = 3 * MM, 4 * MM
_LINE_X = 32 * MM


def set_paper(paper: RecoverySheet) -> SetPaper:
    """The sheet on its page."""
    root = Element(Role.DOCUMENT)
    spoken = spoken_in(root)
    made = f"{wording.day_long(paper.as_at.date())}, {wording.clock(paper.as_at)}"
    furniture = Furniture(
        paper.marking,
        paper.about,
        f"Made on {made}",
        f"{NAME}. Keep it apart from the computer.",
        middle="One sheet only",
    )
    strips = [_title(paper, root), *_code(paper, root)]
    strips += _sentences("How it is used", USES, root)
    strips += _sentences("Where it should lie", KEEPING, root)
    strips += _keeper(root)
    pages = tuple(paged(strips, BODY_TOP, BODY_BOTTOM))
    parts = (Part(furniture, pages),)
    return SetPaper(NAME, paper.marking, paper.as_at, parts, root, spoken)


def _title(paper: RecoverySheet, at: Element) -> Strip:
    title = laid(NAME, TITLE, WIDTH, at.add(Role.H1, title=NAME))
    about = laid(paper.about, UNDER_TITLE, WIDTH, at.add(Role.PARAGRAPH))
    frame = readers_frame(READERS, at.add(Role.PARAGRAPH))
    below = title.height + about.height
    placed = (
        Placed(title, 0, 0),
        Placed(about, 0, title.height),
        Placed(frame, 0, below + _FRAME_ABOVE),
    )
    return Strip(below + _FRAME_ABOVE + frame.height + _AFTER_TITLE, placed)


def _code(paper: RecoverySheet, at: Element) -> list[Strip]:
    """Four groups in a row, each under its number."""
    aside = "O is read as 0, I and L as 1"
    strips = [heading("The code", aside, at)]
    for first in range(0, len(paper.groups), _IN_A_ROW):
        placed: list[Placed] = []
        for column, group in enumerate(paper.groups[first : first + _IN_A_ROW]):
            element, x = at.add(Role.PARAGRAPH), column * _PITCH
            number = laid(f"Group {first + column + 1} ", DETAIL, _PITCH, element)
            placed.append(Placed(number, x, _CODE_ABOVE))
            text = laid(group, _CODE, _PITCH, element)
            placed.append(Placed(text, x, _CODE_ABOVE + number.height))
        strips.append(row_strip(placed, above=_CODE_ABOVE, below=_CODE_BELOW))
    return strips


def _sentences(title: str, sentences: tuple[str, ...], at: Element) -> list[Strip]:
    strips = [heading(title, "", at)]
    for sentence in sentences:
        text = laid(sentence, TEXT, WIDTH, at.add(Role.PARAGRAPH))
        strips.append(row_strip([Placed(text, 0, _ABOVE)], above=_ABOVE, below=_BELOW))
    return strips


def _keeper(at: Element) -> list[Strip]:
    """Two lines to fill in with a pen."""
    strips = [heading("Filled in by hand", "", at)]
    for label in KEPT_BY:
        name = laid(label, LEAD, _LINE_X, at.add(Role.PARAGRAPH))
        room = at.add(Role.FIGURE, alt=f"Room to write: {label.lower()}")
        line = NoteLine(room)
        strips.append(
            Strip(line.height, (Placed(name, 0, line.height - name.height), Placed(line, 0, 0)))
        )
    return strips
