"""Evaluations and flags: what is kept is what was given, and no undo passes over an agreement."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest

from jtai_desktop.domain import flags
from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.evaluations.evaluation import Evaluation, Key, Part, Stage
from jtai_desktop.domain.flags import Flag, Noted
from jtai_desktop.domain.moments import LONDON, at
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import documents
from jtai_desktop.store import evaluations as stored
from jtai_desktop.store import flags as stored_flags
from jtai_desktop.store.recording import Action
from jtai_desktop.store.vault import Store
from tests.domain.evaluations import made
from tests.store import scene
from tests.store.scene import COORDINATOR, HERE, NOW

CHILD = Child("k1", "NM-01", "Child A", 14, "In care", 0)
INTERNAL = at(datetime(2026, 11, 9, 12, 0, tzinfo=LONDON))
JOINT = made.evaluation(id="e1", child_id="k1")
OWN = made.evaluation("police", id="e2", child_id="k1", internal=INTERNAL)


def fill(store: Store) -> None:
    def work(doing: Action) -> None:
        documents.add_child(doing.session, HERE, CHILD)
        stored.add(doing.session, HERE, JOINT)
        stored.add(doing.session, HERE, made.answered(OWN, 2))

    scene.act(store, work)


def kept(store: Store) -> tuple[Evaluation, Evaluation]:
    with store.reading() as session:
        joint, own = stored.load(session, HERE)
    return joint, own


def change(evaluation: Evaluation, doing: Action) -> None:
    stored.change(doing.session, evaluation)


def test_what_is_kept_is_what_was_given(store: Store) -> None:
    fill(store)
    assert kept(store) == (JOINT, made.answered(OWN, 2))
    done = made.agreed(JOINT)
    changes = scene.act(store, partial(change, done))
    assert kept(store)[0] == done
    assert (Kind.EVALUATION, "e1") in changes.touched
    changes = scene.act(
        store, partial(change, made.wrote(kept(store)[1], {Key(2, Part.EVALUATION): ""}))
    )
    assert kept(store)[1].texts == {}
    assert store.verify() == ()


def test_one_from_before_is_refused(store: Store) -> None:
    fill(store)
    before = kept(store)[0]
    scene.act(store, partial(change, made.answered(before, 1)))
    with pytest.raises(Refused, match="changed"):
        scene.act(store, partial(change, made.answered(before, 2)))


def test_no_undo_passes_over_an_agreement(store: Store) -> None:
    fill(store)
    whole = made.answered(kept(store)[0], *made.FRAME.numbers)
    scene.act(store, partial(change, made.moved(whole, Stage.RETURNED)))
    agreed = made.moved(kept(store)[0], Stage.AGREED)
    scene.act(store, partial(change, agreed), undoable=False)
    with pytest.raises(Refused, match="can’t be taken"):
        store.undo(HERE, at=NOW, actor=COORDINATOR)
    assert kept(store)[0] == agreed


def test_what_was_written_is_undone_and_one_not_begun_removed(store: Store) -> None:
    fill(store)
    scene.act(store, partial(change, made.answered(kept(store)[0], 1)))
    assert store.undo(HERE, at=NOW, actor=COORDINATOR)
    assert kept(store)[0] == JOINT
    asked = replace(made.evaluation("camhs", id="e3", child_id="k1"))
    scene.act(store, lambda doing: stored.add(doing.session, HERE, asked))
    scene.act(store, lambda doing: stored.remove(doing.session, asked))
    assert len(kept(store)) == 2
    assert store.verify() == ()


def test_a_flag_is_kept_as_it_was_noted(store: Store) -> None:
    fill(store)
    flag = made.flag(child_id="k1", child="Child A")
    scene.act(store, lambda doing: stored_flags.add(doing.session, HERE, flag))
    noted = Noted(made.START + timedelta(hours=1), made.BY, "Held")
    over = flags.closed(flags.confirmed(flag, noted), noted)

    def close(doing: Action) -> None:
        stored_flags.change(doing.session, over)

    assert (Kind.FLAG, "f1") in scene.act(store, close).touched
    assert _flags(store) == (over,)
    with pytest.raises(Refused, match="changed"):
        scene.act(store, close)
    assert store.verify() == ()


def _flags(store: Store) -> tuple[Flag, ...]:
    with store.reading() as session:
        return stored_flags.load(session, HERE)
