"""The wrong tries at a vault, in a small file beside it, and which slot was opened last.

Nothing in it is secret. It is there so that starting the program again does not begin the count
again; one that is missing or damaged counts as none.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.recovery_codes import PLACE
from jtai_desktop.domain.tries import MOST, Tries
from jtai_desktop.domain.wording import counted
from jtai_desktop.store import private_files
from jtai_desktop.store.slots import Unlocked

NAME = "vault.tries"
PAUSE = "pause"
COUNTED = {"passphrase", PLACE}
LONGEST_ID = 64


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file says."""

    tries: Tries = field(default_factory=Tries)
    last_slot: str = ""


def left(folder: Path, now: datetime) -> int:
    """The seconds to wait before the next try; a pause that a turned-back clock froze goes on."""
    kept = read(folder)
    settled = replace(kept, tries=kept.tries.settled(now))
    if settled != kept:
        _write(folder, settled)
    return settled.tries.left(now)


@contextmanager
def counting(folder: Path, now: datetime) -> Iterator[list[Unlocked]]:
    """Refuse a try that comes too early, and count one that is wrong.

    Who opened it is put into the list, so that this slot is tried first the next time.
    """
    seconds = left(folder, now)
    if seconds:
        sentence = f"After several wrong tries there is a pause: wait {counted(seconds, 'second')}."
        raise Refused(sentence, place=PAUSE)
    kept, found = read(folder), list[Unlocked]()
    try:
        yield found
    except Refused as refusal:
        if refusal.problem.place in COUNTED:
            _write(folder, replace(kept, tries=kept.tries.failed(now)))
        raise
    opened = Kept(last_slot=found[-1].slot_id if found else kept.last_slot)
    if opened != kept:
        _write(folder, opened)


def read(folder: Path) -> Kept:
    """What was kept; nothing wrong, where that can't be read."""
    try:
        body = json.loads((folder / NAME).read_bytes())
        wrong, last = min(int(body["wrong"]), MOST), body["last"]
        when = london(datetime.fromisoformat(last)) if last else None
        return Kept(Tries(max(0, wrong), when), str(body["slot"])[:LONGEST_ID])
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return Kept()


def _write(folder: Path, kept: Kept) -> None:
    """It is no reason not to open the vault if this can't be written."""
    last = kept.tries.last
    body = {
        "wrong": kept.tries.wrong,
        "last": london(last).isoformat() if last else "",
        "slot": kept.last_slot,
    }
    with suppress(OSError):
        private_files.write(folder / NAME, json.dumps(body).encode("ascii"))
