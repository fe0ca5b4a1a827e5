"""Random clicks of any order on four people of two children, and what must hold after each.

The invariants read the bare lines in a way of their own, so they don't repeat the rules they judge.
"""

import os
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from jtai_desktop.domain.conversations.calling_back import Held, known_of
from jtai_desktop.domain.conversations.lines import LASTING, REFUSALS, Line, Step, View
from jtai_desktop.domain.conversations.person import Person, Role
from jtai_desktop.domain.conversations.register import conversations
from jtai_desktop.domain.conversations.selection import Choice, choose, is_selected
from jtai_desktop.domain.conversations.steps import correctable, offered, views_for
from jtai_desktop.domain.conversations.taking import take
from jtai_desktop.domain.conversations.track import AGREED, REFUSED, State, standing
from jtai_desktop.domain.problems import Refused
from tests.domain.conversations import made

CHILDREN = ("Child A", "Child F")
Click = tuple[Step, View, int, bool]
CLICK = st.tuples(
    st.sampled_from(Step), st.sampled_from(View), st.integers(0, 7), st.sampled_from((True, False))
)
ENDS_A_PLAN = {*REFUSALS, Step.CALL_OFF, Step.PLAN}


class Conversations(RuleBasedStateMachine):
    """A child and a carer of each of two children."""

    def __init__(self) -> None:
        super().__init__()
        whole = [
            made.person(role, child) for child in CHILDREN for role in (Role.CHILD, Role.CARER)
        ]
        self.people = {each.id: each for each in whole}
        self.choices: dict[str, tuple[Choice, ...]] = dict.fromkeys(CHILDREN, ())
        self.lasting: dict[str, list[Line]] = {each: [] for each in self.people}
        self.gone: list[Person] = []
        self.held: list[Held] = []

    @rule(who=st.integers(0, 3), clicks=st.lists(CLICK, min_size=5, max_size=12))
    def record(self, who: int, clicks: list[Click]) -> None:
        """A handful of clicks on one person; what must hold is looked at after each."""
        each = list(self.people.values())[who].id
        for click in clicks:
            before = self.people[each]
            self._take(before, _line(before, click))
            self._look()

    @rule(who=st.integers(0, 3), far=st.integers(1, 5))
    def walk_straight(self, who: int, far: int) -> None:
        """Chance alone seldom gets this far: explained, agreed, planned, confirmed."""
        each = list(self.people.values())[who].id
        whole = (Step.EXPLAIN, Step.AGREE, Step.AGREE, Step.PLAN, Step.CONFIRM)[:far]
        for at, step in enumerate(whole):
            view = View.PARENTAL if at == 2 else View.OWN
            self._take(self.people[each], made.line(self.people[each], step, view=view))
            self._look()

    @rule(who=st.integers(0, 3))
    def undo(self, who: int) -> None:
        """As the store does: only the last line, and only where it is not of the lasting kind."""
        before = list(self.people.values())[who]
        if before.lines and before.lines[-1].step not in LASTING:
            self.people[before.id] = replace(before, lines=before.lines[:-1])

    @rule(who=st.integers(0, 3))
    def delete(self, who: int) -> None:
        """Only whom nothing is recorded about; a new one may take their place."""
        before = list(self.people.values())[who]
        if not before.lines:
            self.people[before.id] = replace(before, label="", version=before.version + 1)
            self.gone.append(before)

    @rule()
    def print_a_paper(self) -> None:
        """Everyone on the timetable stands on it."""
        found = conversations(self.people.values()).on_the_timetable
        holds = tuple((each.person.id, known_of(each.person)) for each in found)
        if holds and len(self.held) < 3:
            self.held.append(Held(made.paper(str(len(self.held))), holds))

    @rule(which=st.integers(0, 2))
    def call_a_paper_back(self, which: int) -> None:
        if which < len(self.held):
            del self.held[which]

    @rule(child=st.sampled_from(CHILDREN), out=st.booleans(), reason=st.sampled_from(("Swap", "")))
    def change_the_selection(self, child: str, reason: str, *, out: bool) -> None:
        choice = Choice(0, out, made.START, made.BY, reason)
        try:
            self.choices[child] = choose(child, self.choices[child], choice)
        except Refused:
            return
        for each in self.people.values():
            if each.child == child:
                chosen = is_selected(self.choices[child])
                self.people[each.id] = replace(each, selected=chosen)

    def _take(self, before: Person, line: Line) -> None:
        try:
            after = take(before, line)
        except Refused:
            return
        assert line.step in offered(before)
        assert line.step not in {Step.AGREE, Step.DECLINE, Step.WITHDRAW} or line.view in views_for(
            before, line.step
        )
        self.people[before.id] = after
        if line.step in LASTING:
            self.lasting[before.id].append(after.lines[-1])

    def _look(self) -> None:
        self.nobody_without_a_standing_agreed_is_on_the_timetable()
        self.agreed_never_comes_without_an_explanation_before_it()
        self.every_refusal_has_its_duty_open_or_done()
        self.no_decision_is_lost_or_altered()
        self.a_refusal_stands_until_it_is_asked_again_or_corrected()
        self.a_standing_refusal_is_never_counted_as_agreed()

    @invariant()
    def nobody_without_a_standing_agreed_is_on_the_timetable(self) -> None:
        for talk in conversations(self.people.values()).on_the_timetable:
            event("somebody is on the timetable")
            assert is_selected(self.choices[talk.person.child])
            lines = talk.person.lines
            agreed = [_last_agreed(lines, view) for view in talk.person.views]
            plan = max(at for at, line in enumerate(lines) if line.step is Step.PLAN)
            assert talk.standing.plan == lines[plan]
            assert max(agreed) < plan
            assert not {line.step for line in lines[plan + 1 :]} & ENDS_A_PLAN

    @invariant()
    def a_paper_with_somebody_who_no_longer_agrees_is_called_back(self) -> None:
        people = self.people.values()
        back = {each.paper.id: each for each in conversations(people, "", self.held).to_call_back}
        standing_now = {each.person.id for each in conversations(people).agreed}
        for each in self.held:
            lost = {one for one, known in each.holds if _lost(self.people[one], known)}
            out = {one for one, _known in each.holds if not self.people[one].selected}
            found = back[each.paper.id].people if each.paper.id in back else ()
            named = {person.id for person in found}
            assert lost | out <= named
            assert {one for one, _known in each.holds} - standing_now <= named
            if named:
                event("a paper is to call back")

    @invariant()
    def nobody_is_deleted_of_whom_something_is_recorded(self) -> None:
        assert not [each for each in self.gone if each.lines]

    @invariant()
    def agreed_never_comes_without_an_explanation_before_it(self) -> None:
        for each in self.people.values():
            if standing(each).state not in AGREED:
                continue
            wrong = {line.corrects for line in each.lines if line.corrects}
            for view in each.views:
                agreed = _last_agreed(each.lines, view)
                before = [line for line in each.lines[:agreed] if line.step is Step.EXPLAIN]
                right = [line for line in before if line.id not in wrong]
                moment = each.lines[agreed].happened or each.lines[agreed].when
                assert [line for line in right if (line.happened or line.when) <= moment]

    @invariant()
    def every_refusal_has_its_duty_open_or_done(self) -> None:
        for each in self.people.values():
            refusals = [line for line in each.lines if line.step in REFUSALS]
            duties = standing(each).duties
            assert [duty.decision for duty in duties] == refusals
            for duty in duties:
                _assert_told(each, duty.decision, duty.told)
        left = [duty for each in self.people.values() for duty in standing(each).open_duties]
        assert len(conversations(self.people.values()).to_tell) == len(left)

    @invariant()
    def no_decision_is_lost_or_altered(self) -> None:
        for each in self.people.values():
            assert [line for line in each.lines if line.step in LASTING] == self.lasting[each.id]
            assert [line.id for line in each.lines] == [
                str(at + 1) for at in range(len(each.lines))
            ]

    @invariant()
    def a_refusal_stands_until_it_is_asked_again_or_corrected(self) -> None:
        for each in self.people.values():
            wrong = {line.corrects for line in each.lines if line.corrects}
            after = [at for at, line in enumerate(each.lines) if line.step is Step.REASK]
            since = each.lines[after[-1] + 1 :] if after else each.lines
            if [line for line in since if line.step in REFUSALS and line.id not in wrong]:
                assert standing(each).state in REFUSED

    @invariant()
    def a_standing_refusal_is_never_counted_as_agreed(self) -> None:
        found = conversations(self.people.values())
        for talk in found.selected:
            if talk.state in {State.DECLINED, State.WITHDRAWN, State.NOT_APPROPRIATE}:
                event("a refusal stands")
                assert talk not in found.agreed
                assert talk.standing.plan is None
        assert set(map(id, found.confirmed)) <= set(map(id, found.on_the_timetable))


