"""The whole plan on a day: by section, how each action stands, what it answers, what turned.

Screens, papers, workbook and command line ask here, so they can’t disagree.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.actions.action import Action
from jtai_desktop.domain.actions.rating import AT_RISK, FINISHED, WORST_FIRST, Rating
from jtai_desktop.domain.actions.turning import Stand, Turn, stand, turned_between
from jtai_desktop.domain.actions.versions import PlanVersion

WEEK = timedelta(days=7)
_PARTS = re.compile(r"([0-9]{1,9})|([^0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the plan, mostly one agency’s."""

    key: str
    title: str
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What an action can answer: a finding of the letter, a recommendation of an audit.

    `wants_answer` says that one without an action stands out.
    """

    key: str
    called: str
    text: str
    short: str = ""
    wants_answer: bool = True
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One action, and how it stands on the day."""

    action: Action
    stand: Stand
    sources: tuple[Source, ...] = ()
    today: date = date.max

    @property
    def rating(self) -> Rating:
        """The rating that counts."""
        return self.stand.rating

    @property
    def late_by(self) -> int:
        """Days past its timescale; 0 where it is done or in time, whatever was set by hand."""
        return self.stand.computed.late_by

    @property
    def is_at_risk(self) -> bool:
        """Whether it is at risk, by the rating that counts or by the computed one."""
        return self.rating in AT_RISK or self.stand.computed.rating in AT_RISK

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to do."""
        return self.rating in FINISHED


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """The plan. `entries` stand in the order of sections and numbers; `out` were taken out."""

    today: date
    sections: tuple[Section, ...] = ()
    entries: tuple[Entry, ...] = ()
    out: tuple[Action, ...] = ()
    sources: tuple[Source, ...] = ()
    versions: tuple[PlanVersion, ...] = ()

    @property
    def counts(self) -> Mapping[Rating, int]:
        """How many stand at which rating."""
        found = dict.fromkeys(Rating, 0)
        for each in self.entries:
            found[each.rating] += 1
        return MappingProxyType(found)

    @property
    def late(self) -> tuple[Entry, ...]:
        """What is past its timescale and not done, the latest first."""
        return tuple(sorted((e for e in self.entries if e.late_by), key=lambda e: -e.late_by))

    @property
    def at_risk_first(self) -> tuple[Entry, ...]:
        """All of them, the gravest rating first, within it the latest."""
        return tuple(sorted(self.entries, key=_gravity))

    @property
    def unanswered(self) -> tuple[Source, ...]:
        """What wants an answer and has none in the plan."""
        answered = {each for entry in self.entries for each in entry.action.sources}
        return tuple(
            each for each in self.sources if each.wants_answer and each.key not in answered
        )

    @property
    def without_source(self) -> tuple[Entry, ...]:
        """Actions that answer nothing that stands."""
        return tuple(each for each in self.entries if not each.sources)

    @property
    def issued(self) -> PlanVersion | None:
        """The version issued last."""
        return self.versions[-1] if self.versions else None

    def entry(self, action_id: str) -> Entry | None:
        """The action of that identity, in the plan."""
        return next((each for each in self.entries if each.action.id == action_id), None)

    def section(self, key: str) -> Section:
        """The section of that key; one that the pack no longer has keeps its key as its title."""
        return next((each for each in self.sections if each.key == key), Section(key, key))

    def in_section(self, key: str) -> tuple[Entry, ...]:
        """The actions of a section."""
        return tuple(each for each in self.entries if each.action.section == key)

    def answers(self, source_key: str) -> tuple[Entry, ...]:
        """The actions that answer a finding."""
        return tuple(each for each in self.entries if source_key in each.action.sources)

    def turned(self, since: date) -> tuple[tuple[Entry, Turn], ...]:
        """Whose rating is another than on an earlier day, what became worse first."""
        found = [
            (each, turn)
            for each in self.entries
            if (turn := turned_between(each.action, since, self.today))
        ]
        return tuple(sorted(found, key=lambda pair: not pair[1].is_worse))

    @property
    def turned_this_week(self) -> tuple[tuple[Entry, Turn], ...]:
        """What turned within the last seven days."""
        return self.turned(self.today - WEEK)

    def of_agency(self, agency: str) -> "ActionPlan":
        """The sections of one agency, and the findings that are about it."""
        mine = {each.key for each in self.sections if agency in each.agencies}
        return replace(
            self,
            sections=tuple(each for each in self.sections if each.key in mine),
            entries=tuple(each for each in self.entries if each.action.section in mine),
            out=tuple(each for each in self.out if each.section in mine),
            sources=tuple(each for each in self.sources if agency in each.agencies),
        )

    @property
    def known_sections(self) -> tuple[Section, ...]:
        """Those of the pack, then those that only actions name."""
        keys = dict.fromkeys(each.action.section for each in self.entries)
        have = {each.key for each in self.sections}
        return (*self.sections, *(Section(key, key) for key in keys if key not in have))


# A day from which a week can be counted back.
NO_PLAN: Final = ActionPlan(date(2000, 1, 1))


@dataclass(frozen=True, slots=True)
class Known:
    """What the plan stands among: sections, what can be answered, what was issued."""

    sections: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    versions: tuple[PlanVersion, ...] = field(default_factory=tuple)


def action_plan(actions: Iterable[Action], known: Known, today: date) -> ActionPlan:
    """The plan as it stands on a day."""
    every = tuple(actions)
    place = {each.key: number for number, each in enumerate(known.sections)}
    by_key = {each.key: each for each in known.sources}
    inside = sorted((each for each in every if each.is_in_plan), key=lambda a: order(a, place))
    return ActionPlan(
        today=today,
        sections=known.sections,
        entries=tuple(_entry(each, by_key, today) for each in inside),
        out=tuple(each for each in every if not each.is_in_plan),
        sources=known.sources,
        versions=known.versions,
    )


def order(action: Action, place: Mapping[str, int]) -> tuple[int, str, tuple[tuple[int, str], ...]]:
    """By section, then by number: 1.2 stands before 1.10."""
    at = place.get(action.section, len(place))
    return at, action.section, in_number_order(action.number)


def in_number_order(number: str) -> tuple[tuple[int, str], ...]:
    """The parts of a number, digits by their value."""
    found = _PARTS.findall(number.casefold())
    return tuple((int(digits), "") if digits else (-1, word) for digits, word in found)


def next_number(section: str, sections: Sequence[Section], taken: Iterable[str]) -> str:
    """The number that an action added to a section gets: 1.3 after 1.2."""
    first = next(
        (n for n, each in enumerate(sections, 1) if each.key == section), len(sections) + 1
    )
    have = set(taken)
    number = 1
    while f"{first}.{number}" in have:
        number += 1
    return f"{first}.{number}"


def _entry(action: Action, sources: Mapping[str, Source], today: date) -> Entry:
    found = tuple(sources[each] for each in action.sources if each in sources)
    return Entry(action, stand(action, today), found, today)


def _gravity(entry: Entry) -> tuple[int, int]:
    worst = min(WORST_FIRST.index(entry.rating), WORST_FIRST.index(entry.stand.computed.rating))
    return worst, -entry.late_by
