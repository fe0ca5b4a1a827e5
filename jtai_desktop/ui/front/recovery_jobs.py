"""What the screens of the recovery code ask of the vault, on the vault's thread."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.passphrases import Newcomer

if TYPE_CHECKING:
    from jtai_desktop.domain.changes import Changes
    from jtai_desktop.services.workspace import Workspace


def pause_left(folder: Path) -> int:
    """The seconds to wait after too many wrong tries."""
    from jtai_desktop.services.unlocking import pause_left

    return pause_left(folder, datetime.now(LONDON))


def try_code(folder: Path, code: str) -> tuple[str, ...]:
    """Who has a passphrase, where the code opens the vault."""
    from jtai_desktop.services.unlocking import try_code

    return try_code(folder, code, datetime.now(LONDON))


def recover(folder: Path, code: str, newcomer: Newcomer) -> "Workspace":
    """The vault, open, with a new passphrase."""
    from jtai_desktop.services import recovering

    return recovering.recover(folder, code, newcomer)


def new_code(workspace: "Workspace", passphrase: str, tell: Callable[[str], object]) -> "Changes":
    """A new recovery code, told to `tell`; none, where nothing opens the vault again anyway."""
    from jtai_desktop.domain.changes import Changes
    from jtai_desktop.services import keys, vaults

    if not vaults.has_keys(workspace):
        return Changes()
    changes, code = keys.new_code(workspace, passphrase)
    tell(code)
    return changes


def prove_code(workspace: "Workspace", code: str) -> "Changes":
    """Note that the code was kept."""
    from jtai_desktop.services import keys

    return keys.prove_code(workspace, code)


def sheet(workspace: "Workspace", code: str) -> bytes:
    """The sheet to print."""
    from jtai_desktop.services import recovery_paper

    return recovery_paper.sheet(workspace, code)


def save_sheet(workspace: "Workspace", code: str, path: Path) -> None:
    """The sheet as a file."""
    from jtai_desktop.services import recovery_paper

    recovery_paper.save(workspace, code, path)
