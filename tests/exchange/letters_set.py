"""Sets a letter on pages: bullets, footnotes, frames, page numbers, words broken at lines’ ends."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.3, 841.9
TEXT_WIDTH = 450.0
TOP, FOOT = 130.0, 92.0
PLAIN, BOLD, SIGNS = "Helvetica", "Helvetica-Bold", "ZapfDingbats"


@dataclass(frozen=True)
class Style:
    """How a letter is set."""

    bullet: str = "■"  # or "•", "–"
    hang: float = 18.0
    spacing: float = 14.5
    between: float = 6.0  # more room between points
    heading_size: float = 12.0
    bold_headings: bool = True
    shifts: bool = False  # margins that differ from page to page
    running_head: str = ""
    numbering: str = "{page}"
    framed: bool = True
    breaks_words: bool = False


class Setter:
    """Sets a plan on pages, and notes on which page each finding begins."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._out = io.BytesIO()
        self._canvas = Canvas(self._out, pagesize=(WIDTH, HEIGHT), invariant=1)
        self._page = 1
        self._y = TOP
        self._notes: list[str] = []
        self._box_top: float | None = None
        self._note_count = 0
        self.begun: list[int] = []

    @property
    def pdf(self) -> bytes:
        self._finish_page()
        self._canvas.save()
        return self._out.getvalue()

    def set(self, what: str, text: str) -> None:
        getattr(self, f"_set_{what}")(text)

    def _set_heading(self, text: str) -> None:
        self._skip(self._style.spacing)
        size = self._style.heading_size
        font = BOLD if self._style.bold_headings else PLAIN
        self._keep(3 * self._style.spacing)
        for line in self._wrapped(text, TEXT_WIDTH, font, size):
            self._line(line, 0.0, font, size)
        self._skip(self._style.spacing)

    def _set_para(self, text: str) -> None:
        self.begun.append(self._flow(text, 0.0))
        self._skip(self._style.spacing)

    _set_letterhead = _set_para

    def _set_address(self, text: str) -> None:
        self._line(text, 0.0)

    def _set_point(self, text: str) -> None:
        self.begun.append(self._flow(text, self._style.hang, self._style.bullet))
        self._skip(self._style.between)

    def _set_under(self, text: str) -> None:
        self._flow(text, 2 * self._style.hang, "•" if self._style.bullet == "–" else "–")
        self._skip(self._style.between)

    def _set_again(self, text: str) -> None:
        """A second paragraph of the point above."""
        self._skip(self._style.spacing - self._style.between)
        self._flow(text, self._style.hang)
        self._skip(self._style.between)

    def _set_study(self, text: str) -> None:
        """A practice study: its heading and paragraphs, in a box."""
        heading, *paragraphs = text.split("\n")
        self._keep(8 * self._style.spacing)
        self._skip(self._style.spacing)
        inset = 5.4
        self._box_top = self._y - 12 if self._style.framed else None
        self._line(heading, inset, BOLD)
        self._skip(self._style.spacing)
        for count, paragraph in enumerate(paragraphs):
            page = self._flow(paragraph, inset, width=TEXT_WIDTH - inset)
            if not count:
                self.begun.append(page)
            self._skip(self._style.spacing)
        self._close_box()
        self._box_top = None
        self._skip(self._style.spacing)

    def _set_note(self, text: str) -> None:
        """A footnote, with a raised number at the end of the line above."""
        self._note_count += 1
        self._notes.append(text)
        mark = self._canvas.beginText(self._end + 0.5, HEIGHT - self._end_y + 4)
        mark.setFont(PLAIN, 8)
        mark.textOut(str(self._note_count))
        self._canvas.drawText(mark)

    def _set_page(self, _text: str) -> None:
        self._next_page()

    def _flow(self, text: str, inset: float, marker: str = "", width: float = TEXT_WIDTH) -> int:
        page = 0
        for line in self._wrapped(text, width - inset, PLAIN, 12):
            self._line(line, inset, marker=marker)
            page = page or self._page
            marker = ""
        return page

    def _line(
        self, text: str, inset: float, font: str = PLAIN, size: float = 12.0, marker: str = ""
    ) -> None:
        self._keep(self._style.spacing)
        left = self._margin + inset
        if marker:
            self._mark(marker, left)
        self._canvas.setFont(font, size)
        self._canvas.drawString(left, HEIGHT - self._y, text)
        self._end, self._end_y = left + stringWidth(text, font, size), self._y
        self._y += self._style.spacing

    def _mark(self, marker: str, left: float) -> None:
        font, sign = (SIGNS, "n") if marker == "■" else (PLAIN, marker)
        self._canvas.setFont(font, 9 if font == SIGNS else 12)
        self._canvas.drawString(left - self._style.hang, HEIGHT - self._y, sign)

    def _wrapped(self, text: str, width: float, font: str, size: float) -> Iterator[str]:
        line = ""
        for word in text.split(" "):
            tried = f"{line} {word}" if line else word
            if stringWidth(tried, font, size) <= width:
                line = tried
                continue
            front, rest = self._broken(line, word, width, font, size)
            yield front
            line = rest
        yield line

    def _broken(
        self, line: str, word: str, width: float, font: str, size: float
    ) -> tuple[str, str]:
        """Break a word at its hyphen, or between syllables where the style does."""
        spots = [place + 1 for place, sign in enumerate(word[:-1]) if sign == "-"]
        for spot in reversed(spots):
            if stringWidth(f"{line} {word[:spot]}", font, size) <= width:
                return f"{line} {word[:spot]}", word[spot:]
        if self._style.breaks_words and word.startswith("safeguarding"):
            front = f"{line} safe-"
            if stringWidth(front, font, size) <= width:
                return front, word.removeprefix("safe")
        return line, word

    def _skip(self, height: float) -> None:
        self._y += height

    def _keep(self, height: float) -> None:
        """Begin a new page where there is no room for this."""
        notes = 14.0 * len(self._notes) + (10 if self._notes else 0)
        if self._y + height > HEIGHT - FOOT - notes:
            self._next_page()

    def _next_page(self) -> None:
        boxed = self._box_top is not None
        self._close_box()
        self._finish_page()
        self._canvas.showPage()
        self._page += 1
        self._y = TOP
        self._box_top = TOP - 14 if boxed else None

    def _close_box(self) -> None:
        if self._box_top is None:
            return
        height = self._y - self._box_top
        self._canvas.rect(self._margin, HEIGHT - self._y, TEXT_WIDTH + 8, height)

    def _finish_page(self) -> None:
        self._set_footnotes()
        self._canvas.setFont(PLAIN, 9)
        if self._style.running_head:
            self._canvas.drawString(72, HEIGHT - 60, self._style.running_head)
        number = self._style.numbering.format(page=self._page)
        self._canvas.drawRightString(525, 44, number)

    def _set_footnotes(self) -> None:
        y = HEIGHT - FOOT + 20 - 12.0 * len(self._notes)
        for place, note in enumerate(self._notes, self._note_count - len(self._notes) + 1):
            self._canvas.setFont(PLAIN, 6.5)
            self._canvas.drawString(72, HEIGHT - y + 3.5, str(place))
            self._canvas.setFont(PLAIN, 10)
            self._canvas.drawString(78, HEIGHT - y, note)
            y += 12.0
        self._notes = []

    @property
    def _margin(self) -> float:
        return 72.0 - (14.0 if self._style.shifts and self._page % 2 == 0 else 0.0)
