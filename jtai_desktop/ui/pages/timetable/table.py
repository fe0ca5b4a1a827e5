"""The table of milestones: a RowTable in which Space marks a row done, or not done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.pages.timetable.rows import COLUMNS


class MilestoneTable(RowTable):
    """`toggled(key)` follows the space bar."""

    toggled = Signal(str)

    def __init__(self) -> None:
        super().__init__(COLUMNS, "Milestones")
        self.setAccessibleDescription(
            "Enter shows a milestone in full, Space marks it done or not done,"
            " Shift+Enter follows the link of its note."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.current_key:
            self.toggled.emit(self.current_key)
            return
        super().keyPressEvent(event)
