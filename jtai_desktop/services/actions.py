"""What a person can do about the action plan: add, write, date, rate, note progress, issue."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from jtai_desktop.domain.actions import changing
from jtai_desktop.domain.actions.action import Action
from jtai_desktop.domain.actions.changing import Texts
from jtai_desktop.domain.actions.plan import ActionPlan, next_number
from jtai_desktop.domain.actions.rating import RATING_WORDS, Rating
from jtai_desktop.domain.actions.timescale import read_timescale
from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown
from jtai_desktop.services import overview
from jtai_desktop.services.evaluations import signed
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import actions as stored

GONE = "This action is no longer in the plan. Choose another."
Rule = Callable[[Action], Action]


@dataclass(frozen=True, slots=True)
class New:
    """An action as it is typed; without a number it gets the next one of its section."""

    section: str
    text: str
    number: str = ""
    lead: str = ""
    deputy: str = ""
    timescale: str = ""
    measure: str = ""
    references: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What puts an entry of progress right: which, the right words, why; its day if it differs."""

    number: int
    text: str
    reason: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """What an action of the program is called in the history, and in words."""

    key: str
    words: str
    undoable: bool = True


def add(workspace: Workspace, inspection_id: str, new: New) -> Changes:
    """Add an action to a section of the plan."""
    view = overview.load(workspace, inspection_id)
    plan = view.action_plan()
    number = new.number.strip() or next_number(
        new.section, plan.sections, (each.number for each in view.actions)
    )
    by, bare = signed(workspace), Action(workspace.new_id(), new.section, number, new.text)
    texts = Texts(number, new.section, new.text, new.lead, new.deputy, new.measure, new.references)
    action = changing.written(bare, texts, _sections(plan))
    action = changing.with_sources(action, known_sources(plan, new.sources))
    action = changing.timed(action, read_timescale(new.timescale), by)
    with workspace.action("action.added", f"{action.called} added", inspection_id) as work:
        _refuse_same_number(action, stored.load(work.session, inspection_id))
        stored.add(work.session, inspection_id, action)
    return work.changes


def added(changes: Changes) -> str:
    """The identity of the action that was added."""
    return next(record for kind, record in changes.touched if kind is Kind.ACTION)


def write(workspace: Workspace, inspection_id: str, action_id: str, texts: Texts) -> Changes:
    """Change texts of an action: the action itself, lead, deputy, measure, references, number."""
    sections = _sections(overview.load(workspace, inspection_id).action_plan())
    deed = Deed("action.written", "written")
    return change(
        workspace,
        inspection_id,
        action_id,
        deed,
        lambda found: changing.written(found, texts, sections),
    )


def set_timescale(workspace: Workspace, inspection_id: str, action_id: str, text: str) -> Changes:
    """Give an action another timescale; its words are kept, the day is read from them."""
    scale, by = read_timescale(text), signed(workspace)
    deed = Deed("action.timescale", f"timescale {shown(scale.words)}" if scale.words else "none")
    return change(
        workspace, inspection_id, action_id, deed, lambda found: changing.timed(found, scale, by)
    )


def set_due(workspace: Workspace, inspection_id: str, action_id: str, day: date | None) -> Changes:
    """Set the day of a timescale whose words name none."""
    by = signed(workspace)
    deed = Deed("action.due", "day of its timescale set")
    return change(
        workspace, inspection_id, action_id, deed, lambda found: changing.due_by(found, day, by)
    )


def set_started(
    workspace: Workspace, inspection_id: str, action_id: str, day: date | None
) -> Changes:
    """Record that work began on a day, or that it did not."""
    by, deed = signed(workspace), Deed("action.started", "started" if day else "not started")
    return change(
        workspace, inspection_id, action_id, deed, lambda found: changing.started(found, day, by)
    )


def set_forecast(
    workspace: Workspace, inspection_id: str, action_id: str, day: date | None
) -> Changes:
    """Record when it is expected."""
    by = signed(workspace)
    deed = Deed("action.forecast", "new forecast" if day else "no forecast")
    return change(
        workspace, inspection_id, action_id, deed, lambda found: changing.forecast(found, day, by)
    )


def set_completed(
    workspace: Workspace, inspection_id: str, action_id: str, day: date | None
) -> Changes:
    """Record that it was done on a day, or that it was not done after all."""
    by = signed(workspace)
    deed = Deed("action.completed", "completed" if day else "not completed after all")
    return change(
        workspace, inspection_id, action_id, deed, lambda found: changing.completed(found, day, by)
    )


def set_impact(workspace: Workspace, inspection_id: str, action_id: str, text: str) -> Changes:
    """Write down the evidence of impact."""
    by, deed = signed(workspace), Deed("action.impact", "evidence of impact written")
    return change(
        workspace, inspection_id, action_id, deed, lambda found: changing.evidenced(found, text, by)
    )


def set_sources(
    workspace: Workspace, inspection_id: str, action_id: str, sources: Sequence[str]
) -> Changes:
    """Say which findings and recommendations an action answers."""
    plan = overview.load(workspace, inspection_id).action_plan()
    wanted = known_sources(plan, sources)
    deed = Deed("action.answers", "what it answers changed")
    return change(
        workspace,
        inspection_id,
        action_id,
        deed,
        lambda found: changing.with_sources(found, (*_unknown(found, plan), *wanted)),
    )


