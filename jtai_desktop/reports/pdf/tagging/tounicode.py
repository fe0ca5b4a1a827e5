"""Mends the maps from glyphs back to text that ReportLab writes.

They map unused codes to U+0000, hold more than 100 entries in a block, write characters
above U+FFFF as five digits, and give the shapes of Arabic letters instead of the letters.
"""

import re
import unicodedata

from pikepdf import Dictionary, Name, Object, Pdf, Stream

_BLOCK = 100
_ENTRY = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4,8})>")
_BODY = re.compile(rb"\d+ beginbfchar.*endbfchar", re.DOTALL)
_ARABIC_SHAPES = range(0xFB50, 0xFEFD)


def mend_to_unicode(pdf: Pdf) -> None:
    """Rewrite the map of every font of the file."""
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/Type") == Name.Font:
            stream = item.get("/ToUnicode")
            if isinstance(stream, Stream):
                _mend(stream)


def mended(cmap: bytes) -> bytes:
    """The same map with clean entries in blocks of at most a hundred."""
    entries = [(code, _text(int(target, 16))) for code, target in _ENTRY.findall(cmap)]
    kept = [(code.upper(), text) for code, text in entries if text]
    blocks = [kept[start : start + _BLOCK] for start in range(0, len(kept), _BLOCK)]
    body = b"\n".join(_block(block) for block in blocks)
    return _BODY.sub(lambda _: body, cmap)


def _mend(stream: Object) -> None:
    stream.write(mended(stream.read_bytes()))


def _text(code: int) -> bytes:
    if not code:
        return b""
    sign = chr(code)
    if code in _ARABIC_SHAPES:
        letters = unicodedata.normalize("NFKC", sign)
        # Two letters in one shape stay as they are: readers turn them round themselves.
        sign = letters if len(letters) == 1 else sign
    return sign.encode("utf-16-be", "surrogatepass").hex().upper().encode()


def _block(entries: list[tuple[bytes, bytes]]) -> bytes:
    lines = [b"<%s> <%s>" % entry for entry in entries]
    return b"%d beginbfchar\n%s\nendbfchar" % (len(entries), b"\n".join(lines))
