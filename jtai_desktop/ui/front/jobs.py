"""What the front asks of the vault, on the vault's thread.

The database and the guidance are imported here, inside the jobs: so the first screen is there at
once, and what is heavy comes while the person types.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from jtai_desktop.domain.changes import Changes
    from jtai_desktop.domain.inspection import Beginning, Inspection
    from jtai_desktop.domain.passphrases import Newcomer
    from jtai_desktop.domain.schedule import Schedule
    from jtai_desktop.services.guidance import PackSummary
    from jtai_desktop.services.workspace import Workspace

# What is offered on the front screens, and what stands there while it is under way.
EXPLORE, MAKING = "Explore the example", "Making the example…"


def make_vault(folder: Path, newcomer: "Newcomer") -> "Workspace":
    """A new vault, open."""
    from jtai_desktop.services import vaults

    return vaults.create(folder, newcomer)


def unlock(folder: Path, passphrase: str) -> "Workspace":
    """An existing vault, open. While the passphrase is worked through, what is next is loaded."""
    from concurrent.futures import ThreadPoolExecutor
    from datetime import datetime

    from jtai_desktop.domain.moments import LONDON
    from jtai_desktop.services.unlocking import unlock_key

    with ThreadPoolExecutor(max_workers=1) as aside:
        coming = aside.submit(unlock_key, folder, passphrase, datetime.now(LONDON))
        from jtai_desktop.ui.front import ahead

        ahead.load()
        from jtai_desktop.services import vaults

        unlocked = coming.result()
        try:
            return vaults.open_unlocked(folder, unlocked)
        finally:
            unlocked.wipe()


def open_example() -> "tuple[Workspace, str]":
    """The example in a vault that is thrown away."""
    from jtai_desktop.services import example_vaults

    return example_vaults.open_throwaway()


def begin(workspace: "Workspace", beginning: "Beginning") -> "Changes":
    """A new inspection in the open vault."""
    from jtai_desktop.services import inspections

    return inspections.begin(workspace, beginning)


def listed(workspace: "Workspace") -> "tuple[Inspection, ...]":
    """The inspections of the open vault."""
    from jtai_desktop.services import inspections

    return inspections.listed(workspace)


def packs() -> "tuple[PackSummary, ...]":
    """The guidance packs an inspection can begin with."""
    from jtai_desktop.services import guidance

    return tuple(one for one in guidance.packs() if one.usable)


def plan(
    pack_id: str, notified: "datetime", fieldwork: "date | None", *, today: bool
) -> "Schedule":
    """The plan as it would be."""
    from dataclasses import replace

    from jtai_desktop.guidance.finding import load
    from jtai_desktop.guidance.names_here import agencies_of, with_names_here
    from jtai_desktop.services.planning import propose

    pack = load(pack_id)
    named = replace(pack, milestones=with_names_here(pack, agencies_of(pack, today=today)))
    return propose(named, notified, fieldwork=fieldwork)


def warm_up() -> None:
    """Import what comes next, while the person reads the first screen."""
    from importlib import import_module

    for name in ("planning", "vaults", "inspections"):
        import_module(f"jtai_desktop.services.{name}")