def set_evidence(
    workspace: Workspace, inspection_id: str, action_id: str, document_ids: Sequence[str]
) -> Changes:
    """Link documents of the register as evidence."""
    have = {each.id for each in overview.load(workspace, inspection_id).documents}
    if any(each not in have for each in document_ids):
        raise Refused("This document is no longer in the register.", place="Documents")
    deed = Deed("action.evidence", "evidence linked")
    return change(
        workspace,
        inspection_id,
        action_id,
        deed,
        lambda found: changing.with_evidence(found, document_ids),
    )


def override(
    workspace: Workspace, inspection_id: str, action_id: str, rating: Rating, reason: str
) -> Changes:
    """Set a rating in place of the computed one, with a reason."""
    by, deed = (
        signed(workspace),
        Deed("action.override", f"set to “{RATING_WORDS[rating]}” by hand"),
    )
    return change(
        workspace,
        inspection_id,
        action_id,
        deed,
        lambda found: changing.overridden(found, rating, reason, by),
    )


def end_override(workspace: Workspace, inspection_id: str, action_id: str) -> Changes:
    """Let the computed rating count again."""
    by, deed = signed(workspace), Deed("action.computed", "computed rating counts again")
    return change(
        workspace,
        inspection_id,
        action_id,
        deed,
        lambda found: changing.not_overridden(found, by),
    )


def note_progress(
    workspace: Workspace, inspection_id: str, action_id: str, text: str, day: date | None = None
) -> Changes:
    """Add a dated entry of progress; it is never undone, only put right."""
    by = signed(workspace)
    when = day or london(workspace.now).date()
    deed = Deed("action.progress", "progress noted", undoable=False)
    return change(
        workspace,
        inspection_id,
        action_id,
        deed,
        lambda found: changing.noted(found, text, when, by),
    )


def correct_progress(
    workspace: Workspace, inspection_id: str, action_id: str, put_right: Correction
) -> Changes:
    """Put an entry of progress right by a new one, with a reason; the old one stays."""
    by, wanted = signed(workspace), put_right

    def rule(found: Action) -> Action:
        of = next((each.day for each in found.progress if each.number == wanted.number), None)
        when = wanted.day or of or london(workspace.now).date()
        return changing.noted(found, wanted.text, when, by, wanted.number, wanted.reason)

    deed = Deed("action.progress-corrected", "entry of progress put right", undoable=False)
    return change(workspace, inspection_id, action_id, deed, rule)


def take_out(workspace: Workspace, inspection_id: str, action_id: str, reason: str) -> Changes:
    """Take an action out of the plan, with a reason; it is kept apart."""
    deed = Deed("action.taken-out", "taken out of the plan")
    return change(
        workspace, inspection_id, action_id, deed, lambda found: changing.taken_out(found, reason)
    )


def bring_back(workspace: Workspace, inspection_id: str, action_id: str) -> Changes:
    """Bring an action back into the plan."""
    deed = Deed("action.brought-back", "back in the plan")
    return change(workspace, inspection_id, action_id, deed, changing.brought_back)


def change(
    workspace: Workspace, inspection_id: str, action_id: str, deed: Deed, rule: Rule
) -> Changes:
    """Change one action by a rule, as one action of the history."""
    with workspace.reading() as session:
        called = one(stored.load(session, inspection_id), action_id).called
    with workspace.action(
        deed.key, f"{called}: {deed.words}", inspection_id, undoable=deed.undoable
    ) as work:
        put(work, inspection_id, action_id, rule)
    return work.changes


def put(work: Work, inspection_id: str, action_id: str, rule: Rule) -> None:
    """Change one action by a rule within an action that is under way."""
    every = stored.load(work.session, inspection_id)
    before = one(every, action_id)
    after = rule(before)
    if after.number != before.number or after.is_in_plan != before.is_in_plan:
        _refuse_same_number(after, every)
    if after != before:
        stored.change(work.session, after)


def one(every: Sequence[Action], action_id: str) -> Action:
    """The action of that identity."""
    for each in every:
        if each.id == action_id:
            return each
    raise Refused(GONE, place="Action")


def known_sources(plan: ActionPlan, sources: Sequence[str]) -> tuple[str, ...]:
    """What is to be answered; refused where it is not there."""
    have = {each.key for each in plan.sources}
    for each in sources:
        if each not in have:
            raise Refused("This finding is no longer there. Choose another.", place="Findings")
    return tuple(sources)


def document_names(view: Overview) -> dict[str, str]:
    """What each document of the register is called, by its identity."""
    return {each.id: each.title for each in view.documents}


def _unknown(action: Action, plan: ActionPlan) -> tuple[str, ...]:
    """What it answers of another part of the program; that stays."""
    have = {each.key for each in plan.sources}
    return tuple(each for each in action.sources if each not in have)


def _sections(plan: ActionPlan) -> tuple[str, ...]:
    return tuple(each.key for each in plan.known_sections)


def _refuse_same_number(action: Action, every: Sequence[Action]) -> None:
    same = [each for each in every if each.number == action.number and each.id != action.id]
    if action.is_in_plan and any(each.is_in_plan for each in same):
        sentence = f"There is an action {action.number} already. Give this one another number."
        raise Refused(sentence, place="Number")
