"""CellModel: rows of cells as Qt wants to be asked for them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from jtai_desktop.ui.kit.cells import CELL_ROLE, ROW_ROLE, Cell, Column, Row

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOTHING = QModelIndex()


class CellModel(QAbstractTableModel):
    """Shows rows in the order given, or sorted by a column until `sort(-1)` gives it back."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._given: tuple[Row, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._given = tuple(rows)
        self._rows = self._in_order()
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Where the row with this key stands, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def cell(self, row: int, column: int) -> Cell:
        cells = self._rows[row].cells
        return cells[column] if column < len(cells) else Cell()

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        match role:
            case _Role.DisplayRole:
                return cell.plain
            case _Role.AccessibleTextRole:
                return cell.spoken
            case _Role.AccessibleDescriptionRole:
                return self._rows[index.row()].spoken
        if role == CELL_ROLE:
            return cell
        return self._rows[index.row()] if role == ROW_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role in {_Role.DisplayRole, _Role.AccessibleTextRole}:
            return column.title
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order)
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        keys = [self._rows[index.row()].key for index in kept]
        self._rows = self._in_order()
        places = {row.key: place for place, row in enumerate(self._rows)}
        moved = [
            self.index(places[key], index.column()) for key, index in zip(keys, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _in_order(self) -> tuple[Row, ...]:
        column, order = self._sorted
        if not 0 <= column < len(self._columns):
            return self._given
        down = order is Qt.SortOrder.DescendingOrder
        ordered = sorted(
            self._given,
            key=lambda row: row.cells[column].sort_key if column < len(row.cells) else (2, 0.0, ""),
            reverse=down,
        )
        return tuple(ordered)
