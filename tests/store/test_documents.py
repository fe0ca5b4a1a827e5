"""Items and documents: what is kept is what was given, and lines only ever grow."""

from dataclasses import replace
from datetime import date, time
from functools import partial

import pytest

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.documents.document import Answer, Document
from jtai_desktop.domain.documents.items import AskedFor, Child, Item, Notes, Source
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.moments import Hour, Moment
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import documents as stored
from jtai_desktop.store import people
from jtai_desktop.store.recording import Action
from jtai_desktop.store.vault import Store
from tests.domain.documents import made
from tests.store import scene

CHILD = Child("k1", "NM-01", "Child A", 14, "Child protection", 0)
ITEM = Item(
    "i1",
    Source.HAND,
    "R1",
    title="Rota",
    short="Rota",
    agency="police",
    asked_by="CQC",
    child=CHILD,
    due=Moment(date(2026, 11, 13), Hour.AT, time(12)),
    internal=Moment(date(2026, 11, 12), Hour.END_OF_DAY),
    asked_for=AskedFor(scene.NOW, "CQC"),
    notes=Notes("ours", "theirs"),
)
BARE = Document(
    "d1",
    "Rota",
    "police",
    owner_id="insp-c1",
    deputy_id="insp-c2",
    dates=(date(2026, 10, 6), date(2026, 9, 8)),
    notes=Notes("ours", "theirs"),
    answers=(Answer("i1", "2–4"),),
)


def whole() -> Document:
    """One that went all the way, with every field of a line filled somewhere."""
    chased = made.stepped(BARE, Step.ASK)
    line = made.line(chased, Step.CHASE, way="phone", whom="Police lead", due=ITEM.internal)
    sent = made.sent(replace(chased, lines=(*chased.lines, replace(line, id="2"))))
    return made.stepped(sent, Step.THEY_QUERIED, due=ITEM.due)


def fill(store: Store, document: Document = BARE) -> None:
    def work(doing: Action) -> None:
        stored.keep_file(doing.session, scene.HERE, made.version())
        stored.add_child(doing.session, scene.HERE, CHILD)
        stored.add_item(doing.session, scene.HERE, ITEM)
        stored.add_document(doing.session, scene.HERE, document)

    scene.act(store, work)


def change(store: Store, document: Document, *, undoable: bool = True) -> Changes:
    return scene.act(
        store,
        lambda doing: stored.change_document(doing.session, document),
        undoable=undoable,
    )


def read(store: Store) -> stored.Asked:
    with store.reading() as session:
        return stored.load(session, scene.HERE)


def test_what_is_kept_is_what_was_given(store: Store) -> None:
    fill(store, whole())
    found = read(store)
    assert (found.children, found.items) == ((CHILD,), (ITEM,))
    assert found.documents == (whole(),)
    with store.reading() as session:
        assert stored.load_documents(session, ["d1"]) == found.documents
        assert stored.kept_files(session) == {"f"}
    assert store.verify() == ()


def test_a_step_adds_a_line_and_touches_the_document(store: Store) -> None:
    fill(store)
    after = made.stepped(BARE, Step.ASK)
    changes = change(store, after)
    assert changes.touched == {(Kind.DOCUMENT, "d1")}
    assert read(store).documents[0].lines == after.lines


def test_lines_and_versions_that_are_there_are_never_touched(store: Store) -> None:
    fill(store, whole())
    before = read(store).documents[0]
    wrong = replace(
        before,
        title="Other",
        lines=tuple(replace(line, reason="changed") for line in before.lines),
        versions=tuple(replace(each, sha256="changed") for each in before.versions),
    )
    change(store, wrong)
    after = read(store).documents[0]
    assert (after.title, after.lines, after.versions) == ("Other", before.lines, before.versions)


def test_a_stale_save_is_refused(store: Store) -> None:
    fill(store)
    renamed = replace(BARE, title="Other")
    change(store, renamed)
    with pytest.raises(Refused, match="changed in the meantime"):
        change(store, renamed)
    moved = replace(ITEM, internal=None)
    scene.act(store, lambda doing: stored.change_item(doing.session, moved))
    assert read(store).items[0].internal is None
    with pytest.raises(Refused, match="changed in the meantime"):
        scene.act(store, lambda doing: stored.change_item(doing.session, moved))


def test_an_undo_does_not_pass_over_a_line_that_lasts(store: Store) -> None:
    fill(store)
    asked = made.stepped(BARE, Step.ASK)
    change(store, asked)
    chased = replace(made.stepped(asked, Step.CHASE), version=2)
    change(store, chased, undoable=False)
    with pytest.raises(Refused, match="came after it and stays"):
        store.undo(scene.HERE, at=scene.NOW, actor=scene.COORDINATOR)
    assert read(store).documents[0].lines == chased.lines


def test_undo_and_redo_of_a_version_keep_its_file(store: Store) -> None:
    fill(store)
    before = read(store)
    here = made.received(BARE)
    change(store, here)
    store.undo(scene.HERE, at=scene.NOW, actor=scene.COORDINATOR)
    assert read(store) == before
    with store.reading() as session:
        assert stored.kept_files(session) == {"f"}
    store.redo(scene.HERE, at=scene.NOW, actor=scene.COORDINATOR)
    assert read(store).documents[0].versions == here.versions


def test_who_leaves_owns_nothing_any_more(store: Store) -> None:
    fill(store)
    scene.act(store, lambda doing: people.remove_contact(doing.session, "insp-c1"))
    found = read(store).documents[0]
    assert (found.owner_id, found.deputy_id) == ("", "insp-c2")


def test_answers_are_added_changed_and_taken_away(store: Store) -> None:
    fill(store)
    other = replace(ITEM, id="i2", number="R2")
    scene.act(store, lambda doing: stored.add_item(doing.session, scene.HERE, other))
    steps = ((Answer("i1", "7"), Answer("i2")), (Answer("i2", "1"),))
    for answers in steps:
        changed = replace(BARE, answers=answers)
        scene.act(store, partial(_answers, changed))
        assert read(store).documents[0].answers == answers


def _answers(document: Document, doing: Action) -> None:
    stored.change_answers(doing.session, document)
