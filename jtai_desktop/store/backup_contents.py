"""What a vault or a backup holds, in names and numbers, so that two can be laid side by side."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, column, func, select, table

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import backup_checking, looking, values
from jtai_desktop.store.connected import Connected
from jtai_desktop.store.kinds import UNTOLD
from jtai_desktop.store.subkeys import Subkeys
from jtai_desktop.store.trouble import told

T = TypeVar("T")
APART = UNTOLD | {"alembic_version", "vault_info", "settings", "inspections"}


@dataclass(frozen=True, slots=True)
class Held:
    """An inspection that is in there."""

    inspection_id: str
    area: str
    notified: datetime
    practice: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """The inspections, how many entries there are of each kind, and when the newest was made."""

    inspections: tuple[Held, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    actions: int = 0
    newest: datetime | None = None


def of(connected: Connected) -> Contents:
    """What an open database holds."""
    with told(), connected.engine.begin() as connection:
        counts = dict(backup_checking.counts(connection))
        newest = connection.execute(
            select(func.max(column("seq"))).select_from(table("vault_chain"))
        ).scalar()
        last = _time_of(connection, newest)
        return Contents(
            inspections=inspections(connection),
            counts=tuple((name, n) for name, n in counts.items() if name not in APART),
            actions=counts["history"],
            newest=last,
        )


def of_backup(folder: Path, keys: Subkeys) -> Contents | None:
    """What a backup holds, or nothing where it can't be read."""
    return _looked_at(folder, keys, of)


def inspections_in(folder: Path, keys: Subkeys) -> tuple[Held, ...] | None:
    """The inspections alone, which is quicker told than all."""

    def read(connected: Connected) -> tuple[Held, ...]:
        with told(), connected.engine.begin() as connection:
            return inspections(connection)

    return _looked_at(folder, keys, read)


def inspections(connection: Connection) -> tuple[Held, ...]:
    """The inspections of an open database, the latest notified first."""
    rows = connection.execute(_select("inspections", "id", "area", "notified", "practice"))
    found = [
        Held(inspection_id, area, values.instant_of(notified), bool(practice))
        for inspection_id, area, notified, practice in rows
    ]
    return tuple(sorted(found, key=lambda held: held.notified, reverse=True))


def _looked_at(folder: Path, keys: Subkeys, read: Callable[[Connected], T]) -> T | None:
    try:
        with told():
            connected = backup_checking.opened(folder / looking.DATABASE, keys)
    except Refused:
        return None
    try:
        return read(connected)
    except Refused:
        return None
    finally:
        connected.close()


def _time_of(connection: Connection, seq: int | None) -> datetime | None:
    """When the line of history was written that the vault chain names last."""
    if seq is None:
        return None
    named = connection.execute(
        _select("vault_chain", "inspection_id", "number").where(column("seq") == seq)
    ).one()
    line = _select("history", "at").where(
        column("inspection_id") == named.inspection_id, column("number") == named.number
    )
    at = connection.execute(line).scalar()
    return values.instant_of(at) if at else None


def _select(name: str, *columns: str) -> Select[*tuple[Any, ...]]:
    return select(*map(column, columns)).select_from(table(name))
