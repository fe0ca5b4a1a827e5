"""Printed lines made one text again."""

import re
from collections.abc import Iterable, Sequence

SOFT_HYPHEN = "\u00ad"
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LAST_PART = re.compile(r"([^\W\d_]+)-$")
FIRST_PART = re.compile(r"[^\W\d_]+")


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Every word that stands unbroken somewhere; what a hyphen at a line's end is judged by."""
    return frozenset(
        word.group().casefold()
        for text in texts
        for word in WORD.finditer(text)
        if not text.startswith("-", word.end())
    )


def join(texts: Sequence[str], words: frozenset[str]) -> str:
    """The lines as one text.

    A hyphen at a line's end belongs to the word, unless the letter writes the word without one.
    """
    whole = ""
    for text in texts:
        whole = _appended(whole, text, words) if whole else text
    return whole.removesuffix(SOFT_HYPHEN).strip()


def _appended(whole: str, text: str, words: frozenset[str]) -> str:
    if whole.endswith(SOFT_HYPHEN):
        return whole[:-1] + text
    if whole.endswith("-") and not whole.endswith(" -"):
        return (whole[:-1] if _was_split(whole, text, words) else whole) + text
    if whole.endswith(("/", "–", "—")) and whole[-2:-1].strip():
        return whole + text
    return f"{whole} {text}"


def _was_split(whole: str, text: str, words: frozenset[str]) -> bool:
    last, first = LAST_PART.search(whole[-60:]), FIRST_PART.match(text)
    if not last or not first:
        return False
    front, back = last.group(1).casefold(), first.group().casefold()
    return front + back in words and f"{front}-{back}" not in words
