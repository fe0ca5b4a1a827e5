"""Whether anything that is altered behind the store's back is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from jtai_desktop.domain.milestones import Done, MilestoneNotes
from jtai_desktop.store import milestones, settings
from jtai_desktop.store.models import ChainHeadRow, HistoryRow
from jtai_desktop.store.vault import Store
from tests.store import scene
from tests.store.scene import HERE, NOW


@pytest.fixture(scope="module")
def written(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with eleven lines in one chain and one in the vault's own."""
    folder = scene.copy(template, tmp_path_factory.mktemp("written") / "vault")
    store = scene.reopen(folder)
    for number in range(10):
        notes = MilestoneNotes("meetings", Done(NOW, "Coordinator", f"note {number}"))
        with store.action(scene.deed()) as doing:
            milestones.save(doing.session, HERE, notes)
    with store.action(scene.deed("Clock", "")) as doing:
        settings.stop_clock(doing.session, NOW)
    store.close()
    return folder


@pytest.fixture
def long(written: Path, tmp_path: Path) -> Iterator[Store]:
    """That vault, open, the test's own."""
    store = scene.reopen(scene.copy(written, tmp_path / "long"))
    yield store
    store.close()


HISTORY = {
    "altered": "UPDATE history SET summary = 'x' WHERE number = 4",
    "another person": "UPDATE history SET actor = 'x' WHERE number = 4",
    "for another": "UPDATE history SET on_behalf_of = 'x' WHERE number = 4",
    "another time": "UPDATE history SET at = 'x' WHERE number = 4",
    "another action": "UPDATE history SET action = 'x' WHERE number = 4",
    "undoing another": "UPDATE history SET undo_of = 3 WHERE number = 4",
    "shortened": "DELETE FROM history WHERE number = 11; UPDATE chain_heads SET count = 10,"
    " head = (SELECT mac FROM history WHERE number = 10) WHERE inspection_id = 'insp'",
    "other values": "UPDATE history SET changes = replace(changes, 'note 2', 'note x')",
    "no longer undoable": "UPDATE history SET undoable = 0 WHERE number = 4",
    "removed": "DELETE FROM history WHERE number = 4",
    "last removed": "DELETE FROM history WHERE number = 11",
    "all removed": "DELETE FROM history",
    "moved": "UPDATE history SET number = number + 100 WHERE number = 4",
    "into the other chain": "UPDATE history SET inspection_id = '', number = 2 WHERE number = 11",
    "added": "INSERT INTO history SELECT inspection_id, 12, at, actor, on_behalf_of, action,"
    " summary, changes, undoable, undo_of, mac FROM history WHERE number = 11",
    "head altered": "UPDATE chain_heads SET head = '00' WHERE inspection_id = 'insp'",
    "head set back": "UPDATE chain_heads SET count = 10 WHERE inspection_id = 'insp'",
    "head removed": "DELETE FROM chain_heads WHERE inspection_id = 'insp'",
    "closed": "UPDATE chain_heads SET closed = 1",
}
SWAP = """
UPDATE history SET number = 900 WHERE number = 4;
UPDATE history SET number = 4 WHERE number = 5;
UPDATE history SET number = 5 WHERE number = 900
"""
CHAIN = {
    "altered": "UPDATE vault_chain SET head = '00' WHERE seq = 4",
    "removed": "DELETE FROM vault_chain WHERE seq = 4",
    "moved": "UPDATE vault_chain SET seq = 400 WHERE seq = 4",
    "head": "UPDATE state_digest SET head = '00'",
    "no digest": "DELETE FROM state_digest",
    "another inspection": "UPDATE vault_chain SET inspection_id = 'x' WHERE seq = 4",
}
ROWS = {
    "changed": "UPDATE milestones SET done_note = 'x' WHERE key = 'meetings'",
    "version": "UPDATE milestones SET version = version + 1 WHERE key = 'meetings'",
    "added": "INSERT INTO settings VALUES ('council', '\"x\"', 1)",
    "removed": "DELETE FROM milestones WHERE key = 'fieldwork'",
    "two swapped": "UPDATE contacts SET role = CASE id WHEN 'insp-c1' THEN 'Lead 2'"
    " ELSE 'Lead 1' END",
    "view": "DELETE FROM guidance_packs",
    "undo": "DELETE FROM undo_entries WHERE position = 1",
    "digest": "UPDATE state_digest SET digest = replace(digest, '1', '2')",
    "count": "UPDATE state_digest SET rows = rows + 1",
    "undo count": "UPDATE chain_heads SET undo_top = 1",
    "seal": "UPDATE state_digest SET mac = '00'",
    "a column": "ALTER TABLE contacts ADD COLUMN more TEXT",
    "a table": "CREATE TABLE more AS SELECT 1 AS a",
    "a revision": "INSERT INTO alembic_version VALUES ('0000')",
}


def places(store: Store, tampering: str) -> set[str]:
    """Where something is found wrong after this."""
    raw = scene.raw(store)
    raw.execute("PRAGMA foreign_keys = OFF")
    before = raw.total_changes
    for statement in tampering.split(";"):
        raw.execute(statement)
    assert raw.total_changes > before or tampering.startswith(("ALTER", "CREATE"))
    return {problem.place for problem in store.verify()}


def test_an_untouched_vault_is_whole(long: Store) -> None:
    assert long.verify() == ()


@pytest.mark.parametrize("tampering", [*HISTORY.values(), SWAP], ids=[*HISTORY, "swapped"])
def test_history_that_was_tampered_with_is_told(long: Store, tampering: str) -> None:
    assert places(long, tampering) >= {"history", "rows"}


@pytest.mark.parametrize("tampering", CHAIN.values(), ids=CHAIN)
def test_a_vault_chain_that_was_tampered_with_is_told(long: Store, tampering: str) -> None:
    assert places(long, tampering) >= {"vault chain", "rows"}


@pytest.mark.parametrize("tampering", ROWS.values(), ids=ROWS)
def test_a_row_that_was_tampered_with_is_told(long: Store, tampering: str) -> None:
    assert places(long, tampering) == {"rows"}


def test_the_digest_of_an_earlier_moment_does_not_fit_later(long: Store) -> None:
    raw = scene.raw(long)
    (earlier,) = raw.execute("SELECT rows, digest, mac FROM state_digest").fetchall()
    with long.action(scene.deed()) as doing:
        milestones.save(doing.session, HERE, MilestoneNotes("meetings"))
    assert long.verify() == ()
    raw.execute("UPDATE state_digest SET rows = ?, digest = ?, mac = ?", earlier)
    assert [problem.place for problem in long.verify()] == ["rows"]


def test_a_closed_chain_keeps_its_head_and_has_no_lines(long: Store) -> None:
    with long.action(scene.deed("Erased", "")) as doing:
        for line in doing.session.scalars(
            select(HistoryRow).where(HistoryRow.inspection_id == HERE)
        ):
            doing.session.delete(line)
        doing.session.get_one(ChainHeadRow, HERE).closed = True
        settings.stop_clock(doing.session, None)
    assert long.verify() == ()
