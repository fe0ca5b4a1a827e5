"""What a person wants to see of the plan: a quick filter, a section, words that are found."""

from dataclasses import dataclass
from enum import StrEnum

from jtai_desktop.domain.actions.plan import Entry, Source
from jtai_desktop.ui.plan.facts import PlanFacts


class Quick(StrEnum):
    """The filters of one click."""

    ALL = "all"
    AT_RISK = "at-risk"
    LATE = "late"
    NO_FINDING = "no-finding"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Wanted:
    """All of it at once."""

    quick: Quick = Quick.ALL
    section: str = ""
    typed: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """What is looked for, word by word."""
        return tuple(self.typed.casefold().split())


def shown(facts: PlanFacts, wanted: Wanted) -> tuple[Entry, ...]:
    """The actions that are wanted, in the order of the plan."""
    return tuple(
        each
        for each in facts.plan.entries
        if passes(facts, each, wanted.quick)
        and wanted.section in {"", each.action.section}
        and _has_words(each, wanted.words)
    )


def unanswered(facts: PlanFacts, wanted: Wanted) -> tuple[Source, ...]:
    """The findings without an action, where they belong to what is wanted."""
    if wanted.quick not in {Quick.ALL, Quick.WRONG} or wanted.section:
        return ()
    return tuple(
        each
        for each in facts.plan.unanswered
        if all(word in f"{each.called} {each.text}".casefold() for word in wanted.words)
    )


def passes(facts: PlanFacts, entry: Entry, quick: Quick) -> bool:
    """Whether a quick filter lets an action through."""
    match quick:
        case Quick.AT_RISK:
            return entry.is_at_risk
        case Quick.LATE:
            return entry.late_by > 0
        case Quick.NO_FINDING:
            return not entry.sources
        case Quick.WRONG:
            return entry.action.id in facts.wrong
        case Quick.ALL:
            return True


def counts(facts: PlanFacts) -> dict[Quick, int]:
    """How many each filter lets through."""
    found = {
        quick: sum(1 for each in facts.plan.entries if passes(facts, each, quick))
        for quick in Quick
    }
    found[Quick.WRONG] += len(facts.plan.unanswered)
    return found


def _has_words(entry: Entry, words: tuple[str, ...]) -> bool:
    if not words:
        return True
    action = entry.action
    parts = (
        action.number,
        action.text,
        action.lead,
        action.deputy,
        action.measure,
        action.references,
        action.facts.timescale.words,
        entry.stand.words,
        *(f"{each.called} {each.short} {each.text}" for each in entry.sources),
        *(each.text for each in action.standing_progress),
    )
    text = " ".join(parts).casefold()
    return all(word in text for word in words)
