"""The vault under test, its states after each step, and the judgement of one after a fault."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from jtai_desktop.domain.problems import Refused
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.services import guidance
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store.vault import Store
from tests.faults import steps

DATA_KEY = bytes(range(32))
PERSON = "Inspection coordinator"
CHECKS = ("cipher_integrity_check", "integrity_check", "foreign_key_check")
Execute = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Found:
    """After which step a vault stands, or what is wrong with it."""

    at: int = -1
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """The fingerprint of the vault after each step, the birth first."""

    prints: tuple[str, ...]

    @property
    def last(self) -> int:
        """The last step that is known."""
        return len(self.prints) - 1

    def place(self, fingerprint: str) -> Found:
        """After which step a vault has this fingerprint."""
        if fingerprint not in self.prints:
            return Found(wrong="between two states: partial")
        return Found(self.prints.index(fingerprint))


def make(folder: Path) -> None:
    """A closed vault at step 0."""
    steps.paper_of(folder).parent.mkdir(parents=True, exist_ok=True)
    workspace = Workspace(born(folder), PERSON, lambda: steps.START)
    steps.birth(workspace)
    workspace.close()


def born(folder: Path) -> Store:
    """A new vault with nothing in it, open."""
    return Store.create_with_key(
        folder, DATA_KEY, person=PERSON, now=steps.START, new_id=lambda: "0" * 32
    )


def opened(folder: Path, at: int = 0, *, now: datetime | None = None) -> Workspace:
    """The vault, open for the step after this one."""
    when = now or steps.clock_of(at)
    store = Store.open_with_key(folder, DATA_KEY, person=PERSON, now=when)
    return Workspace(store, PERSON, lambda: when, packs=dict([_pack()]))


@lru_cache(maxsize=1)
def _pack() -> tuple[tuple[str, str], Pack]:
    # Read once for all: reading a pack costs more than a save, and is not what is proved here.
    _, pack = guidance.shipped_text("cmh-2019")
    return (pack.id, pack.version), pack


def copy(template: Path, folder: Path) -> Path:
    """A vault of one’s own, with an empty folder for papers beside it."""
    shutil.rmtree(folder.parent, ignore_errors=True)
    steps.paper_of(folder).parent.mkdir(parents=True)
    return Path(shutil.copytree(template, folder))


def reference(template: Path, scratch: Path, count: int) -> Reference:
    """Do the steps undisturbed, and note each state."""
    workspace = opened(copy(template, scratch / "reference" / "vault"))
    raw_of(workspace.store).execute("PRAGMA synchronous = OFF")
    prints = [fingerprint_of(workspace.store)]
    for n in range(1, count + 1):
        steps.take(workspace, n)
        prints.append(fingerprint_of(workspace.store))
    workspace.close()
    assert len(set(prints)) == len(prints)
    return Reference(tuple(prints))


def snapshots(template: Path, scratch: Path, count: int) -> dict[int, Path]:
    """A closed vault as it stands after each step."""
    made = {0: template}
    for n in range(1, count + 1):
        folder = scratch / f"step-{n}" / "vault"
        workspace = opened(copy(made[n - 1], folder), n - 1)
        steps.take(workspace, n)
        workspace.close()
        made[n] = folder
    return made


def raw_of(store: Store) -> Any:  # noqa: ANN401 - the driver has no types
    """The driver’s connection, past all that the store watches over."""
    return store._connected.raw


def fingerprint_of(store: Store) -> str:
    """The fingerprint of an open vault, read as the program reads."""
    with store.reading() as session:
        return fingerprint(session.connection().exec_driver_sql)


def fingerprint(execute: Execute) -> str:
    """A hash of every row of every table; the program’s own digest is only one of the rows."""
    whole = hashlib.sha256()
    names = execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    for (name,) in names:
        rows = execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - names of our tables
        # As tuples: SQLAlchemy’s rows leave out the middle of a long text when they are told.
        whole.update(f"{name} {sorted(repr(tuple(row)) for row in rows)}".encode())
    return whole.hexdigest()


def wrong_inside(execute: Execute) -> str:
    """What the database itself finds wrong."""
    for check in CHECKS:
        said = [str(row[0]) for row in execute(f"PRAGMA {check}").fetchall()]
        if said and said != ["ok"]:
            return f"{check}: {said[0]}"
    return ""


@contextmanager
def reopened(folder: Path, at: int = 0) -> Iterator[Store]:
    """Open with all that the program checks; closed in the end."""
    workspace = opened(folder, at)
    try:
        yield workspace.store
    finally:
        workspace.close()


def found(folder: Path, known: Reference, at: int = 0) -> Found:
    """Where the vault stands, by the program’s own opening and by the database’s own checks."""
    try:
        with reopened(folder, at) as store:
            wrong = wrong_inside(raw_of(store).execute)
            return Found(wrong=wrong) if wrong else known.place(fingerprint_of(store))
    except Refused as refused:
        return Found(wrong=f"not opened: {refused}")


def violation(state: Found, acknowledged: int, started: int) -> str:
    """What is wrong about where it stands; nothing if each acknowledged save is there whole."""
    if state.wrong:
        return state.wrong
    if state.at < acknowledged:
        return f"{acknowledged - state.at} acknowledged saves lost"
    return "saves that nobody made" if state.at > started else ""
