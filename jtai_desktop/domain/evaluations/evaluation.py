"""One evaluation of a child: its texts, and the lines of where it stood, with who and when.

The guidance gives no grade, so there is none: what agencies see differently is said in words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.moments import Moment

HEAD = 0  # the number under which the texts of the head stand
JOINT = ""  # the agency of a joint evaluation


class Part(StrEnum):
    """What is written to a question; the last two only in the joint evaluation."""

    EVALUATION = "evaluation"
    EVIDENCE = "evidence"
    IMPACT = "impact"
    VIEW = "child-view"
    DIFFERENCE = "difference"
    SETTLED = "settled"


OWN_PARTS = (Part.EVALUATION, Part.EVIDENCE, Part.IMPACT, Part.VIEW)
PART_WORDS: Final = MappingProxyType(
    {
        Part.EVALUATION: "Evaluation",
        Part.EVIDENCE: "Evidence",
        Part.IMPACT: "Impact",
        Part.VIEW: "The child’s own view",
        Part.DIFFERENCE: "What agencies see differently",
        Part.SETTLED: "How it was settled",
    }
)


class Key(NamedTuple):
    """Where a text stands: the question’s number and the part; in the head the field’s key."""

    question: int
    part: str


class Stage(StrEnum):
    """Where an evaluation stands."""

    ASKED = "asked"
    DRAFTING = "drafting"
    RETURNED = "returned"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Move:
    """That an evaluation came to stand there, by whom and when; never changed."""

    number: int
    stage: Stage
    when: datetime
    by: Who
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An evaluation of one child: the joint one, or that of the agency of this key.

    `texts` has what is written, nothing where nothing is. `internal` is our own, earlier time.
    """

    id: str
    child_id: str
    child: str
    agency: str = JOINT
    internal: Moment | None = None
    texts: Mapping[Key, str] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    selected: bool = True
    version: int = field(default=1, compare=False)

    @property
    def is_joint(self) -> bool:
        """Whether it is that of all agencies together."""
        return self.agency == JOINT

    @property
    def stage(self) -> Stage:
        """Where it stands: asked from the beginning."""
        return self.moves[-1].stage if self.moves else Stage.ASKED

    @property
    def mark(self) -> str:
        """What stands for the child in a code: the F of Child F."""
        return self.child.rpartition(" ")[2]

    def text(self, question: int, part: str) -> str:
        """What is written there, or nothing."""
        return self.texts.get(Key(question, part), "")

    def called(self, agency: str = "") -> str:
        """Child A, joint evaluation; Child A, Police: by the name the agency has here."""
        return f"{self.child}, {'joint evaluation' if self.is_joint else agency or self.agency}"
