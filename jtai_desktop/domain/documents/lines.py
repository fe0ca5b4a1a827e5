"""The lines of a document: every step that was taken, each with its time and who took it.

A line is never changed. What was wrong is corrected by a further line, with a reason.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jtai_desktop.domain.moments import Moment


class Step(StrEnum):
    """What can be done with a document, one line for each."""

    ASK = "asked"
    RECEIVE = "received"
    RETURN = "returned"
    CHECK = "checked"
    OVERRIDE = "overridden"
    SEND = "sent"
    NONE = "does-not-exist"
    NOT_APPLICABLE = "not-applicable"
    REOPEN = "reopened"
    WAIVE = "waived"
    CHASE = "chased"
    ACCEPT_WARNING = "warning-accepted"
    THEY_RECEIVED = "they-received"
    THEY_QUERIED = "they-queried"
    ANSWER = "answered"
    THEY_ACCEPTED = "they-accepted"
    CORRECT = "corrected"


# What a person did or heard outside the program can’t be called back by a key.
LASTING = frozenset(
    {
        Step.RETURN,
        Step.SEND,
        Step.CHASE,
        Step.THEY_RECEIVED,
        Step.THEY_QUERIED,
        Step.ANSWER,
        Step.THEY_ACCEPTED,
        Step.CORRECT,
    }
)
CORRECTED = frozenset(LASTING - {Step.CORRECT})


class Point(StrEnum):
    """What a second reader looks at."""

    RIGHT_CHILD = "right-child"
    RIGHT_VERSION = "right-version"
    MARKING = "marking"
    NAMES = "names"
    WINDOW = "window"


class SendingWay(StrEnum):
    """How a document went to the inspectors."""

    PORTAL = "portal"
    MAIL = "mail"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Who:
    """Whose passphrase it was, and on whose behalf they acted."""

    person: str
    behalf: str = ""

    @property
    def acting(self) -> str:
        """Who it counts as."""
        return self.behalf or self.person

    @property
    def signed(self) -> str:
        """Both, as it stands beside what was done."""
        return f"{self.person} for {self.behalf}" if self.behalf else self.person

    def is_another_than(self, other: "Who") -> bool:
        """Whether two people stand behind it."""
        return self.acting.casefold() != other.acting.casefold()

    def shares_slot_with(self, other: "Who") -> bool:
        """Whether one passphrase served for both."""
        return self.person == other.person


@dataclass(frozen=True, slots=True)
class Line:
    """One step. Which of the fields are filled depends on the step.

    `id` is its number within the document. `due` is when an answer is wanted, or when to chase
    next; `about` names a warning, `text` is a question or a word on a chase; `whom` is who was
    chased; `corrects` is the line that this one takes back.
    """

    id: str
    step: Step
    when: datetime
    by: Who
    version: int = 0
    sha256: str = ""
    reason: str = ""
    text: str = ""
    way: str = ""
    whom: str = ""
    about: str = ""
    due: Moment | None = None
    points: tuple[Point, ...] = ()
    corrects: str = ""
