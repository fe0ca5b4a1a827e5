"""Coming into a vault with its key: opened, or only to be looked at, with what stands in the way.

The order of what is looked at: the folder and its files, the lock, the key file, the passphrase
(all in `looking` and `unlocking`); then here the lock itself, the revision of the tables, the
pages, the trees, the references, the chains of history and the digest of all rows.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jtai_desktop.domain.keeping import Backup
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.store import backup_checking, backups, folders, looking, migrating, trouble
from jtai_desktop.store.slots import Unlocked
from jtai_desktop.store.subkeys import Subkeys
from jtai_desktop.store.vault import Store

NO_BACKUP = "There is no sound backup of it that this version can show."


@dataclass(frozen=True, slots=True)
class Opened:
    """A vault that can be worked in; `notes` are what a person should know."""

    store: Store
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """A vault that can only be looked at, or a backup of it, and why."""

    store: Store
    problems: tuple[Problem, ...]
    shown: Backup | None = None


def enter(folder: Path, unlocked: Unlocked, now: datetime) -> Opened | ReadOnly:
    """Open a vault, or show what can be shown of it."""
    keys = Subkeys.of(unlocked.data_key)
    try:
        with trouble.told():
            store = Store.open_checked(folder, keys, unlocked.person, now)
    except Refused as refused:
        if str(refused) not in {trouble.DAMAGED, trouble.UNREADABLE}:
            raise
        return _last_backup(folder, keys, unlocked.person, refused.problem)
    finally:
        keys.wipe()
    if store.problems:
        return ReadOnly(store, store.problems)
    note = folders.warning(folder)
    return Opened(store, (note,) if note else ())


def look_at_backup(folder: Path, unlocked: Unlocked, why: Problem) -> ReadOnly:
    """The newest sound backup, to be looked at in the place of the vault."""
    keys = Subkeys.of(unlocked.data_key)
    try:
        return _last_backup(folder, keys, unlocked.person, why)
    finally:
        keys.wipe()


def _last_backup(folder: Path, keys: Subkeys, person: str, why: Problem) -> ReadOnly:
    for backup in backups.listed(folder):
        if not backup.verified:
            continue
        database = backups.path_of(folder, backup.name) / looking.DATABASE
        if backup_checking.problems_of(database, keys):
            continue
        connection = backup_checking.opened(database, keys)
        if backup_checking.facts(connection).revision == migrating.HEAD:
            return ReadOnly(Store(folder, connection, person, (why,)), (why,), backup)
        connection.close()
    raise Refused(f"{why.sentence} {NO_BACKUP}", place="backup")
