"""On whose behalf a person works, until they say otherwise or the vault is locked."""

from jtai_desktop.domain import texts
from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.services.workspace import Workspace

LONGEST = 80
RECORD = "working-as"


def act_for(workspace: Workspace, on_behalf_of: str) -> Changes:
    """Work for somebody from now on; for oneself, where it is empty.

    Nothing is kept in the vault by this, but every line of history from now on names both.
    """
    wanted = texts.line(on_behalf_of, "On whose behalf", longest=LONGEST)
    if wanted == workspace.on_behalf_of:
        return Changes()
    workspace.on_behalf_of = wanted
    return Changes(f"Working as {workspace.signature}", frozenset({(Kind.SETTING, RECORD)}))
