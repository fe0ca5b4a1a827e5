"""What the vault itself records of its slots: no keys, but who, what kind, and since when.

It gives each change of a slot its line of history, and it shows when the key file beside the
database was changed by anything but this program: an older copy would bring back a passphrase that
was taken out.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from jtai_desktop.store import keys, values
from jtai_desktop.store.canonical import canonical
from jtai_desktop.store.keys import KeyFile
from jtai_desktop.store.models import SettingRow, VaultRow

KEY = "keys"


@dataclass(frozen=True, slots=True)
class Recorded:
    """One slot; its mark changes whenever it is written anew."""

    id: str
    kind: str
    person: str
    mark: str
    since: str
    proved: bool = False


def load(session: Session) -> tuple[Recorded, ...] | None:
    """The record; nothing, where no slot was changed since the vault was made."""
    row = session.get(SettingRow, KEY)
    return tuple(Recorded(**each) for each in json.loads(row.value)) if row else None


def save(session: Session, old: KeyFile, new: KeyFile, now: datetime) -> None:
    """Record the slots as the new key file has them; what did not change keeps its date.

    What was there before anything was recorded is as old as the vault.
    """
    known = load(session)
    kept = {each.mark: each for each in known or ()}
    if known is None:
        born = values.instant_of(session.get_one(VaultRow, 1).created_at)
        kept = {each.mark: each for each in _recorded(old, born)}
    _put(session, [kept.get(each.mark, each) for each in _recorded(new, now)])


def prove(session: Session, slot_id: str) -> None:
    """Record that the code of this slot was typed back."""
    kept = load(session) or ()
    _put(session, [replace(each, proved=True) if each.id == slot_id else each for each in kept])


def agrees(recorded: Iterable[Recorded], key_file: KeyFile) -> bool:
    """Whether the key file has the recorded slots and no others."""
    return {each.mark for each in recorded} == {keys.mark(slot) for slot in key_file.slots}


def _recorded(key_file: KeyFile, now: datetime) -> list[Recorded]:
    return [
        Recorded(slot.id, slot.kind, slot.person, keys.mark(slot), values.instant(now))
        for slot in key_file.slots
    ]


def _put(session: Session, recorded: Iterable[Recorded]) -> None:
    value = canonical([asdict(each) for each in recorded])
    row = session.get(SettingRow, KEY)
    if row is None:
        session.add(SettingRow(key=KEY, value=value))
    else:
        row.value = value
    session.flush()
