"""A finding as it is kept: what the letter says, where, who confirmed it, whom it concerns.

Nothing is kept that no person confirmed. A finding that was kept by mistake is retired with a
reason, so that actions that answer it never lose what they answer.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from jtai_desktop.domain.flags import Noted
from jtai_desktop.domain.letters.letter import Kind

__all__ = ["Finding", "Kind", "Way", "kind_words"]


class Way(StrEnum):
    """How a finding or a letter came in."""

    READ = "read"
    PASTED = "pasted"
    TYPED = "typed"


KIND_WORDS: Final = {
    Kind.STRENGTH: "Strength",
    Kind.IMPROVEMENT: "Area for improvement",
    Kind.PRIORITY: "Area for priority action",
    Kind.PRACTICE: "Practice study",
}
# What asks for an answer in the action plan.
TO_ANSWER: Final = frozenset({Kind.IMPROVEMENT, Kind.PRIORITY})


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of a letter. `agencies` are keys of the inspection’s agencies.

    `number` is its place in the letter, from 1, and never given to another. `printed` is the
    letter’s own wording where it was read or pasted; `text` is that, or as a person corrected it.
    `page` and `paragraph` are 0 where nobody knows them.
    """

    id: str
    letter_id: str
    number: int
    kind: Kind
    text: str
    confirmed: Noted
    heading: str = ""
    printed: str = ""
    agencies: tuple[str, ...] = ()
    page: int = 0
    paragraph: int = 0
    way: Way = Way.TYPED
    retired: Noted | None = None
    version: int = field(default=1, compare=False)

    @property
    def stands(self) -> bool:
        """Whether it counts: not retired."""
        return self.retired is None

    @property
    def wants_answer(self) -> bool:
        """Whether an action has to answer it."""
        return self.stands and self.kind in TO_ANSWER

    @property
    def is_corrected(self) -> bool:
        """Whether its text differs from the letter’s own wording."""
        return bool(self.printed) and self.printed != self.text


def kind_words(kind: Kind) -> str:
    """Area for improvement."""
    return KIND_WORDS[kind]
