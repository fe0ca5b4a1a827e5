"""All evaluations of an inspection: what is answered, what lacks, what differs, who is late.

Screens, checklist, forms and command line ask here, so they can’t disagree.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum

from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.evaluations.evaluation import Evaluation, Part, Stage
from jtai_desktop.domain.evaluations.frame import Frame
from jtai_desktop.domain.evaluations.writing import answered, unsettled
from jtai_desktop.domain.moments import CLOSE_OF_BUSINESS, Moment, apart

BACK = frozenset({Stage.RETURNED, Stage.AGREED})


class Nudge(StrEnum):
    """What an answer lacks; in the order in which it is said."""

    IMPACT = "impact"
    VIEW = "child-view"
    EVIDENCE = "evidence"


NUDGE_WORDS = {
    Nudge.IMPACT: "without impact",
    Nudge.VIEW: "without the child’s own view",
    Nudge.EVIDENCE: "without evidence",
}


@dataclass(frozen=True, slots=True)
class Lacks:
    """That the answer to a question lacks something."""

    question: int
    nudge: Nudge


@dataclass(frozen=True, slots=True)
class Entry:
    """One evaluation, and how it stands now."""

    evaluation: Evaluation
    numbers: tuple[int, ...] = ()
    due: Moment | None = None
    late: Late = Late.NO
    late_by: timedelta = timedelta()

    @property
    def answered(self) -> tuple[int, ...]:
        """The questions to which something is evaluated."""
        return answered(self.evaluation, self.numbers)

    @property
    def missing(self) -> tuple[int, ...]:
        """The questions to which nothing is evaluated."""
        done = self.answered
        return tuple(each for each in self.numbers if each not in done)

    @property
    def filled_of(self) -> str:
        """7 of 10."""
        return f"{len(self.answered)} of {len(self.numbers)}"

    @property
    def unsettled(self) -> tuple[int, ...]:
        """The questions that agencies see differently, not settled yet."""
        return unsettled(self.evaluation, self.numbers)

    @property
    def lacks(self) -> tuple[Lacks, ...]:
        """What the answers that there are lack, question by question."""
        return tuple(
            Lacks(number, nudge)
            for number in self.answered
            for nudge in Nudge
            if not self.evaluation.text(number, nudge.value)
        )

    @property
    def is_finished(self) -> bool:
        """Whether the partnership has done with it: the joint one agreed, an own one here."""
        stage = self.evaluation.stage
        return stage is Stage.AGREED or (not self.evaluation.is_joint and stage in BACK)


@dataclass(frozen=True, slots=True)
class Said:
    """What one agency says to a question; nothing where it said nothing."""

    entry: Entry
    text: str


@dataclass(frozen=True, slots=True)
class Beside:
    """One question with what the joint text and each agency say to it, side by side."""

    question: int
    joint: str
    own: tuple[Said, ...]
    difference: str = ""
    settled: str = ""

    @property
    def silent(self) -> tuple[Said, ...]:
        """The agencies that said nothing to it."""
        return tuple(each for each in self.own if not each.text)


@dataclass(frozen=True, slots=True)
class Evaluations:
    """Every evaluation of the selected children, in their order, the joint one of each first."""

    entries: tuple[Entry, ...] = ()
    apart: tuple[Entry, ...] = ()
    frame: Frame = field(default_factory=Frame)
    milestone: str = ""

    @property
    def joint(self) -> tuple[Entry, ...]:
        """The joint ones."""
        return tuple(each for each in self.entries if each.evaluation.is_joint)

    @property
    def finished(self) -> tuple[Entry, ...]:
        """The joint ones that are agreed."""
        return tuple(each for each in self.joint if each.is_finished)

    @property
    def finished_of(self) -> str:
        """1 of 6 finished."""
        return f"{len(self.finished)} of {len(self.joint)} finished"

    @property
    def late(self) -> tuple[Entry, ...]:
        """What is late, or late to us, the latest first."""
        found = (each for each in self.entries if each.late is not Late.NO)
        return tuple(sorted(found, key=lambda each: each.late_by, reverse=True))

    @property
    def lacks(self) -> dict[Nudge, int]:
        """How many answers lack what, of all evaluations that are not agreed."""
        found = [
            lack.nudge
            for entry in self.entries
            if entry.evaluation.stage is not Stage.AGREED
            for lack in entry.lacks
        ]
        return {nudge: found.count(nudge) for nudge in Nudge if nudge in found}

    @property
    def agencies(self) -> tuple[str, ...]:
        """The keys of the agencies that are asked for one of their own."""
        keys = (each.evaluation.agency for each in self.entries if not each.evaluation.is_joint)
        return tuple(dict.fromkeys(keys))

    def joint_of(self, child_id: str) -> Entry | None:
        """The joint one of a child."""
        return next((each for each in self.joint if each.evaluation.child_id == child_id), None)

    def own_of(self, child_id: str) -> tuple[Entry, ...]:
        """Those of the agencies about a child."""
        return tuple(
            each
            for each in self.entries
            if each.evaluation.child_id == child_id and not each.evaluation.is_joint
        )

    def own_back_of(self, child_id: str) -> str:
        """3/4: how many of the agencies’ own are here."""
        own = self.own_of(child_id)
        return f"{sum(1 for each in own if each.is_finished)}/{len(own)}"

    def of_agency(self, key: str) -> "Evaluations":
        """Only those of one agency."""
        mine = tuple(each for each in self.entries if each.evaluation.agency == key)
        return Evaluations(mine, (), self.frame, self.milestone)

    def entry(self, evaluation_id: str) -> Entry | None:
        """The one of that identity, of a child taken out as well."""
        every = (*self.entries, *self.apart)
        return next((each for each in every if each.evaluation.id == evaluation_id), None)

    def towards(self, key: str) -> tuple[Entry, ...]:
        """What counts towards a milestone."""
        return self.joint if key == self.milestone else ()

    def beside(self, child_id: str) -> tuple[Beside, ...]:
        """Question by question, what the joint text and each agency say about a child."""
        joint, own = self.joint_of(child_id), self.own_of(child_id)
        return tuple(_beside(number, joint, own) for number in self.frame.numbers)


@dataclass(frozen=True, slots=True)
class Times:
    """What lateness is measured with: the milestone’s time, now, the close of business."""

    now: datetime
    due: Moment | None = None
    close: time = CLOSE_OF_BUSINESS


def evaluations(
    found: Iterable[Evaluation], frame: Frame, times: Times, milestone: str = ""
) -> Evaluations:
    """The evaluations of these children as they stand; those of children taken out stand apart."""
    every = [_entry(each, frame.numbers, times) for each in found]
    return Evaluations(
        tuple(each for each in every if each.evaluation.selected),
        tuple(each for each in every if not each.evaluation.selected),
        frame,
        milestone,
    )


def _entry(evaluation: Evaluation, numbers: tuple[int, ...], times: Times) -> Entry:
    bare = Entry(evaluation, numbers, times.due)
    if bare.is_finished or not evaluation.selected:
        return bare
    for late, moment in ((Late.LATE, times.due), (Late.TO_US, evaluation.internal)):
        if moment and moment.deadline(times.close) < times.now:
            by = apart(moment.deadline(times.close), times.now)
            return Entry(evaluation, numbers, times.due, late, by)
    return bare


def _beside(number: int, joint: Entry | None, own: tuple[Entry, ...]) -> Beside:
    def of(part: Part) -> str:
        return joint.evaluation.text(number, part) if joint else ""

    said = tuple(Said(each, each.evaluation.text(number, Part.EVALUATION)) for each in own)
    return Beside(number, of(Part.EVALUATION), said, of(Part.DIFFERENCE), of(Part.SETTLED))
