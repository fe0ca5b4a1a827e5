"""An action: one transaction, one line of history, one new digest, or nothing at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from jtai_desktop.domain.changes import Changes
from jtai_desktop.store import history, settling, values
from jtai_desktop.store.canonical import Value
from jtai_desktop.store.capturing import Capture, RowChange, WatchedSession
from jtai_desktop.store.connected import Connected
from jtai_desktop.store.kinds import record_of
from jtai_desktop.store.ledger import Ledger
from jtai_desktop.store.settling import Save
from jtai_desktop.store.subkeys import Subkeys
from jtai_desktop.store.trouble import told


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done, in words, by whom and for whom; an empty inspection id means the vault."""

    action: str
    summary: str
    inspection_id: str
    at: datetime
    actor: str
    on_behalf_of: str = ""
    undoable: bool = True


@dataclass(slots=True)
class Action:
    """An action under way: its session, and afterwards what it changed."""

    session: Session
    changes: Changes = field(default_factory=Changes)
    number: int | None = None


@contextmanager
def acting(connected: Connected, deed: Deed, *, undo_of: int | None = None) -> Iterator[Action]:
    """Do what is in the block as one action. An exception takes all of it back."""
    with told(), _saving(connected) as (session, save):
        capture, action = Capture(session), Action(session)
        yield action
        session.flush()
        changes = capture.changes()
        action.changes = _outcome(deed.summary, changes)
        action.number = _written(session, connected.keys, changes, save, deed, undo_of)
        session.commit()


@contextmanager
def noting(connected: Connected) -> Iterator[Session]:
    """Write what history does not tell of: the look of a page, a kept pack."""
    with told(), _saving(connected) as (session, save):
        capture = Capture(session)
        yield session
        session.flush()
        changes = capture.changes()
        if history.told(changes):
            message = "This belongs to history: use an action."
            raise RuntimeError(message)
        _written(session, connected.keys, changes, save)
        session.commit()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Read only."""
    with told(), Session(engine, autoflush=False) as session:
        yield session
        if session.new or session.dirty or session.deleted:
            message = "Nothing is written while reading: use an action."
            raise RuntimeError(message)


@contextmanager
def _saving(connected: Connected) -> Iterator[tuple[WatchedSession, Save]]:
    """A session, closed before it is asked whether a save that failed was kept."""
    with (
        settling.found_out(connected) as save,
        WatchedSession(connected.engine, expire_on_commit=False) as session,
    ):
        yield session, save


def _written(
    session: Session,
    keys: Subkeys,
    changes: list[RowChange],
    save: Save,
    deed: Deed | None = None,
    undo_of: int | None = None,
) -> int | None:
    """Write the record of what changed; the number of its line, if there is one."""
    number = None
    if changes:
        ledger = Ledger(session.connection(), keys)
        ledger.count(changes)
        rows = history.told(changes)
        if rows and deed is not None:
            number = ledger.line(line_of(deed, history.written(rows), undo_of))
        save.is_about_to_count(ledger.seal_before, ledger.seal())
    return number


def line_of(deed: Deed, changes: str, undo_of: int | None = None) -> dict[str, Value]:
    """A deed as its line of history has it, all but the number and the hash."""
    return {
        "inspection_id": deed.inspection_id,
        "at": values.instant(deed.at),
        "actor": deed.actor,
        "on_behalf_of": deed.on_behalf_of,
        "action": deed.action,
        "summary": deed.summary,
        "changes": changes,
        "undoable": deed.undoable and undo_of is None,
        "undo_of": undo_of,
    }


def _outcome(summary: str, changes: list[RowChange]) -> Changes:
    records = (record_of(change.table, change.key) for change in changes)
    return Changes(summary, frozenset(record for record in records if record is not None))
