"""Which step may be taken from where: one table. What it does not name is not offered."""

from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.conversations.lines import CORRECTED, Line, Step, View
from jtai_desktop.domain.conversations.person import Person
from jtai_desktop.domain.conversations.track import (
    AGREED,
    ON_THE_TIMETABLE,
    REFUSED,
    Standing,
    State,
    standing,
)

_OPEN = frozenset({State.NOT_ASKED})

# A step, and where the conversation may stand when it is taken.
FROM: Final = MappingProxyType(
    {
        Step.LEAFLET: frozenset(State),
        Step.EXPLAIN: frozenset(State),
        Step.AGREE: _OPEN,
        Step.DECLINE: _OPEN,
        Step.WITHDRAW: _OPEN | AGREED,
        Step.NOT_APPROPRIATE: _OPEN | AGREED,
        Step.REASK: REFUSED,
        Step.PLAN: AGREED,
        Step.CALL_OFF: ON_THE_TIMETABLE,
        Step.CONFIRM: frozenset({State.PLANNED}),
        Step.UNDERSTAND: ON_THE_TIMETABLE,
        Step.TELL: frozenset(State),
        Step.CORRECT: frozenset(State),
    }
)
# Of a child that is no longer selected only these are still to be done.
AFTERWARDS = frozenset({Step.TELL, Step.CORRECT})


def offered(person: Person) -> frozenset[Step]:
    """The steps that may be taken now, for one view at least."""
    found = standing(person)
    steps = {step for step in Step if found.state in FROM[step]}
    steps -= {step for step in steps if not _has_what_it_needs(step, person, found)}
    return frozenset(steps if person.selected else steps & AFTERWARDS)


def views_for(person: Person, step: Step) -> tuple[View, ...]:
    """Whose decision the step can be about now."""
    return tuple(view for view in person.views if _fits(step, standing(person), view))


def correctable(person: Person) -> tuple[Line, ...]:
    """The lines that can be corrected, the newest first: of each kind and view the last."""
    wrong = {line.corrects for line in person.lines if line.corrects}
    found: dict[tuple[Step, View, str], Line] = {}
    for line in reversed(person.lines):
        if line.step in CORRECTED and line.id not in wrong:
            found.setdefault((line.step, line.view, line.about), line)
    return tuple(found.values())


def _has_what_it_needs(step: Step, person: Person, found: Standing) -> bool:
    if step is Step.AGREE and not found.explanation:
        return False
    if step is Step.TELL:
        return bool(found.open_duties)
    if step is Step.CORRECT:
        return bool(correctable(person))
    return any(_fits(step, found, view) for view in person.views)


def _fits(step: Step, found: Standing, view: View) -> bool:
    """Whether a view that is open decides, and one that agreed withdraws."""
    if step in {Step.AGREE, Step.DECLINE}:
        return view not in found.decisions
    if step is Step.WITHDRAW:
        return view in found.decisions and found.decisions[view].step is Step.AGREE
    return True
