"""Making a new vault: the database aside, then the keys, then the database put in place.

Until that last step nothing was acknowledged, so an interrupted making is simply begun again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from jtai_desktop.store import (
    digest,
    keys,
    looking,
    migrating,
    opening,
    private_files,
    slots,
    values,
)
from jtai_desktop.store.costs import Params
from jtai_desktop.store.models import VaultRow
from jtai_desktop.store.subkeys import DataKey, Subkeys


@dataclass(frozen=True, slots=True)
class Birth:
    """What a new vault is born with."""

    vault_id: str
    now: datetime
    stands_at: datetime | None = None


def make(
    folder: Path, data_key: DataKey, birth: Birth, write_keys: Callable[[], None] | None = None
) -> None:
    """Make a vault in an empty or missing folder."""
    looking.before_making(folder)
    private_files.make_folder(folder)
    aside = folder / looking.UNFINISHED
    private_files.make_empty(aside)
    _fill(aside, data_key, birth)
    looking.refuse_plain(aside)
    if write_keys is not None:
        write_keys()
    (folder / (looking.UNFINISHED + "-journal")).unlink(missing_ok=True)
    private_files.put_in_place(aside, folder / looking.DATABASE)


def key_file(
    vault_id: str, data_key: DataKey, passphrase: str, person: str, params: Params
) -> keys.KeyFile:
    """A key file with one slot."""
    slot = slots.passphrase_slot(vault_id, data_key, passphrase, person, params)
    return keys.KeyFile(vault_id, (slot,))


def _fill(path: Path, data_key: DataKey, birth: Birth) -> None:
    subkeys = Subkeys.of(data_key)
    connection = opening.connect(path, subkeys.database, foreign_keys=False)
    engine = opening.engine_on(connection)
    try:
        with Session(engine) as session:
            migrating.upgrade(session.connection())
            session.add(_vault_row(birth))
            session.flush()
            digest.begin(session, subkeys.digest)
            session.commit()
    finally:
        engine.dispose()
        connection.close()
        subkeys.wipe()


def _vault_row(birth: Birth) -> VaultRow:
    return VaultRow(
        id=1,
        vault_id=birth.vault_id,
        created_at=values.instant(birth.now),
        stands_at=values.instant(birth.stands_at) if birth.stands_at else None,
    )
