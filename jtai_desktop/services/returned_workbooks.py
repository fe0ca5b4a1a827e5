"""Files that come back: whether one belongs here, and whether it is the newest export."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from jtai_desktop.domain.printing import PrintEntry
from jtai_desktop.domain.sheets import ExportHead, Spot, Trouble
from jtai_desktop.domain.wording import stamp
from jtai_desktop.services.workspace import Workspace

OTHER_VAULT = "This file was exported from another vault. It can be taken in only there."
OTHER_INSPECTION = "This file was exported from another inspection. Take it in there."
NOT_LOGGED = "This export is not in the log of this vault; the vault may have been restored since."
MOVED_ON = "Cells were changed here since this was shown. Look at the file again."
SHORT = 12  # of a hash, as it stands in the history

EditT = TypeVar("EditT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class CellChange(Generic[EditT]):
    """A cell that would change: what it was when exported, what it is here, what it would be."""

    spot: Spot
    code: str
    exported: str
    here: str
    wanted: str
    edit: EditT


@dataclass(frozen=True, slots=True)
class Preview(Generic[EditT]):
    """What taking a workbook in would do. With a problem nothing can be taken in.

    A conflict was changed on both sides; it is taken only where somebody chooses it.
    """

    file: str
    sha256: str
    as_at: datetime
    changes: tuple[CellChange[EditT], ...] = ()
    conflicts: tuple[CellChange[EditT], ...] = ()
    problems: tuple[Trouble, ...] = ()
    remarks: tuple[Trouble, ...] = ()


def belongs_elsewhere(
    workspace: Workspace, inspection_id: str, head: ExportHead, sheet: str
) -> tuple[Trouble, ...]:
    """Why nothing of a workbook can be taken here; nothing where it can."""
    sentence = OTHER_INSPECTION if head.inspection_id != inspection_id else ""
    if head.vault_id != workspace.store.vault_id:
        sentence = OTHER_VAULT
    if not sentence:
        return ()
    return (Trouble(Spot(sheet), "another export", "an export of this inspection", sentence),)


def older(head: ExportHead, sheet: str, name: str, log: Sequence[PrintEntry]) -> list[Trouble]:
    """Whether it was exported again since, or is not known to have been."""
    mine = next((entry for entry in log if entry.paper == name and entry.seal == head.seal), None)
    spot, of = Spot(sheet), stamp(head.as_at)
    if mine is None:
        return [Trouble(spot, f"the export of {of}", "an export in the log", NOT_LOGGED)]
    exports = [entry for entry in log if entry.paper == name]
    newer = max((entry.when for entry in exports), default=mine.when)
    if newer <= mine.when:
        return []
    sentence = (
        f"This is the export of {of}; there is one of {stamp(newer)} since."
        " Each cell is compared with what it was then."
    )
    return [Trouble(spot, f"the export of {of}", f"the export of {stamp(newer)}", sentence)]
