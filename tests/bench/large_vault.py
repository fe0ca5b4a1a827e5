"""A made-up vault of a given size for measurements: history for the most part, as vaults grow."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.orm import Session

from jtai_desktop.domain.people import Contact
from jtai_desktop.store import chains, digest, people, values
from jtai_desktop.store.canonical import canonical
from jtai_desktop.store.models import ChainHeadRow, HistoryRow, VaultChainRow
from jtai_desktop.store.recording import Action
from jtai_desktop.store.vault import Store
from tests.store import scene

# About what a line of the example takes, with its entry in the vault chain and its indexes.
BYTES_A_LINE = 1_250
CONTACTS = 3_000
NOTE = "The agency was asked again and says that the record comes after the panel. " * 4
Lines = list[dict[str, object]]


def make(folder: Path, mebibytes: int) -> Path:
    """A closed vault of about this size, opened by the key of the tests."""
    store = scene.hurry(scene.make(folder))
    _add_contacts(store)
    add_history(store, mebibytes * 1024 * 1024 // BYTES_A_LINE)
    store.close()
    return folder


def _add_contacts(store: Store) -> None:
    def add(doing: Action) -> None:
        for number in range(CONTACTS):
            contact = Contact(f"many-{number}", f"{scene.HERE}-a1", f"Lead {number}")
            people.add_contact(doing.session, scene.HERE, contact)

    scene.act(store, add)


def add_history(store: Store, count: int, inspection_id: str = scene.HERE) -> None:
    """Lines as an action would write them, chained and counted, but many at once."""
    keys = store._keys
    with Session(store._engine) as session:
        head = session.get_one(ChainHeadRow, inspection_id)
        whole = digest.kept_in(session)
        told: Lines = []
        over: Lines = []
        for number in range(head.count + 1, head.count + 1 + count):
            line = _line(inspection_id, number)
            line.mac = chains.line_mac(keys.history, head.head, line)
            upper = VaultChainRow(
                seq=whole.seq + 1, inspection_id=inspection_id, number=number, head=line.mac
            )
            upper.mac = chains.head_mac(keys.history, whole.head, upper)
            head.count, head.head = number, line.mac
            whole.seq, whole.head = upper.seq, upper.mac
            told.append(_values(line))
            over.append(_values(upper))
        session.execute(insert(HistoryRow), told)
        session.execute(insert(VaultChainRow), over)
        session.flush()
        digest.rebuild(session, keys.digest)
        session.commit()


def _line(inspection_id: str, number: int) -> HistoryRow:
    changed = {"done_note": f"{NOTE}{number}"}
    change = {
        "table": "milestones",
        "key": [inspection_id, "meetings"],
        "before": changed,
        "after": changed,
    }
    return HistoryRow(
        inspection_id=inspection_id,
        number=number,
        at=values.instant(scene.NOW + timedelta(minutes=number)),
        actor=scene.COORDINATOR,
        on_behalf_of="",
        action="milestone.done",
        summary="Meetings agreed: done",
        changes=canonical([change]),
        undoable=True,
        undo_of=None,
        mac="",
    )


def _values(row: HistoryRow | VaultChainRow) -> dict[str, object]:
    return {column.name: getattr(row, column.name) for column in row.__table__.columns}
