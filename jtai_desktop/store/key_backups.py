"""The key files that lie in the backups, for a vault whose own are damaged or missing."""

from contextlib import suppress
from pathlib import Path

from jtai_desktop.domain.keeping import Backup
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import backups, keys, looking, private_files
from jtai_desktop.store.keys import KeyFile
from jtai_desktop.store.trouble import told

DAMAGED = ".damaged"
NONE = "There is no backup with a sound key file beside this vault."
NOT_NEEDED = "The key file of this vault is not damaged. Nothing was changed."


def last_with_keys(folder: Path) -> Backup | None:
    """The newest sound backup whose key file can be read."""
    found = _newest(folder)
    return found[0] if found else None


def is_lost(folder: Path) -> bool:
    """Whether the key file is damaged or missing; one of a newer version is neither."""
    if not keys.exists(folder):
        return (folder / looking.DATABASE).is_file()
    try:
        keys.read(folder)
    except Refused as refused:
        return str(refused) == keys.DAMAGED
    return False


def put_back(folder: Path) -> Backup:
    """Put the key file of that backup in place; what is there now is set aside, not thrown away."""
    with told():
        if not is_lost(folder):
            raise Refused(NOT_NEEDED, place="keys")
        found = _newest(folder)
        if found is None:
            raise Refused(NONE, place="keys")
        for name in keys.NAMES:
            with suppress(FileNotFoundError):
                (folder / name).replace(folder / (name + DAMAGED))
        private_files.sync_folder(folder)
        keys.write(folder, found[1])
        return found[0]


def _newest(folder: Path) -> tuple[Backup, KeyFile] | None:
    for backup in backups.listed(folder):
        if backup.verified and (key_file := _readable(backups.path_of(folder, backup.name))):
            return backup, key_file
    return None


def _readable(folder: Path) -> KeyFile | None:
    """The key file of a folder, or nothing where there is none or none can be read."""
    if not keys.exists(folder):
        return None
    try:
        return keys.read(folder)
    except Refused:
        return None
