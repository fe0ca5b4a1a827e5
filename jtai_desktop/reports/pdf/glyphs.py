"""Names the signs that no bundled font can print, before anything is printed."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum

from jtai_desktop.reports.pdf.clean import clean
from jtai_desktop.reports.pdf.fonts import is_covered


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A sign that will print as a replacement sign."""

    sign: str
    name: str


def missing_glyphs(text: str) -> tuple[MissingGlyph, ...]:
    """The signs of the text that no bundled font has, each once, in their order."""
    wanting = dict.fromkeys(
        sign for sign in clean(text) if not sign.isspace() and not is_covered(sign)
    )
    return tuple(MissingGlyph(sign, _name(sign)) for sign in wanting)


def missing_in(paper: object) -> tuple[MissingGlyph, ...]:
    """The same for every text of a paper."""
    return missing_glyphs("".join(dict.fromkeys("".join(_texts(paper)))))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _name(sign: str) -> str:
    code = f"U+{ord(sign):04X}"
    name = unicodedata.name(sign, "").lower()
    return f"{name} ({code})" if name else code
