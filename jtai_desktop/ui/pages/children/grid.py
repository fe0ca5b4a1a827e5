"""The grid itself: arrows move through the cells, Enter opens one, Space ticks its print."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent

from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.ui.kit.ring_grid import RingGrid, shared
from jtai_desktop.ui.pages.children.cells import LATE
from jtai_desktop.ui.pages.children.facts import Facts
from jtai_desktop.ui.pages.children.model import COUNTS, TALKS, GridModel
from jtai_desktop.ui.pages.children.painting import GridDelegate, GridHead
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look

CHILD = "Child"
TALLEST, LOWEST, FOOT = 74, 56, 32
COUNT_WIDE, TALKS_WIDE = 60, 158
HEAD_PADDING = 6


class ChildrenGrid(RingGrid):
    """`chosen(item)` follows the ring, `opened(item)` Enter, `printed(item)` the space bar."""

    printed = Signal(str)

    def __init__(self) -> None:
        self._grid = GridModel()
        super().__init__(self._grid, GridDelegate(), CHILD)
        self._grid.setParent(self)
        self.setAccessibleName("Children by kind of document")
        self.setAccessibleDescription(
            "Arrows move through the documents, Enter opens one, Space ticks its printed copy."
        )
        across = GridHead(Qt.Orientation.Horizontal, self, self._grid)
        down = GridHead(Qt.Orientation.Vertical, self, self._grid)
        across.setAccessibleName("Kinds of document")
        down.setAccessibleName("Children")
        self._set_up(across, down)

    @property
    def grid_model(self) -> GridModel:
        """What is shown."""
        return self._grid

    def show_facts(self, facts: Facts) -> None:
        """Show other facts; the ring stays on its document, and the scroll where it was."""
        here, scroll = self.current, self.verticalScrollBar().value()
        self._grid.show_facts(facts)
        self.fit()
        if not self.go(here):
            self._stand()
        self.verticalScrollBar().setValue(scroll)

    def sizeHint(self) -> QSize:
        return QSize(700, self._head() + self._grid.rowCount() * TALLEST)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self._head() + 2 * LOWEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._document:
            self.printed.emit(self._document)
        else:
            super().keyPressEvent(event)

    @property
    def _document(self) -> str:
        cell = self._grid.cell(self.currentIndex().row(), self.currentIndex().column())
        return cell.item_id if cell else ""

    def fit(self) -> None:
        """Columns share the width, rows the height: all in sight, as long as they can be read."""
        kinds, children = len(self._grid.kinds), len(self._grid.children_shown)
        if not kinds or not children:
            return
        look, needs = Look.of(self), self._needs()
        count, talks = look.sized(COUNT_WIDE), look.sized(TALKS_WIDE)
        room = self.viewport().width() - count
        # In a narrow window the conversations leave the grid; the panel tells of them.
        wide = room - talks >= sum(needs)
        self.setColumnHidden(kinds + COUNTS.index(TALKS), not wide)
        for column, width in enumerate(shared(room - talks if wide else room, needs)):
            self._across.resizeSection(column, width)
        self._across.resizeSection(kinds, count)
        if wide:
            self._across.resizeSection(kinds + COUNTS.index(TALKS), talks)
        elif self.isColumnHidden(self.currentIndex().column()):
            self.setCurrentIndex(self._grid.index(self.currentIndex().row(), 0))
        tallest = look.grown(TALLEST, FontRole.LABEL, lines=3)
        lowest = look.grown(LOWEST, FontRole.LABEL, lines=3)
        foot = look.grown(FOOT)
        tall = (self.viewport().height() - foot) // children
        for row in range(children):
            self._down.resizeSection(row, max(lowest, min(tallest, tall)))
        self._down.resizeSection(children, foot)

    def _needs(self) -> list[int]:
        """What each kind needs: for the longest word of its head, and of any cell."""
        metrics = QFontMetrics(self._across.font())
        bold = QFontMetrics(Look.of(self).font(FontRole.LABEL, bold=True))
        cell = bold.horizontalAdvance(LATE[Late.TO_US])
        return [
            HEAD_PADDING + max(cell, *(metrics.horizontalAdvance(line) for line in kind.grid))
            for kind in self._grid.kinds
        ]
