"""Which rows a session touched, with their values before and after.

Every row is noted as it was loaded; at the end the rows that were added, changed or removed are
compared with that. So several flushes, or a change that is taken back, come to one net change.
"""

from dataclasses import dataclass

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, Session

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store.canonical import Row, Value
from jtai_desktop.store.models import Base

VERSION = "version"
UNKEEPABLE = (
    "The text holds a character that can’t be kept (a null, or half of a pair). "
    "Take it out, then save again."
)
CAPTURE = "capture"
Key = tuple[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; nothing before is a new row, nothing after a removed one."""

    table: str
    key: tuple[Value, ...]
    before: Row | None
    after: Row | None

    def fields(self) -> dict[str, tuple[Value, Value]]:
        """The fields that differ, the version apart; of a new or removed row all that it has."""
        before, after = self.before or {}, self.after or {}
        names = [name for name in (before or after) if name != VERSION]
        pairs = {name: (before.get(name), after.get(name)) for name in names}
        if self.before is None or self.after is None:
            return pairs
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


class WatchedSession(Session):
    """A session of which a `Capture` sees all; what it listens for is set up once for all."""


class Capture:
    """The rows that one session touches, from now on."""

    def __init__(self, session: WatchedSession) -> None:
        self._session = session
        self._before: dict[Key, Row] = {}
        self._touched: dict[Key, Base | None] = {}
        session.info[CAPTURE] = self

    def changes(self) -> list[RowChange]:
        """What came of it; rows still to be flushed must have all their values."""
        self.gather()
        found = []
        for key, row in self._touched.items():
            before = self._before.get(key)
            after = None if row is None else _loaded_values(row)
            if before != after:
                found.append(RowChange(*key, before, after))
        return found

    def note_loaded(self, row: Base) -> None:
        """A row came from the database: how it was before anything is done to it."""
        self._before.setdefault(key_of(row), values_of(row))

    def gather(self) -> None:
        """Note what is about to be written."""
        session = self._session
        for row in session.deleted:
            self._touched[key_of(row)] = None
        for row in session.dirty:
            if session.is_modified(row):
                self._raise_version(row)
                self._note(row)
        for row in session.new:
            self._note(row)

    def _raise_version(self, row: Base) -> None:
        before = self._before.get(key_of(row))
        if before is not None and VERSION in before:
            setattr(row, VERSION, int(before[VERSION] or 0) + 1)

    def _note(self, row: Base) -> None:
        for value in values_of(row).values():
            if isinstance(value, str) and not _keepable(value):
                raise Refused(UNKEEPABLE)
        # Held here, or a flushed row could vanish before its values are read.
        self._touched[key_of(row)] = row


def values_of(row: Base) -> dict[str, Value]:
    """The values of a row by column, without asking the database."""
    state = inspect(row)
    return {name: state.dict.get(name) for name in state.mapper.columns.keys()}  # noqa: SIM118


def _loaded_values(row: Base) -> dict[str, Value]:
    """The same, asking the database for what was let go of meanwhile."""
    for name in list(inspect(row).expired_attributes):
        getattr(row, name)
    return values_of(row)


def key_of(row: Base) -> Key:
    """The table and the primary key."""
    state = inspect(row)
    keys = (column.name for column in state.mapper.primary_key)
    return row.__tablename__, tuple(state.dict.get(name) for name in keys)


def _keepable(text: str) -> bool:
    if "\x00" in text:
        return False
    if text.isascii():
        return True
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _refuse_unseen(statement: ORMExecuteState) -> None:
    if not statement.is_select:
        message = "Rows change through the session only, or history and digest would miss it."
        raise RuntimeError(message)


event.listen(
    WatchedSession,
    "loaded_as_persistent",
    lambda session, row: session.info[CAPTURE].note_loaded(row),
)
event.listen(WatchedSession, "before_flush", lambda session, *_: session.info[CAPTURE].gather())
event.listen(WatchedSession, "do_orm_execute", _refuse_unseen)
