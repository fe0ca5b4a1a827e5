"""Pages of others inside our own: made smaller, under a line that names them, and put in at last.

ReportLab draws our page and calls for a drawing of a certain name; only when pikepdf finishes the
file is that drawing there, taken over as it is.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Dictionary, Name, Page, Pdf

from jtai_desktop.domain.wording import counted
from jtai_desktop.reports.pack import Bound
from jtai_desktop.reports.pdf.headings import readers_frame
from jtai_desktop.reports.pdf.pages import Page as SetPage
from jtai_desktop.reports.pdf.pages import Stood
from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.strips import Placed, Strip, Whole
from jtai_desktop.reports.pdf.styles import (
    BODY_TOP,
    MM,
    READERS,
    ROOM,
    ROW_RULE,
    TABLE_STRONG,
    THIN_RULE,
    WIDTH,
)
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import LaidText, laid, shortened

DRAWING = "Bound"
MIDDLE = "As its author made it"
_BELOW_CAPTION = 4.0
_ABOVE_FOOT = 2 * MM
_GAP = 4 * MM

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class BoundPicture(Whole):
    """One page: as large as the room allows, never enlarged; a broad one is turned on its side."""

    element: Element
    page: tuple[float, float]
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        width, height = self.page
        turned = width > height
        across, up = (height, width) if turned else (width, height)
        scale = min(WIDTH / across, self.height / up, 1)
        across, up = across * scale, up * scale
        left = x + (WIDTH - across) / 2
        with pen.marked(self.element, left, top):
            pen.drawing(DRAWING, (left, top, across, up), scale, turned=turned)
        with pen.artifact():
            pen.hairline_box(left, top, across, up, THIN_RULE, ROW_RULE)


def bound_pages(what: Bound, readers: str, at: Element) -> tuple[list[SetPage], Element]:
    """The pages of one document, each with its line; the heading to which links lead."""
    title = at.add(Role.H2, title=what.called)
    frame = readers_frame(shortened(readers, READERS, WIDTH * 0.4)[0], None, WIDTH * 0.45)
    pages: list[SetPage] = []
    for number, size in enumerate(what.pages, start=1):
        # Only the first is read out, since it is the heading of all of them.
        caption = _caption(what, WIDTH - frame.width - _GAP, title if number == 1 else None)
        down = max(caption.height, frame.height) + _BELOW_CAPTION
        room = ROOM - down - _ABOVE_FOOT
        picture = BoundPicture(at.add(Role.FIGURE, alt=_alt(what, number)), size, room)
        placed = (
            Placed(caption, 0, (frame.height - caption.height) / 2),
            Placed(frame, WIDTH - frame.width, 0),
            Placed(picture, 0, down),
        )
        pages.append((Stood(Strip(ROOM, placed), BODY_TOP),))
    return pages, title


def put_in(pdf: Pdf, first: int, files: Sequence[bytes]) -> None:
    """Give each page from `first` (from 0) its drawing: the pages of the files in their order."""
    with ExitStack() as opened:
        number = first
        for content in files:
            source = opened.enter_context(Pdf.open(BytesIO(content)))
            for page in source.pages:
                _put(pdf, pdf.pages[number], page)
                number += 1


def _put(pdf: Pdf, on: Page, page: Page) -> None:
    resources = on.obj.Resources
    if "/XObject" not in resources:
        resources.XObject = Dictionary()
    resources.XObject[Name(f"/{DRAWING}")] = pdf.copy_foreign(page.as_form_xobject())


def _caption(what: Bound, width: float, element: Element | None) -> LaidText:
    said, _ = shortened(f"{what.called}, version {what.version}", TABLE_STRONG, width)
    return laid(said, TABLE_STRONG, width, element)


def _alt(what: Bound, number: int) -> str:
    of = counted(len(what.pages), "page")
    return f"{what.called}, version {what.version}, page {number} of {of}, as its author made it"
