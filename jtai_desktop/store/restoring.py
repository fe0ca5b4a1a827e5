"""Putting a backup in the place of the vault: checked first, the present one kept, then swapped.

At every moment the folder holds the old database or the new one. The keys stay as they are now:
a backup has the same data key, so today's passphrases open it.
"""

import json
import os
import shutil
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from jtai_desktop.domain.keeping import Backup, Reason
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import (
    backup_checking,
    backup_files,
    backup_manifest,
    backup_writing,
    holder,
    looking,
    migrating,
    opening,
    private_files,
    room,
    setting_aside,
    values,
)
from jtai_desktop.store.backup_writing import Progress, Wanted
from jtai_desktop.store.canonical import canonical
from jtai_desktop.store.connected import own_copy
from jtai_desktop.store.connecting import connected
from jtai_desktop.store.models import SettingRow
from jtai_desktop.store.subkeys import Subkeys
from jtai_desktop.store.trouble import told
from jtai_desktop.store.vault import Store

RECORD = "restored"
ASIDE = "vault.db.restored"
# There a file that is open can't be replaced.
WINDOWS = sys.platform == "win32"
NOT_CONFIRMED = (
    "The backup is in place, but the disk did not confirm that it will stay. "
    "Check the disk, then look whether the vault is as you expect it."
)
NOT_SOUND = (
    "That backup is damaged or belongs to another vault, so it was not restored. "
    "Nothing was changed: choose another one."
)


def restore(
    store: Store, source: Path, now: datetime, progress: Progress = backup_writing.unwatched
) -> Backup | None:
    """Put the backup in this folder in place of the vault; gives what was kept of the present one.

    The store goes on with the restored vault.
    """
    with told():
        database = source / looking.DATABASE
        named = _refuse_unsound(store, database)
        to_copy = _to_copy(store, named, source)
        room.need(store.folder, 2 * room.size_of(database) + sum(to_copy.values()))
        kept = _keep_present(store, now, progress)
        # Before the database that names them is put in place.
        places = backup_files.places(source)
        backup_files.copy(to_copy, places, store.files.folder, lambda _size: None)
        keys = own_copy(store.connection.keys)
        try:
            _swap(store, _copied(database, store.folder / ASIDE), keys, now)
        finally:
            keys.wipe()
            # What is left of it does no harm, and must not hide how it ended.
            with suppress(OSError):
                (store.folder / ASIDE).unlink(missing_ok=True)
        return kept


def mark(session: Session, taken: datetime) -> None:
    """Note which backup it was, so that a line of history tells of it."""
    session.merge(SettingRow(key=RECORD, value=canonical(values.instant(taken))))


def marked(session: Session) -> datetime | None:
    """Which backup the vault was restored from last, if it ever was."""
    row = session.get(SettingRow, RECORD)
    return values.instant_of(json.loads(row.value)) if row else None


def _to_copy(store: Store, named: backup_files.Named, source: Path) -> dict[str, int]:
    """What the backup brings: files that are missing here, or are here but no longer whole."""
    missing = backup_files.still_to_copy(named, store.files.folder)
    here = store.files.folder.resolve()
    brought = [each for each in backup_files.places(source) if each.resolve() != here]
    spoilt = {
        name: size
        for place in brought
        for name, size in backup_files.there(place).items()
        if named.get(name) == size and name not in missing and not store.files.is_whole(name)
    }
    return {**missing, **spoilt}


def _refuse_unsound(store: Store, database: Path) -> dict[str, int]:
    """Refuse what is no sound backup of this vault; else the files that it needs."""
    keys = store.connection.keys
    if not database.is_file() or backup_checking.problems_of(database, keys):
        raise Refused(NOT_SOUND, place="backup")
    backup = backup_checking.opened(database, keys)
    try:
        facts = backup_checking.facts(backup)
        named = backup_files.named_by(backup)
    finally:
        backup.close()
    if facts.vault_id != store.vault_id:
        raise Refused(NOT_SOUND, place="backup")
    migrating.is_older(facts.revision)
    return named


def _keep_present(store: Store, now: datetime, progress: Progress) -> Backup | None:
    """A backup of a sound vault; of a damaged one the files themselves."""
    if not store.is_read_only:
        wanted = Wanted.on_shelf(store.folder, now, Reason.RESTORE)
        return backup_writing.write(store.connection, wanted, progress)
    if not store.connection.holds_lock and room.size_of(store.folder / looking.DATABASE):
        looking.refuse_if_locked(store.folder)
    return setting_aside.set_aside(store.folder, store.vault_id, now)


def _copied(database: Path, aside: Path) -> Path:
    """A copy of the backup beside the vault, compared with it byte for byte."""
    aside.unlink(missing_ok=True)
    private_files.make_empty(aside)
    shutil.copyfile(database, aside)
    with aside.open("rb+") as file:
        os.fsync(file.fileno())
    if backup_manifest.hash_of(aside) != backup_manifest.hash_of(database):
        raise Refused(NOT_SOUND, place="backup")
    return aside


def _swap(store: Store, aside: Path, keys: Subkeys, now: datetime) -> None:
    """The new database under the name of the old one, then a connection to it.

    From the renaming on the new one counts: to go on with the old one would write into nothing.
    The old one is let go last where the system allows it, so that nobody can come in between.
    """
    if WINDOWS:
        store.connection.close()
    try:
        # Else the journal of the old database would be played into the new one.
        (store.folder / setting_aside.JOURNAL).unlink(missing_ok=True)
        aside.replace(store.folder / looking.DATABASE)
    except OSError:
        if WINDOWS and not store.is_read_only:
            store.use(connected(store.folder, keys, now))
        raise
    store.connection.close()
    store.problems = ()
    try:
        with told():
            store.use(connected(store.folder, keys, now))
            _refuse_unwritable(store)
    except Refused as refused:
        raise Refused(NOT_CONFIRMED, place="disk") from refused
    # A missing name does no harm: the lock is what counts.
    with suppress(OSError):
        holder.write(store.folder, store.person, now)
    try:
        private_files.sync_folder(store.folder)
    except OSError as error:
        raise Refused(NOT_CONFIRMED, place="disk") from error


def _refuse_unwritable(store: Store) -> None:
    """Where a fault of the disk left the new database for reading only, a save opens it anew."""
    try:
        opening.refuse_unwritable(store.connection.raw)
    except Exception:
        store.reopen_to_write()
        raise
