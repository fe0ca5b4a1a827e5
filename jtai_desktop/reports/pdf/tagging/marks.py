"""Brackets around what is drawn on a ReportLab canvas: content of an element, or an artifact."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from reportlab.pdfgen.canvas import Canvas

from jtai_desktop.reports.pdf.tagging.tree import Element, Mark, Spot


class Artifact(StrEnum):
    """Why something drawn is no content."""

    HEADER = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
    FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
    REPEATED = "/Artifact <</Type /Pagination>> BDC"
    LAYOUT = "/Artifact <</Type /Layout>> BDC"


class MarksError(Exception):
    """Brackets inside brackets: a mistake of the layout, not of a person."""


class Marks:
    """Counts the pieces of content of each page and writes their brackets."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._page = 0
        self._number = 0
        self._open = False

    def next_page(self) -> None:
        """Call after `showPage`."""
        self._page += 1
        self._number = 0

    @contextmanager
    def content(self, element: Element, x: float = 0, y: float = 0) -> Iterator[None]:
        """What is drawn inside is content of the element; its first place is remembered."""
        mark = Mark(self._page, self._number)
        self._number += 1
        element.marks.append(mark)
        if element.spot is None:
            element.spot = Spot(self._page, x, y)
        with self._bracket(f"/{element.role} <</MCID {mark.number}>> BDC"):
            yield

    @contextmanager
    def artifact(self, kind: Artifact = Artifact.LAYOUT) -> Iterator[None]:
        """What is drawn inside is passed over by a screen reader."""
        with self._bracket(kind):
            yield

    @contextmanager
    def _bracket(self, opening: str) -> Iterator[None]:
        if self._open:
            raise MarksError(f"{opening} stands inside another bracket")
        self._open = True
        self._canvas.addLiteral(opening)
        yield
        self._canvas.addLiteral("EMC")
        self._open = False
