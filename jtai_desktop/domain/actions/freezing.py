"""An action as texts: for the version that is issued, the workbook and the papers alike."""

from collections.abc import Mapping

from jtai_desktop.domain.actions.action import Action, Progress
from jtai_desktop.domain.actions.plan import ActionPlan, Entry
from jtai_desktop.domain.actions.rating import RATING_WORDS
from jtai_desktop.domain.actions.versions import Frozen
from jtai_desktop.domain.wording import day_full


def frozen_plan(plan: ActionPlan, documents: Mapping[str, str]) -> tuple[Frozen, ...]:
    """Every action as it stands, in the order of the plan; `documents` has their names."""
    return tuple(frozen(each, plan, documents) for each in plan.entries)


def frozen(entry: Entry, plan: ActionPlan, documents: Mapping[str, str]) -> Frozen:
    """One action as it stands."""
    action, facts = entry.action, entry.action.facts
    override = action.override
    said = {
        "section": plan.section(action.section).title,
        "number": action.number,
        "answers": "; ".join(each.called for each in entry.sources),
        "text": action.text,
        "lead": action.lead,
        "deputy": action.deputy,
        "timescale": facts.timescale.words,
        "due": day_full(facts.due) if facts.due else "",
        "measure": action.measure,
        "references": action.references,
        "rating": RATING_WORDS[entry.rating],
        "computed": entry.stand.computed.words,
        "override": override.reason if override else "",
        "forecast": day_full(facts.forecast) if facts.forecast else "",
        "started": day_full(facts.started) if facts.started else "",
        "completed": day_full(facts.completed) if facts.completed else "",
        "impact": facts.impact,
        "progress": progress_text(action),
        "documents": "; ".join(documents[each] for each in action.evidence if each in documents),
    }
    return Frozen(action.id, {key: text for key, text in said.items() if text})


def progress_text(action: Action) -> str:
    """Every entry that stands, the oldest first, one to a line."""
    ordered = sorted(action.standing_progress, key=lambda each: (each.day, each.number))
    return "\n".join(entry_text(each) for each in ordered)


def entry_text(entry: Progress) -> str:
    """Thu 5 Nov 2026: what was done."""
    return f"{day_full(entry.day)}: {entry.text}"
