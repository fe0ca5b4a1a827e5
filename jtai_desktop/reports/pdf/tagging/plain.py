"""Texts that may stand outside the pages: in metadata, bookmarks and the structure tree."""

import unicodedata

_NO_SIGNS = {0xFFFE, 0xFFFF}


def plain(text: str) -> str:
    """Without control characters and lone surrogates, which neither XML nor PDF may hold."""
    return "".join(sign if _is_plain(sign) else " " for sign in text)


def _is_plain(sign: str) -> bool:
    return unicodedata.category(sign) not in {"Cc", "Cs"} and ord(sign) not in _NO_SIGNS
