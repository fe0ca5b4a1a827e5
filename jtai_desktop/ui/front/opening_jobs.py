"""What the front asks of a vault that does not open as it should, on the vault's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from jtai_desktop.domain.problems import Problem, Refused

if TYPE_CHECKING:
    from jtai_desktop.domain.keeping import Backup
    from jtai_desktop.services.backups import Standing
    from jtai_desktop.services.ways_on import Looked, Trouble
    from jtai_desktop.services.workspace import Workspace

T = TypeVar("T")
# What a wrong try, a pause or a mistyped code is about: the field says so, there is no other way.
OF_THE_FIELD = frozenset({"passphrase", "pause", "Passphrase", "Recovery code", "code"})


class Troubles:
    """Notes, on the vault's thread, what stood in the way, with the ways on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.newest: Trouble | None = None

    def noting(self, job: Callable[[], T]) -> Callable[[], T]:
        """The job, with a note of its refusal unless that is about what was typed."""

        def noted() -> T:
            try:
                return job()
            except Refused as refused:
                if refused.problem.place not in OF_THE_FIELD:
                    self.newest = trouble(self._folder, refused.problem)
                raise

        return noted


@dataclass(frozen=True, slots=True)
class Kept:
    """The backups of a vault that needs one, and how it stands with them."""

    standing: "Standing"
    backups: "tuple[Backup, ...]"
    read_only: bool


def trouble(folder: Path, problem: Problem) -> "Trouble":
    """The ways on from this refusal."""
    from jtai_desktop.services import ways_on

    return ways_on.trouble(folder, problem)


def put_keys_back(folder: Path) -> None:
    """The key file of the newest backup in the place of a damaged one."""
    from jtai_desktop.services import ways_on

    ways_on.put_keys_back(folder)


def take_from(folder: Path, chosen: Path) -> "Backup":
    """A backup from a folder or a stick, laid beside the vault."""
    from jtai_desktop.services import ways_on

    return ways_on.take_from(folder, chosen)


def place_warning(folder: Path) -> str:
    """What to know before a vault is made there."""
    from jtai_desktop.services import ways_on

    return ways_on.place_warning(folder)


def look(folder: Path, passphrase: str, why: Problem) -> "Workspace":
    """The last backup, to be looked at."""
    from jtai_desktop.services import vaults

    return vaults.open_backup(folder, passphrase, why)


def look_with_code(folder: Path, code: str, why: Problem) -> "Workspace":
    """The same with the recovery code."""
    from jtai_desktop.services import vaults

    return vaults.open_backup_with_code(folder, code, why)


def open_taken(folder: Path, passphrase: str) -> "Workspace":
    """A vault of which only a backup is there yet, to be looked at and restored."""
    from jtai_desktop.services import vaults

    return vaults.open_to_restore(folder, passphrase)


def looked(workspace: "Workspace") -> "Looked":
    """Whether the vault that was opened can be worked in."""
    from jtai_desktop.services import ways_on

    return ways_on.looked(workspace)


def kept(workspace: "Workspace") -> Kept:
    """What can be restored."""
    from jtai_desktop.services import backups

    return Kept(
        backups.standing(workspace), backups.listed(workspace), read_only=workspace.is_read_only
    )
