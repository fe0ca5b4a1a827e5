"""A letter of findings as it is kept, and the steps before its written statement is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from jtai_desktop.domain.findings.finding import Way
from jtai_desktop.domain.flags import Noted
from jtai_desktop.domain.letters.letter import Facts
from jtai_desktop.domain.letters.statement import Step


class Spot(NamedTuple):
    """Where in the letter a fact stands: the page, the paragraph on it, and its own words."""

    page: int
    paragraph: int
    printed: str = ""


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """One letter in an inspection’s record.

    `spots` has, by the names of `Facts`, where each was found. `received` is nothing where nobody
    typed it: then the day of the letter counts, as assumed. `left` and `unplaced` count what the
    reader found and nobody has confirmed or put aside. `file_id` names the file in the vault.
    """

    id: str
    facts: Facts
    added: Noted
    way: Way = Way.TYPED
    file: str = ""
    sha256: str = ""
    file_id: str = ""
    pages: int = 0
    spots: Mapping[str, Spot] = field(default_factory=dict)
    received: date | None = None
    no_statement: bool = False
    sent: date | None = None
    left: int = 0
    unplaced: int = 0
    version: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class KeptStep:
    """A step before the statement is sent, in the order in which they are to happen."""

    id: str
    letter_id: str
    number: int
    step: Step
    held: bool = False
    version: int = field(default=1, compare=False)
