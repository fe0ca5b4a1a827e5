"""What a person wants to see of the findings: words, an agency, a letter, a kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jtai_desktop.domain.findings.finding import Finding, Kind, kind_words
from jtai_desktop.ui.pages.findings.facts import Facts


class Quick(StrEnum):
    """The filters of one click."""

    ALL = "all"
    PRIORITY = "priority"
    IMPROVEMENT = "improvement"
    STRENGTH = "strength"
    PRACTICE = "practice"
    UNANSWERED = "unanswered"
    RETIRED = "retired"


KINDS = {
    Quick.PRIORITY: Kind.PRIORITY,
    Quick.IMPROVEMENT: Kind.IMPROVEMENT,
    Quick.STRENGTH: Kind.STRENGTH,
    Quick.PRACTICE: Kind.PRACTICE,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """All filters at once."""

    typed: str = ""
    agency: str = ""
    letter: str = ""
    quick: Quick = Quick.ALL


def fitting(facts: Facts, wanted: Wanted) -> list[Finding]:
    """The findings that pass every filter."""
    found = [each for each in of_quick(facts, wanted.quick) if _in(each, wanted)]
    words = wanted.typed.casefold().split()
    return [each for each in found if all(word in _hay(facts, each) for word in words)]


def of_quick(facts: Facts, quick: Quick) -> Iterable[Finding]:
    """Those of one of the quick filters."""
    if quick is Quick.RETIRED:
        return [each for each in facts.found.findings if not each.stands]
    if quick is Quick.UNANSWERED:
        return facts.found.unanswered
    kind = KINDS.get(quick)
    return [each for each in facts.found.standing if kind is None or each.kind is kind]


def _in(finding: Finding, wanted: Wanted) -> bool:
    agency = not wanted.agency or wanted.agency in finding.agencies
    return agency and wanted.letter in {"", finding.letter_id}


def _hay(facts: Facts, finding: Finding) -> str:
    parts = (finding.text, finding.heading, kind_words(finding.kind), facts.agencies_of(finding))
    return " ".join(parts).casefold()
