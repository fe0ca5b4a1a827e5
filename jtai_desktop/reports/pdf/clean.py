"""What of a text can stand on paper: composed letters, no control or format characters."""

import unicodedata

_BREAKS = {"\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"}
_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
_LAST_TWO = 0xFFFE  # of every plane
_NO_SIGNS = range(0xFDD0, 0xFDF0)
_NO_BREAK_SPACES = {"\u00a0", "\u202f", "\u2007"}


def clean(text: str) -> str:
    """The text with its line breaks as newlines, and every sign one that asks for a glyph."""
    if text.isascii() and text.isprintable():
        return text
    unified = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(map(_cleaned, unified))


def _is_no_sign(sign: str) -> bool:
    """A code that never stands for a sign; a font may claim it all the same."""
    code = ord(sign)
    return code & _LAST_TWO == _LAST_TWO or code in _NO_SIGNS


def _cleaned(sign: str) -> str:
    if sign in _BREAKS:
        return "\n"
    if sign in _NO_BREAK_SPACES:
        return "\u00a0"
    category = unicodedata.category(sign)
    if category == "Zs" or sign == "\t":
        return " "
    if category == "Cs" or _is_no_sign(sign):
        return "\ufffd"
    if category in {"Cc", "Cf"} or any(ord(sign) in signs for signs in _VARIATION_SELECTORS):
        return ""
    return sign
