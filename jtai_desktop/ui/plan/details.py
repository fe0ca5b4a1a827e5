"""What the panel says of an action: facts, progress, how its rating turned."""

from jtai_desktop.domain.actions.doubts import About
from jtai_desktop.domain.actions.plan import Entry
from jtai_desktop.domain.actions.turning import turns
from jtai_desktop.ui.pages.timetable.details import Fact
from jtai_desktop.ui.plan.facts import PlanFacts
from jtai_desktop.ui.plan.looks import turn_said

SAID = frozenset({About.PAST, About.OVERRIDE})


def facts_of(facts: PlanFacts, entry: Entry) -> tuple[Fact, ...]:
    """Who, when, how it is measured, what shows it."""
    action, its = entry.action, entry.action.facts
    said = (
        ("Lead", action.lead),
        ("Deputy", action.deputy),
        ("Timescale", its.timescale.words),
        ("Due", facts.near(its.due) if its.due else ""),
        ("Forecast", facts.near(its.forecast) if its.forecast else ""),
        ("Started", facts.near(its.started) if its.started else ""),
        ("Completed", facts.near(its.completed) if its.completed else ""),
        ("Measure", action.measure),
        ("Impact", its.impact),
        ("References", action.references),
        ("Documents", "\n".join(facts.documents.get(each, "") for each in action.evidence)),
    )
    return tuple(Fact(label, text) for label, text in said if text.strip())


def answers_of(entry: Entry) -> tuple[Fact, ...]:
    """The findings, in full."""
    return tuple(Fact(each.short or each.called, each.text) for each in entry.sources)


def reasons_of(entry: Entry) -> str:
    """Why it is rated so; a hand’s reason first, the computed rating always."""
    computed = entry.stand.computed
    why = f"{computed.why}."
    override = entry.action.override
    if override is None:
        return why
    return f"Set by hand by {override.by.signed}: {override.reason}\n{computed.words}: {why}"


def wrong_of(facts: PlanFacts, entry: Entry) -> str:
    """What looks wrong, one to a line; what chips and reasons say is not said again."""
    called = f"{entry.action.called}: "
    found = [each for each in facts.wrong.get(entry.action.id, ()) if each.about not in SAID]
    return "\n".join(_capital(each.sentence.removeprefix(called)) for each in found)


def progress_of(facts: PlanFacts, entry: Entry) -> tuple[Fact, ...]:
    """Every entry, the newest first; one that was put right says so and stays."""
    action = entry.action
    right = {each.corrects: each for each in action.progress if each.corrects}
    ordered = sorted(action.progress, key=lambda each: (each.day, each.number), reverse=True)
    found = []
    for each in ordered:
        text = f"{each.text}\n{each.by.signed}"
        if each.number in right:
            text = f"Put right since ({right[each.number].reason}): {text}"
        found.append(Fact(facts.near(each.day), text))
    return tuple(found)


def turns_of(facts: PlanFacts, entry: Entry) -> tuple[Fact, ...]:
    """Every change of its rating, the newest first, with who or by itself, and why."""
    found = []
    for each in reversed(turns(entry.action, facts.plan.today)):
        who = each.by.signed if each.by else "by itself"
        found.append(Fact(facts.near(each.day), f"{turn_said(each)}\n{who}: {each.why}"))
    return tuple(found)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
