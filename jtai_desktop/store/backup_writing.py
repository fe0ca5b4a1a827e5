"""Writing a backup: aside, synced, opened again and compared, and only then put in place.

`VACUUM INTO` on the working connection gives a database under the same key. An interrupted one
can leave a file that passes every check of its own, so it is compared with what it was made from.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from jtai_desktop.domain.keeping import Backup, Reason
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import (
    backup_checking,
    backup_files,
    backup_manifest,
    backups,
    files,
    keys,
    looking,
    private_files,
    room,
)
from jtai_desktop.store.backup_checking import Facts
from jtai_desktop.store.connected import Connected
from jtai_desktop.store.trouble import told

STOPPED = "The backup was stopped. What was there before is as it was."
NOT_THE_SAME = (
    "The backup did not come out the same as the vault, so it was thrown away. "
    "Check the disk, then back up again."
)
INTERRUPT = 9
# The share of the work that lies behind when the copy is written.
COPIED = 0.5
STEPS_A_LOOK = 2000
# Told how much is done, between 0 and 1; an answer of False stops.
Progress = Callable[[float], bool]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Why and when a backup is made, and where from and to."""

    vault: Path
    target: Path
    taken: datetime
    reason: Reason

    @classmethod
    def on_shelf(cls, vault: Path, taken: datetime, reason: Reason) -> "Wanted":
        """A backup beside the vault."""
        return cls(vault, backups.shelf(vault), taken, reason)

    @property
    def shares_files(self) -> bool:
        """Whether the files taken in serve the backup where they lie."""
        return self.target == backups.shelf(self.vault)

    @property
    def files(self) -> Path:
        """Where the files of the backup lie."""
        return (self.vault if self.shares_files else self.target) / files.FOLDER


def unwatched(_share: float) -> bool:
    """Nobody looks on and nobody stops it."""
    return True


def write(connected: Connected, wanted: Wanted, progress: Progress = unwatched) -> Backup:
    """Make a backup of an open vault; gives what is now in place and was verified."""
    with told():
        named = backup_files.named_by(connected)
        to_copy = {} if wanted.shares_files else backup_files.still_to_copy(named, wanted.files)
        size = room.size_of(wanted.vault / looking.DATABASE)
        room.need(wanted.target, size + sum(to_copy.values()))
        private_files.make_folder(wanted.target)
        backups.clear_remains(wanted.target)
        # Before the backup that names them: none is ever there without its files.
        progress = _copy_files(wanted, to_copy, size, progress)
        name = backups.free_name(wanted.target, wanted.taken)
        aside = wanted.target / (name + backups.UNFINISHED)
        private_files.make_folder(aside)
        try:
            backup = _fill(connected, wanted, named, aside, progress)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise
        private_files.put_in_place(aside, wanted.target / name)
        return replace(backup, name=name)


def _copy_files(
    wanted: Wanted, to_copy: backup_files.Named, size: int, progress: Progress
) -> Progress:
    """Copy the files that the place does not have; what then tells the rest of the progress."""
    total, done = sum(to_copy.values()) + size or 1, 0

    def copied(more: int) -> None:
        nonlocal done
        done += more
        if not progress(done / total):
            raise Refused(STOPPED, place="backup")

    backup_files.copy(to_copy, [wanted.vault / files.FOLDER], wanted.files, copied)
    share = done / total
    return lambda part: progress(share + (1 - share) * part)


def _fill(
    connected: Connected,
    wanted: Wanted,
    named: backup_files.Named,
    aside: Path,
    progress: Progress,
) -> Backup:
    """Everything that belongs into the folder, compared and synced."""
    facts = backup_checking.facts(connected)
    database = aside / looking.DATABASE
    _copy(connected.raw, database, room.size_of(wanted.vault / looking.DATABASE), progress)
    _copy_keys(wanted.vault, aside)
    _compare(connected, facts, database, progress)
    backup = replace(_described(wanted, facts, database), files=len(named))
    seal = backup_manifest.Seal(facts.vault_id, facts.revision, backup_manifest.hash_of(database))
    backup_manifest.write(aside, backup, seal, named)
    return backup


def _copy(raw: Any, database: Path, expected: int, progress: Progress) -> None:  # noqa: ANN401
    from sqlcipher3 import dbapi2

    # Made by us first, so that it has the mode of our files from the start.
    private_files.make_empty(database)
    try:
        with _watched(raw, database, expected, progress):
            raw.execute("VACUUM INTO ?", (str(database),))
    except dbapi2.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) == INTERRUPT:
            raise Refused(STOPPED, place="backup") from error
        raise
    with database.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _watched(raw: Any, database: Path, expected: int, progress: Progress) -> Iterator[None]:  # noqa: ANN401
    """Let the progress be looked at while the database works, and let it be stopped."""

    def look() -> int:
        done = room.size_of(database) / expected if expected else 1.0
        return 0 if progress(COPIED * min(1.0, done)) else 1

    raw.set_progress_handler(look, STEPS_A_LOOK)
    try:
        yield
    finally:
        raw.set_progress_handler(None, 0)


def _copy_keys(vault: Path, aside: Path) -> None:
    """The key file as it is now; a throw-away vault has none."""
    if keys.exists(vault):
        keys.write(aside, keys.read(vault))


def _compare(connected: Connected, facts: Facts, database: Path, progress: Progress) -> None:
    if not progress(COPIED):
        raise Refused(STOPPED, place="backup")
    copy = backup_checking.opened(database, connected.keys)
    try:
        same = backup_checking.facts(copy) == facts and not backup_checking.problems(copy)
    finally:
        copy.close()
    if not same:
        raise Refused(NOT_THE_SAME, place="backup")
    progress(1.0)


def _described(wanted: Wanted, facts: Facts, database: Path) -> Backup:
    return Backup(
        name="",
        number=backups.next_number(wanted.vault),
        taken=wanted.taken,
        reason=wanted.reason,
        seq=facts.seq,
        head=facts.head,
        rows=facts.rows,
        size=room.size_of(database),
    )
