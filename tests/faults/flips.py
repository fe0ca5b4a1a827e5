"""One bit flipped: in each page of the vault, in each byte of the key file."""

import hashlib
import json
import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from jtai_desktop.domain.keeping import Reason
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import backups, restoring
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import backup_checking, backup_manifest, keys, looking
from jtai_desktop.store import backups as shelf
from jtai_desktop.store.canonical import canonical_bytes
from jtai_desktop.store.costs import Params
from jtai_desktop.store.vault import Store
from tests.faults import looked, memory, page_flips, sample, steps
from tests.faults.outcome import Outcome
from tests.faults.task import Task

VAULT = "one bit flipped: each page of the vault"
EVERY_BIT = "one bit flipped: every bit of a vault of 1 MB"
BACKUP = "one bit flipped: each page of a backup, each byte of what describes it"
KEYS = "one bit flipped: each byte of the key file"
PAGE = 4096
LARGE = 1024 * 1024
CHEAP = Params(memory_kib=64, passes=1, lanes=1, trial=True)
PASSPHRASE = "four unrelated plain words"
MENDED = "second copy used, damaged one mended"


def run(task: Task) -> Iterator[Outcome]:
    """The vault first, then the key file."""
    with memory.folder(task.scratch) as place:
        yield _vault(task, place)
        if task.has_control:
            yield _keys(task, place)
            yield _backup(task, place)


def _vault(task: Task, place: Path) -> Outcome:
    folder = place / "flips" / "vault"
    _large(folder, LARGE if task.long else 0)
    good = looked.met(folder)
    came, violations = (page_flips.every_bit if task.long else _each_page)(task, folder)
    if good != looked.GOOD:
        violations.append(f"untouched, and yet: {good}")
    cases, unnoticed = _plain(task, place / "plain.db") if task.has_control else (0, 0)
    return Outcome(
        EVERY_BIT if task.long else VAULT,
        sum(came.values()),
        tuple(violations),
        dict(came),
        "in a plain database with integrity_check",
        cases,
        unnoticed,
        task.seconds,
    )


def _each_page(task: Task, folder: Path) -> tuple[Counter[str], list[str]]:
    """One bit of each page, opened by the program."""
    database, came, violations = folder / looking.DATABASE, Counter[str](), []
    for place_in in _places(task, database.stat().st_size):
        bit = task_bit(task.seed, place_in)
        before = _flip(database, place_in, bit)
        said = looked.met(folder)
        looked.put(database, place_in, before)
        came["not told" if said == looked.GOOD else "told"] += 1
        if said == looked.GOOD:
            violations.append(f"byte {place_in} (page {place_in // PAGE + 1}), bit {bit}: {said}")
    return came, violations


def task_bit(seed: int, place: int) -> int:
    """Which bit of a byte is flipped, the same each time."""
    return random.Random(seed * 1_000_003 + place).randrange(8)  # noqa: S311 - no secret


