"""The register out as a workbook and back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.cell_edits import Edit
from jtai_desktop.services import register_workbook
from jtai_desktop.services.register_workbook import Seen
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.returned.cell_preview import WorkbookPreview
from jtai_desktop.ui.returned.trip import ReturnTrip
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk

TITLE = "Import from Excel"
WRITING = "The register is being written …"


class RoundTrip(ReturnTrip[Seen]):
    """A preview lies over `over` until it is closed."""

    def __init__(self, desk: Desk, over: Callable[[], QWidget]) -> None:
        super().__init__(desk)
        self._over = over

    def export_to(self, path: Path, item_ids: tuple[str, ...]) -> None:
        """Write these items, in this order."""
        inspection_id = self._desk.inspection_id

        def act(workspace: Workspace) -> Changes:
            return register_workbook.export(workspace, inspection_id, path, item_ids)

        self.write(path, WRITING, act)

    def import_from(self, path: Path) -> WorkbookPreview[Edit]:
        """Show what the workbook would change, once it is read."""
        view: WorkbookPreview[Edit] = WorkbookPreview()
        inspection_id = self._desk.inspection_id

        def act_of(seen: Seen) -> Act:
            taken = view.taken
            return lambda workspace: register_workbook.apply(workspace, inspection_id, seen, taken)

        self.show_file(
            self._over(),
            TITLE,
            path,
            view,
            lambda workspace, say, stop: register_workbook.preview(
                workspace, inspection_id, path, say, stop
            ),
            act_of,
        )
        return view
