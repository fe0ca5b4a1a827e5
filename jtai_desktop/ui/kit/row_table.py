"""RowTable: a table as the design draws it: lines, no stripes, one ring around the current row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QTableView,
    QToolTip,
    QWidget,
)

from jtai_desktop.ui.kit.cell_model import CellModel
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.column_widths import NARROWEST_REST, ColumnWidths
from jtai_desktop.ui.kit.now_line import flag_width, paint_now
from jtai_desktop.ui.kit.painting import paint_ring
from jtai_desktop.ui.kit.row_delegate import RowDelegate
from jtai_desktop.ui.kit.row_view import set_up_rows
from jtai_desktop.ui.kit.sorting import sort_as, sorting
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

TWO_LINES = 44
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How a table behaves.

    `chooses` fills the current row as a selection, `many` lets several be selected; without
    either only the ring shows where one is. `fits` makes the table as high as its rows.
    `rest` is the least that the column without a width has before others leave.
    """

    row_height: int = 27
    head: bool = True
    chooses: bool = True
    many: bool = False
    sorts: bool = False
    fits: bool = False
    rest: int = NARROWEST_REST
    ground: Role = Role.BG


USUAL = TableOptions()


class RowTable(QTableView):
    """Rows are chosen whole and have keys.

    Enter or a double click emits `row_activated(key)`, moving emits `row_chosen(key)`; a click
    on a link, or Shift+Enter, emits `link_followed(key, column)`.
    """

    row_activated = Signal(str)
    row_chosen = Signal(str)
    link_followed = Signal(str, str)

    def __init__(
        self,
        columns: Sequence[Column],
        name: str,
        options: TableOptions = USUAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cells = CellModel(columns, self)
        self._painter = RowDelegate(options.ground)
        self._options = options
        self._now = ("", "")
        self.setModel(self._cells)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self._set_up_view()
        self._set_up_head()
        self._widths = ColumnWidths(self.horizontalHeader(), self._cells.columns, options.rest)
        self.selectionModel().currentChanged.connect(self._current_changed)
        follow_look(self._dress)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in the order shown."""
        return self._cells.rows

    @property
    def current_key(self) -> str:
        return self._key_at(self.currentIndex().row())

    @property
    def selected_keys(self) -> list[str]:
        places = {index.row() for index in self.selectionModel().selectedIndexes()}
        return [self._key_at(place) for place in sorted(places)]

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the current row, the selection and the scroll stay where they can."""
        current, selected = self.current_key, self.selected_keys
        scroll = self.verticalScrollBar().value()
        self._cells.set_rows(rows)
        self._arrange()
        self._bring_back(current, selected)
        if self.hasFocus():
            self._stand_on_a_row()
        self.verticalScrollBar().setValue(scroll)

    def choose(self, key: str) -> None:
        """Make the row with this key the current one, in sight; emits nothing."""
        place = self._cells.row_of(key)
        if place < 0 or key == self.current_key:
            return
        self.selectionModel().blockSignals(True)
        self.selectionModel().clearSelection()
        self._bring_back(key, [key] if self._options.chooses else [])
        self.selectionModel().blockSignals(False)
        self._light()
        self.scrollTo(self._cells.index(place, 0))

    def set_now_line(self, key: str = "", text: str = "") -> None:
        """A line in the accent colour above the row with this key, with a flag at its right."""
        self._now = (key, text)
        self._keep_flag_free()

    def view_state(self) -> dict[str, object]:
        """Widths, sorting, current row and scroll as plain values, for keeping."""
        return {
            "widths": self._widths.own(),
            "sort": sorting(self),
            "current": self.current_key,
            "scroll": self.verticalScrollBar().value(),
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Take back what `view_state` gave; anything unknown or odd in it is passed over."""
        self._widths.take(state.get("widths"))
        sort_as(self, state.get("sort"))
        current, scroll = state.get("current"), state.get("scroll")
        if isinstance(current, str):
            self.choose(current)
        if isinstance(scroll, int):
            self.verticalScrollBar().setValue(scroll)

    def sizeHint(self) -> QSize:
        if not self._options.fits:
            return super().sizeHint()
        head = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().height()
        return QSize(super().sizeHint().width(), head + self.verticalHeader().length())

    def minimumSizeHint(self) -> QSize:
        return (
            QSize(120, self.sizeHint().height())
            if self._options.fits
            else super().minimumSizeHint()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_now(painter)
        row = self.currentIndex().row()
        if self.hasFocus() and row >= 0:
            chosen = self.selectionModel().isRowSelected(row, QModelIndex())
            on = Role.SEL if chosen else Role.BG
            paint_ring(painter, self._row_box(row), Look.of(self), on=on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER or not self.current_key:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._follow_link(self.currentIndex().row())
        else:
            self.row_activated.emit(self.current_key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._on_link(index, event.position().toPoint()):
            column = self._cells.columns[index.column()].key
            self.link_followed.emit(self._key_at(index.row()), column)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._on_link(index, event.position().toPoint()):
            self.row_activated.emit(self._key_at(index.row()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_link = index.isValid() and self._on_link(index, event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self._hover(index.row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._stand_on_a_row()
        self._light()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._light()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths.fit(self.viewport().width())
        self._keep_flag_free()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def _set_up_view(self) -> None:
        modes = QAbstractItemView.SelectionMode
        one = modes.SingleSelection if self._options.chooses else modes.NoSelection
        self.setSelectionMode(modes.ExtendedSelection if self._options.many else one)
        set_up_rows(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if self._options.fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _set_up_head(self) -> None:
        across = self.horizontalHeader()
        across.setVisible(self._options.head)
        across.setHighlightSections(False)
        across.setSectionsClickable(self._options.sorts)
        across.setAccessibleName(f"{self.accessibleName()}: columns")
        if self._options.sorts:
            across.setSortIndicatorClearable(True)
            across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)
            self._cells.layoutChanged.connect(self._arrange)

    def _arrange(self) -> None:
        """Row heights and spans of the rows shown."""
        look = Look.of(self)
        self.verticalHeader().setDefaultSectionSize(look.grown(self._options.row_height))
        tall = look.grown(TWO_LINES, FontRole.LABEL, lines=2)
        self.clearSpans()
        for place, row in enumerate(self._cells.rows):
            if row.two_lines:
                self.setRowHeight(place, tall)
            for column, cell in enumerate(row.cells):
                if cell.span > 1:
                    self.setSpan(place, column, 1, cell.span)
        self._keep_flag_free()
        self.updateGeometry()

    def _bring_back(self, current: str, selected: Sequence[str]) -> None:
        flags = self.selectionModel().SelectionFlag
        for key in selected:
            place = self._cells.row_of(key)
            if place >= 0:
                index = self._cells.index(place, 0)
                self.selectionModel().select(index, flags.Select | flags.Rows)
        place = self._cells.row_of(current)
        if place >= 0:
            self.selectionModel().setCurrentIndex(self._cells.index(place, 0), flags.NoUpdate)

    def _stand_on_a_row(self) -> None:
        """The table has the focus: the ring must be somewhere."""
        if not self.currentIndex().isValid() and self._cells.rowCount():
            self.selectionModel().setCurrentIndex(
                self._cells.index(0, 0), self.selectionModel().SelectionFlag.NoUpdate
            )

    def _current_changed(self, current: QModelIndex) -> None:
        self._light()
        self.viewport().update()
        if current.isValid():
            self.row_chosen.emit(self._key_at(current.row()))

    def _light(self) -> None:
        lit = self.hasFocus() and not self._options.chooses
        row, shown = self.currentIndex().row(), self._shown_columns()
        self._painter.lit = row if lit else -1
        ringed = self.hasFocus() and bool(shown)
        self._painter.ringed = (row, shown[0], shown[-1]) if ringed else (-1, -1, -1)
        self.viewport().update()

    def _shown_columns(self) -> list[int]:
        head = self.horizontalHeader()
        return [at for at in range(len(self._cells.columns)) if not head.isSectionHidden(at)]

    def _hover(self, row: int) -> None:
        if row != self._painter.hovered:
            self._painter.hovered = row
            self.viewport().update()

    def _key_at(self, place: int) -> str:
        return self._cells.rows[place].key if 0 <= place < len(self._cells.rows) else ""

    def _cell_at(self, index: QModelIndex) -> Cell:
        return self._cells.cell(index.row(), index.column())

    def _on_link(self, index: QModelIndex, point: QPoint) -> bool:
        return self._painter.link_at(self.visualRect(index), index, point)

    def _follow_link(self, row: int) -> None:
        for column, cell in zip(self._cells.columns, self._cells.rows[row].cells, strict=False):
            if cell.link:
                self.link_followed.emit(self._key_at(row), column.key)
                return

    def _show_tip(self, event: QHelpEvent) -> None:
        index = self.indexAt(event.pos())
        tip = ""
        if index.isValid():
            cell = self._cell_at(index)
            cut = self._painter.cut(self.visualRect(index), index)
            tip = cell.tip or (cell.plain if cut else "")
        QToolTip.showText(event.globalPos(), tip, self.viewport())

    def _row_box(self, row: int) -> QRect:
        width = min(self.viewport().width(), self.horizontalHeader().length())
        return QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row))

    def _paint_now(self, painter: QPainter) -> None:
        place = self._cells.row_of(self._now[0])
        if place >= 0:
            paint_now(painter, Look.of(self), self._row_box(place), self._now[1], first=not place)

    def _keep_flag_free(self) -> None:
        place = self._cells.row_of(self._now[0])
        shown = self._shown_columns()
        room = flag_width(Look.of(self), self._now[1]) if place >= 0 else 0
        self._painter.kept_free = (max(0, place - 1), shown[-1], room) if room else (-1, -1, 0)
        self.viewport().update()

    def _dress(self) -> None:
        look = Look.of(self)
        head = self.horizontalHeader()
        head.setFixedHeight(look.grown(26, FontRole.LABEL))
        self._widths.grow(look.fonts.scale)
        self._widths.fit(self.viewport().width())
        self._arrange()
        self.viewport().update()
