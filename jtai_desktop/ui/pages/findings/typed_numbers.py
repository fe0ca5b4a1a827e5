"""A page or paragraph as it was typed."""

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown


def whole_number(text: str, place: str) -> int:
    """The number; 0 where nothing was typed."""
    plain = text.strip()
    if not plain:
        return 0
    if not (plain.isascii() and plain.isdecimal()):
        raise Refused(f"{shown(text)} is no number: type one like 4, or nothing.", place=place)
    return int(plain)
