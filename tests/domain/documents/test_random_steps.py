"""Random steps by random people, held against a table of the rules written down a second time."""

import os
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from jtai_desktop.domain.documents.counting import by_agency, counts
from jtai_desktop.domain.documents.document import Document
from jtai_desktop.domain.documents.lines import CORRECTED, Line, Point, Step, Who
from jtai_desktop.domain.documents.register import register
from jtai_desktop.domain.documents.steps import offered
from jtai_desktop.domain.documents.taking import add_version, correctable, take
from jtai_desktop.domain.documents.track import standing
from jtai_desktop.domain.problems import Refused
from tests.domain.documents import made

PEOPLE = (Who("A"), Who("B"), Who("A", "B"), Who("B", "a"))
NUMBERS = ("1.1", "4.7")
# From where to where, by each step of ours, before anything was sent.
WAY = {
    ("not-asked", "asked"): "asked",
    ("returned", "asked"): "asked",
    ("not-asked", "received"): "to-check",
    ("asked", "received"): "to-check",
    ("returned", "received"): "to-check",
    ("to-check", "returned"): "returned",
    ("ready", "returned"): "returned",
    ("to-check", "checked"): "ready",
    ("to-check", "overridden"): "ready",
    ("ready", "sent"): "sent",
    **{
        (where, step): step
        for where in ("not-asked", "asked", "returned", "does-not-exist", "not-applicable")
        for step in ("does-not-exist", "not-applicable")
    },
    ("does-not-exist", "reopened"): "not-asked",
    ("not-applicable", "reopened"): "not-asked",
}
TRACK = {step for _, step in WAY}
# Chance alone seldom walks the straight way.
OFTEN = (*Step, *(Step.RECEIVE, Step.CHECK, Step.SEND) * 6)


class Documents(RuleBasedStateMachine):
    """Two documents, and what must hold whatever is done with them."""

    def __init__(self) -> None:
        super().__init__()
        self.documents = {number: made.document(number) for number in NUMBERS}
        self.where = dict.fromkeys(NUMBERS, "not-asked")
        self.ever: dict[str, Document] = dict(self.documents)

    @rule(
        number=st.sampled_from(NUMBERS),
        step=st.sampled_from(OFTEN),
        by=st.sampled_from(PEOPLE),
        all_points=st.sampled_from((True, True, False)),
        which=st.integers(0, 5),
    )
    def step(self, number: str, step: Step, by: Who, *, all_points: bool, which: int) -> None:
        before = self.documents[number]
        points = tuple(Point) if all_points else (Point.MARKING,)
        given: dict[str, Any] = {"by": by, "points": points}
        if step is Step.CORRECT:
            found = correctable(before)
            given["corrects"] = found[which % len(found)].id if found else "none"
        line = made.line(before, step, **given)
        try:
            after = take(before, line)
        except Refused:
            return
        assert step in offered(before)
        self.documents[number] = after
        self._follow(number, before, line)

    @rule(number=st.sampled_from(NUMBERS), by=st.sampled_from(PEOPLE), sha=st.integers(0, 9))
    def add(self, number: str, by: Who, sha: int) -> None:
        before = self.documents[number]
        try:
            self.documents[number] = add_version(before, made.version(by, f"{sha}"))
        except Refused:
            assert self.where[number] in {"does-not-exist", "not-applicable"}
            return
        if self.where[number] == "ready":
            self.where[number] = "to-check"

    def _follow(self, number: str, before: Document, line: Line) -> None:
        """The second table: a step that it lacks must have been refused."""
        where, step = self.where[number], line.step.value
        if line.step is Step.CORRECT:
            corrected = next(each for each in before.lines if each.id == line.corrects)
            assert corrected.step in CORRECTED
            self.where[number] = standing(self.documents[number]).ours.value
        elif where == "sent":
            assert step not in TRACK or (where, step) in WAY or standing(before).newer
        elif step in TRACK:
            self.where[number] = WAY[where, step]

    @invariant()
    def stands_where_the_table_says(self) -> None:
        for number, document in self.documents.items():
            assert standing(document).ours.value == self.where[number]

    @invariant()
    def nothing_is_sent_without_another_reader_or_a_reason(self) -> None:
        for document in self.documents.values():
            for at, line in enumerate(document.lines):
                if line.step is Step.SEND:
                    _assert_read(document, document.lines[:at], line)

    @invariant()
    def what_was_is_never_changed(self) -> None:
        for number, document in self.documents.items():
            before = self.ever[number]
            assert document.versions[: len(before.versions)] == before.versions
            assert document.lines[: len(before.lines)] == before.lines
            assert [each.number for each in document.versions] == [
                at + 1 for at in range(len(document.versions))
            ]
            self.ever[number] = document

    @invariant()
    def the_counts_add_up(self) -> None:
        found = register(map(made.item, NUMBERS), self.documents.values(), made.MOMENTS)
        every = counts(found.entries)
        assert every.total + every.closed + every.on_request == len(NUMBERS)
        assert every.to_send == len(found.open)
        assert every.sent == list(self.where.values()).count("sent")
        assert sum(each.counts.total for each in by_agency(found.entries)) == every.total


def _assert_read(document: Document, before: tuple[Line, ...], send: Line) -> None:
    added = document.version_of(send.version)
    assert added is not None
    assert send.sha256 == added.sha256
    wrong = {line.corrects for line in before if line.corrects}
    about = [line for line in before if line.version == send.version and line.id not in wrong]
    reads = [line for line in about if line.step in {Step.CHECK, Step.OVERRIDE, Step.RETURN}]
    last = reads[-1]
    if last.step is Step.CHECK:
        assert last.by.acting.casefold() != added.by.acting.casefold()
        assert set(last.points) == set(Point)
    else:
        assert last.step is Step.OVERRIDE
        assert last.reason


# JTAI_TEST_EXAMPLES asks for so many sequences instead.
SEQUENCES = int(os.environ.get("JTAI_TEST_EXAMPLES", "150"))
Documents.TestCase.settings = settings(max_examples=SEQUENCES, stateful_step_count=60)
test_random_steps = Documents.TestCase
