"""Where a conversation stands, read from its lines alone, one after the other.

A refusal at any time takes the plan off; it stays in the lines. Whoever agrees again is planned
anew. A decision that was corrected is open again, so no correction brings an “agreed” back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from jtai_desktop.domain.conversations.lines import DECISIONS, REFUSALS, Line, Step, View
from jtai_desktop.domain.conversations.person import Person


class State(StrEnum):
    """Where a conversation stands; the words of the screens."""

    NOT_ASKED = "not-asked"
    AGREED = "agreed"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    NOT_APPROPRIATE = "not-appropriate"


# Only these stand on a standing “agreed”.
AGREED = frozenset({State.AGREED, State.PLANNED, State.CONFIRMED})
ON_THE_TIMETABLE = frozenset({State.PLANNED, State.CONFIRMED})
REFUSED = frozenset({State.DECLINED, State.WITHDRAWN, State.NOT_APPROPRIATE})
_REFUSED_AS = {Step.DECLINE: State.DECLINED, Step.WITHDRAW: State.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Duty:
    """Tell the lead inspector of a decision: open until a line says that it was done."""

    decision: Line
    told: Line | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a conversation stands. `decisions` holds what each view decided, where it did."""

    state: State
    leaflet: Line | None = None
    explanations: tuple[Line, ...] = ()
    decisions: Mapping[View, Line] = field(default_factory=dict)
    plan: Line | None = None
    confirmed: Line | None = None
    understood: Line | None = None
    duties: tuple[Duty, ...] = ()

    @property
    def explanation(self) -> Line | None:
        """The last time that the inspection was explained."""
        return self.explanations[-1] if self.explanations else None

    @property
    def open_duties(self) -> tuple[Duty, ...]:
        """What the lead inspector has still to be told."""
        return tuple(duty for duty in self.duties if duty.told is None)


@dataclass(slots=True)
class _Reading:
    """What the lines have come to so far."""

    leaflets: list[Line] = field(default_factory=list)
    explained: list[Line] = field(default_factory=list)
    decided: dict[View, Line] = field(default_factory=dict)
    unfit: Line | None = None
    plan: Line | None = None
    confirmed: Line | None = None
    understood: Line | None = None
    refusals: list[Line] = field(default_factory=list)
    told: dict[str, Line] = field(default_factory=dict)

    def take(self, line: Line, lines: Mapping[str, Line]) -> None:
        """Go on by one line."""
        if line.step is Step.CORRECT:
            self._correct(lines[line.corrects])
        elif line.step in DECISIONS:
            self._decide(line)
        elif line.step is Step.REASK:
            self._open_again()
        elif line.step is Step.TELL:
            self.told[line.about] = line
        elif line.step in {Step.EXPLAIN, Step.LEAFLET}:
            self._inform(line)
        else:
            self._plan(line)

    def _inform(self, line: Line) -> None:
        """A leaflet may come with the explanation, or apart from it."""
        if line.step is Step.EXPLAIN:
            self.explained.append(line)
        if line.leaflet:
            self.leaflets.append(line)

    def _decide(self, line: Line) -> None:
        if line.step in REFUSALS:
            self.refusals.append(line)
            self._off()
        if line.step is Step.NOT_APPROPRIATE:
            self.unfit = line
        else:
            self.decided[line.view] = line

    def _open_again(self) -> None:
        """Refusals are open again; what was agreed before “not appropriate” is too."""
        every = self.unfit is not None
        kept = {v: d for v, d in self.decided.items() if d.step is Step.AGREE and not every}
        self.decided, self.unfit = kept, None
        self._off()

    def _plan(self, line: Line) -> None:
        if line.step is Step.CONFIRM:
            self.confirmed = line
        elif line.step is Step.UNDERSTAND:
            self.understood = line
        else:
            self._off()
            self.plan = line if line.step is Step.PLAN else None

    def _off(self) -> None:
        self.plan = self.confirmed = self.understood = None

    def _correct(self, wrong: Line) -> None:
        """What was wrong no longer counts. Where another line has taken its place, that stays."""
        self.leaflets = [line for line in self.leaflets if line is not wrong]
        if wrong is self.unfit:
            self._open_again()
        elif wrong is self.decided.get(wrong.view):
            self._reopen(wrong.view)
        elif wrong.step is Step.EXPLAIN:
            self.explained = [line for line in self.explained if line is not wrong]
            self._unexplained()
        elif wrong is self.told.get(wrong.about):
            del self.told[wrong.about]
        elif wrong is self.confirmed:
            self.confirmed = self.understood = None
        elif wrong is self.understood:
            self.understood = None

    def _reopen(self, view: View) -> None:
        self.decided.pop(view, None)
        self._off()

    def _unexplained(self) -> None:
        """An “agreed” that no explanation comes before does not stand."""
        for view, line in list(self.decided.items()):
            if line.step is Step.AGREE and not came_before(line, self.explained):
                self._reopen(view)


def came_before(decision: Line, explanations: Iterable[Line]) -> bool:
    """Whether an explanation was recorded before a decision, and took place no later than it."""
    return any(
        int(each.id) < int(decision.id) and each.moment <= decision.moment for each in explanations
    )


def standing(person: Person) -> Standing:
    """Where the conversation with this person stands."""
    lines = {line.id: line for line in person.lines}
    found = _Reading()
    for line in person.lines:
        found.take(line, lines)
    return Standing(
        state=_state(person, found),
        leaflet=found.leaflets[-1] if found.leaflets else None,
        explanations=tuple(found.explained),
        decisions=MappingProxyType(found.decided),
        plan=found.plan,
        confirmed=found.confirmed,
        understood=found.understood,
        duties=tuple(Duty(line, found.told.get(line.id)) for line in found.refusals),
    )


def _state(person: Person, found: _Reading) -> State:
    if found.unfit:
        return State.NOT_APPROPRIATE
    refused = [line for line in found.decided.values() if line.step in REFUSALS]
    if refused:
        return _REFUSED_AS[max(refused, key=lambda line: int(line.id)).step]
    if any(view not in found.decided for view in person.views):
        return State.NOT_ASKED
    if found.confirmed:
        return State.CONFIRMED
    return State.PLANNED if found.plan else State.AGREED
