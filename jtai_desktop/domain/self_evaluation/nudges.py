"""What an answer lacks, or what speaks against it: said as remarks, never as refusals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from dateutil.relativedelta import relativedelta

from jtai_desktop.domain.moments import london
from jtai_desktop.domain.self_evaluation.answer import AUDIT, Answer, Part
from jtai_desktop.domain.self_evaluation.point import Point, Sort
from jtai_desktop.domain.self_evaluation.weakness import is_weakness
from jtai_desktop.domain.wording import MONTHS

WINDOW_MONTHS = 12


class Nudge(StrEnum):
    """What it is about, in the order in which it is said."""

    CONTRADICTED = "contradicted"
    BROUGHT = "brought"
    NO_IMPACT = "no-impact"
    NO_EVIDENCE = "no-evidence"
    OLD = "old"
    REWORDED = "reworded"
    WEAKNESS = "weakness"


NUDGE_WORDS: Final = MappingProxyType(
    {
        Nudge.CONTRADICTED: "contradicted by an audit",
        Nudge.BROUGHT: "brought forward, not looked at",
        Nudge.NO_IMPACT: "without impact",
        Nudge.NO_EVIDENCE: "without evidence",
        Nudge.OLD: "with old evidence",
        Nudge.REWORDED: "to another wording",
        Nudge.WEAKNESS: "worded as a weakness",
    }
)


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline of an audit of cases: what it found, on which day, and which points it is about.

    `audit` is the key by which an answer links the audit, such as “audit:3f…”; `called` its name.
    """

    audit: str
    text: str
    day: date
    points: frozenset[str]
    is_weakness: bool = True
    called: str = "Audit of cases"


@dataclass(frozen=True, slots=True)
class Against:
    """What answers are held against: the first day in the window, dates of documents, headlines."""

    first_day: date
    dates: Mapping[str, tuple[date, ...]]
    headlines: tuple[Headline, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One nudge, as a sentence; of the point itself where there is no answer."""

    nudge: Nudge
    sentence: str
    answer: Answer | None = None


def window_begins(notified: date, months: int = WINDOW_MONTHS) -> date:
    """The first day whose evidence is recent enough, counted back from the notification."""
    return notified - relativedelta(months=months)


def of_point(point: Point, answers: Iterable[Answer], against: Against) -> tuple[Found, ...]:
    """Every nudge of a point and of what is answered to it."""
    if point.is_retired:
        return ()
    said = [each for each in answers if each.is_said]
    jointly = any(each.is_joint for each in said)
    found = [
        nudge
        for each in said
        for nudge in _of_answer(point, each, against)
        # What shows it is linked once, to the answer that counts.
        if each.is_joint or not jointly or nudge.nudge not in {Nudge.NO_EVIDENCE, Nudge.OLD}
    ]
    if point.sort is Sort.MARKER and is_weakness(point.title):
        sentence = "It says what is wrong. Word it as the practice that is meant."
        found.append(Found(Nudge.WEAKNESS, sentence))
    order = tuple(Nudge)
    return tuple(sorted(found, key=lambda each: order.index(each.nudge)))


def contradicting(point: Point, answer: Answer, headlines: Iterable[Headline]) -> list[Headline]:
    """The headlines that found a weakness here which the answer does not take up.

    It takes one up by linking its audit, once it was written on that day or later.
    """
    written = london(answer.written.when).date() if answer.written else None
    return [
        each
        for each in headlines
        if each.is_weakness
        and point.key in each.points
        and not (each.audit in answer.links and written is not None and written >= each.day)
    ]


def newest_evidence(answer: Answer, dates: Mapping[str, tuple[date, ...]]) -> date | None:
    """The newest day that anything which shows it is of, as far as days are known."""
    days = [day for each in answer.documents for day in dates.get(each, ())]
    return max([*days, *([answer.dated] if answer.dated else [])], default=None)


def _of_answer(point: Point, answer: Answer, against: Against) -> list[Found]:
    found: list[Found] = []

    def say(nudge: Nudge, sentence: str) -> None:
        found.append(Found(nudge, sentence, answer))

    for each in contradicting(point, answer, against.headlines):
        say(Nudge.CONTRADICTED, f"An audit says: “{each.text}” Link it, and say how both fit.")
    if answer.to_look_at and answer.brought:
        say(Nudge.BROUGHT, f"Brought forward from {_from(answer.brought.notified)}; look at it.")
    if not answer.text(Part.IMPACT):
        say(Nudge.NO_IMPACT, "Say what it changed for children, and how you know.")
    if not answer.links:
        say(Nudge.NO_EVIDENCE, "Link what shows it: a document of the register, or an audit.")
    newest = newest_evidence(answer, against.dates)
    audited = any(each.startswith(AUDIT) for each in answer.links)
    if newest is not None and newest < against.first_day and not audited:
        sentence = f"Its newest evidence is of {_day(newest)}, before {_day(against.first_day)}."
        say(Nudge.OLD, sentence)
    if answer.worded and answer.worded != point.title:
        say(Nudge.REWORDED, f"It was written to: “{answer.worded}”")
    return found


def _from(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
