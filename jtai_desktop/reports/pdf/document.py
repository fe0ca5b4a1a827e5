"""Sets, draws and finishes a paper."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Any

from pikepdf import Pdf
from reportlab.pdfgen.canvas import Canvas

from jtai_desktop.reports.checklist import DailyChecklist
from jtai_desktop.reports.pack import Pack, Single
from jtai_desktop.reports.pdf import bound, checklist, pack
from jtai_desktop.reports.pdf.fonts import font
from jtai_desktop.reports.pdf.furniture import Furniture, draw_foot, draw_head
from jtai_desktop.reports.pdf.glyphs import MissingGlyph, missing_in
from jtai_desktop.reports.pdf.pages import Page
from jtai_desktop.reports.pdf.part import SetPaper
from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH, Face
from jtai_desktop.reports.pdf.tagging.finish import finish
from jtai_desktop.reports.pdf.tagging.marks import Marks
from jtai_desktop.reports.pdf.tagging.metadata import About
from jtai_desktop.reports.progress import Heard, unheard, within

LANGUAGE = "en-GB"
PRODUCER = "JTAI Desktop"
FINISHING = "Finishing the file"
# How much of the time is over once the pages are set, and of the rest once they are drawn.
_SET, _DRAWN = 0.4, 0.6

Paper = DailyChecklist | Single | Pack

_SETTING: Mapping[type, Callable[[Any], SetPaper]] = MappingProxyType(
    {
        DailyChecklist: checklist.set_paper,
        Single: pack.set_single,
    }
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished paper, with what the print log and the preview ask for."""

    pdf: bytes
    pages: int
    title: str
    missing: tuple[MissingGlyph, ...]


def render(paper: Paper) -> bytes:
    """The PDF of a paper; the same bytes for the same paper."""
    return printed(paper).pdf


def printed(paper: Paper, heard: Heard = unheard, files: Sequence[bytes] = ()) -> Printed:
    """The PDF of a paper, its number of pages, and the signs that no font could print.

    `files` are the pages of the documents that are bound in, in their order.
    """
    with _not_collecting():
        laid_out = _set(paper, within(heard, 0, _SET))
        pages = sum(len(part.pages) for part in laid_out.parts)
        pdf = drawn(laid_out, within(heard, _SET, 1), files)
        return Printed(pdf, pages, laid_out.title, missing_in(paper))


def drawn(paper: SetPaper, heard: Heard = unheard, files: Sequence[bytes] = ()) -> bytes:
    """Draw the pages and finish the file; the listener may raise to stop."""
    stream = BytesIO()
    canvas = _canvas(stream)
    _draw_pages(canvas, paper, within(heard, 0, _DRAWN))
    canvas.save()
    last = within(heard, _DRAWN, 1)

    def put_in(pdf: Pdf) -> None:
        last(FINISHING, 0)
        bound.put_in(pdf, paper.bound_from, files)

    def saving(percent: int) -> None:
        last(FINISHING, percent / 100)

    about = _about(paper, accessible=not files)
    return finish(stream.getvalue(), paper.root, about, put_in=put_in, saving=saving)


@contextmanager
def _not_collecting() -> Iterator[None]:
    """Without Python’s search for what could be let go: all that is laid out stays to the end.

    The more it is, the longer each search takes: up to a fifth of the time of a long paper.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _set(paper: Paper, heard: Heard) -> SetPaper:
    if isinstance(paper, Pack):
        return pack.set_pack(paper, heard)
    heard("Setting the paper", 0)
    return _SETTING[type(paper)](paper)


def _draw_pages(canvas: Canvas, paper: SetPaper, heard: Heard) -> None:
    marks = Marks(canvas)
    pen = Pen(canvas, marks)
    pages = list(_pages(paper))
    for number, (furniture, footer, page) in enumerate(pages, start=1):
        heard(f"Drawing page {number} of {len(pages)}", (number - 1) / len(pages))
        draw_head(pen, furniture, paper.spoken if number == 1 else None)
        _draw_body(pen, page)
        draw_foot(pen, furniture, footer, f"Page {number} of {len(pages)}")
        canvas.showPage()
        marks.next_page()


def _pages(paper: SetPaper) -> Iterator[tuple[Furniture, str, Page]]:
    """Every page with what stands around it and the left of its footer."""
    for part in paper.parts:
        for number, page in enumerate(part.pages, start=1):
            footer = part.furniture.footer_on(number, len(part.pages))
            yield part.furniture, footer, page


def _draw_body(pen: Pen, page: Page) -> None:
    for stood in page:
        pen.repeating = stood.again
        stood.strip.draw(pen, stood.top)
    pen.repeating = False


def _canvas(stream: BytesIO) -> Canvas:
    return Canvas(
        stream,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=0,  # pikepdf packs them, better and faster
        invariant=1,
        initialFontName=font(Face.TEXT).name,  # type: ignore[arg-type]  # it is a name
        lang=LANGUAGE,
    )


def _about(paper: SetPaper, *, accessible: bool) -> About:
    return About(paper.title, paper.marking, PRODUCER, LANGUAGE, paper.as_at, accessible=accessible)
