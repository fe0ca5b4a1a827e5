"""Letters and steps as rows, and the check of a statement’s date in words."""

from jtai_desktop.domain.findings.register import called, open_words
from jtai_desktop.domain.findings.statement import Statement, StepShown
from jtai_desktop.domain.wording import counted
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.theme.states import State, StateLook, look_of
from jtai_desktop.ui.theme.tokens import Role

LETTERS = (
    Column("letter", "Letter"),
    Column("findings", "Findings", 76, right=True, leaves=2),
    Column("received", "Received", 150, leaves=1),
    Column("due", "Statement due", 200),
    Column("state", "Statement", 190),
)
STEPS = (
    Column("step", "Step"),
    Column("papers", "Papers due", 128),
    Column("meets", "Meets", 190),
    Column("latest", "Last day for it", 128, leaves=1),
    Column("state", "", 110),
)


def letter_rows(facts: Facts) -> list[Row]:
    """Every letter, the newest last."""
    return [_letter(facts, each) for each in facts.found.statements]


def step_rows(facts: Facts, statement: Statement) -> list[Row]:
    """The steps in their order, each with what is wrong with it."""
    return [_step(facts, each, quiet=not statement.is_wanted) for each in statement.steps]


def state_of(statement: Statement) -> StateLook:
    """Sent, not asked for, past its date, or how long there is."""
    letter = statement.letter
    if letter.no_statement:
        return look_of(State.NOT_APPLICABLE).worded("Not asked for")
    if letter.sent:
        return look_of(State.SENT)
    if statement.due is None:
        return look_of(State.NOT_APPLICABLE).worded("No date")
    if statement.left < 0:
        return look_of(State.LATE).worded(f"{counted(-statement.left, 'working day')} late")
    if statement.warnings:
        return look_of(State.WARNING).worded(counted(len(statement.warnings), "warning"))
    return look_of(State.TO_COME).worded(f"{counted(statement.left, 'working day')} left")


def check_words(statement: Statement) -> str:
    """What the count of seventy working days says of the printed date."""
    if statement.check is None:
        return "Type the letter’s date or the day it was received: then the date can be checked."
    said = statement.check.sentence
    if statement.computed:
        said = f"{said} It is offered as the date; type the printed one once it is known."
    if statement.received.assumed:
        said = f"{said} Receipt is assumed to be the letter’s own day."
    return f"{said} {statement.why_apart}".strip()


def _letter(facts: Facts, statement: Statement) -> Row:
    letter, got = statement.letter, statement.received
    number = len(facts.found.of_letter(letter.id))
    open_ = open_words(letter)
    due = facts.day(statement.due) if statement.due else "–"
    tail = "as printed" if not statement.computed else "computed"
    received = facts.day(got.day) if got.day else "–"
    mark = look_of(State.ASSUMED) if got.assumed and got.day else None
    return Row(
        letter.id,
        (
            Cell(called(letter), second=open_, tip=open_),
            Cell(str(number), right=True, order=number),
            Cell(received, mark=mark),
            Cell(due, tail=tail if statement.due else ""),
            Cell(state=state_of(statement)),
        ),
    )


def _step(facts: Facts, shown: StepShown, *, quiet: bool) -> Row:
    plan, step = shown.planned, shown.kept.step
    done = shown.kept.held
    ink = Role.INK2 if done or quiet else Role.INK
    set_by_hand = look_of(State.SET_BY_HAND) if step.meets else None
    return Row(
        shown.kept.id,
        (
            Cell(step.name, ink=ink, tip=step.name),
            Cell(
                facts.day(plan.papers), ink=ink, tip=f"{counted(step.papers, 'working day')} before"
            ),
            Cell(facts.day(plan.meets), ink=ink, mark=set_by_hand),
            Cell(facts.day(plan.latest), ink=Role.INK2),
            _state(shown),
        ),
    )


def _state(shown: StepShown) -> Cell:
    if shown.kept.held:
        return Cell(state=look_of(State.DONE).worded("Took place"))
    if not shown.warnings:
        return Cell(state=look_of(State.TO_COME))
    number = counted(len(shown.warnings), "warning")
    return Cell(state=look_of(State.WARNING).worded(number), tip="\n".join(shown.warnings))
