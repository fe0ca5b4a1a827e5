"""What someone who helps needs to know: versions, numbers, the last lines of the log.

Nothing personal: no names, no paths (they hold the name of the account), no values.
"""

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from jtai_desktop import __version__
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import backups, logs
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import backup_checking, room
from jtai_desktop.store import backups as stored
from jtai_desktop.store.looking import DATABASE

PACKAGES = ("SQLAlchemy", "alembic", "sqlcipher3", "cryptography", "reportlab", "pikepdf")


def text(workspace: Workspace, window: tuple[str, ...] = ()) -> str:
    """The whole text, as it is shown before it is copied; `window` says what the window knows."""
    parts = (
        ("Program", _program(window)),
        ("Vault", _vault(workspace)),
        ("Backups", _backups(workspace)),
        ("Log", logs.last_lines() or ("Nothing was logged.",)),
    )
    lines = [line for title, found in parts for line in (f"== {title}", *found, "")]
    return "\n".join(lines).rstrip() + "\n"


def _program(window: tuple[str, ...]) -> Iterator[str]:
    yield f"JTAI Desktop {__version__}{', frozen' if getattr(sys, 'frozen', False) else ''}"
    yield f"Python {platform.python_version()}, {platform.system()} {platform.release()}"
    yield f"Machine {platform.machine()}, {sys.maxsize.bit_length() + 1} bit"
    yield from window
    for name in PACKAGES:
        yield f"{name} {_version(name)}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "version not known"


def _vault(workspace: Workspace) -> Iterator[str]:
    store = workspace.store
    raw = store.connection.raw
    yield f"SQLCipher {raw.execute('PRAGMA cipher_version').fetchone()[0]}"
    yield f"SQLite {raw.execute('SELECT sqlite_version()').fetchone()[0]}"
    yield f"Size {room.size_of(workspace.folder / DATABASE):,} bytes"
    yield f"Opened {'to be looked at only' if workspace.is_read_only else 'to work in'}"
    # Their places only: a sentence can hold the name of a folder.
    yield from (f"Told: {each.place}" for each in (*store.problems, *workspace.notes))
    try:
        facts = backup_checking.facts(store.connection)
    except Refused as refused:
        yield str(refused)
        return
    yield f"Revision {facts.revision}, {facts.rows:,} rows, {facts.seq:,} entries in the history"
    yield from (f"  {name}: {count:,}" for name, count in facts.counts)


def _backups(workspace: Workspace) -> Iterator[str]:
    standing = backups.standing(workspace)
    if standing.failure:
        yield standing.failure
    if standing.clock_jumped:
        yield "The dates of the backups and the clock do not agree."
    for one in backups.listed(workspace):
        sound = "verified" if one.verified else "NOT verified"
        lacks = len(backups.lacking(workspace, stored.path_of(workspace.folder, one.name)))
        files = f"{one.files} files, {lacks} missing" if lacks else f"{one.files} files"
        yield f"{one.name} {one.reason} {one.size:,} bytes, {files}, {sound}"
