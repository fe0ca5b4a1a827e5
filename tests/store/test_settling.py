"""After the disk failed in a save: told as it is, and the next save goes through."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError

from jtai_desktop.domain.milestones import Done, MilestoneNotes
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import histories, looking, milestones, opening, settling, trouble
from jtai_desktop.store.vault import Store
from tests.store import scene
from tests.store.scene import COORDINATOR, HERE, NOW

NOTE = "sent"


def fault() -> OperationalError:
    """What SQLAlchemy raises where the disk fails in a commit."""
    from sqlcipher3 import dbapi2

    found = dbapi2.OperationalError("disk I/O error")
    found.sqlite_errorcode = trouble.IOERR
    return OperationalError("COMMIT", None, found)


def fail_once(store: Store, first: Callable[[], object]) -> None:
    """Let the next commit fail, after this was done."""
    calls = itertools.count()

    def fail(_connection: Connection) -> None:
        if not next(calls):
            first()
            raise fault()

    event.listen(store.connection.engine, "commit", fail)


def save(store: Store, note: str = NOTE) -> None:
    """One change as one action."""
    done = MilestoneNotes("meetings", done=Done(NOW, COORDINATOR, note))
    scene.act(store, lambda doing: milestones.save(doing.session, HERE, done))


def notes_of(store: Store) -> list[object]:
    """What the lines of history say was noted, oldest first."""
    with store.reading() as session:
        lines = reversed(histories.lines(session, HERE))
        return [
            change.after for line in lines for change in line.changes if change.field == "done_note"
        ]


def test_a_save_that_was_kept_is_not_refused(store: Store) -> None:
    fail_once(store, scene.raw(store).commit)
    save(store)
    save(store, "again")
    assert notes_of(store)[-2:] == [NOTE, "again"]
    assert store.verify() == ()


def test_a_save_that_was_not_kept_is_refused_and_the_next_goes_through(store: Store) -> None:
    before = scene.dump(store)
    fail_once(store, lambda: None)
    with pytest.raises(Refused, match="was not done"):
        save(store)
    assert scene.dump(store) == before
    save(store, "again")
    assert notes_of(store)[-1] == "again"
    assert store.verify() == ()


def test_a_save_that_may_not_last_is_not_called_refused(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_once(store, scene.raw(store).commit)
    monkeypatch.setattr(settling, "_lasts", lambda _connected: False)
    with pytest.raises(Refused) as caught:
        save(store)
    assert str(caught.value) == settling.UNKNOWN


@pytest.mark.parametrize(("journal", "said"), [(b"", settling.UNKNOWN), (b"left", "was not done")])
def test_where_it_can_not_be_read_the_journal_tells(
    store: Store, monkeypatch: pytest.MonkeyPatch, journal: bytes, said: str
) -> None:
    beside = store.folder / (looking.DATABASE + "-journal")
    fail_once(store, lambda: beside.write_bytes(journal))
    monkeypatch.setattr(settling, "_seal_now", lambda _connected: "")
    with pytest.raises(Refused, match=said):
        save(store)


def test_the_lock_is_never_let_go(store: Store) -> None:
    settling.mark(store.connection.engine)
    save(store)
    raw = scene.raw(store)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
    with pytest.raises(Refused, match="already open"):
        opening.connect(store.folder / looking.DATABASE, store._keys.database)
    assert notes_of(store)[-1] == NOTE


def test_an_error_of_the_disk_is_settled_before_the_next_save(store: Store) -> None:
    engine = store.connection.engine
    pages = scene.raw(store).execute("PRAGMA page_count").fetchone()[0]
    scene.raw(store).execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Refused, match="disk is full"):
        save(store, "n" * 100_000)
    with engine.connect() as connection:
        assert connection.info[settling.UNSETTLED]
    save(store)
    with engine.connect() as connection:
        assert settling.UNSETTLED not in connection.info


def test_what_can_only_be_read_is_told_on_opening(folder: Path) -> None:
    from sqlcipher3 import dbapi2

    store = scene.reopen(folder)
    key = bytes(store.connection.keys.database)
    store.close()
    database = folder / looking.DATABASE
    before = database.read_bytes()
    opened = dbapi2.connect(looking.uri(database, "ro"), uri=True, isolation_level=None)
    opened.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    with pytest.raises(dbapi2.OperationalError, match="readonly"):
        opening.refuse_unwritable(opened)
    assert not opened.in_transaction
    opened.close()
    written = opening.connect(database, key)
    opening.refuse_unwritable(written)
    written.close()
    assert database.read_bytes() == before
