"""From a data key to a connection with tables of the right revision."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import checking, digest, looking, migrating, opening
from jtai_desktop.store.subkeys import Subkeys

ALTERED = (
    "The vault was altered outside the program, so it was not opened. "
    "Leave it as it is and restore a backup."
)


@dataclass(frozen=True, slots=True)
class Connected:
    """The one connection of an open vault, its engine and its keys."""

    raw: Any
    engine: Engine
    keys: Subkeys

    def close(self) -> None:
        """Let go of the lock and overwrite the keys."""
        self.engine.dispose()
        self.raw.close()
        self.keys.wipe()


def connected(folder: Path, data_key: bytes) -> Connected:
    """The vault's connection; an older vault is brought up to date first."""
    found = _open(folder, data_key)
    try:
        with found.engine.connect() as connection:
            older = migrating.is_older(migrating.revision(connection))
    except BaseException:
        found.close()
        raise
    if not older:
        return found
    found.close()
    bring_up_to_date(folder, data_key)
    return _open(folder, data_key)


def bring_up_to_date(folder: Path, data_key: bytes, *, scripts: Path | None = None) -> None:
    """Check, migrate and seal again in one transaction: the old vault or the new one."""
    found = _open(folder, data_key, foreign_keys=False)
    try:
        with Session(found.engine) as session:
            if checking.verify(session, found.keys):
                raise Refused(ALTERED, place="vault")
            migrating.upgrade(session.connection(), scripts=scripts)
            digest.rebuild(session, found.keys.digest)
            session.commit()
    finally:
        found.close()


def _open(folder: Path, data_key: bytes, *, foreign_keys: bool = True) -> Connected:
    keys = Subkeys.of(data_key)
    path = folder / looking.DATABASE
    raw = opening.connect(path, keys.database, foreign_keys=foreign_keys)
    return Connected(raw, opening.engine_on(raw), keys)
