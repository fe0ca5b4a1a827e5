"""Headings by their meaning: spaces, case, quotation marks and question marks left aside."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from jtai_desktop.domain.lists.findings import How
from jtai_desktop.domain.lists.shape import Column

LONGEST = 300
_YES_NO = re.compile(r"\(\s*y\s*/\s*n\s*\)+")
_SUM = re.compile(r"^\s*(?:sum|count|max(?:imum)?|min(?:imum)?) of ")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[a-z0-9]+")
# Words that carry no meaning in a heading; “not”, “after” and numbers do.
_SMALL_WORDS = (
    "a an the of in on to by at for with is was were has have had did does do be been being "
    "child children this their any or and it s now please"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_ALIKE = {"dob": ("date", "birth"), "yos": ("yot",), "months": ("month",), "s47": ("section", "47")}


@dataclass(frozen=True, slots=True)
class Match:
    """A column that a heading can be taken for, and how."""

    column: Column
    how: How


def compact(text: str) -> str:
    """Letters and digits only, small: equal for headings and codes that differ in dress alone."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).casefold()
    return "".join(each for each in plain if each.isalnum())


def heading_key(text: str) -> str:
    """The compact form of a heading, without “(Y/N)” and “Sum of”."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).casefold()
    return compact(_SUM.sub("", _YES_NO.sub("", plain)))


def words(text: str) -> frozenset[str]:
    """The words that carry the meaning of a heading."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).replace("’", "'").replace("'s", "")
    plain = _YES_NO.sub("", _SUM.sub("", _CAMEL.sub(" ", plain).casefold()))
    found: set[str] = set()
    for word in _WORD.findall(plain):
        found.update(_ALIKE.get(word, (word,)))
    return frozenset(found - _SMALL)


class Headings:
    """Finds the column that a heading means, among the columns of one list."""

    def __init__(self, columns: Iterable[Column]) -> None:
        self._named: dict[str, Column] = {}
        self._seen: dict[str, Column] = {}
        self._meant: dict[frozenset[str], Column | None] = {}
        for column in columns:
            self._named[heading_key(column.name)] = column
            for other in column.also_seen:
                self._seen.setdefault(heading_key(other), column)
            for text in (column.name, *column.also_seen):
                self._mean(words(text), column)

    def match(self, heading: str) -> Match | None:
        """The column that a heading means; None where none is meant or several could be."""
        key = heading_key(heading)
        if not key or len(heading) > LONGEST:
            return None
        if key in self._named:
            return Match(self._named[key], How.NAME)
        if key in self._seen:
            return Match(self._seen[key], How.SEEN)
        column = self._meant.get(words(heading))
        return Match(column, How.MEANING) if column else None

    def _mean(self, meant: frozenset[str], column: Column) -> None:
        if len(meant) < 2:  # noqa: PLR2004 - one word alone, as “Age”, says too little
            return
        if self._meant.setdefault(meant, column) is not column:
            self._meant[meant] = None
