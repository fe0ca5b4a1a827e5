"""A page of a letter’s PDF drawn as dots. Runs in the worker only."""

import pypdfium2

from jtai_desktop.domain.letters.picture import PagePicture
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.letter_pages import PAGE_DAMAGED, opened

WIDEST, MOST_DOTS = 2_400, 12_000_000


def drawn(letter: bytes, page: int, width: int) -> PagePicture:
    """The page, so many dots wide; a page of an odd shape is drawn smaller."""
    document = opened(letter)
    try:
        return _drawn(document[page - 1], page, min(width, WIDEST))
    except (pypdfium2.PdfiumError, IndexError, ZeroDivisionError):
        raise Refused(PAGE_DAMAGED.format(page)) from None
    finally:
        document.close()


def _drawn(sheet: pypdfium2.PdfPage, page: int, width: int) -> PagePicture:
    wide, high = sheet.get_size()
    scale = min(width / wide, (MOST_DOTS / (wide * high)) ** 0.5)
    bitmap = sheet.render(scale=scale, rev_byteorder=True)
    row, stride = bitmap.width * bitmap.n_channels, bitmap.stride
    raw = bytes(bitmap.buffer)
    rows = (raw[at * stride : at * stride + row] for at in range(bitmap.height))
    return PagePicture(page, bitmap.width, bitmap.height, round(wide, 2), b"".join(rows))
