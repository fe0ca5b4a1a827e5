"""An action: one transaction, one line of history, one new digest, or nothing at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from jtai_desktop.domain.changes import Changes
from jtai_desktop.store import chains, digest, history, undoing, values
from jtai_desktop.store.capturing import Capture, RowChange
from jtai_desktop.store.kinds import record_of
from jtai_desktop.store.models import HistoryRow
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
def acting(
    engine: Engine, keys: Subkeys, deed: Deed, *, undo_of: int | None = None
) -> Iterator[Action]:
    """Do what is in the block as one action. An exception takes all of it back."""
    with told(), Session(engine, expire_on_commit=False) as session:
        capture, action = Capture(session), Action(session)
        yield action
        session.flush()
        changes = capture.changes()
        with session.no_autoflush:
            line = _line(session, keys, deed, changes, undo_of)
        _finish(session, keys, capture)
        action.number = line.number if line else None
        action.changes = _outcome(deed.summary, changes)


@contextmanager
def noting(engine: Engine, keys: Subkeys) -> Iterator[Session]:
    """Write what history does not tell of: the look of a page, a kept pack."""
    with told(), Session(engine, expire_on_commit=False) as session:
        capture = Capture(session)
        yield session
        session.flush()
        if history.told(capture.changes()):
            message = "This belongs to history: use an action."
            raise RuntimeError(message)
        _finish(session, keys, capture)


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Read only."""
    with told(), Session(engine, autoflush=False) as session:
        yield session
        if session.new or session.dirty or session.deleted:
            message = "Nothing is written while reading: use an action."
            raise RuntimeError(message)


def _line(
    session: Session, keys: Subkeys, deed: Deed, changes: list[RowChange], undo_of: int | None
) -> HistoryRow | None:
    """The line of history, unless there is nothing to tell."""
    rows = history.told(changes)
    if not rows:
        return None
    undoable = deed.undoable and undo_of is None
    line = HistoryRow(
        inspection_id=deed.inspection_id,
        at=values.instant(deed.at),
        actor=deed.actor,
        on_behalf_of=deed.on_behalf_of,
        action=deed.action,
        summary=deed.summary,
        changes=history.written(rows),
        undoable=undoable,
        undo_of=undo_of,
    )
    kept = chains.append(session, keys.history, line)
    if undoable:
        undoing.push(session, kept, line.number)
    return line


def _finish(session: Session, keys: Subkeys, capture: Capture) -> None:
    with session.no_autoflush:
        changes = capture.changes()
        if changes:
            digest.advance(session, keys.digest, changes)
    session.commit()


def _outcome(summary: str, changes: list[RowChange]) -> Changes:
    records = (record_of(change.table, change.key) for change in changes)
    return Changes(summary, frozenset(record for record in records if record is not None))
