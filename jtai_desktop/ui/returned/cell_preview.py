"""What taking a workbook in would do, looked through cell by cell before anything is written."""

from collections.abc import Collection

from PySide6.QtWidgets import QAbstractButton

from jtai_desktop.domain.wording import counted
from jtai_desktop.services.returned_workbooks import CellChange, EditT, Preview
from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.cells import Row
from jtai_desktop.ui.returned import cell_rows
from jtai_desktop.ui.returned.preview import PLAIN, ReturnedPreview

NOTHING = "Nothing in it differs from what is here."
HOW = "Nothing is written yet. Enter on a cell that both changed chooses between ours and theirs."


class WorkbookPreview(ReturnedPreview[Preview[EditT]]):
    """A workbook of the register, or of the action plan."""

    COLUMNS = cell_rows.COLUMNS
    READING = "Reading the workbook …"

    @property
    def taken(self) -> tuple[CellChange[EditT], ...]:
        """The conflicts in which theirs was chosen."""
        found = self.seen.conflicts if self.seen else ()
        return tuple(each for place, each in enumerate(found) if place in self._theirs)

    def beside(self) -> tuple[QAbstractButton, ...]:
        self.all_theirs = plain_button("Theirs in all", "", self._take_all)
        self.all_ours = plain_button("Ours in all", "", lambda: self.choose_theirs(()))
        return self.all_theirs, self.all_ours

    def said(self, seen: Preview[EditT]) -> str:
        return cell_rows.said(seen)

    def rows(self, seen: Preview[EditT], theirs: Collection[int]) -> tuple[Row, ...]:
        return cell_rows.rows_of(seen, theirs)

    def offer(self, seen: Preview[EditT], theirs: int) -> str:
        cells = len(seen.changes) + theirs
        self.accept.setText(f"Take in {counted(cells, 'cell')}")
        self.accept.setEnabled(bool(cells) and not seen.problems)
        self.accept.setVisible(bool(seen.changes or seen.conflicts))
        for each in (self.all_theirs, self.all_ours):
            each.setVisible(len(seen.conflicts) > 1)
        if not (seen.changes or seen.conflicts or seen.problems):
            return NOTHING
        return HOW if seen.conflicts else PLAIN

    def _take_all(self) -> None:
        self.choose_theirs(range(len(self.seen.conflicts) if self.seen else 0))
