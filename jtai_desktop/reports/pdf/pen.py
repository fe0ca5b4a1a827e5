"""Draws on a page from its top left corner, and says what each drawing is."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from jtai_desktop.reports.pdf.lines import Line
from jtai_desktop.reports.pdf.styles import BLACK, PAGE_HEIGHT
from jtai_desktop.reports.pdf.tagging.marks import Artifact, Marks
from jtai_desktop.reports.pdf.tagging.tree import Element

Point = tuple[float, float]


class Pen:
    """ReportLab's canvas with its origin at the top and every mark accounted for.

    `repeating` is set while something is drawn again that was content on an earlier page:
    all of it is then an artifact.
    """

    def __init__(self, canvas: Canvas, marks: Marks) -> None:
        self._canvas = canvas
        self._marks = marks
        self.repeating = False

    def marked(self, element: Element | None, x: float, top: float) -> AbstractContextManager[None]:
        """What is drawn inside is content of the element, or an artifact if there is none."""
        if self.repeating:
            return self._marks.artifact(Artifact.REPEATED)
        if element is None:
            return self._marks.artifact()
        return self._marks.content(element, x, PAGE_HEIGHT - top)

    def artifact(self, kind: Artifact = Artifact.LAYOUT) -> AbstractContextManager[None]:
        return self._marks.artifact(Artifact.REPEATED if self.repeating else kind)

    def lines(self, starts: Sequence[tuple[float, Line]], baseline: float, leading: float) -> None:
        """Lines of text, each with its left edge. Inside a bracket."""
        drawing = self._canvas.beginText()
        state: tuple[object, ...] = ()
        for index, (x, line) in enumerate(starts):
            drawing.setTextOrigin(x, PAGE_HEIGHT - baseline - index * leading)
            for piece in line.pieces:
                style = piece.style
                wanted = (piece.font.name, style.size, style.ink, style.spacing)
                if wanted != state:
                    _set(drawing, *wanted)
                    state = wanted
                drawing.textOut(piece.text)
        self._canvas.drawText(drawing)

    def rule(self, x: float, y: float, width: float, thickness: float, ink: str = BLACK) -> None:
        """A line across, its upper edge at y. Inside a bracket."""
        self.filled(x, y, width, thickness, ink)

    def filled(self, x: float, top: float, width: float, height: float, ink: str) -> None:
        """A filled rectangle. Inside a bracket."""
        self._canvas.setFillColor(_colour(ink))
        self._canvas.rect(x, PAGE_HEIGHT - top - height, width, height, stroke=0, fill=1)

    def outlined(self, x: float, top: float, width: float, height: float, line: float) -> None:
        """A rectangle whose outer edges are given. Inside a bracket."""
        half = line / 2
        self._canvas.setStrokeColor(_colour(BLACK))
        self._canvas.setLineWidth(line)
        bottom = PAGE_HEIGHT - top - height
        self._canvas.rect(x + half, bottom + half, width - line, height - line, stroke=1, fill=0)

    def stroke(self, start: Point, end: Point, line: float, ink: str) -> None:
        """One straight line with plain ends. Inside a bracket."""
        self._canvas.setStrokeColor(_colour(ink))
        self._canvas.setLineWidth(line)
        self._canvas.line(start[0], PAGE_HEIGHT - start[1], end[0], PAGE_HEIGHT - end[1])

    def polygon(self, points: Sequence[Point], *, line: float = 0, ink: str = BLACK) -> None:
        """A closed shape: filled, or outlined where a line width is given. Inside a bracket."""
        self._path(points, line=line, ink=ink, closed=True)

    def polyline(self, points: Sequence[Point], line: float) -> None:
        """An open line with round ends. Inside a bracket."""
        self._path(points, line=line, ink=BLACK, closed=False)

    def hairline_box(
        self, x: float, top: float, width: float, height: float, line: float, ink: str
    ) -> None:
        """The four edges of a rectangle, inside it. Inside a bracket."""
        self.filled(x, top, width, line, ink)
        self.filled(x, top + height - line, width, line, ink)
        self.filled(x, top, line, height, ink)
        self.filled(x + width - line, top, line, height, ink)

    def drawing(
        self, name: str, box: tuple[float, float, float, float], scale: float, *, turned: bool
    ) -> None:
        """A drawing put into the file later, in a box; turned, its head is at the left."""
        x, top, across, up = box
        bottom = PAGE_HEIGHT - top - up
        upright = (scale, 0.0, 0.0, scale, x, bottom)
        matrix = (0.0, scale, -scale, 0.0, x + across, bottom) if turned else upright
        # Never outside its box, whatever its page draws beyond its own edges.
        clip = f"{x:.3f} {bottom:.3f} {across:.3f} {up:.3f} re W n"
        moved = " ".join(f"{each:.5f}" for each in matrix)
        self._canvas.addLiteral(f"q {clip} {moved} cm /{name} Do Q")

    def ring(self, centre: Point, radius: float, line: float, dash: float = 0) -> None:
        """A circle, dashed if asked. Inside a bracket."""
        canvas = self._canvas
        canvas.setStrokeColor(_colour(BLACK))
        canvas.setLineWidth(line)
        canvas.setDash([dash, dash] if dash else [])
        canvas.circle(centre[0], PAGE_HEIGHT - centre[1], radius, stroke=1, fill=0)
        canvas.setDash([])

    def dot(self, centre: Point, radius: float, ink: str = BLACK) -> None:
        """A filled circle. Inside a bracket."""
        self._canvas.setFillColor(_colour(ink))
        self._canvas.circle(centre[0], PAGE_HEIGHT - centre[1], radius, stroke=0, fill=1)

    def _path(self, points: Sequence[Point], *, line: float, ink: str, closed: bool) -> None:
        canvas = self._canvas
        canvas.setStrokeColor(_colour(ink))
        canvas.setFillColor(_colour(ink))
        canvas.setLineWidth(line or 1)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        path = canvas.beginPath()
        path.moveTo(points[0][0], PAGE_HEIGHT - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, PAGE_HEIGHT - y)
        if closed:
            path.close()
        canvas.drawPath(path, stroke=int(bool(line)), fill=int(closed and not line))
        canvas.setLineCap(0)
        canvas.setLineJoin(0)


@cache
def _colour(ink: str) -> Color:
    return HexColor(ink)


def _set(drawing: PDFTextObject, font: str, size: float, ink: str, spacing: float) -> None:
    drawing.setFont(font, size)
    drawing.setFillColor(_colour(ink))
    drawing.setCharSpace(spacing)
