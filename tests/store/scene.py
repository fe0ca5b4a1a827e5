"""A small made-up vault that the tests of the store share."""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.inspection import Inspection
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.people import Agency, Contact, Duty, Responsibility
from jtai_desktop.store import inspections, packs, people
from jtai_desktop.store.costs import Params
from jtai_desktop.store.recording import Action, Deed
from jtai_desktop.store.vault import Store

NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
DATA_KEY = bytes(range(32))
COORDINATOR = "Inspection coordinator"
CHEAP = Params(memory_kib=64, passes=1, lanes=1, trial=True)
HERE = "insp"
KEYS = ("notification", "meetings", "fieldwork")
Rows = dict[str, list[tuple[Any, ...]]]
RECORD = {"history", "chain_heads", "vault_chain", "undo_entries", "state_digest"}


def ids() -> Callable[[], str]:
    """Ids that repeat from run to run."""
    numbers = count(1)
    return lambda: f"{next(numbers):032x}"


def make(folder: Path) -> Store:
    """A new vault with one inspection in it, open."""
    store = Store.create_with_key(folder, DATA_KEY, person=COORDINATOR, now=NOW, new_id=ids())
    with store.noting() as session:
        packs.keep(session, "pack", "1", "[pack]")
    act(store, lambda doing: begin(doing, HERE), undoable=False)
    return store


def begin(doing: Action, inspection_id: str) -> None:
    """An inspection with an agency, two contacts and a responsibility."""
    session = doing.session
    inspections.add(session, inspection(inspection_id), KEYS)
    people.add_agency(
        session,
        inspection_id,
        Agency(f"{inspection_id}-a1", "police", "Northmoor Police", "Police"),
    )
    for number in (1, 2):
        contact = Contact(f"{inspection_id}-c{number}", f"{inspection_id}-a1", f"Lead {number}")
        people.add_contact(session, inspection_id, contact)
    duty = Responsibility(
        f"{inspection_id}-r1", Duty.MILESTONE, "meetings", owner_id=f"{inspection_id}-c1"
    )
    people.add_responsibility(session, inspection_id, duty)


def inspection(inspection_id: str) -> Inspection:
    """The inspection of Northmoor."""
    return Inspection(
        id=inspection_id,
        area="Northmoor",
        pack_id="pack",
        pack_version="1",
        notified=datetime(2026, 11, 2, 9, 0, tzinfo=LONDON),
        created=NOW,
        bank_holidays=((date(2026, 12, 25), "Christmas Day"),),
    )


def deed(
    summary: str = "Something done", inspection_id: str = HERE, *, undoable: bool = True
) -> Deed:
    """A deed of the coordinator's."""
    return Deed("test.act", summary, inspection_id, NOW, COORDINATOR, "", undoable)


def act(
    store: Store, work: Callable[[Action], object], summary: str = "", *, undoable: bool = True
) -> Changes:
    """Do the work as one action."""
    with store.action(deed(summary or "Something done", undoable=undoable)) as doing:
        work(doing)
    return doing.changes


def copy(template: Path, folder: Path) -> Path:
    """A copy of a closed vault."""
    return Path(shutil.copytree(template, folder))


def reopen(folder: Path) -> Store:
    """Open it with the key that all vaults of these tests have."""
    return Store.open_with_key(folder, DATA_KEY, person=COORDINATOR, now=NOW)


def raw(store: Store) -> Any:  # noqa: ANN401 - the driver has no types
    """The driver's connection, past all that the store watches over."""
    return store._connected.raw


def hurry(store: Store) -> Store:
    """Let this one not wait for the disk: for tests of many steps that are not about durability."""
    raw(store).execute("PRAGMA synchronous = OFF")
    return store


def dump(store: Store) -> Rows:
    """Every row of every table."""
    return dump_of(raw(store))


def dump_of(connection: Any) -> Rows:  # noqa: ANN401
    """Every row of every table, by the driver's connection."""
    return {name: _rows(connection, name, "*") for name in _tables(connection)}


def records(store: Store) -> Rows:
    """Every row of the records, the version apart, which never goes back."""
    connection = raw(store)
    names = [name for name in _tables(connection) if name not in RECORD]
    return {name: _rows(connection, name, _columns(connection, name)) for name in names}


def _tables(connection: Any) -> list[str]:  # noqa: ANN401
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in found]


def _rows(connection: Any, table: str, columns: str) -> list[tuple[Any, ...]]:  # noqa: ANN401
    rows = connection.execute(f'SELECT {columns} FROM "{table}"').fetchall()  # noqa: S608
    return sorted(rows, key=repr)


def _columns(connection: Any, table: str) -> str:  # noqa: ANN401
    names = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    return ", ".join(f'"{name}"' for name in names if name != "version")
