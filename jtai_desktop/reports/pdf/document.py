"""Sets, draws and finishes a paper."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from jtai_desktop.reports.checklist import DailyChecklist
from jtai_desktop.reports.pack import Pack, Single
from jtai_desktop.reports.pdf import checklist, pack
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

LANGUAGE = "en-GB"
PRODUCER = "JTAI Desktop"

Paper = DailyChecklist | Single | Pack

_SETTING: Mapping[type, Callable[[Any], SetPaper]] = MappingProxyType(
    {
        DailyChecklist: checklist.set_paper,
        Single: pack.set_single,
        Pack: pack.set_pack,
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


def printed(paper: Paper, progress: Callable[[int, int], None] | None = None) -> Printed:
    """The PDF of a paper, its number of pages, and the signs that no font could print."""
    laid_out = _SETTING[type(paper)](paper)
    pages = sum(len(part.pages) for part in laid_out.parts)
    return Printed(drawn(laid_out, progress), pages, laid_out.title, missing_in(paper))


def drawn(paper: SetPaper, progress: Callable[[int, int], None] | None = None) -> bytes:
    """Draw the pages and finish the file.

    `progress` hears the page and the pages; it may raise to stop: nothing is left behind.
    """
    stream = BytesIO()
    canvas = _canvas(stream)
    _draw_pages(canvas, paper, progress)
    canvas.save()
    return finish(stream.getvalue(), paper.root, _about(paper))


def _draw_pages(
    canvas: Canvas, paper: SetPaper, progress: Callable[[int, int], None] | None
) -> None:
    marks = Marks(canvas)
    pen = Pen(canvas, marks)
    pages = list(_pages(paper))
    for number, (furniture, footer, page) in enumerate(pages, start=1):
        draw_head(pen, furniture, paper.spoken if number == 1 else None)
        _draw_body(pen, page)
        draw_foot(pen, furniture, footer, f"Page {number} of {len(pages)}")
        canvas.showPage()
        marks.next_page()
        if progress:
            progress(number, len(pages))


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


def _about(paper: SetPaper) -> About:
    return About(paper.title, paper.marking, PRODUCER, LANGUAGE, paper.as_at)
