"""The action plan out as a workbook and back."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.services import plan_workbook
from jtai_desktop.services.plan_workbook import Edit, Seen
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.returned.cell_preview import WorkbookPreview
from jtai_desktop.ui.returned.trip import ReturnTrip
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk

OUT, BACK, TITLE = "Export to Excel…", "Import from Excel…", "Import from Excel"
BOOK = "Excel workbook (*.xlsx)"
BOOKS_BACK = "Workbooks (*.xlsx *.xlsm *.ods);;All files (*)"
WRITING = "The plan is being written …"


class PlanTrip(ReturnTrip[Seen]):
    """A preview lies over `over` until it is closed."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(desk, over)
        self._over = over

    def export_to(self, path: Path) -> None:
        """Write the plan."""
        inspection_id = self._desk.inspection_id

        def act(workspace: Workspace) -> Changes:
            return plan_workbook.export(workspace, inspection_id, path)

        self.write(path, WRITING, act)

    def import_from(self, path: Path) -> WorkbookPreview[Edit]:
        """Show what the workbook would change, once it is read."""
        view: WorkbookPreview[Edit] = WorkbookPreview()
        inspection_id = self._desk.inspection_id

        def act_of(seen: Seen) -> Act:
            taken = view.taken
            return lambda workspace: plan_workbook.apply(workspace, inspection_id, seen, taken)

        self.show_file(
            self._over,
            TITLE,
            path,
            view,
            lambda workspace, say, stop: plan_workbook.preview(
                workspace, inspection_id, path, say, stop
            ),
            act_of,
        )
        return view

    def ask_out(self) -> None:
        """Ask where to write it."""
        name, _ = QFileDialog.getSaveFileName(self._over, OUT, "action-plan.xlsx", BOOK)
        if name:
            self.export_to(Path(name))

    def ask_back(self) -> None:
        """Ask which file came back."""
        name, _ = QFileDialog.getOpenFileName(self._over, TITLE, "", BOOKS_BACK)
        if name:
            self.import_from(Path(name))
