"""Who has the vault open: a small file beside the database, there to be read by the next one.

The lock itself is the database's. The file only gives it a name, and one left behind by a crash
does no harm: the next to open writes over it.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from jtai_desktop.domain import wording
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import private_files

NAME = "vault.holder"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has it open, on which computer, in which process, since when."""

    who: str
    host: str
    pid: int
    since: str

    def sentence(self) -> str:
        """The refusal, with the name in it."""
        since = wording.stamp(london(datetime.fromisoformat(self.since)))
        return (
            f"This vault is already open: {self.who} on {self.host}, since {since}. "
            "Close it there, then open it here."
        )


def write(folder: Path, who: str, now: datetime) -> None:
    """Say that we have it."""
    import platform

    holder = Holder(who, platform.node(), os.getpid(), london(now).isoformat())
    private_files.write(folder / NAME, json.dumps(asdict(holder)).encode("ascii"))


def clear(folder: Path) -> None:
    """Say that nobody has it. Where that can't be written, a wrong name does no harm."""
    with suppress(OSError):
        (folder / NAME).unlink()


def refusal(folder: Path) -> Refused:
    """The refusal for someone who finds it locked."""
    try:
        sentence = Holder(**json.loads((folder / NAME).read_bytes())).sentence()
    except (OSError, ValueError, TypeError):
        sentence = (
            "This vault is already open in another program. Close it there, then open it here."
        )
    return Refused(sentence, place="holder")
