"""The self-evaluation: what is kept is what was given; what is empty goes; undo brings it back."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.self_evaluation.answer import Answer, Brought, Part
from jtai_desktop.domain.self_evaluation.point import Change, Sort
from jtai_desktop.domain.self_evaluation.writing import agree, link, write
from jtai_desktop.store import self_evaluation as stored
from jtai_desktop.store.recording import Action
from jtai_desktop.store.vault import Store
from tests.domain.self_evaluation.made import BY, answer, criterion, marker
from tests.store import scene
from tests.store.scene import COORDINATOR, HERE, NOW

POINT = criterion()
JOINT = agree(link(answer(POINT), POINT, "audit:a1", BY), POINT, (), BY)
OWN = replace(
    link(link(answer(POINT, "police"), POINT, "document:d2", BY), POINT, "document:d1", BY),
    dated=date(2026, 4, 14),
    brought=Brought("Northmoor", date(2025, 3, 3)),
)


def put(answers: tuple[Answer, ...], doing: Action) -> None:
    for each in answers:
        stored.put(doing.session, HERE, each)


def kept(store: Store) -> tuple[Answer, ...]:
    with store.reading() as session:
        return stored.answers(session, HERE)


def test_what_is_kept_is_what_was_given(store: Store) -> None:
    changes = scene.act(store, partial(put, (JOINT, OWN)))
    assert kept(store) == (JOINT, OWN)
    assert (Kind.SELF_EVALUATION, JOINT.id) in changes.touched
    assert store.verify() == ()


def test_an_answer_is_changed_with_its_links_in_their_order(store: Store) -> None:
    scene.act(store, partial(put, (OWN,)))
    other = replace(kept(store)[0], links=("document:d3", "document:d1"), brought=None)
    scene.act(store, partial(put, (other,)))
    assert kept(store) == (other,)
    with pytest.raises(Refused, match="changed"):
        scene.act(store, partial(put, (replace(other, version=1),)))


def test_one_in_which_nothing_is_left_goes_and_comes_back_with_undo(store: Store) -> None:
    scene.act(store, partial(put, (answer(POINT),)))
    nothing = {Part.EVALUATION: "", Part.IMPACT: ""}
    scene.act(store, partial(put, (write(kept(store)[0], POINT, nothing, BY),)))
    assert kept(store) == ()
    store.undo(HERE, at=NOW, actor=COORDINATOR)
    assert kept(store) == (answer(POINT),)
    assert store.verify() == ()


def test_changes_of_points_are_kept_only_while_they_differ(store: Store) -> None:
    new = Change(Sort.MARKER, 53, "Waits are told", "Access")
    worded = Change(Sort.CRITERION, 23, "All staff.", "Evaluation criteria")

    def keep(change: Change, doing: Action) -> None:
        stored.put_change(doing.session, HERE, change, "" if change.number == 53 else POINT.title)

    for each in (new, worded):
        scene.act(store, partial(keep, each))
    with store.reading() as session:
        found = stored.changes(session, HERE)
    assert list(found) == ["criterion:23", "marker:53"]
    assert replace(found["marker:53"], version=0) == new
    scene.act(store, partial(keep, replace(found["criterion:23"], title=POINT.title)))
    with store.reading() as session:
        assert list(stored.changes(session, HERE)) == ["marker:53"]
    gone = replace(found["marker:53"], retired="Twice")
    changes = scene.act(store, partial(keep, gone))
    assert (Kind.SELF_EVALUATION, "marker:53") in changes.touched
    assert marker().key == "marker:9"
