"""The whole self-evaluation: every point with its answers, how it stands, and what is to say.

Page, papers, command line and the list of things that look wrong ask here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jtai_desktop.domain.self_evaluation.answer import JOINT, Answer
from jtai_desktop.domain.self_evaluation.nudges import Against, Found, Nudge, of_point
from jtai_desktop.domain.self_evaluation.point import Point

NOTHING = Against(date.min, {})


class Stand(StrEnum):
    """How a point stands."""

    MISSING = "missing"
    DRAFT = "draft"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Entry:
    """A point with its answers, the joint one first."""

    point: Point
    answers: tuple[Answer, ...] = ()
    found: tuple[Found, ...] = ()

    @property
    def joint(self) -> Answer | None:
        """The joint answer, if anything is kept of one."""
        return self.of(JOINT)

    @property
    def own(self) -> tuple[Answer, ...]:
        """Those of the agencies."""
        return tuple(each for each in self.answers if not each.is_joint)

    @property
    def said(self) -> tuple[Answer, ...]:
        """Those that evaluate something."""
        return tuple(each for each in self.answers if each.is_said)

    @property
    def stands_for_all(self) -> Answer | None:
        """The answer that counts: the joint one, or that of the only agency that answered."""
        said = self.said
        joint = next((each for each in said if each.is_joint), None)
        return joint or (said[0] if len(said) == 1 else None)

    @property
    def stand(self) -> Stand:
        """Missing, draft or agreed: as the answer that counts."""
        if not self.said:
            return Stand.MISSING
        counts = self.stands_for_all
        return Stand.AGREED if counts is not None and counts.agreed else Stand.DRAFT

    @property
    def to_settle(self) -> bool:
        """Whether several agencies answered and there is no joint answer."""
        return self.stands_for_all is None and len(self.said) > 1

    def of(self, agency: str) -> Answer | None:
        """What an agency answers, if anything is kept."""
        return next((each for each in self.answers if each.agency == agency), None)

    def nudges_of(self, answer: Answer | None) -> tuple[Found, ...]:
        """What is to say of one answer; without one, of the point."""
        mine = answer.id if answer else ""
        return tuple(e for e in self.found if (e.answer.id if e.answer else "") == mine)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of points that are asked, with how many of them stand how."""

    name: str
    entries: tuple[Entry, ...]

    @property
    def counts(self) -> dict[Stand, int]:
        """How many stand how."""
        stands = [each.stand for each in self.entries]
        return {stand: stands.count(stand) for stand in Stand}


@dataclass(frozen=True, slots=True)
class SelfEvaluation:
    """Every point in order; what is retired stands apart and counts nowhere."""

    entries: tuple[Entry, ...] = ()
    retired: tuple[Entry, ...] = ()
    agencies: tuple[str, ...] = field(default=())

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups in their order."""
        names = dict.fromkeys(each.point.group for each in self.entries)
        return tuple(
            Group(name, tuple(each for each in self.entries if each.point.group == name))
            for name in names
        )

    @property
    def counts(self) -> dict[Stand, int]:
        """How many stand how, of all."""
        stands = [each.stand for each in self.entries]
        return {stand: stands.count(stand) for stand in Stand}

    @property
    def is_begun(self) -> bool:
        """Whether anything is answered."""
        return any(each.said for each in (*self.entries, *self.retired))

    @property
    def nudges(self) -> dict[Nudge, int]:
        """How many points have which nudge."""
        each_once = [
            nudge for entry in self.entries for nudge in {found.nudge for found in entry.found}
        ]
        return {nudge: each_once.count(nudge) for nudge in Nudge if nudge in each_once}

    @property
    def every(self) -> tuple[Entry, ...]:
        """What is asked, then what is retired."""
        return (*self.entries, *self.retired)

    def entry(self, key: str) -> Entry | None:
        """The point of that key."""
        return next((each for each in self.every if each.point.key == key), None)

    def with_nudge(self, nudge: Nudge) -> tuple[Entry, ...]:
        """The points of which this is to say."""
        return tuple(e for e in self.entries if any(f.nudge is nudge for f in e.found))


def self_evaluation(
    points: Iterable[Point],
    answers: Iterable[Answer],
    against: Against = NOTHING,
    agencies: tuple[str, ...] = (),
) -> SelfEvaluation:
    """The self-evaluation as it stands; agencies in the order in which they are known here."""
    order = {key: at for at, key in enumerate((JOINT, *agencies))}
    by_point: dict[str, list[Answer]] = {}
    for each in sorted(answers, key=lambda e: (order.get(e.agency, len(order)), e.agency)):
        by_point.setdefault(each.point, []).append(each)
    every = [_entry(each, tuple(by_point.get(each.key, ())), against) for each in points]
    return SelfEvaluation(
        tuple(each for each in every if not each.point.is_retired),
        tuple(each for each in every if each.point.is_retired),
        agencies,
    )


def _entry(point: Point, answers: tuple[Answer, ...], against: Against) -> Entry:
    return Entry(point, answers, of_point(point, answers, against))
