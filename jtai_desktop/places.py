"""Where things lie: what is shipped with the program, and what belongs to the person using it.

The one module that knows the three homes of the program: a checkout, an installed wheel
(the build maps `resources` and `db` into the package) and a frozen bundle.
"""

import os
import sys
from pathlib import Path

FOLDER_NAME = "JTAI Desktop"
VAULT_FILE = "vault.db"
KEY_FILE = "vault.keys"


def _shipped(name: str) -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).resolve().parent
    homes = [Path(bundle)] if bundle else []
    homes += [package / "_shipped", package.parent]
    for home in homes:
        if (home / name).is_dir():
            return home / name
    return homes[-1] / name


def resources() -> Path:
    """The shipped, read-only folder of guidance packs, fonts, icons and help pages."""
    return _shipped("resources")


def migrations() -> Path:
    """The folder of database migrations."""
    return _shipped("db") / "migrations"


def _local_data() -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")


def data() -> Path:
    """The person's own folder: the vault, preferences, the council's packs. May not exist yet."""
    given = os.environ.get("JTAI_DATA")
    return Path(given) if given else _local_data() / FOLDER_NAME


def vault() -> Path:
    """The usual folder of the vault."""
    return data() / "vault"


def holds_vault(folder: Path) -> bool:
    """Whether there is a vault in this folder, or what is left of one."""
    return (folder / VAULT_FILE).exists() or any(folder.glob(f"{KEY_FILE}*"))


def own_packs() -> Path:
    """The folder for the council's own guidance packs."""
    return data() / "guidance"
