"""Papers that must be called back: whose conversation stood on them and does not stand any more.

A paper of the log says whom it holds and how many of the lines that last were known then. Whoever
refused, was corrected or taken out of the selection since makes it a paper to call back, until it
is recorded that this was done. A time that moved does not: that paper is only old.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from jtai_desktop.domain.conversations.lines import LASTING, Line
from jtai_desktop.domain.conversations.person import Person
from jtai_desktop.domain.conversations.track import AGREED, standing
from jtai_desktop.domain.printing import PrintEntry

# Whose conversation a paper holds, by id, and how many of their lasting lines it knew.
Holds = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A paper that left with conversations on it and was not called back."""

    paper: PrintEntry
    holds: Holds


@dataclass(frozen=True, slots=True)
class CallBack:
    """A paper to call back, and because of whom."""

    paper: PrintEntry
    people: tuple[Person, ...]

    @property
    def children(self) -> tuple[str, ...]:
        """The labels of the children it is about, each once."""
        return tuple(dict.fromkeys(person.child for person in self.people))


def known_of(person: Person) -> int:
    """How many lines of a person last: those that no undo takes away."""
    return sum(1 for line in person.lines if line.step in LASTING)


def to_call_back(people: Iterable[Person], held: Iterable[Held]) -> tuple[CallBack, ...]:
    """The papers to call back, in the order given."""
    by_id = {person.id: person for person in people}
    found = []
    for each in held:
        gone = [
            by_id[one]
            for one, known in each.holds
            if one in by_id and stands_no_more(by_id[one], known)
        ]
        if gone:
            found.append(CallBack(each.paper, tuple(gone)))
    return tuple(found)


def stands_no_more(person: Person, known: int) -> bool:
    """Whether the “agreed” that a paper rested on fell at any time since, even if given anew."""
    return not person.selected or any(
        standing(replace(person, lines=lines)).state not in AGREED
        for lines in _after(person.lines, known)
    )


def _after(lines: tuple[Line, ...], known: int) -> Iterable[tuple[Line, ...]]:
    """The lines up to each lasting one that was not known."""
    lasting = [at for at, line in enumerate(lines, 1) if line.step in LASTING]
    return (lines[:at] for at in lasting[known:])
