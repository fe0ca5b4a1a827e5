"""The lines of a conversation: every explanation, decision, plan and word to the lead inspector.

A line is never changed. What was wrong is corrected by a further line, with a reason; the decision
is then open again, and an earlier “agreed” does not come back.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jtai_desktop.domain.documents.lines import Who


class Step(StrEnum):
    """What can be recorded about a conversation, one line for each."""

    LEAFLET = "leaflet-given"
    EXPLAIN = "explained"
    AGREE = "agreed"
    DECLINE = "declined"
    WITHDRAW = "withdrew"
    NOT_APPROPRIATE = "not-appropriate"
    REASK = "asked-again"
    PLAN = "planned"
    CALL_OFF = "called-off"
    CONFIRM = "confirmed"
    UNDERSTAND = "understood"
    TELL = "lead-inspector-told"
    CORRECT = "corrected"


# Decisions, and what was done or heard outside the program, can’t be called back by a key.
LASTING = frozenset(
    {
        Step.AGREE,
        Step.DECLINE,
        Step.WITHDRAW,
        Step.NOT_APPROPRIATE,
        Step.REASK,
        Step.CONFIRM,
        Step.UNDERSTAND,
        Step.TELL,
        Step.CORRECT,
    }
)
CORRECTED = frozenset((LASTING | {Step.LEAFLET, Step.EXPLAIN}) - {Step.CORRECT, Step.REASK})
# Each of these goes to the lead inspector.
REFUSALS = frozenset({Step.DECLINE, Step.WITHDRAW, Step.NOT_APPROPRIATE})
DECISIONS = frozenset({Step.AGREE, *REFUSALS})


class View(StrEnum):
    """Whose decision it is: the person’s own, or that of who holds parental responsibility."""

    OWN = "own"
    PARENTAL = "parental-responsibility"


class Recorded(StrEnum):
    """How a decision was recorded."""

    WRITTEN = "written"
    # What is kept says so since the first vault; a person reads and types “spoken” everywhere.
    SPOKEN = "verbal-with-witness"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was recorded. Which of the fields are filled depends on the step.

    `id` is its number within the conversation, `when` the time of recording, `happened` the time of
    the thing itself. `who` is the practitioner who explained, who gave a decision, or who told;
    `witness` heard a decision that was spoken; `about` is the line of the decision that the lead
    inspector was told of.
    """

    id: str
    step: Step
    when: datetime
    by: Who
    happened: datetime | None = None
    view: View = View.OWN
    who: str = ""
    agency: str = ""
    how: str = ""
    witness: str = ""
    leaflet: str = ""
    form: str = ""
    language: str = ""
    interpreter: str = ""
    support: str = ""
    needs: str = ""
    start: datetime | None = None
    end: datetime | None = None
    place: str = ""
    inspector: str = ""
    reason: str = ""
    about: str = ""
    corrects: str = ""

    @property
    def moment(self) -> datetime:
        """When the thing itself was; where nothing else was said, when it was recorded."""
        return self.happened or self.when
