"""One action of the plan: what is to be done by whom, its facts line by line, its progress."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from jtai_desktop.domain.actions.rating import Facts, Rating
from jtai_desktop.domain.documents.lines import Who

# What an action answers or rests on is named by its kind and identity.
FINDING: Final = "finding:"
RECOMMENDATION: Final = "recommendation:"
DOCUMENT: Final = "document:"


@dataclass(frozen=True, slots=True)
class FactsLine:
    """That the facts were these from then on, by whom and why; never changed.

    `override` is the rating that somebody set in place of the computed one, with their reason.
    """

    number: int
    when: datetime
    by: Who
    facts: Facts = field(default_factory=Facts)
    override: Rating | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """A dated entry of progress and evidence; never changed.

    `corrects` is the number of the entry that this one puts right, `reason` why.
    """

    number: int
    when: datetime
    by: Who
    day: date
    text: str
    corrects: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """An action. `sources` are the findings and recommendations it answers.

    `taken_out` says why it is no longer in the plan; nothing where it is.
    """

    id: str
    section: str
    number: str
    text: str
    lead: str = ""
    deputy: str = ""
    measure: str = ""
    references: str = ""
    sources: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    lines: tuple[FactsLine, ...] = ()
    progress: tuple[Progress, ...] = ()
    taken_out: str = ""
    version: int = field(default=1, compare=False)

    @property
    def facts(self) -> Facts:
        """As they stand."""
        return self.lines[-1].facts if self.lines else Facts()

    @property
    def override(self) -> FactsLine | None:
        """The line by which the rating that was set in place of the computed one came to be."""
        if not self.lines or self.lines[-1].override is None:
            return None
        now = self.lines[-1]
        same = now
        for each in reversed(self.lines):
            if (each.override, each.reason) != (now.override, now.reason):
                break
            same = each
        return same

    @property
    def is_in_plan(self) -> bool:
        """Whether it was not taken out."""
        return not self.taken_out

    @property
    def standing_progress(self) -> tuple[Progress, ...]:
        """The entries that no later one puts right, the oldest first."""
        corrected = {each.corrects for each in self.progress}
        return tuple(each for each in self.progress if each.number not in corrected)

    @property
    def last_progress(self) -> Progress | None:
        """The newest of them by its day."""
        return max(self.standing_progress, key=lambda each: (each.day, each.number), default=None)

    @property
    def called(self) -> str:
        """Action 1.2."""
        return f"Action {self.number}"
