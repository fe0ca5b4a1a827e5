"""Conversations and the selection: what is kept is what was given, and lines only ever grow."""

from dataclasses import replace
from datetime import datetime
from functools import partial

import pytest

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.conversations.person import Person, Role
from jtai_desktop.domain.conversations.selection import Choice
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import conversations as stored
from jtai_desktop.store import documents
from jtai_desktop.store.recording import Action
from jtai_desktop.store.vault import Store
from tests.domain.conversations import made
from tests.store import scene

CHILD = Child("k1", "NM-06", "Child F", 15, "In care", 0)
BARE = Person("p1", "k1", "Child F", Role.CARER, "Carer 2", 3)


def whole() -> Person:
    """One that went all the way and withdrew, with every field of a line filled somewhere."""
    told = {
        "agency": "Council",
        "leaflet": "For carers",
        "form": "large print",
        "language": "Polish",
        "interpreter": "Polish",
        "support": "Advocate",
        "needs": "Step-free room",
        "happened": datetime(2026, 11, 6, 16, 0, tzinfo=LONDON),
    }
    explained = made.stepped(BARE, Step.EXPLAIN, **told)
    planned = made.stepped(explained, Step.AGREE)
    planned = made.stepped(planned, Step.PLAN, inspector="HMI Probation")
    return made.stepped(planned, Step.CONFIRM, Step.WITHDRAW, Step.TELL)


def fill(store: Store) -> None:
    def work(doing: Action) -> None:
        documents.add_child(doing.session, scene.HERE, CHILD)
        stored.add(doing.session, scene.HERE, BARE)

    scene.act(store, work)


def kept(store: Store) -> Person:
    with store.reading() as session:
        (person,) = stored.load(session, scene.HERE)
    return person


def change(person: Person, doing: Action) -> None:
    stored.change(doing.session, person)


def choose(choice: Choice, doing: Action) -> None:
    stored.add_choices(doing.session, "k1", [choice])


def test_what_is_kept_is_what_was_given(store: Store) -> None:
    fill(store)
    assert kept(store) == BARE
    changes = scene.act(store, partial(change, whole()))
    assert kept(store) == whole()
    assert (Kind.CONVERSATION, "p1") in changes.touched
    assert store.verify() == ()


def test_lines_that_are_there_stay_as_they_are(store: Store) -> None:
    fill(store)
    scene.act(store, partial(change, whole()))
    before = kept(store)
    altered = tuple(replace(line, reason="Something else") for line in before.lines)
    scene.act(store, partial(change, replace(before, lines=altered)))
    assert kept(store) == before


def test_one_from_before_is_refused(store: Store) -> None:
    fill(store)
    before = kept(store)
    scene.act(store, partial(change, made.stepped(before, Step.EXPLAIN)))
    with pytest.raises(Refused, match="changed"):
        scene.act(store, partial(change, made.stepped(before, Step.DECLINE)))
    assert [line.step for line in kept(store).lines] == [Step.EXPLAIN]


def test_a_child_is_taken_out_and_back(store: Store) -> None:
    fill(store)
    whole = (
        Choice(1, out=True, when=scene.NOW, by=made.BY, reason="Moved away"),
        Choice(2, out=False, when=scene.NOW, by=made.BY, reason="Came back"),
    )
    for each, selected in zip(whole, (False, True), strict=True):
        scene.act(store, partial(choose, each))
        assert kept(store).selected is selected
    with store.reading() as session:
        assert stored.choices(session, scene.HERE) == {"k1": whole}
    assert store.verify() == ()
