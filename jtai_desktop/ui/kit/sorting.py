"""The sorting of a table as plain values: ["due", "up"], or nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from jtai_desktop.ui.kit.cell_model import CellModel

_WAYS = {"up": Qt.SortOrder.AscendingOrder, "down": Qt.SortOrder.DescendingOrder}


def sorting(table: QTableView) -> list[str] | None:
    """The column a table is sorted by, and which way."""
    head, columns = table.horizontalHeader(), _column_keys(table)
    place = head.sortIndicatorSection()
    if not table.isSortingEnabled() or not 0 <= place < len(columns):
        return None
    way = next(word for word, order in _WAYS.items() if order is head.sortIndicatorOrder())
    return [columns[place], way]


def sort_as(table: QTableView, sort: object) -> None:
    """Sort as `sorting` once said; anything else is passed over."""
    columns = _column_keys(table)
    match sort:
        case [str() as key, "up" | "down" as way] if key in columns and table.isSortingEnabled():
            table.sortByColumn(columns.index(key), _WAYS[way])


def _column_keys(table: QTableView) -> list[str]:
    model = table.model()
    return [column.key for column in model.columns] if isinstance(model, CellModel) else []
