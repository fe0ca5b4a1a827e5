"""The canary’s further points of a day: backup, restore, erasing and purging.

What was erased must not only be hidden from other people: it must be gone for those with the key
as well, so every row of the vault and of its backups is looked at too.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from jtai_desktop.domain.keeping import Reason
from jtai_desktop.services import backups, erasing, inspections, restoring
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import backup_checking, looking
from jtai_desktop.store import backups as shelf
from tests.faults.sample import Execute

WRONG = "still held"
STILL = WRONG + ": {}, by {}"


def moments(home: Path, open_: Callable[[Path], Workspace], word: str) -> Iterator[str]:
    """What was done, each told after it is done; and where an erased word is still held."""
    workspace = open_(home)
    backups.back_up(workspace, Reason.BY_HAND)
    yield "backed up"
    here = inspections.listed(workspace)[0].id
    erased = f"{word} to be erased"
    inspections.rename(workspace, here, erased)
    backups.back_up(workspace, Reason.BY_HAND)
    restoring.restore(workspace, backups.listed(workspace)[-1].name)
    yield "restored"
    restoring.undo(workspace)
    yield "restore taken back"
    erasing.erase(workspace, here)
    yield "erased"
    held = _holders(workspace, erased)
    if looking.DATABASE in held:
        yield STILL.format("what was erased", "the vault")
    if held - {looking.DATABASE} != {one.backup.name for one in erasing.remains(workspace)} & held:
        yield STILL.format("what was erased", "a backup that is not listed")
    erasing.purge(workspace)
    yield "purged"
    for name in sorted(_holders(workspace, erased)):
        yield STILL.format("what was purged", name)
    for path in workspace.store.files.folder.iterdir():
        yield STILL.format(path.name, "the folder of files")
    workspace.close()


def _holders(workspace: Workspace, word: str) -> set[str]:
    """Which of the vault and its backups have the word in any row, in any table."""
    connected = workspace.store.connection
    found = {looking.DATABASE} if _holds(connected.raw.execute, word) else set()
    for one in backups.listed(workspace):
        path = shelf.path_of(workspace.folder, one.name) / looking.DATABASE
        copy = backup_checking.opened(path, connected.keys)
        if _holds(copy.raw.execute, word):
            found.add(one.name)
        copy.close()
    return found


def _holds(execute: Execute, word: str) -> bool:
    names = execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return any(
        word in str(value)
        for (name,) in names
        for row in execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - names of our tables
        for value in row
    )
