"""Letters in layouts that nobody has published yet: columns, tables, dashes, other words."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

WIDTH, HEIGHT = A4
MARGIN, FOOT, GUTTER = 60, 60, 24
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=8)
HEADING = ParagraphStyle("head", BODY, fontName="Helvetica-Bold", fontSize=13, leading=16)
TITLES = ("Headline findings", "Areas for priority action", "Strengths", "Areas for improvement")
WORDS = ("partners", "records", "visits", "plans", "children", "leaders", "meetings", "schools")
Sign = Callable[[], str]


def _counting() -> Sign:
    numbers = count(1)
    return lambda: f"{next(numbers)}."


@dataclass(frozen=True)
class Layout:
    """How a letter is laid out: `sign` in front of points, `order` of its three lists."""

    sign: str | Sign = "•"
    columns: int = 1
    titles: Sequence[str] = TITLES
    order: str = "PSI"
    heading: ParagraphStyle = HEADING
    numbered: bool = False
    bullets: bool = True
    table: bool = False
    many: int = 3
    indent: float = 20
    numbers: Sign = field(default_factory=_counting)

    @property
    def said(self) -> set[tuple[str, str]]:
        """Every finding of it, by kind and text."""
        lists = {"priority": self.priorities, "strength": self.strengths}
        lists["improvement"] = self.improvements
        return {(kind, text) for kind, texts in lists.items() for text in texts}

    @property
    def priorities(self) -> list[str]:
        return _sentences("Act now", 1, 1)

    @property
    def strengths(self) -> list[str]:
        return _sentences("Strong", self.many, 2)

    @property
    def improvements(self) -> list[str]:
        return _sentences("Weak", self.many + 1, 3)


def pdf(layout: Layout) -> bytes:
    """The letter."""
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, invariant=1)
    flow = _head(layout)
    if layout.columns > 1:
        document.addPageTemplates(_two_columns())
        flow += [NextPageTemplate("later"), FrameBreak()]
    else:
        frame = Frame(MARGIN, FOOT, WIDTH - 2 * MARGIN, HEIGHT - 130, 0, 0, 0, 0)
        document.addPageTemplates([PageTemplate("one", [frame], onPage=_number)])
    document.build([*flow, *_body(layout)])
    return out.getvalue()


def _two_columns() -> list[PageTemplate]:
    wide = (WIDTH - 2 * MARGIN - GUTTER) / 2
    lefts = (MARGIN, MARGIN + wide + GUTTER)
    above = Frame(MARGIN, HEIGHT - 250, WIDTH - 2 * MARGIN, 180, 0, 0, 0, 0)
    first = [Frame(left, FOOT, wide, HEIGHT - 320, 0, 0, 0, 0) for left in lefts]
    later = [Frame(left, FOOT, wide, HEIGHT - 130, 0, 0, 0, 0) for left in lefts]
    return [
        PageTemplate("first", [above, *first], onPage=_number),
        PageTemplate("later", later, onPage=_number),
    ]


def _number(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont("Helvetica", 9)
    canvas.drawCentredString(WIDTH / 2, 30, f"Page {document.page} of the letter")


def _head(layout: Layout) -> list[Flowable]:
    subject = Paragraph("Joint targeted area inspection of Northmoor", layout.heading)
    words = ("6 March 2026", "To the local partnership", "Dear Northmoor partnership")
    return [*(Paragraph(each, BODY) for each in words), subject]


def _body(layout: Layout) -> list[Flowable]:
    about = "the joint targeted area inspection of the multi-agency response to neglect"
    opening = (
        f"This letter summarises the findings of {about} in Northmoor.",
        "This inspection took place from 12 to 16 January 2026. Four inspectorates took part.",
    )
    headline, priority, strength, improvement = layout.titles
    lists = {
        "P": (priority, layout.priorities),
        "S": (strength, layout.strengths),
        "I": (improvement, layout.improvements),
    }
    flow = [*_paragraphs(layout, opening), Paragraph(headline, layout.heading)]
    flow += _paragraphs(layout, ("The partnership works well for most children.",))
    if layout.table:
        flow += [Paragraph(priority, layout.heading), *_points(layout, layout.priorities)]
        flow.append(_table(layout, lists))
    else:
        for key in layout.order:
            title, texts = lists[key]
            flow += [Paragraph(title, layout.heading), *_points(layout, texts)]
    closing = (
        "We have determined that Northmoor Council is the principal authority.",
        "Northmoor Council should send the written statement of action by 18 June 2026.",
    )
    flow += [Paragraph("Next steps", layout.heading), *_paragraphs(layout, closing)]
    return [*flow, Paragraph("Yours sincerely", BODY)]


def _table(layout: Layout, lists: dict[str, tuple[str, list[str]]]) -> Table:
    cells = [lists[key] for key in "SI"]
    rows: list[list[Any]] = [
        [Paragraph(title, layout.heading) for title, _ in cells],
        [_points(layout, texts) for _, texts in cells],
    ]
    lines = TableStyle(
        [("VALIGN", (0, 0), (-1, -1), "TOP"), ("GRID", (0, 0), (-1, -1), 0.5, "black")]
    )
    return Table(rows, colWidths=[230, 230], style=lines)


def _points(layout: Layout, texts: Sequence[str]) -> list[Flowable]:
    if not layout.bullets:
        return [Paragraph(text, BODY) for text in texts]
    style = ParagraphStyle("point", BODY, leftIndent=layout.indent, bulletIndent=0)
    return [Paragraph(text, style, bulletText=_signed(layout)) for text in texts]


def _paragraphs(layout: Layout, texts: Sequence[str]) -> list[Flowable]:
    if not layout.numbered:
        return [Paragraph(text, BODY) for text in texts]
    style = ParagraphStyle("numbered", BODY, leftIndent=layout.indent, bulletIndent=0)
    return [Paragraph(text, style, bulletText=layout.numbers()) for text in texts]


def _signed(layout: Layout) -> str:
    if layout.numbered:
        return layout.numbers()
    return layout.sign if isinstance(layout.sign, str) else layout.sign()


def lettered() -> Sign:
    """a), b), c)."""
    numbers = count()
    return lambda: f"{'abcdefghijklmnopqrstuvwxyz'[next(numbers) % 26]})"


def _sentences(begin: str, number: int, seed: int) -> list[str]:
    random = Random(seed)  # noqa: S311 - chance for tests
    return [
        f"{begin} {at}: {' '.join(random.choices(WORDS, k=random.randint(8, 45)))}."
        for at in range(number)
    ]
