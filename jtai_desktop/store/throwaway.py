"""What killed runs left of the example: its folders are cleared away when it is next opened.

Only folders of our own that nobody holds: of this person, under our name, no link, with nothing in
them but the vault; and the vault not locked. One that was begun a moment ago has no lock yet, so a
folder without a holder's name has to be old. A folder of this very process is never touched:
looking at its lock would drop it.
"""

import json
import os
import shutil
import stat
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import holder, looking

PREFIX = "jtai-example-"
VAULT = "vault"
OLD = timedelta(hours=1)


def clear(parent: Path, now: datetime) -> None:
    """Take the left ones away; what can't be taken away stays."""
    with suppress(OSError):
        for folder in sorted(parent.glob(f"{PREFIX}*")):
            with suppress(OSError):
                if _is_ours(folder) and _is_left(folder, now):
                    shutil.rmtree(folder)


def _is_ours(folder: Path) -> bool:
    about = folder.lstat()
    mine = not hasattr(os, "getuid") or about.st_uid == os.getuid()
    closed = os.name == "nt" or stat.S_IMODE(about.st_mode) == stat.S_IRWXU
    if not (mine and closed and stat.S_ISDIR(about.st_mode)):
        return False
    return {each.name for each in folder.iterdir()} <= {VAULT}


def _is_left(folder: Path, now: datetime) -> bool:
    vault = folder / VAULT
    if not (vault / holder.NAME).is_file():
        return now.timestamp() - folder.stat().st_mtime > OLD.total_seconds()
    return not _is_held(vault)


def _is_held(vault: Path) -> bool:
    try:
        if json.loads((vault / holder.NAME).read_bytes())["pid"] == os.getpid():
            return True
        if (vault / looking.DATABASE).is_file():
            looking.refuse_if_locked(vault)
    except (Refused, ValueError, KeyError, TypeError):
        return True
    return False
