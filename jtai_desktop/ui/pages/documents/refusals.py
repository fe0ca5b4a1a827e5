"""What could not be taken of a block: every refused cell, named in a list above the register."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.documents.cell_edits import RefusedCell
from jtai_desktop.domain.wording import counted
from jtai_desktop.ui.kit.buttons import LinkButton
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.icon_view import IconView
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import OneLine
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (Column("where", "Where", 180), Column("why", "Why"))
MOST_IN_SIGHT, ROW, MARGIN = 5, 24, 20


class Refusals(QWidget):
    """Nothing was changed, and why: `row_wanted(item, document)` follows Enter on a line."""

    row_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._cells: tuple[RefusedCell, ...] = ()
        self._heading = OneLine("", bold=True, ink=Role.WARNING)
        self._close = LinkButton("Close", FontRole.LABEL)
        options = TableOptions(row_height=ROW, head=False, chooses=False)
        self.table = RowTable(COLUMNS, "Cells that were refused", options)
        self._lay_out()
        self._close.clicked.connect(self.hide)
        self.table.row_activated.connect(self._go)
        follow_look(self._dress)

    def show_cells(self, cells: Sequence[RefusedCell]) -> None:
        """Name each refused cell; without any the list goes."""
        self._cells = tuple(cells)
        self.setVisible(bool(cells))
        if not cells:
            return
        self._heading.setText(f"Nothing was changed: {counted(len(cells), 'cell')} can’t be taken")
        self.table.set_rows([_row(place, cell) for place, cell in enumerate(self._cells)])
        self._dress()

    def _go(self, key: str) -> None:
        edit = self._cells[int(key)].edit
        self.row_wanted.emit(edit.item_id, edit.document_id)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(IconView("triangle", Role.WARNING))
        top.addWidget(self._heading, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, 12, 8)
        column.setSpacing(4)
        column.addWidget(Rule(Role.LINE))
        column.addLayout(top)
        column.addWidget(self.table)
        self.hide()

    def _dress(self) -> None:
        rows = min(MOST_IN_SIGHT, max(1, len(self._cells)))
        self.table.setFixedHeight(rows * Look.of(self).grown(ROW) + 2)


def _row(place: int, cell: RefusedCell) -> Row:
    where = cell.problem.place
    return Row(str(place), (Cell(where, bold=True), Cell(cell.sentence, tip=cell.sentence)))
