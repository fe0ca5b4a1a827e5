"""What can be changed about the keys: what each change asks for, and what it does."""

from collections.abc import Callable

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.passphrases import Newcomer
from jtai_desktop.services import keys
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.vault.keys_form import AGAIN, CODE, MINE, NEW, WHO, Change

CHANGE = Change("change", "Change your passphrase", "Change the passphrase", (MINE, NEW, AGAIN))
RENAME = Change(
    "rename", "Another role for the person whose passphrase you type", "Rename", (MINE, WHO)
)
ADD = Change(
    "add",
    "A passphrase for another person: let them type the new one themselves",
    "Add",
    (MINE, WHO, NEW, AGAIN),
)
REMOVE = Change("remove", "", "Take out", (MINE,))
NEW_CODE = Change(
    "code",
    "A new recovery code. One that was there before opens nothing any more.",
    "Make the code",
    (MINE,),
)
PROVE = Change("prove", "Type the recovery code from the paper", "Done", (CODE,))

Act = Callable[[Workspace], Changes]


def act_of(change: str, typed: dict[str, str], slot_id: str, tell: Callable[[str], object]) -> Act:
    """What the vault is asked to do; a new code is told to `tell`."""

    def code(workspace: Workspace) -> Changes:
        changes, made = keys.new_code(workspace, typed["mine"])
        tell(made)
        return changes

    acts: dict[str, Act] = {
        CHANGE.key: lambda workspace: keys.change(workspace, typed["mine"], typed["new"]),
        RENAME.key: lambda workspace: keys.rename(workspace, typed["mine"], typed["who"]),
        ADD.key: lambda workspace: keys.add(
            workspace, typed["mine"], Newcomer(typed["who"], typed["new"])
        ),
        REMOVE.key: lambda workspace: keys.remove(workspace, typed["mine"], slot_id),
        NEW_CODE.key: code,
        PROVE.key: lambda workspace: keys.prove_code(workspace, typed["code"]),
    }
    return acts[change]
