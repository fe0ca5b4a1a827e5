"""Erasing an inspection: nothing of it stays in the file but its closed head."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from jtai_desktop.domain.conversations.lines import Step as TalkStep
from jtai_desktop.domain.conversations.person import Person, Role
from jtai_desktop.domain.conversations.selection import Choice
from jtai_desktop.domain.documents.document import Answer, Document
from jtai_desktop.domain.documents.items import Child, Item, Source
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.people import Contact
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import (
    conversations,
    erasing,
    evaluations,
    flags,
    looking,
    people,
    room,
    trouble,
    views,
)
from jtai_desktop.store import documents as stored
from jtai_desktop.store.models import Base
from jtai_desktop.store.recording import Action, Deed
from jtai_desktop.store.vault import Store
from tests.domain.conversations import made as talks
from tests.domain.documents import made
from tests.domain.evaluations import made as evaluated
from tests.store import scene
from tests.store.scene import COORDINATOR, HERE, NOW

OTHER = "other"
EVALUATED = ("evaluations", "evaluation_texts", "evaluation_moves", "flags")
TALKS = ("selection_lines", "conversation_people", "conversation_lines")
PARTS = ("document_answers", "document_versions", "document_lines")
SUMMARY = "An inspection was erased"
# Tables of the vault as a whole; every other must be reached by an erasure.
OF_THE_VAULT = {
    "vault_info",
    "settings",
    "closure_days",
    "guidance_packs",
    "view_state",
    "list_hands",
    "state_digest",
    "chain_heads",
    "vault_chain",
    "inspections",
}


def erase(store: Store, inspection_id: str = HERE) -> int:
    """Erase it."""
    return erasing.erase(store, inspection_id, Deed("x", SUMMARY, "", NOW, COORDINATOR))


def test_a_new_table_must_say_whose_its_rows_are() -> None:
    reached = {table.name for table in erasing.tables()}
    assert set(Base.metadata.tables) == reached | OF_THE_VAULT


def test_it_is_gone_with_its_history_and_the_other_stays(store: Store) -> None:
    scene.act(store, lambda doing: scene.begin(doing, OTHER))
    with store.noting() as session:
        views.put(session, HERE, {"people": "Lead 1"})
    with store.action(scene.deed(inspection_id=OTHER)) as doing:
        people.add_contact(doing.session, OTHER, Contact("kept", f"{OTHER}-a1", "Kept lead"))
    before = scene.dump(store)
    gone = erase(store)
    assert store.verify() == ()
    after = scene.dump(store)
    assert not _mentions(after, HERE, but={"chain_heads", "vault_chain"})
    heads = {head[0]: head for head in after["chain_heads"]}
    assert set(heads) == {HERE, OTHER, ""}
    assert heads[HERE][-3:] == (0, 0, 1)
    assert gone == len(before["history"]) - 1 + 1 + 3 + 1 + 1 + 2 + 1 + len(
        [1 for row in before["undo_entries"] if row[0] == HERE]
    )
    assert _mentions(after, OTHER)
    assert (SUMMARY in str(after["history"])) is True


def test_documents_go_with_all_their_parts_and_those_of_the_other_stay(store: Store) -> None:
    scene.act(store, lambda doing: scene.begin(doing, OTHER))
    for inspection_id in (HERE, OTHER):
        scene.act(store, partial(_with_documents, inspection_id))
    erase(store)
    assert store.verify() == ()
    after = scene.dump(store)
    assert not _mentions(after, HERE, but={"chain_heads", "vault_chain"})
    for name in ("children", "items", "documents", *PARTS, *TALKS, *EVALUATED, "kept_files"):
        assert len(after[name]) == 1, name


def _with_documents(inspection_id: str, doing: Action) -> None:
    """A child, an item and a document with a file, all named after the inspection."""
    child = Child(f"{inspection_id}-k1", "NM-01", "Child A")
    item = Item(f"{inspection_id}-i1", Source.CHILD, "1", child=child)
    bare = Document(f"{inspection_id}-d1", "Plan", "council", answers=(Answer(item.id),))
    version = replace(made.version(), number=1, kept=f"{inspection_id}-f1")
    stored.keep_file(doing.session, inspection_id, version)
    stored.add_child(doing.session, inspection_id, child)
    person = Person(f"{inspection_id}-p1", child.id, child.label, Role.CARER)
    conversations.add(doing.session, inspection_id, person)
    doing.session.flush()
    conversations.change(doing.session, talks.stepped(person, TalkStep.EXPLAIN))
    out = Choice(1, out=True, when=NOW, by=talks.BY, reason="Swap")
    conversations.add_choices(doing.session, child.id, [out])
    asked_for = evaluated.evaluation(id=f"{inspection_id}-e1", child_id=child.id)
    written = evaluated.wrote(asked_for, {evaluated.NEEDS: f"{inspection_id}-needs"})
    evaluations.add(doing.session, inspection_id, written)
    flag = evaluated.flag(id=f"{inspection_id}-g1", child_id=child.id)
    flags.add(doing.session, inspection_id, flag)
    stored.add_item(doing.session, inspection_id, item)
    asked = made.stepped(replace(bare, versions=(version,)), Step.ASK)
    stored.add_document(doing.session, inspection_id, asked)


def _mentions(rows: scene.Rows, what: str, but: frozenset[str] | set[str] = frozenset()) -> bool:
    return any(
        str(value) == what or f"{what}-" in str(value)
        for name, found in rows.items()
        if name not in but
        for row in found
        for value in row
    )


def test_work_goes_on_and_the_vault_opens_again(store: Store) -> None:
    scene.act(store, lambda doing: scene.begin(doing, OTHER))
    erase(store)
    with store.action(scene.deed(inspection_id=OTHER)) as doing:
        people.add_contact(doing.session, OTHER, Contact("new", f"{OTHER}-a1", "New lead"))
    folder = store.folder
    store.close()
    again = scene.reopen(folder)
    assert again.undo(OTHER, at=NOW, actor=COORDINATOR)
    assert again.undo_next(HERE) is None
    again.close()


def test_an_erased_one_can_not_be_erased_again(store: Store) -> None:
    erase(store)
    with pytest.raises(Refused, match="was removed"):
        erase(store)


def test_a_full_disk_does_not_stop_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    room.keep_back(store.folder)
    reserve = store.folder / room.RESERVE
    assert reserve.stat().st_size >= (store.folder / looking.DATABASE).stat().st_size
    take_out = erasing._take_out

    def full_while_kept_back(session: Session, inspection_id: str) -> int:
        if reserve.exists():
            raise OSError(28, "No space left on device")
        return take_out(session, inspection_id)

    monkeypatch.setattr(erasing, "_take_out", full_while_kept_back)
    assert erase(store)
    assert not reserve.exists()
    assert store.verify() == ()


def test_where_all_room_is_gone_it_is_refused_and_nothing_is_half_gone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = scene.dump(store)

    def full(session: Session, inspection_id: str) -> int:
        del session, inspection_id
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(erasing, "_take_out", full)
    with pytest.raises(Refused) as caught:
        erase(store)
    assert str(caught.value) == trouble.DISK_FULL
    assert scene.dump(store) == before


def test_room_is_kept_back_once_and_only_where_there_is_plenty(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_free", lambda _folder: 3 * room.LEAST_RESERVE)
    room.keep_back(folder)
    assert not (folder / room.RESERVE).exists()
    monkeypatch.undo()
    room.keep_back(folder)
    first = (folder / room.RESERVE).stat()
    room.keep_back(folder)
    assert (folder / room.RESERVE).stat().st_mtime_ns == first.st_mtime_ns
    assert first.st_mode & 0o777 == 0o600
    with pytest.raises(Refused, match="999999 MB are needed"):
        room.need(folder, 999_998 * room.MEBIBYTE)
