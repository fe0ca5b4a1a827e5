"""What the plan stands among: its sections by the pack, the findings and recommendations."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain

from jtai_desktop.domain.actions.action import FINDING, RECOMMENDATION, Action
from jtai_desktop.domain.actions.plan import ActionPlan, Known, Section, Source, action_plan
from jtai_desktop.domain.actions.versions import PlanVersion
from jtai_desktop.domain.audits.audit import Audit
from jtai_desktop.domain.audits.entries import Part
from jtai_desktop.domain.findings.finding import Finding
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.people import Agency
from jtai_desktop.guidance.pack import Pack


def known_of(
    pack: Pack,
    sources: tuple[Source, ...],
    versions: tuple[PlanVersion, ...],
    names: Mapping[str, str],
) -> Known:
    """Sections by the names agencies have here, findings that stand, issued versions."""
    sections = tuple(
        Section(each.key, _title(each.title, each.agencies, names), each.agencies)
        for each in pack.plan_sections
    )
    return Known(sections, sources, versions)


def sources_of(findings: Iterable[Finding]) -> tuple[Source, ...]:
    """What can be answered. Numbers are unique within a letter; a second one is named with it."""
    standing = [each for each in findings if each.stands]
    letters = list(dict.fromkeys(each.letter_id for each in standing))
    return tuple(
        Source(
            key=f"{FINDING}{each.id}",
            called=_called(each, letters),
            text=each.text,
            short=_short(each, letters),
            wants_answer=each.wants_answer,
            agencies=each.agencies,
        )
        for each in standing
    )


def recommended(audits: Iterable[Audit]) -> tuple[Source, ...]:
    """What case audits recommend: it may become an action, and need not."""
    every = [(audit, entry) for audit in audits for entry in audit.of(Part.RECOMMENDATION)]
    several = len({audit.id for audit, _ in every}) > 1
    return tuple(
        Source(
            key=f"{RECOMMENDATION}{entry.id}",
            called=f"{f'{audit.theme}, r' if several else 'R'}ecommendation {entry.number}",
            text=entry.text,
            short=f"R{at}" if several else f"R{entry.number}",
            wants_answer=False,
        )
        for at, (audit, entry) in enumerate(every, start=1)
    )


def taken_up(actions: Iterable[Action]) -> frozenset[str]:
    """The identities of the recommendations that are actions of the plan."""
    named = (key for each in actions if each.is_in_plan for key in each.sources)
    return frozenset(
        key.removeprefix(RECOMMENDATION) for key in named if key.startswith(RECOMMENDATION)
    )


def section_for(whom: str, sections: Sequence[Section], agencies: Iterable[Agency]) -> str:
    """The section of the agency that is named, else the one that belongs to no single agency."""
    said = whom.strip().casefold()
    named = {each.key for each in agencies if said in {each.short.casefold(), each.name.casefold()}}
    own = (each.key for each in sections if named & {*each.agencies})
    shared = (each.key for each in sections if not each.agencies)
    return next(chain(own, shared, (each.key for each in sections)), "")


def answered_by(actions: Iterable[Action]) -> dict[str, int]:
    """How many actions of the plan answer a finding, by its identity."""
    named = (key for each in actions if each.is_in_plan for key in each.sources)
    return dict(Counter(k.removeprefix(FINDING) for k in named if k.startswith(FINDING)))


def planned(actions: Iterable[Action], known: Known, now: datetime) -> ActionPlan:
    """The plan at a time."""
    return action_plan(actions, known, london(now).date())


def _called(finding: Finding, letters: list[str]) -> str:
    at = letters.index(finding.letter_id)
    return f"Finding {finding.number}" if at == 0 else f"Letter {at + 1}, finding {finding.number}"


def _short(finding: Finding, letters: list[str]) -> str:
    """F1; L2 F1 in a second letter."""
    at = letters.index(finding.letter_id)
    return f"F{finding.number}" if at == 0 else f"L{at + 1} F{finding.number}"


def _title(title: str, agencies: tuple[str, ...], names: Mapping[str, str]) -> str:
    """An agency that has another name by now is called by it, as where a CCG became a board."""
    only = agencies[0] if len(agencies) == 1 else ""
    return names.get(only, title) if title.isupper() else title
