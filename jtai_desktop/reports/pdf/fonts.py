"""The bundled fonts: registered with ReportLab once, always embedded, and what they cover."""

from dataclasses import dataclass
from functools import cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from jtai_desktop import places
from jtai_desktop.reports.pdf.styles import Face

REPLACEMENT = "\ufffd"  # printed for a sign that no bundled font has

_FILES = {
    Face.TEXT: ("IBMPlexSans_400Regular.ttf", "DejaVuSans.ttf"),
    Face.STRONG: ("IBMPlexSans_600SemiBold.ttf", "DejaVuSans-Bold.ttf"),
    Face.MARKING: ("IBMPlexSans_700Bold.ttf", "DejaVuSans-Bold.ttf"),
}


@dataclass(frozen=True, slots=True)
class Font:
    """One bundled file as ReportLab knows it."""

    name: str
    signs: frozenset[str]
    widths: dict[int, float]
    default_width: float

    def has(self, text: str) -> bool:
        return self.signs.issuperset(text)

    def width(self, text: str, size: float) -> float:
        """The width of a text in points."""
        widths, default = self.widths, self.default_width
        return sum(widths.get(ord(sign), default) for sign in text) * size / 1000


@cache
def font(face: Face) -> Font:
    """The text face of a weight."""
    return _registered(_FILES[face][0])


@cache
def fallback(face: Face) -> Font:
    """What stands in for signs that the text face of this weight lacks."""
    return _registered(_FILES[face][1])


def by_font(text: str, face: Face) -> list[tuple[Font, str]]:
    """The text in runs of one font each; what no font has becomes the replacement sign."""
    plain = font(face)
    if plain.has(text):
        return [(plain, text)]
    covered = "".join(sign if is_covered(sign, face) else REPLACEMENT for sign in text)
    runs = groupby(covered, lambda sign: plain if plain.has(sign) else fallback(face))
    return [(chosen, "".join(signs)) for chosen, signs in runs]


def is_covered(sign: str, face: Face = Face.TEXT) -> bool:
    """Whether a bundled font has a glyph for it."""
    return font(face).has(sign) or fallback(face).has(sign)


@cache
def _registered(file: str) -> Font:
    name = file.removesuffix(".ttf")
    loaded = TTFont(name, str(places.resources() / "fonts" / file))
    pdfmetrics.registerFont(loaded)
    face = loaded.face
    signs = frozenset(chr(code) for code in face.charToGlyph)
    return Font(name, signs, face.charWidths, face.defaultWidth)
