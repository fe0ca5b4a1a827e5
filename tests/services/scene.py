"""Vaults for the tests of services, command line and journeys: made once, then copied."""

import shutil
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.domain.inspection import Beginning
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.naming import Named
from jtai_desktop.domain.passphrases import USUAL_PERSON
from jtai_desktop.guidance.finding import load
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.services import example, histories, inspections, overview
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace, standing_clock
from jtai_desktop.store import keys, making
from jtai_desktop.store.costs import Params
from jtai_desktop.store.vault import Store
from tests.trusting import TrustingStore

KEY = bytes(range(32))
NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
NOTIFIED = datetime(2026, 11, 2, 9, 0, tzinfo=LONDON)
PASSPHRASE = "kettle orbit ladder seven"
CHEAP = Params(memory_kib=64, passes=1, lanes=1, trial=True)
MANY = 10_000
PACK = "cmh-2019"


def make_example(folder: Path) -> str:
    """The example, which a key and a passphrase open; gives the inspection's identity."""
    workspace = _made(folder, stands_at=NOW)
    inspection_id = example.fill(workspace)
    _lock_with_passphrase(workspace)
    workspace.close()
    return inspection_id


def make_bare(folder: Path) -> str:
    """One inspection that was begun a week ago, and nothing more."""
    workspace = _made(folder)
    inspection_id = begin(workspace)
    _lock_with_passphrase(workspace)
    workspace.close()
    return inspection_id


def make_empty(folder: Path) -> None:
    """A vault without an inspection."""
    workspace = _made(folder)
    _lock_with_passphrase(workspace)
    workspace.close()


def begin(workspace: Workspace, area: str = "Northmoor", **given: object) -> str:
    """Begin an inspection; gives its identity."""
    beginning = Beginning(area, NOTIFIED, PACK)
    return inspections.begun(
        inspections.begin(workspace, replace(beginning, **given))  # type: ignore[arg-type]
    )


def copy(template: Path, folder: Path) -> Path:
    """A copy of a closed vault."""
    return Path(shutil.copytree(template, folder))


def reopen(folder: Path, now: datetime = NOW) -> Workspace:
    """Open it with the key and all checks; the clock stands, and nothing waits for the disk."""
    store = Store.open_with_key(folder, KEY, person=USUAL_PERSON, now=now)
    store._connected.raw.execute("PRAGMA synchronous = OFF")
    return _at_work(store, now)


def open_copy(folder: Path, now: datetime = NOW) -> Workspace:
    """The same for a fresh copy, whose soundness is not what the test is about."""
    store = TrustingStore.open_with_key(folder, KEY, person=USUAL_PERSON, now=now)
    store.do_not_wait()
    return _at_work(store, now)


def seen(workspace: Workspace, inspection_id: str) -> Overview:
    """The overview, the version of the record apart, which never goes back."""
    view = overview.load(workspace, inspection_id)
    return replace(view, inspection=replace(view.inspection, version=0))


def lines(workspace: Workspace, inspection_id: str) -> tuple[HistoryLine, ...]:
    """The whole history, newest first."""
    return histories.newest(workspace, inspection_id, limit=MANY)


def named(view: Overview, key: str) -> Named:
    """The milestone or section of that key, with who is named for it."""
    return next(each for each in view.named if each.key == key)


def of_kind(kind: Kind, touched: frozenset[tuple[Kind, str]]) -> set[str]:
    """The records of one kind that an action touched."""
    return {record for each, record in touched if each is kind}


@cache
def _pack() -> Pack:
    """The shipped pack, read once for all tests."""
    return load(PACK)


def _at_work(store: Store, now: datetime) -> Workspace:
    pack = _pack()
    return Workspace(
        store, store.person, standing_clock(now), packs={(pack.id, pack.version): pack}
    )


def _made(folder: Path, stands_at: datetime | None = None) -> Workspace:
    store = Store.create_with_key(
        folder,
        KEY,
        person=USUAL_PERSON,
        now=NOW,
        new_id=example.numbered_ids(),
        stands_at=stands_at,
    )
    store.do_not_wait()
    return Workspace(store, USUAL_PERSON, standing_clock(NOW))


def _lock_with_passphrase(workspace: Workspace) -> None:
    store = workspace.store
    made = making.key_file(store.vault_id, KEY, PASSPHRASE, USUAL_PERSON, CHEAP)
    keys.write(workspace.folder, made)
