"""The open vault: what services hold while they work. One thread only, one connection.

Importing this costs the import of SQLAlchemy; nothing heavier comes until it is needed.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Self

from sqlalchemy.orm import Session

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.store import (
    backup_checking,
    checking,
    holder,
    keys,
    looking,
    making,
    opening,
    recording,
    slots,
    stepping,
    undoing,
    unlocking,
    values,
)
from jtai_desktop.store.connected import Connected, own_copy
from jtai_desktop.store.connecting import ALTERED, connected
from jtai_desktop.store.costs import STANDARD, Params
from jtai_desktop.store.files import Files
from jtai_desktop.store.keys import forget_before
from jtai_desktop.store.models import VaultRow
from jtai_desktop.store.recording import Action, Deed
from jtai_desktop.store.slots import Unlocked
from jtai_desktop.store.subkeys import DataKey, Subkeys, overwrite
from jtai_desktop.store.trouble import told

READ_ONLY = (
    "The vault is open to be looked at only, so nothing was changed. "
    "Restore a backup first: File, The vault and backups."
)


class Store:
    """A vault that is open; with problems, or without the lock, it is only looked at."""

    def __init__(
        self,
        folder: Path,
        connection: Connected,
        person: str,
        problems: tuple[Problem, ...] = (),
    ) -> None:
        self.folder = folder
        self.person = person
        self.problems = problems
        self._uses = 0
        self._later: Subkeys | None = None
        self.use(connection)

    @property
    def connection(self) -> Connected:
        """The connection, for what belongs to the store: backing up, restoring, erasing."""
        return self._connected

    @property
    def edition(self) -> tuple[int, int]:
        """Another pair after anything was written, or another database put in this one's place."""
        return self._uses, self._connected.raw.total_changes

    @property
    def is_read_only(self) -> bool:
        """Whether every action is refused."""
        return bool(self.problems) or not self._connected.holds_lock

    @classmethod
    def create(  # noqa: PLR0913 - all that a vault is born with
        cls,
        folder: Path,
        passphrase: str,
        *,
        person: str,
        now: datetime,
        new_id: Callable[[], str],
        params: Params = STANDARD,
        stands_at: datetime | None = None,
    ) -> Self:
        """Make a vault that this passphrase opens, and open it."""
        with told():
            looking.before_making(folder)
            data_key, birth = slots.new_data_key(), making.Birth(new_id(), now, stands_at)
            key_file = making.key_file(birth.vault_id, data_key, passphrase, person, params)
            making.make(folder, data_key, birth, lambda: keys.write(folder, key_file))
            store = cls._opened(folder, data_key, person, now)
            overwrite(data_key)
            return store

    @classmethod
    def create_with_key(
        cls,
        folder: Path,
        data_key: DataKey,
        *,
        person: str,
        now: datetime,
        new_id: Callable[[], str],
        stands_at: datetime | None = None,
    ) -> Self:
        """Make a vault that has no key file: it is lost with the key, as a throw-away should be."""
        with told():
            making.make(folder, data_key, making.Birth(new_id(), now, stands_at))
            return cls._opened(folder, data_key, person, now)

    @classmethod
    def open(cls, folder: Path, passphrase: str, *, now: datetime) -> Self:
        """Open a vault with a passphrase; whose slot it opened is `person`."""
        unlocked = unlocking.unlock(folder, passphrase, now=now)
        try:
            return cls.open_unlocked(folder, unlocked, now=now)
        finally:
            unlocked.wipe()

    @classmethod
    def open_unlocked(cls, folder: Path, unlocked: Unlocked, *, now: datetime) -> Self:
        """Open a vault whose passphrase has been worked through already."""
        with told():
            return cls._opened(folder, unlocked.data_key, unlocked.person, now)

    @classmethod
    def open_with_key(cls, folder: Path, data_key: DataKey, *, person: str, now: datetime) -> Self:
        """Open a vault with the data key itself."""
        with told():
            looking.before_opening(folder, keyed=False)
            return cls._opened(folder, data_key, person, now)

    @classmethod
    def open_checked(cls, folder: Path, keys: Subkeys, person: str, now: datetime) -> Self:
        """Open a vault whose key is known; where a check fails it can only be looked at."""
        connection = connected(folder, keys, now)
        try:
            holder.write(folder, person, now)
            forget_before(folder)
            opening.refuse_unwritable(connection.raw)
            store = cls(folder, connection, person)
            store.problems = store.checked()
        except BaseException:
            holder.clear(folder)
            connection.close()
            raise
        return store

    @classmethod
    def _opened(cls, folder: Path, data_key: DataKey, person: str, now: datetime) -> Self:
        keys = Subkeys.of(data_key)
        try:
            store = cls.open_checked(folder, keys, person, now)
        finally:
            keys.wipe()
        if store.problems:
            store.close()
            raise Refused(ALTERED, place="vault")
        return store

    def use(self, connection: Connected) -> None:
        """Work on this connection from now on; the one before must be closed."""
        self._connected = connection
        self._uses += 1
        self._engine, self._keys = connection.engine, connection.keys
        self.files = Files(self.folder, connection.keys.files)
        with self.reading() as session:
            row = session.get_one(VaultRow, 1)
            self.vault_id = row.vault_id
            self.stands_at = _standing(row.stands_at)

    def do_not_wait(self) -> None:
        """Let the disk write when it likes: only for a vault that is thrown away on closing."""
        self._connected.raw.execute("PRAGMA synchronous = OFF")
        self.files.do_not_wait()

    def action(self, deed: Deed) -> AbstractContextManager[Action]:
        """Do what is in the block as one action, with one line of history."""
        self.refuse_read_only()
        return recording.acting(self._connected, deed)

    def noting(self) -> AbstractContextManager[Session]:
        """Write what history does not tell of: view state, kept packs."""
        self.refuse_read_only()
        return recording.noting(self._connected)

    def reading(self) -> AbstractContextManager[Session]:
        """Read only."""
        return recording.reading(self._engine)

    def undo_next(self, inspection_id: str) -> str | None:
        """What would be undone next, in the words of its line of history."""
        return self._next(inspection_id, undoing.UNDO)

    def redo_next(self, inspection_id: str) -> str | None:
        """What would be done again next."""
        return self._next(inspection_id, undoing.REDO)

    def undo(
        self, inspection_id: str, *, at: datetime, actor: str, on_behalf_of: str = ""
    ) -> Changes:
        """Take back the newest step that has not been taken back."""
        return self._step(undoing.UNDO, Deed("", "", inspection_id, at, actor, on_behalf_of))

    def undo_past(
        self, inspection_id: str, *, at: datetime, actor: str, on_behalf_of: str = ""
    ) -> Changes:
        """Take back the newest step that nothing keeps, past those that stay."""
        self.refuse_read_only()
        deed = Deed("", "", inspection_id, at, actor, on_behalf_of)
        return stepping.take_past(self._connected, deed)

    def redo(
        self, inspection_id: str, *, at: datetime, actor: str, on_behalf_of: str = ""
    ) -> Changes:
        """Do again what was taken back last."""
        return self._step(undoing.REDO, Deed("", "", inspection_id, at, actor, on_behalf_of))

    def verify(self) -> tuple[Problem, ...]:
        """What is wrong with history and rows, if anything."""
        with self.reading() as session:
            return checking.verify(session, self._keys)

    def checked(self) -> tuple[Problem, ...]:
        """What is wrong with the file itself, and then with history and rows."""
        found = backup_checking.problems(self._connected)
        opening.forget_pages(self._connected.raw)
        return found

    def reopen_to_write(self) -> None:
        """A fault of the disk left it open for reading only: it is opened anew before a save."""
        self._later = own_copy(self._connected.keys)

    def refuse_read_only(self) -> None:
        """Refuse to change what can only be looked at."""
        if self._later is not None:
            self._open_anew(self._later)
        if self.is_read_only:
            raise Refused(READ_ONLY, place="vault")

    def close(self) -> None:
        """Let go of the vault and of the keys."""
        # The name goes first: once the lock is free, the file may be another program's.
        if self._connected.holds_lock:
            holder.clear(self.folder)
        self._connected.close()
        if self._later is not None:
            self._later.wipe()

    def _open_anew(self, keys: Subkeys) -> None:
        with told():
            self._connected.close()
            self.use(connected(self.folder, keys))
            opening.refuse_unwritable(self._connected.raw)
        self._later = None
        keys.wipe()

    def _next(self, inspection_id: str, side: str) -> str | None:
        with self.reading() as session:
            line = undoing.next_line(session, inspection_id, side)
            return line.summary if line else None

    def _step(self, side: str, bare: Deed) -> Changes:
        self.refuse_read_only()
        return stepping.take(self._connected, side, bare)


def _standing(text: str | None) -> datetime | None:
    """The time at which the clock stands; what was altered is told by the checks, not here."""
    try:
        return values.instant_of(text) if text else None
    except ValueError:
        return None
