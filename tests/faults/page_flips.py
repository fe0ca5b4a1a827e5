"""Every bit of a vault of a megabyte: flipped at the same place of all pages at once.

Each page is sealed by itself, so a page that is named would have been named alone too: a page that
is not named is a flip that nobody noticed. The first page is flipped apart from the others, since
its first bytes are the salt of all of them.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jtai_desktop.store import looking
from jtai_desktop.store.subkeys import Subkeys
from tests.faults import looked, sample
from tests.faults.task import Task

PAGE = 4096
SALT = 16
BITS = 8
NAMED = "HMAC verification failed for page "
# At one in so many places one page alone is flipped too, and the program opens it.
WHOLLY = 50
TOLD, NOT_TOLD, ALONE = "told", "not told", "told, alone, by the program’s opening"


@dataclass(slots=True)
class Pages:
    """The vault as it is, and what came of each flip in it."""

    folder: Path
    right: bytes
    came: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.right) // PAGE

    def flip(self, pages: Iterable[int], offset: int, bit: int) -> None:
        """Write the vault with this bit of these pages flipped."""
        flipped = bytearray(self.right)
        for page in pages:
            flipped[page * PAGE + offset] ^= 1 << bit
        (self.folder / looking.DATABASE).write_bytes(flipped)

    def note(self, wanted: range, named: set[int], offset: int, bit: int) -> None:
        """Each page that was flipped must be named, and no other but where the salt is gone."""
        missed = set(wanted) - named
        self.came[TOLD] += len(wanted) - len(missed)
        self.came[NOT_TOLD] += len(missed)
        for page in sorted(missed):
            self.violations.append(f"page {page + 1}, byte {offset}, bit {bit}: not told")
        if named - set(wanted) and not (wanted.start == 0 and offset < SALT):
            self.violations.append(f"byte {offset}, bit {bit}: sound pages named as damaged")


def every_bit(task: Task, folder: Path) -> tuple[Counter[str], list[str]]:
    """What came of each bit of each page."""
    pages = Pages(folder, (folder / looking.DATABASE).read_bytes())
    key = bytes(Subkeys.of(sample.DATA_KEY).database)
    for number, (offset, bit) in enumerate(_places(task)):
        if task.time_is_up:
            break
        for wanted in (range(1, pages.count), range(1)):
            pages.flip(wanted, offset, bit)
            pages.note(wanted, _named(folder / looking.DATABASE, key), offset, bit)
        if not number % WHOLLY:
            _alone(pages, number // WHOLLY % pages.count, offset, bit)
    pages.flip((), 0, 0)
    return Counter({what: count for what, count in pages.came.items() if count}), pages.violations


def _places(task: Task) -> Iterator[tuple[int, int]]:
    """Each bit of a page, in no order: one that is cut short has seen some of all."""
    places = [(offset, bit) for offset in range(PAGE) for bit in range(BITS)]
    random.Random(task.seed).shuffle(places)  # noqa: S311 - no secret
    return (place for number, place in enumerate(places) if task.is_mine(number))


def _named(database: Path, key: bytes) -> set[int]:
    """The pages, counted from 0, that the first check on opening names."""
    from sqlcipher3 import dbapi2

    reading = looking.uri(database, "ro") + "&immutable=1"
    connection = dbapi2.connect(reading, uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        answers = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    finally:
        connection.close()
    return {int(str(row[0]).removeprefix(NAMED)) - 1 for row in answers}


def _alone(pages: Pages, page: int, offset: int, bit: int) -> None:
    pages.flip([page], offset, bit)
    said = looked.met(pages.folder)
    pages.came[NOT_TOLD if said == looked.GOOD else ALONE] += 1
    if said == looked.GOOD:
        pages.violations.append(f"page {page + 1} alone, byte {offset}, bit {bit}: {said}")
