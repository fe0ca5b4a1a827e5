"""All letters of an inspection’s record with their findings and statements, as they stand now.

Pages, remarks and the command line ask here, so they can’t disagree. `answers` is the action
plan’s: how many actions answer a finding, by its identity; empty while there is no plan.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jtai_desktop.domain.findings.finding import Finding, Kind
from jtai_desktop.domain.findings.letter import KeptLetter
from jtai_desktop.domain.findings.statement import Statement
from jtai_desktop.domain.wording import counted, day_full


@dataclass(frozen=True, slots=True)
class Findings:
    """Letters, the oldest first; findings letter by letter; a statement for each letter."""

    letters: tuple[KeptLetter, ...] = ()
    findings: tuple[Finding, ...] = ()
    statements: tuple[Statement, ...] = ()
    answers: Mapping[str, int] = field(default_factory=dict)

    @property
    def standing(self) -> tuple[Finding, ...]:
        """Those that count."""
        return tuple(each for each in self.findings if each.stands)

    @property
    def unanswered(self) -> tuple[Finding, ...]:
        """Those that want an answer and have none, once there is a plan."""
        if not self.answers:
            return ()
        wanting = (each for each in self.standing if each.wants_answer)
        return tuple(each for each in wanting if not self.answers.get(each.id))

    @property
    def without_agency(self) -> tuple[Finding, ...]:
        """Those that want an answer and name no agency."""
        return tuple(each for each in self.standing if each.wants_answer and not each.agencies)

    def of_letter(self, letter_id: str) -> tuple[Finding, ...]:
        """Those of one letter that count."""
        return tuple(each for each in self.standing if each.letter_id == letter_id)

    def letter(self, letter_id: str) -> KeptLetter | None:
        """The letter of that identity."""
        return next((each for each in self.letters if each.id == letter_id), None)

    def finding(self, finding_id: str) -> Finding | None:
        """The finding of that identity, a retired one as well."""
        return next((each for each in self.findings if each.id == finding_id), None)

    def statement(self, letter_id: str) -> Statement | None:
        """The statement of a letter."""
        return next((each for each in self.statements if each.letter.id == letter_id), None)

    def count(self, kind: Kind) -> int:
        """How many of a kind count."""
        return sum(each.kind is kind for each in self.standing)


def called(letter: KeptLetter) -> str:
    """Letter of Fri 6 Mar 2026."""
    day = letter.facts.letter_date
    return f"Letter of {day_full(day)}" if day else "Letter without a date"


def open_words(letter: KeptLetter) -> str:
    """2 not confirmed, 3 not placed; nothing where all was gone through."""
    parts = [f"{letter.left} not confirmed"] if letter.left else []
    parts += [f"{counted(letter.unplaced, 'passage')} not placed"] if letter.unplaced else []
    return ", ".join(parts)
