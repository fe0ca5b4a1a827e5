"""The grid itself: arrows move through the cells, Enter opens one, Space ticks its print."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.ui.pages.children.cells import LATE
from jtai_desktop.ui.pages.children.facts import Facts
from jtai_desktop.ui.pages.children.model import COUNTS, TALKS, GridModel
from jtai_desktop.ui.pages.children.painting import Corner, GridDelegate, GridHead
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TALLEST, LOWEST, FOOT = 74, 56, 32
COUNT_WIDE, TALKS_WIDE = 60, 158
HEAD_PADDING = 6


class ChildrenGrid(QTableView):
    """`chosen(item)` follows the ring, `opened(item)` Enter, `printed(item)` the space bar."""

    chosen = Signal(str)
    opened = Signal(str)
    printed = Signal(str)
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid, self._delegate = GridModel(self), GridDelegate()
        self.setModel(self._grid)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Children by kind of document")
        self.setAccessibleDescription(
            "Arrows move through the documents, Enter opens one, Space ticks its printed copy."
        )
        self._across = GridHead(Qt.Orientation.Horizontal, self, self._grid)
        self._down = GridHead(Qt.Orientation.Vertical, self, self._grid)
        self._corner = Corner(self)
        self._set_up()
        self.selectionModel().currentChanged.connect(self._moved)
        follow_look(self._dress)

    @property
    def grid_model(self) -> GridModel:
        """What is shown."""
        return self._grid

    @property
    def current(self) -> str:
        """The document of the cell one is at, or the child of the conversations."""
        return self._grid.key(self.currentIndex().row(), self.currentIndex().column())

    def show_facts(self, facts: Facts) -> None:
        """Show other facts; the ring stays on its document, and the scroll where it was."""
        here, scroll = self.current, self.verticalScrollBar().value()
        self._grid.show_facts(facts)
        self._fit()
        if not self.go(here):
            self._stand()
        self.verticalScrollBar().setValue(scroll)

    def go(self, item_id: str) -> bool:
        """Put the ring on a document; whether it stands here."""
        place = self._grid.place_of(item_id) if item_id else None
        if place is None:
            return False
        row, column = place
        self.setCurrentIndex(self._grid.index(row, 0 if self.isColumnHidden(column) else column))
        return True

    def sizeHint(self) -> QSize:
        return QSize(700, self._head() + self._grid.rowCount() * TALLEST)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self._head() + 2 * LOWEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.current:
            self.opened.emit(self.current)
        elif event.key() == Qt.Key.Key_Space and self._document:
            self.printed.emit(self._document)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if key := self._grid.key(index.row(), index.column()):
            self.opened.emit(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._stand()
        self._light()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._light()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def _document(self) -> str:
        cell = self._grid.cell(self.currentIndex().row(), self.currentIndex().column())
        return cell.item_id if cell else ""

    def _set_up(self) -> None:
        view = QAbstractItemView
        self.setHorizontalHeader(self._across)
        self.setVerticalHeader(self._down)
        self.setSelectionMode(view.SelectionMode.NoSelection)
        self.setEditTriggers(view.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._down.setMinimumSectionSize(1)
        self._across.setMinimumSectionSize(1)
        self._across.setAccessibleName("Kinds of document")
        self._down.setAccessibleName("Children")

    def _fit(self) -> None:
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
        for column, width in enumerate(_shared(room - talks if wide else room, needs)):
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

    def _head(self) -> int:
        return self._across.sizeHint().height()

    def _stand(self) -> None:
        """The ring must be somewhere."""
        if not self.current and self._grid.children_shown:
            self.setCurrentIndex(self._grid.index(0, 0))

    def _moved(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._light()
        if self.current:
            self.chosen.emit(self.current)

    def _light(self) -> None:
        """Row and column of the ring light up; they stay lit while one is in the panel."""
        index = self.currentIndex()
        self._delegate.here = (index.row(), index.column())
        self._delegate.ringed = self.hasFocus()
        self._down.light(index.row())
        self._across.light(index.column())
        self.viewport().update()

    def _dress(self) -> None:
        for head in (self._across, self._down):
            head.setFont(Look.of(self).font(FontRole.LABEL))
        self._across.setFixedHeight(self._across.sizeHint().height())
        self._down.setFixedWidth(self._down.sizeHint().width())
        self._corner.setGeometry(0, 0, self._down.width(), self._across.height())
        self._fit()
        self.viewport().update()


def _shared(room: int, needs: list[int]) -> list[int]:
    """Equal widths, but that no head is cut where the text is large."""
    large = [need for need in needs if need > room // len(needs)]
    others = len(needs) - len(large)
    if not others or sum(needs) > room:
        large, others = [], len(needs)
    share, rest = divmod(room - sum(large), others)
    widths = [need if need in large else share for need in needs]
    return [width + (1 if column < rest else 0) for column, width in enumerate(widths)]