def _places(task: Task, size: int) -> Iterator[int]:
    """One byte of each page."""
    chance = random.Random(task.seed)  # noqa: S311 - no secret
    return (page * PAGE + chance.randrange(PAGE) for page in range(size // PAGE))


def _flip(path: Path, place: int, bit: int) -> bytes:
    before = looked.put(path, place, b"\0")
    looked.put(path, place, bytes([before[0] ^ 1 << bit]))
    return before


def _large(folder: Path, least: int) -> None:
    """A closed vault of at least this size, with steps in it and pages that are free again."""
    sample.make(folder)
    workspace = sample.opened(folder)
    sample.raw_of(workspace.store).execute("PRAGMA synchronous = OFF")
    n = 0
    while n < len(steps.ROUND) or (folder / looking.DATABASE).stat().st_size < least:
        n += 1
        steps.take(workspace, n)
    workspace.close()


def _plain(task: Task, path: Path) -> tuple[int, int]:
    """The same in a database without any of our checks: most of it is never noticed."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (note TEXT)")
    connection.executemany(
        "INSERT INTO notes VALUES (?)", [(f"note {n} " * 40,) for n in range(300)]
    )
    connection.commit()
    connection.close()
    places = range(PAGE, path.stat().st_size, PAGE // 2 + 1)
    return len(places), sum(_unnoticed(path, place, task_bit(task.seed, place)) for place in places)


def _unnoticed(path: Path, place: int, bit: int) -> bool:
    before = _flip(path, place, bit)
    connection = sqlite3.connect(path)
    try:
        connection.execute("SELECT * FROM notes").fetchall()
        return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False
    finally:
        connection.close()
        looked.put(path, place, before)


def _keys(task: Task, place: Path) -> Outcome:
    folder = place / "keyed"
    Store.create(
        folder, PASSPHRASE, person=sample.PERSON, now=steps.START,
        new_id=lambda: "1" * 32, params=CHEAP,
    ).close()  # fmt: skip
    right = (folder / keys.NAMES[0]).read_bytes()
    came, violations = Counter[str](), []
    for place_in in range(len(right)):
        for bit in range(8):
            flipped = _flipped(right, place_in, bit)
            for what, wrong in _both(folder, right, flipped):
                came[what] += 1
                if wrong:
                    violations.append(f"byte {place_in}, bit {bit}, {wrong}")
    fooled = [_fooled(folder, right, n) for n in range(8)]
    return Outcome(
        KEYS,
        sum(came.values()),
        tuple(violations),
        dict(came),
        "a letter changed and the checksum made right",
        len(fooled),
        sum(fooled),
        task.seconds,
    )


def _flipped(content: bytes, place: int, bit: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1 << bit]) + content[place + 1 :]


def _both(folder: Path, right: bytes, flipped: bytes) -> Iterator[tuple[str, str]]:
    """One copy damaged, each in turn: the other serves and mends it. Both damaged: refused."""
    for damaged, sound in (keys.NAMES, keys.NAMES[::-1]):
        (folder / damaged).write_bytes(flipped)
        (folder / sound).write_bytes(right)
        said = _said(lambda: keys.read(folder))
        mended = (folder / damaged).read_bytes() == right == (folder / sound).read_bytes()
        yield MENDED, "" if not said and mended else f"{damaged}: {said or 'not mended'}"
    for name in keys.NAMES:
        (folder / name).write_bytes(flipped)
    said = _said(lambda: keys.read(folder))
    yield "told as damaged", "" if said else "both copies: opened as good"


def _said(work: Callable[[], object]) -> str:
    try:
        work()
    except Refused as refused:
        return str(refused)
    return ""


def _fooled(folder: Path, right: bytes, number: int) -> bool:
    """Whether a changed file with a right checksum is taken for sound: it must be."""
    body = json.loads(right)
    body.pop("checksum")
    body["slots"][0]["person"] = f"Somebody else {number}"
    body["checksum"] = hashlib.sha256(canonical_bytes(body)).hexdigest()
    for name in keys.NAMES:
        (folder / name).write_bytes(json.dumps(body).encode())
    return not _said(lambda: keys.read(folder))


def _backup(task: Task, place: Path) -> Outcome:
    folder = place / "backed" / "vault"
    _large(folder, 0)
    workspace = sample.opened(folder, 200)
    backups.back_up(workspace, Reason.BY_HAND)
    (one,) = backups.listed(workspace)
    backup = shelf.path_of(folder, one.name)
    came, violations = Counter[str](), []
    for path, place_in in _places_of(task, backup):
        before = _flip(path, place_in, task_bit(task.seed, place_in))
        what = _met_in_backup(workspace, backup)
        looked.put(path, place_in, before)
        came[what] += 1
        if what == looked.GOOD:
            violations.append(f"{path.name}, byte {place_in}: restored as if it were good")
    good = _said(lambda: restoring.restore(workspace, one.name))
    workspace.close()
    return Outcome(
        BACKUP,
        sum(came.values()),
        tuple(violations),
        dict(came),
        "untouched, it is restored",
        1,
        int(not good),
        task.seconds,
    )


def _places_of(task: Task, backup: Path) -> Iterator[tuple[Path, int]]:
    chance = random.Random(task.seed)  # noqa: S311 - no secret
    database, manifest = backup / looking.DATABASE, backup / backup_manifest.NAME
    for page in range(database.stat().st_size // PAGE):
        yield database, page * PAGE + chance.randrange(PAGE)
    for place in range(manifest.stat().st_size):
        yield manifest, place


def _met_in_backup(workspace: Workspace, backup: Path) -> str:
    """Whether the list or the restoring of it tells; the vault itself must stay as it is."""
    if not backup_manifest.read(backup).verified:
        return "listed as damaged"
    keys_of = workspace.store.connection.keys
    if backup_checking.problems_of(backup / looking.DATABASE, keys_of):
        return "not restored"
    return looked.GOOD
