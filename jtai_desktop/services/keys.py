"""What a person can do about who opens the vault: passphrases and the recovery code.

Every change asks for a passphrase again, since the open vault does not keep the data key. The key
file is written first and taken back if the line of history can't be kept: both or neither.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from jtai_desktop.domain import key_holders, recovery_codes, texts
from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.key_holders import KeyHolder, Opening
from jtai_desktop.domain.passphrases import Newcomer, refuse_weak
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services.workspace import Workspace, london_clock
from jtai_desktop.store import key_record, recovery, slots, unlocking, values
from jtai_desktop.store import keys as stored
from jtai_desktop.store.derive import calibrated
from jtai_desktop.store.key_record import Recorded
from jtai_desktop.store.keys import KeyFile
from jtai_desktop.store.slots import PASSPHRASE, RECOVERY, Slot, Unlocked
from jtai_desktop.store.trouble import told

LONGEST_ROLE = 80
ROLE = "Role"
NO_KEYS = "This vault is thrown away when it is closed, so it has no keys to change."


def listed(workspace: Workspace) -> tuple[KeyHolder, ...]:
    """Who can open the vault: passphrases in the order they came, then the recovery code."""
    if not stored.exists(workspace.folder):
        return ()
    with workspace.reading() as session:
        recorded = {each.mark: each for each in key_record.load(session) or ()}
    found = stored.read(workspace.folder).slots
    in_order = sorted(found, key=lambda slot: slot.kind == RECOVERY)
    return tuple(_holder(workspace, slot, recorded.get(stored.mark(slot))) for slot in in_order)


def open_remarks(workspace: Workspace) -> tuple[str, ...]:
    """What about the keys is left to do or looks wrong, in sentences for Today."""
    if not stored.exists(workspace.folder):
        return ()
    found = []
    with workspace.reading() as session:
        recorded = key_record.load(session)
    if recorded is not None and not key_record.agrees(recorded, stored.read(workspace.folder)):
        found.append(key_holders.SWAPPED)
    codes = [each for each in listed(workspace) if each.opening is Opening.CODE]
    if not codes:
        found.append(key_holders.NO_CODE)
    elif not codes[0].proved:
        found.append(key_holders.NOT_PROVED)
    return tuple(found)


def add(workspace: Workspace, passphrase: str, newcomer: Newcomer) -> Changes:
    """Give another person a passphrase of their own."""
    person = _role(newcomer.person)
    refuse_weak(newcomer.passphrase)
    with _proved(workspace, passphrase) as unlocked:
        old = stored.read(workspace.folder)
        _refuse_taken(old, person)
        slot = _passphrase_slot(old, unlocked, Newcomer(person, newcomer.passphrase))
        new = old.rewritten((*old.slots, slot))
        return _kept(workspace, "keys.added", f"{person}: passphrase added", old, new)


def change(workspace: Workspace, passphrase: str, wanted: str) -> Changes:
    """Another passphrase for the person whose passphrase this is."""
    refuse_weak(wanted)
    with _proved(workspace, passphrase) as unlocked:
        old = stored.read(workspace.folder)
        newcomer = Newcomer(unlocked.person, wanted)
        slot = _passphrase_slot(old, unlocked, newcomer, unlocked.slot_id)
        summary = f"{unlocked.person}: passphrase changed"
        return _kept(workspace, "keys.changed", summary, old, old.rewritten(_with(old, slot)))


def rename(workspace: Workspace, passphrase: str, person: str) -> Changes:
    """Another role for the person whose passphrase this is: the name is sealed with the key."""
    person = _role(person)
    with _proved(workspace, passphrase) as unlocked:
        old = stored.read(workspace.folder)
        if person == unlocked.person:
            return Changes()
        _refuse_taken(old, person)
        slot = _passphrase_slot(old, unlocked, Newcomer(person, passphrase), unlocked.slot_id)
        summary = f"{unlocked.person} is now called {person}"
        changes = _kept(workspace, "keys.renamed", summary, old, old.rewritten(_with(old, slot)))
        if workspace.person == unlocked.person:
            workspace.person = person
        return changes


def remove(workspace: Workspace, passphrase: str, slot_id: str) -> Changes:
    """Take out a passphrase or the recovery code; never the last passphrase."""
    with _proved(workspace, passphrase):
        old = stored.read(workspace.folder)
        gone = _found(old, slot_id)
        left = tuple(slot for slot in old.slots if slot.id != slot_id)
        if all(slot.kind != PASSPHRASE for slot in left):
            raise Refused(
                "This is the last passphrase. Add another before you take it out.", place="Keys"
            )
        what = "passphrase" if gone.kind == PASSPHRASE else "recovery code"
        summary = f"{gone.person}: {what} taken out"
        return _kept(workspace, "keys.removed", summary, old, old.rewritten(left))


def new_code(workspace: Workspace, passphrase: str) -> tuple[Changes, str]:
    """A recovery code, to be shown once. One that was there before opens nothing any more."""
    with _proved(workspace, passphrase) as unlocked:
        old, secret = stored.read(workspace.folder), recovery.new_secret()
        slot = recovery.recovery_slot(old.vault_id, unlocked.data_key, secret, workspace.person)
        others = tuple(each for each in old.slots if each.kind != RECOVERY)
        summary = "Recovery code made" if others == old.slots else "Recovery code made anew"
        new = old.rewritten((*others, slot))
        changes = _kept(workspace, "keys.code_made", summary, old, new)
        return changes, recovery_codes.spelled(secret)


def prove_code(workspace: Workspace, code: str) -> Changes:
    """Note that the recovery code was kept: it was typed back and opens the vault."""
    _refuse_without_keys(workspace)
    secret = recovery_codes.read(code)
    unlocked = unlocking.prove_code(workspace.folder, secret, now=_real_now(workspace))
    unlocked.wipe()
    summary = "Recovery code typed back"
    with workspace.action("keys.code_kept", summary, undoable=False) as work:
        if key_record.load(work.session) is None:
            key_file = stored.read(workspace.folder)
            key_record.save(work.session, key_file, key_file, workspace.now)
        key_record.prove(work.session, unlocked.slot_id)
    return work.changes


def accept(workspace: Workspace) -> Changes:
    """Record the key file as it is: after a restore, or once somebody has looked through it."""
    _refuse_without_keys(workspace)
    key_file = stored.read(workspace.folder)
    with workspace.action("keys.accepted", "Keys looked through", undoable=False) as work:
        key_record.save(work.session, key_file, key_file, workspace.now)
    return work.changes


def set_passphrase(workspace: Workspace, unlocked: Unlocked, newcomer: Newcomer) -> Changes:
    """A new passphrase for who came with the recovery code; theirs before opens nothing more."""
    old = stored.read(workspace.folder)
    before = next((each for each in _passphrases(old) if each.person == newcomer.person), None)
    slot = _passphrase_slot(old, unlocked, newcomer, before.id if before else "")
    new = old.rewritten(_with(old, slot) if before else (*old.slots, slot))
    summary = f"{newcomer.person}: new passphrase, set with the recovery code"
    return _kept(workspace, "keys.recovered", summary, old, new)


@contextmanager
def _proved(workspace: Workspace, passphrase: str) -> Iterator[Unlocked]:
    """The data key by a passphrase, for as long as it is needed."""
    _refuse_without_keys(workspace)
    now = _real_now(workspace)
    unlocked = unlocking.prove(workspace.folder, passphrase, now=now)
    try:
        yield unlocked
    finally:
        unlocked.wipe()


def _kept(workspace: Workspace, action: str, summary: str, old: KeyFile, new: KeyFile) -> Changes:
    with told(), stored.replaced(workspace.folder, old, new):
        with workspace.action(action, summary, undoable=False) as work:
            key_record.save(work.session, old, new, workspace.now)
        return work.changes


def _passphrase_slot(
    old: KeyFile, unlocked: Unlocked, newcomer: Newcomer, slot_id: str = ""
) -> Slot:
    cost = calibrated()
    return slots.passphrase_slot(
        old.vault_id, unlocked.data_key, newcomer.passphrase, newcomer.person, cost, slot_id
    )


def _with(old: KeyFile, slot: Slot) -> tuple[Slot, ...]:
    return tuple(slot if each.id == slot.id else each for each in old.slots)


def _passphrases(key_file: KeyFile) -> list[Slot]:
    return [slot for slot in key_file.slots if slot.kind == PASSPHRASE]


def _found(key_file: KeyFile, slot_id: str) -> Slot:
    for slot in key_file.slots:
        if slot.id == slot_id:
            return slot
    raise Refused("This key is no longer in the list. Choose another.", place="Keys")


def _role(person: str) -> str:
    return texts.line(person, ROLE, longest=LONGEST_ROLE, needed=True)


def _refuse_taken(key_file: KeyFile, person: str) -> None:
    """Two people of one name could not be told apart in history."""
    if any(slot.person.casefold() == person.casefold() for slot in _passphrases(key_file)):
        sentence = f"{person} has a passphrase already. Give the role another name."
        raise Refused(sentence, place=ROLE)


def _refuse_without_keys(workspace: Workspace) -> None:
    folder: Path = workspace.folder
    if not stored.exists(folder):
        raise Refused(NO_KEYS, place="Keys")


def _real_now(workspace: Workspace) -> datetime:
    """A pause after wrong tries would never end by a clock that stands still."""
    return london_clock() if workspace.store.stands_at else workspace.now


def _holder(workspace: Workspace, slot: Slot, recorded: Recorded | None) -> KeyHolder:
    opening = Opening.PASSPHRASE if slot.kind == PASSPHRASE else Opening.CODE
    return KeyHolder(
        id=slot.id,
        person=slot.person,
        opening=opening,
        since=values.instant_of(recorded.since) if recorded else None,
        proved=bool(recorded and recorded.proved),
        own=opening is Opening.PASSPHRASE and slot.person == workspace.person,
    )
