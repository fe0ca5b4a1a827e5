"""The lines of text of a PDF, with their place and weight. Runs in the worker only."""

import ctypes
import math
import sys
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from jtai_desktop.domain.letters.lines import Line, Pages
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.letter_signs import SYMBOLS, Sheet, Sign, lines_of

MOST_PAGES = 60
MOST_SIGNS = 20_000  # on a page
MOST_LINES = 6_000
MOST_RULES = 4_000
BOLD_WEIGHT = 600
HYPHENS = frozenset((0x02, 0xFFFE))  # how PDFium gives a hyphen at a line’s end
UNKNOWN = "\ufffd"
LEAST_ANGLE = 0.1
THIN, SHORT = 3.0, 6.0  # of a rule
WIDE_BOX, HIGH_BOX = 100.0, 30.0
WHITE = 250

TOO_MANY_PAGES = "The PDF has {:,} pages, a letter at most {}: choose the letter alone."
TOO_MUCH_TEXT = "The PDF holds more text than any letter: choose the letter alone."
PASSWORD = "The PDF is protected by a password: save a copy without one and choose that."  # noqa: S105
DAMAGED = "The PDF is damaged and can’t be read: fetch the letter again, or type the findings."
PAGE_DAMAGED = "Page {} is damaged and can’t be read: fetch the letter again."

Look = tuple[float, bool, bool]  # size, bold, a font of pictures


def read_pages(letter: Path | bytes, say: Callable[[str], None] = lambda _: None) -> Pages:
    """Every page’s lines, or refused in a sentence."""
    document = opened(letter)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise Refused(TOO_MANY_PAGES.format(count, MOST_PAGES))
        lines: list[Line] = []
        for number in range(1, count + 1):
            say(f"page {number} of {count}")
            lines += _lines_of_page(document, number)
            if len(lines) > MOST_LINES:
                raise Refused(TOO_MUCH_TEXT)
        return Pages(count, tuple(lines))
    finally:
        document.close()


def opened(letter: Path | bytes) -> Any:  # noqa: ANN401 - pypdfium2 comes without types
    """The document, or refused in a sentence."""
    try:
        document = pypdfium2.PdfDocument(letter)
        if not len(document):
            raise Refused(DAMAGED)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise Refused(PASSWORD) from None
        raise Refused(DAMAGED) from None
    return document


def _lines_of_page(document: Any, number: int) -> list[Line]:  # noqa: ANN401
    try:
        page = document[number - 1]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        raise Refused(PAGE_DAMAGED.format(number)) from None
    if text.count_chars() > MOST_SIGNS:
        raise Refused(TOO_MUCH_TEXT)
    width, height = page.get_size()
    sheet = Sheet(number, round(height, 1), tuple(_rules(page, height)), width)
    return lines_of(_Signs(text, height), sheet)


def _rules(page: Any, height: float) -> Iterator[tuple[float, float, float]]:  # noqa: ANN401
    """The upright rules, and the sides of boxes: x, top, bottom."""
    width = page.get_width()
    paths = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)
    for drawn in islice(paths, MOST_RULES):
        left, bottom, right, top = drawn.get_bounds()
        thin, high = right - left <= THIN, top - bottom >= SHORT
        box = WIDE_BOX <= right - left < 0.97 * width and top - bottom >= HIGH_BOX
        if (thin and high) or (box and _is_visible(drawn)):
            yield left, height - top, height - bottom
            yield right, height - top, height - bottom


def _is_visible(drawn: Any) -> bool:  # noqa: ANN401
    """Whether a box has a line around it or a colour of its own; behind text it is often white."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn, fill, stroke)
    if stroke.value or not fill.value:
        return bool(stroke.value)
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(drawn, *parts)
    return any(part.value < WHITE for part in parts[:3])


class _Signs:
    """Walks over the letters of a page, in the order of the file."""

    def __init__(self, text: Any, height: float) -> None:  # noqa: ANN401
        self._text = text
        self._height = height
        self._looks: dict[int, Look] = {}
        self._name = ctypes.create_string_buffer(256)

    def __iter__(self) -> Iterator[Sign]:
        for place in range(self._text.count_chars()):
            sign = self._sign(place)
            if sign:
                yield sign

    def _sign(self, place: int) -> Sign | None:
        letter = _letter(pdfium.FPDFText_GetUnicode(self._text, place))
        generated = pdfium.FPDFText_IsGenerated(self._text, place) == 1
        if not letter or generated or self._is_turned(place):
            return None
        # The box with the letter's own room around it: printer's ink alone would show gaps.
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._text, place, box)
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text, place, x, y)
        size, bold, symbol = self._look(place)
        foot = self._height - y.value
        end = max(box.right, x.value)
        return Sign(letter, x.value, end, foot, size, bold, symbol)

    def _is_turned(self, place: int) -> bool:
        turned: float = pdfium.FPDFText_GetCharAngle(self._text, place)
        angle = turned % (2 * math.pi)
        return LEAST_ANGLE < angle < 2 * math.pi - LEAST_ANGLE

    def _look(self, place: int) -> Look:
        """How a letter looks, which all letters of one object of the page share."""
        key = self._object(place)
        if key and key in self._looks:
            return self._looks[key]
        look = self._look_of(place)
        if key:
            self._looks[key] = look
        return look

    def _object(self, place: int) -> int:
        found = pdfium.FPDFText_GetTextObject(self._text, place)
        return ctypes.cast(found, ctypes.c_void_p).value or 0 if found else 0

    def _look_of(self, place: int) -> Look:
        flags, matrix = ctypes.c_int(), pdfium.FS_MATRIX()
        length = pdfium.FPDFText_GetFontInfo(self._text, place, self._name, len(self._name), flags)
        name = self._name.value.decode("utf-8", "replace") if length else ""
        scale = 1.0
        if pdfium.FPDFText_GetMatrix(self._text, place, matrix):
            scale = math.hypot(matrix.b, matrix.d) or 1.0
        size = pdfium.FPDFText_GetFontSize(self._text, place) * scale
        heavy = pdfium.FPDFText_GetFontWeight(self._text, place) >= BOLD_WEIGHT
        bold = heavy or any(word in name.casefold() for word in ("bold", "black", "heavy"))
        return round(size, 1), bold, SYMBOLS.search(name) is not None


def _letter(code: int) -> str:
    """The letter of a code; nothing for a sign that only steers a printer."""
    if code in HYPHENS:
        return "-"
    category = unicodedata.category(chr(code)) if code <= sys.maxunicode else "Cs"
    if category == "Cs":
        return UNKNOWN
    return "" if category == "Cc" else chr(code)
