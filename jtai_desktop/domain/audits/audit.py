"""One audit: theme, period, scrutineer, its cases, its teams, what they owe, what was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain import texts
from jtai_desktop.domain.audits.entries import Entry, Part
from jtai_desktop.domain.audits.returns import Return
from jtai_desktop.domain.moments import Moment, at, end_of_day
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import read_at, read_day, read_when
from jtai_desktop.domain.wording import day_full, hour

END_OF_DAY = "end of day"


class Fact(StrEnum):
    """What is recorded of the audit as a whole."""

    THEME = "theme"
    PERIOD = "period"
    DUE = "due"
    AGREED = "agreed"
    SCRUTINEER = "scrutineer"
    REFLECTIONS = "reflections"


class CaseFact(StrEnum):
    """What is recorded of a case."""

    REFERENCE = "reference"
    AGE_BAND = "age-band"
    FEATURES = "features"


FACT_TITLES: Final = MappingProxyType(
    {
        Fact.THEME: "Theme",
        Fact.PERIOD: "Period",
        Fact.DUE: "Returns due",
        Fact.AGREED: "Lines agreed",
        Fact.SCRUTINEER: "Scrutineer",
        Fact.REFLECTIONS: "Reflections",
    }
)
FACT_HINTS: Final = MappingProxyType(
    {
        Fact.THEME: "Children’s mental health",
        Fact.PERIOD: "March to August 2026",
        Fact.DUE: "4 Nov 2026, 12:00",
        Fact.AGREED: "14 Sep 2026",
        Fact.SCRUTINEER: "A role, not a name",
        Fact.REFLECTIONS: "What the independent scrutineer makes of it",
    }
)
CASE_TITLES: Final = MappingProxyType(
    {
        CaseFact.REFERENCE: "Reference",
        CaseFact.AGE_BAND: "Age band",
        CaseFact.FEATURES: "Features",
    }
)
CASE_HINTS: Final = MappingProxyType(
    {
        CaseFact.REFERENCE: "Case 1",
        CaseFact.AGE_BAND: "11 to 13",
        CaseFact.FEATURES: "In care; self-harm; two school moves",
    }
)


@dataclass(frozen=True, slots=True)
class Case:
    """A case that is looked at: what it is called here, and what may be told of it."""

    id: str
    reference: str
    age_band: str = ""
    features: str = ""
    version: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Team:
    """An agency, or a team of one, that is asked for returns; `agency` is the agency’s key."""

    id: str
    name: str
    agency: str = ""
    version: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Audit:
    """One audit whole."""

    id: str
    theme: str
    period: str = ""
    due: Moment | None = None
    agreed: date | None = None
    scrutineer: str = ""
    reflections: str = ""
    cases: tuple[Case, ...] = ()
    teams: tuple[Team, ...] = ()
    returns: tuple[Return, ...] = ()
    entries: tuple[Entry, ...] = ()
    version: int = field(default=1, compare=False)

    def of(self, part: Part) -> tuple[Entry, ...]:
        """The entries of a part, in their order."""
        return tuple(each for each in self.entries if each.part is part)

    def case(self, case_id: str) -> Case | None:
        """The case of that identity."""
        return next((each for each in self.cases if each.id == case_id), None)

    def team(self, team_id: str) -> Team | None:
        """The team of that identity."""
        return next((each for each in self.teams if each.id == team_id), None)

    def owed(self, case_id: str, team_id: str) -> Return | None:
        """What the team owes for the case; nothing where it owes nothing."""
        pair = (case_id, team_id)
        return next((each for each in self.returns if (each.case_id, each.team_id) == pair), None)

    def called(self, found: Return) -> str:
        """Case 2, Police."""
        case, team = self.case(found.case_id), self.team(found.team_id)
        return f"{case.reference if case else '–'}, {team.name if team else '–'}"

    def typed(self, fact: Fact) -> str:
        """What is recorded, as one would type it."""
        if fact is Fact.DUE:
            return _due_typed(self.due) if self.due else ""
        if fact is Fact.AGREED:
            return day_full(self.agreed) if self.agreed else ""
        return str(getattr(self, fact.value))


def with_facts(before: Audit, wanted: Mapping[Fact, str]) -> Audit:
    """The audit with these facts as they were typed."""
    after = before
    for fact, text in wanted.items():
        after = _with(after, fact, text)
    return after


def with_case_facts(before: Case, wanted: Mapping[CaseFact, str], audit: Audit) -> Case:
    """The case with these facts; its reference stands once in the audit."""
    after = before
    for fact, text in wanted.items():
        needed = fact is CaseFact.REFERENCE
        kept = texts.line(text, CASE_TITLES[fact], longest=_longest(fact), needed=needed)
        after = _with_case(after, fact, kept)
    same = after.reference.casefold()
    if any(each.reference.casefold() == same for each in audit.cases if each.id != after.id):
        sentence = f"{after.reference} is there already. Choose another reference."
        raise Refused(sentence, place=CASE_TITLES[CaseFact.REFERENCE])
    return after


def with_team(before: Team, name: str, agency: str, audit: Audit) -> Team:
    """The team under this name, which stands once in the audit."""
    kept = texts.line(name, "Team", longest=60, needed=True)
    if any(each.name.casefold() == kept.casefold() for each in audit.teams if each.id != before.id):
        raise Refused(f"{kept} is there already. Choose another name.", place="Team")
    return replace(before, name=kept, agency=agency)


def read_due(text: str) -> Moment | None:
    """A day with an hour, or the end of a day."""
    plain = " ".join(text.split())
    if not plain:
        return None
    title = FACT_TITLES[Fact.DUE]
    head, _, tail = plain.rpartition(",")
    if tail.strip().casefold() == END_OF_DAY:
        return end_of_day(read_at(title, read_day, head))
    try:
        return end_of_day(read_day(plain))
    except Refused:
        return at(read_at(title, read_when, plain))


def _with(audit: Audit, fact: Fact, text: str) -> Audit:
    title = FACT_TITLES[fact]
    if fact is Fact.DUE:
        return replace(audit, due=read_due(text))
    if fact is Fact.AGREED:
        day = read_at(title, read_day, text) if text.strip() else None
        return replace(audit, agreed=day)
    if fact is Fact.REFLECTIONS:
        return replace(audit, reflections=texts.note(text, title))
    kept = texts.line(text, title, needed=fact is Fact.THEME)
    match fact:
        case Fact.THEME:
            return replace(audit, theme=kept)
        case Fact.PERIOD:
            return replace(audit, period=kept)
        case _:
            return replace(audit, scrutineer=kept)


def _with_case(case: Case, fact: CaseFact, kept: str) -> Case:
    match fact:
        case CaseFact.REFERENCE:
            return replace(case, reference=kept)
        case CaseFact.AGE_BAND:
            return replace(case, age_band=kept)
        case CaseFact.FEATURES:
            return replace(case, features=kept)


def _due_typed(due: Moment) -> str:
    return f"{day_full(due.day)}, {hour(due) or END_OF_DAY}"


def _longest(fact: CaseFact) -> int:
    return {CaseFact.REFERENCE: 30, CaseFact.AGE_BAND: 30, CaseFact.FEATURES: 500}[fact]
