"""What a letter of findings says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jtai_desktop.domain.letters.lines import Line


class Kind(StrEnum):
    """What sort of finding it is."""

    STRENGTH = "strength"
    IMPROVEMENT = "improvement"
    PRIORITY = "priority"
    PRACTICE = "practice"


class Why(StrEnum):
    """Why a passage is no finding yet: a person decides what becomes of it."""

    NARRATIVE = "narrative"
    LIST = "list outside the findings"
    BESIDE = "text beside the findings"
    NO_TEXT = "page without text"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the letter, under the heading the letter gives it.

    `page` is the page on which it begins, `paragraph` its number among those that begin there.
    """

    heading: str
    text: str
    page: int
    paragraph: int = 0
    lines: tuple[Line, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """A strength, an area for improvement or priority action, or a practice study."""

    kind: Kind
    passage: Passage


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A passage that is not a finding by itself."""

    why: Why
    passage: Passage


@dataclass(frozen=True, slots=True)
class Tally:
    """Where every line of the file went."""

    read: int
    furniture: int  # page numbers, running heads, footnotes
    letterhead: int
    headings: int
    findings: int
    unplaced: int
    closing: int

    @property
    def lost(self) -> int:
        """Lines that went nowhere: always 0."""
        placed = self.furniture + self.letterhead + self.headings + self.findings
        return self.read - placed - self.unplaced - self.closing


@dataclass(frozen=True, slots=True)
class Facts:
    """The dates and names that a letter gives."""

    letter_date: date | None = None
    fieldwork_start: date | None = None
    fieldwork_end: date | None = None
    area: str | None = None
    theme: str | None = None
    statement_due: date | None = None
    principal_authority: str | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of findings, as read; `spots` has, by the names of `Facts`, where each stands."""

    facts: Facts
    findings: tuple[Finding, ...]
    unplaced: tuple[Unplaced, ...]
    tally: Tally
    spots: Mapping[str, Passage] = field(default_factory=dict, repr=False)
