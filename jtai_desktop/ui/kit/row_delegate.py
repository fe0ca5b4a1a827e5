"""RowDelegate: paints the cells of a RowTable, their ground and the line under each row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jtai_desktop.ui.kit.cell_painting import CellPainter
from jtai_desktop.ui.kit.cells import CELL_ROLE, ROW_ROLE, Cell, Row
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.tokens import Role

Index = QModelIndex | QPersistentModelIndex
RING_ROOM = 6


class RowDelegate(QStyledItemDelegate):
    """Paints what a `Cell` holds.

    `hovered` is the row under the pointer, `lit` the row of the ring where none is selected.
    `ringed` is the row of the focus ring with its first and last column: what is flush there
    steps aside for the ring. `kept_free` is a row, a column, and the room at its right that a
    flag covers.
    """

    def __init__(self, ground: Role = Role.BG) -> None:
        super().__init__()
        self.hovered = -1
        self.lit = -1
        self.kept_free = (-1, -1, 0)
        self.ringed = (-1, -1, -1)
        self._ground = ground

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = Look.of(self)
        box: QRect = option.rect
        selected = self._selected(option)
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, look.colour(self._ground_of(index, selected=selected)))
        line = QRect(box.left(), box.bottom(), box.width(), 1)
        painter.fillRect(line, look.colour(Role.LINE))
        if index.row() == self.kept_free[0] and index.column() == self.kept_free[1]:
            box = box.adjusted(0, 0, -self.kept_free[2], 0)
        cell = _cell(index)
        if cell.flush and index.row() == self.ringed[0]:
            box = self._beside_ring(box, index)
        self._painter(selected=selected).paint(painter, box, cell)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._painter(selected=False).needed(_cell(index))

    def link_at(self, box: QRect, index: Index, point: QPoint) -> bool:
        """Whether a point of the table lies on the cell's link."""
        painter = self._painter(selected=False)
        return painter.link_box(box, _cell(index)).contains(point)

    def cut(self, box: QRect, index: Index) -> bool:
        """Whether the cell shows less than it holds."""
        return self.sizeHint(QStyleOptionViewItem(), index).width() > box.width() + 1

    def _painter(self, *, selected: bool) -> CellPainter:
        return CellPainter(Look.of(self), selected=selected)

    def _beside_ring(self, box: QRect, index: Index) -> QRect:
        left = RING_ROOM if index.column() == self.ringed[1] else 0
        right = RING_ROOM if index.column() == self.ringed[2] else 0
        return box.adjusted(left, 0, -right, 0)

    def _ground_of(self, index: Index, *, selected: bool) -> Role:
        if selected:
            return Role.SEL
        if index.row() in {self.hovered, self.lit}:
            return Role.HOVER
        return Role.SIDE if _row(index).section else self._ground

    @staticmethod
    def _selected(option: QStyleOptionViewItem) -> bool:
        state: QStyle.StateFlag = option.state
        return bool(state & QStyle.StateFlag.State_Selected)


def _cell(index: Index) -> Cell:
    cell = index.data(CELL_ROLE)
    return cell if isinstance(cell, Cell) else Cell(text=str(index.data() or ""))


def _row(index: Index) -> Row:
    row = index.data(ROW_ROLE)
    return row if isinstance(row, Row) else Row("", ())
