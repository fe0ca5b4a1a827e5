"""Where a vault does not open: what stands in the way, and which ways on there are."""

from dataclasses import dataclass
from pathlib import Path

from jtai_desktop.domain.keeping import Backup
from jtai_desktop.domain.problems import Problem
from jtai_desktop.services import vaults
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import adopting, folders, key_backups, looking
from jtai_desktop.store import trouble as damage

LOST = frozenset({looking.NO_DATABASE, looking.EMPTY, looking.PLAIN, damage.DAMAGED})


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a vault did not open: with the backup that can be looked at, or whose keys can serve.

    Where there is none beside a vault that is lost, one from a folder or a stick is needed.
    """

    problem: Problem
    backup: Backup | None = None
    keys_of: Backup | None = None
    needs_a_backup: bool = False

    @property
    def has_way_on(self) -> bool:
        """Whether there is more to do than what the sentence says."""
        return self.backup is not None or self.keys_of is not None or self.needs_a_backup


@dataclass(frozen=True, slots=True)
class Looked:
    """A vault that is open only to be looked at: why, and what is shown in its place."""

    problems: tuple[Problem, ...] = ()
    shown: Backup | None = None
    elsewhere: bool = False


def trouble(folder: Path, problem: Problem) -> Trouble:
    """The ways on from this refusal."""
    if key_backups.is_lost(folder):
        found = key_backups.last_with_keys(folder)
        return Trouble(problem, keys_of=found, needs_a_backup=found is None)
    if vaults.has_backup_for(folder, problem):
        return Trouble(problem, backup=vaults.last_backup(folder))
    return Trouble(problem, needs_a_backup=problem.place == "backup" or problem.sentence in LOST)


def put_keys_back(folder: Path) -> Backup:
    """The key file of the newest backup in the place of a damaged one, which is set aside."""
    return key_backups.put_back(folder)


def take_from(folder: Path, chosen: Path) -> Backup:
    """Lay a backup from a folder or a stick beside the vault, to be restored from there."""
    return adopting.adopt(folder, chosen)


def looked(workspace: Workspace) -> Looked:
    """How a vault was opened: nothing stands in the way of work where there are no problems."""
    if not workspace.is_read_only:
        return Looked()
    problems = workspace.notes or workspace.store.problems
    elsewhere = any(each.place == "holder" for each in problems)
    return Looked(problems, workspace.shown, elsewhere)


def place_warning(folder: Path) -> str:
    """What to know before a vault is made in this folder, or nothing."""
    warning = folders.warning(folder)
    return warning.sentence if warning else ""
