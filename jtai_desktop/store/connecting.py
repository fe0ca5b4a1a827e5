"""From the keys of a vault to a connection with tables of the right revision."""

from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from jtai_desktop.domain.keeping import Reason
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import (
    backup_checking,
    backup_writing,
    checking,
    digest,
    looking,
    migrating,
    opening,
)
from jtai_desktop.store.connected import Connected, own_copy
from jtai_desktop.store.subkeys import DataKey, Subkeys

ALTERED = (
    "The vault was altered outside the program, so it was not opened. "
    "Leave it as it is and restore a backup."
)


def connected(folder: Path, keys: Subkeys, now: datetime | None = None) -> Connected:
    """The vault's connection, with its own copy of the keys.

    An older vault is backed up and brought up to date first; without a time there is no backup.
    """
    found = _open(folder, keys)
    try:
        older = _is_older(found)
        if older:
            _secure(found, folder, now)
    except BaseException:
        found.close()
        raise
    if not older:
        return found
    found.close()
    bring_up_to_date(folder, keys)
    return _open(folder, keys)


def bring_up_to_date(folder: Path, keys: Subkeys | DataKey, *, scripts: Path | None = None) -> None:
    """Check, migrate and seal again in one transaction: the old vault or the new one."""
    found = _open(folder, keys, foreign_keys=False)
    try:
        with Session(found.engine) as session:
            connection = session.connection()
            if checking.sound(connection) or checking.verify(session, found.keys):
                raise Refused(ALTERED, place="vault")
            migrating.upgrade(connection, scripts=scripts)
            digest.rebuild(session, found.keys.digest)
            session.commit()
    finally:
        found.close()


def _is_older(found: Connected) -> bool:
    with found.engine.connect() as connection:
        return migrating.is_older(migrating.revision(connection))


def _secure(found: Connected, folder: Path, now: datetime | None) -> None:
    """A verified backup of the older vault, if it is sound."""
    if backup_checking.problems(found):
        raise Refused(ALTERED, place="vault")
    if now is not None:
        wanted = backup_writing.Wanted.on_shelf(folder, now, Reason.MIGRATION)
        backup_writing.write(found, wanted)


def _open(folder: Path, keys: Subkeys | DataKey, *, foreign_keys: bool = True) -> Connected:
    own = own_copy(keys) if isinstance(keys, Subkeys) else Subkeys.of(keys)
    path = folder / looking.DATABASE
    try:
        raw = opening.connect(path, own.database, foreign_keys=foreign_keys)
    except BaseException:
        own.wipe()
        raise
    return Connected(raw, opening.engine_on(raw), own)