def _line(before: Person, click: Click) -> Line:
    """What a person clicked, not always complete."""
    step, view, which, complete = click
    given: dict[str, Any] = {"view": view}
    if not complete and which < 3:
        given |= {"how": "", "end": made.TALK} if step is not Step.EXPLAIN else {"who": ""}
    if step is Step.CORRECT:
        found = correctable(before)
        given["corrects"] = found[which % len(found)].id if found else "1"
    if step is Step.TELL and not complete:
        given["about"] = str(which)
    if which >= 6:
        # Entries come late: of the thing itself, some time before.
        given["happened"] = made.START - timedelta(hours=which)
    return made.line(before, step, **given)


def _lost(person: Person, known: int) -> bool:
    """Whether a refusal came after so many lines that last."""
    lasting = [line for line in person.lines if line.step in LASTING]
    return any(line.step in REFUSALS for line in lasting[known:])


def _last_agreed(lines: tuple[Line, ...], view: View) -> int:
    """Where the last “agreed” of a view stands; nothing after it took it back or was it undone."""
    wrong = {line.corrects for line in lines if line.corrects}
    found = [
        at
        for at, line in enumerate(lines)
        if line.step is Step.AGREE and line.view is view and line.id not in wrong
    ]
    assert found, "no agreement of this view stands"
    later = [line for line in lines[found[-1] + 1 :] if line.step in REFUSALS]
    assert not [line for line in later if line.step is Step.NOT_APPROPRIATE or line.view is view]
    return found[-1]


def _assert_told(person: Person, decision: Line, told: Line | None) -> None:
    wrong = {line.corrects for line in person.lines if line.corrects}
    about = [line for line in person.lines if line.step is Step.TELL and line.about == decision.id]
    right = [line for line in about if line.id not in wrong]
    assert told == (right[-1] if right else None)
    assert len(right) <= 1


# JTAI_TEST_EXAMPLES asks for so many sequences instead.
SEQUENCES = int(os.environ.get("JTAI_TEST_EXAMPLES", "150"))
Conversations.TestCase.settings = settings(max_examples=SEQUENCES, stateful_step_count=30)
test_random_steps = Conversations.TestCase
