"""The lower part of the page: the table, and the panel beside it or over it."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jtai_desktop.ui.pages.timetable.panel import MilestonePanel
from jtai_desktop.ui.pages.timetable.parts import focused_in
from jtai_desktop.ui.pages.timetable.table import MilestoneTable
from jtai_desktop.ui.theme.look import Look, follow_look

MARGIN, BESIDE = 24, 20
NARROW_BELOW = 1200


class Body(QWidget):
    """Under 1200 px of window the panel lies over the table's right side, else beside it.

    With larger text that limit grows, since no column of the table may be cut.
    """

    def __init__(self, table: MilestoneTable, panel: MilestonePanel) -> None:
        super().__init__()
        self._table, self._panel = table, panel
        self._row = QHBoxLayout(self)
        self._row.addWidget(table)
        panel.setParent(self)
        panel.hide()
        follow_look(self._arrange)

    @property
    def is_open(self) -> bool:
        """Whether the panel is open."""
        return not self._panel.isHidden()

    def open_panel(self) -> None:
        """Show the panel."""
        self._panel.show()
        self._panel.raise_()
        self._arrange()

    def close_panel(self) -> None:
        """Hide the panel; where it had the ring, the table gets it."""
        inside = focused_in(self._panel) is not None
        self._panel.hide()
        self._arrange()
        if inside:
            self._table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self._panel.width()
        narrow_below = Look.of(self).sized(NARROW_BELOW)
        beside = self.is_open and self.window().width() >= narrow_below
        self._row.setContentsMargins(MARGIN, 0, wide + BESIDE if beside else MARGIN, 0)
        self._panel.setGeometry(self.width() - wide, 0, wide, self.height())
