"""What a person can do with a written statement: receipt, sending, and the steps back from it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.findings import statement as rules
from jtai_desktop.domain.findings.letter import KeptStep
from jtai_desktop.domain.findings.register import called
from jtai_desktop.domain.letters.statement import Step
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import day_full
from jtai_desktop.services.findings import change_letter, find_letter
from jtai_desktop.services.workspace import Work, Workspace
from jtai_desktop.store import findings as stored

GONE = "This step is no longer in the list. Choose another."
HAS_STEPS = "There are steps already: change them, or add one."


def receive(workspace: Workspace, inspection_id: str, letter_id: str, day: date | None) -> Changes:
    """The day the letter was received; nothing for the day of the letter, as assumed."""
    words = f"received {day_full(day)}" if day else "day of receipt assumed"
    return change_letter(
        workspace,
        inspection_id,
        letter_id,
        ("letter.received", words),
        lambda letter: rules.received_on(letter, day, _today(workspace)),
    )


def mark_sent(
    workspace: Workspace, inspection_id: str, letter_id: str, day: date | None
) -> Changes:
    """The day the written statement was sent, or that it was not."""
    words = f"statement sent {day_full(day)}" if day else "statement not sent after all"
    return change_letter(
        workspace,
        inspection_id,
        letter_id,
        ("statement.sent", words),
        lambda letter: rules.sent(letter, day, _today(workspace)),
    )


def ask_for_none(
    workspace: Workspace, inspection_id: str, letter_id: str, *, none: bool
) -> Changes:
    """Whether the letter asks for no written statement."""
    words = "asks for no written statement" if none else "asks for a written statement"
    return change_letter(
        workspace,
        inspection_id,
        letter_id,
        ("statement.none", words),
        lambda letter: replace(letter, no_statement=none),
    )


def add_usual_steps(workspace: Workspace, inspection_id: str, letter_id: str) -> Changes:
    """The usual steps, to be changed."""
    letter = find_letter(workspace, inspection_id, letter_id)
    summary = f"{called(letter)}: usual steps to the statement"
    with workspace.action("statement.steps", summary, inspection_id) as work:
        if _of(work, inspection_id, letter_id):
            raise Refused(HAS_STEPS, place="Step")
        for number, step in enumerate(rules.USUAL_STEPS, 1):
            new = KeptStep(workspace.new_id(), letter_id, number, step)
            stored.add_step(work.session, inspection_id, new)
    return work.changes


def add_step(workspace: Workspace, inspection_id: str, letter_id: str, step: Step) -> Changes:
    """One more step, after those that are there."""
    checked = rules.checked_step(step)
    letter = find_letter(workspace, inspection_id, letter_id)
    summary = f"{called(letter)}: step “{checked.name}” added"
    with workspace.action("statement.step-added", summary, inspection_id) as work:
        here = _of(work, inspection_id, letter_id)
        if len(here) >= rules.MOST_STEPS:
            raise Refused(f"{rules.MOST_STEPS} steps are the most.", place="Step")
        number = max((each.number for each in here), default=0) + 1
        new = KeptStep(workspace.new_id(), letter_id, number, checked)
        stored.add_step(work.session, inspection_id, new)
    return work.changes


def change_step(workspace: Workspace, inspection_id: str, step_id: str, step: Step) -> Changes:
    """Another name, lead time or day of a step."""
    checked = rules.checked_step(step)
    return _change(
        workspace, inspection_id, step_id, "changed", lambda found: replace(found, step=checked)
    )


def hold_step(workspace: Workspace, inspection_id: str, step_id: str, *, held: bool) -> Changes:
    """That a step took place, or that it did not after all."""
    words = "took place" if held else "still to come"
    return _change(
        workspace, inspection_id, step_id, words, lambda found: replace(found, held=held)
    )


def move_step(workspace: Workspace, inspection_id: str, step_id: str, by: int) -> Changes:
    """A step one place earlier (-1) or later (1) in the order in which they happen."""
    step = _step(workspace, inspection_id, step_id)
    summary = f"Step “{step.step.name}” moved"
    with workspace.action("statement.step-moved", summary, inspection_id) as work:
        here = _of(work, inspection_id, step.letter_id)
        at = next(place for place, each in enumerate(here) if each.id == step_id)
        if not 0 <= at + by < len(here):
            raise Refused("It stands at the end already.", place="Step")
        other = here[at + by]
        stored.change_step(work.session, replace(here[at], number=other.number))
        stored.change_step(work.session, replace(other, number=here[at].number))
    return work.changes


def remove_step(workspace: Workspace, inspection_id: str, step_id: str) -> Changes:
    """Take a step out."""
    step = _step(workspace, inspection_id, step_id)
    summary = f"Step “{step.step.name}” taken out"
    with workspace.action("statement.step-removed", summary, inspection_id) as work:
        stored.remove_step(work.session, step)
    return work.changes


def _change(
    workspace: Workspace,
    inspection_id: str,
    step_id: str,
    words: str,
    rule: Callable[[KeptStep], KeptStep],
) -> Changes:
    step = _step(workspace, inspection_id, step_id)
    summary = f"Step “{step.step.name}”: {words}"
    with workspace.action("statement.step-changed", summary, inspection_id) as work:
        stored.change_step(work.session, rule(step))
    return work.changes


def _step(workspace: Workspace, inspection_id: str, step_id: str) -> KeptStep:
    with workspace.reading() as session:
        for each in stored.steps(session, inspection_id):
            if each.id == step_id:
                return each
    raise Refused(GONE, place="Step")


def _of(work: Work, inspection_id: str, letter_id: str) -> list[KeptStep]:
    every = stored.steps(work.session, inspection_id)
    return [each for each in every if each.letter_id == letter_id]


def _today(workspace: Workspace) -> date:
    return london(workspace.now).date()
