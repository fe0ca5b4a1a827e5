"""One answer to a criterion or marker: that of an agency, or the joint one of all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.evaluations.writing import Signed

JOINT = ""  # the agency of a joint answer
DOCUMENT, AUDIT = "document:", "audit:"


class Part(StrEnum):
    """What is written; how agencies settled stands in the joint answer only."""

    EVALUATION = "evaluation"
    IMPACT = "impact"
    SETTLED = "settled"
    NOTE = "note"


OWN_PARTS = (Part.EVALUATION, Part.IMPACT, Part.NOTE)
PART_WORDS: Final = MappingProxyType(
    {
        Part.EVALUATION: "Evaluation",
        Part.IMPACT: "Evidence of impact",
        Part.SETTLED: "How it was settled",
        Part.NOTE: "Internal: stays here",
    }
)


class State(StrEnum):
    """Where an answer stands."""

    DRAFT = "draft"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Brought:
    """From which earlier inspection an answer was brought forward, and whether it was looked at."""

    area: str
    notified: date
    looked_at: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What one agency, or all together, answer to a point.

    `worded` is how the point was worded when the evaluation was written; `dated` the day that the
    evidence is of; `links` name documents of the register and audits, each by a key of its kind.
    """

    id: str
    point: str
    agency: str = JOINT
    texts: Mapping[Part, str] = field(default_factory=dict)
    dated: date | None = None
    links: tuple[str, ...] = ()
    worded: str = ""
    written: Signed | None = None
    agreed: Signed | None = None
    brought: Brought | None = None
    version: int = field(default=0, compare=False)

    @property
    def is_joint(self) -> bool:
        """Whether it is that of all agencies together."""
        return self.agency == JOINT

    @property
    def state(self) -> State:
        """Draft, or agreed."""
        return State.AGREED if self.agreed else State.DRAFT

    @property
    def is_said(self) -> bool:
        """Whether it evaluates anything."""
        return bool(self.text(Part.EVALUATION))

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is kept in it."""
        return not (any(self.texts.values()) or self.dated or self.links)

    @property
    def to_look_at(self) -> bool:
        """Whether it was brought forward and nobody looked at it yet."""
        return self.brought is not None and not self.brought.looked_at

    @property
    def documents(self) -> tuple[str, ...]:
        """The identities of the documents that show it."""
        return tuple(e.removeprefix(DOCUMENT) for e in self.links if e.startswith(DOCUMENT))

    def text(self, part: Part) -> str:
        """What is written there, or nothing."""
        return self.texts.get(part, "")
