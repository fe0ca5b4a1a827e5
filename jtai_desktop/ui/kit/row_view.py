"""What every table of whole rows has in common: no grid, no stripes, no cell that is its own."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


def set_up_rows(view: QTableView) -> None:
    """Rows are chosen whole, told by their lines alone, and scrolled smoothly."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setShowGrid(False)
    # Tab leaves the table: arrow keys move inside it.
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setMouseTracking(True)
    view.viewport().setMouseTracking(True)
    down = view.verticalHeader()
    down.hide()
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.setMinimumSectionSize(1)
