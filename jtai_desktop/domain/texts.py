"""What a person may type into a field: trimmed, of a sensible length, nothing that can't print."""

import unicodedata

from jtai_desktop.domain.problems import Refused

LINE = 200
NOTE = 5_000
KEPT = {"\n", "\t"}
UNPRINTABLE = {"Cc", "Cs", "Co"}
# Marks that turn all that follows: one left open in a name would turn the sentence around it.
# Contact cards put them around numbers. The marks of a single place (LRM, RLM) stay.
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def line(text: str, place: str, *, longest: int = LINE, needed: bool = False) -> str:
    """One line of text, as it is kept."""
    return _checked(" ".join(_printable(text).split()), place, longest, needed=needed)


def note(text: str, place: str, *, longest: int = NOTE, needed: bool = False) -> str:
    """A text of several lines, as it is kept."""
    return _checked(_printable(text).strip(), place, longest, needed=needed)


def shown_name(name: str) -> str:
    """The name of a file or folder for a sentence: on one line, in quotation marks."""
    return f"“{' '.join(_printable(name).split())}”"


def _printable(text: str) -> str:
    """Composed, without what has no form of its own on screen or paper."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(_plain(each) for each in lines if each not in TURNING)
    return unicodedata.normalize("NFC", plain)


def _plain(sign: str) -> str:
    """The sign, or a space. A sign newer than our tables is kept: the paper will name it."""
    if sign in KEPT:
        return sign
    nothing = ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF  # noqa: PLR2004
    return " " if nothing or unicodedata.category(sign) in UNPRINTABLE else sign


def _is_blank(text: str) -> bool:
    """Whether there is nothing in it to see."""
    return all(each.isspace() or unicodedata.category(each) == "Cf" for each in text)


def _checked(text: str, place: str, longest: int, *, needed: bool) -> str:
    if needed and _is_blank(text):
        raise Refused(f"{place} is empty. Please fill it in.", place=place)
    if len(text) > longest:
        sentence = (
            f"{place} has {len(text):,} characters; {longest:,} is the most. Please shorten it."
        )
        raise Refused(sentence, place=place)
    return text
