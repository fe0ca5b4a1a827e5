"""Several inspections in one vault: which one to open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from jtai_desktop.domain.inspection import Inspection
from jtai_desktop.domain.wording import stamp
from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.page_header import PageHeader
from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.shell.entrance import Entrance
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("area", "Area", 320),
    Column("notified", "Notified", 220),
    Column("kind", "", 200),
    Column("begun", "Begun here"),
)


class Choose(Entrance):
    """A row for each inspection, Enter opens it."""

    chosen = Signal(str)
    new_wanted = Signal()

    def __init__(self, listed: tuple[Inspection, ...]) -> None:
        super().__init__()
        stand_on(self, Role.BG)
        header = PageHeader("Inspections", "Enter opens the one with the ring")
        header.add_action(plain_button("New inspection…", "plus", self.new_wanted.emit))
        self._table = RowTable(COLUMNS, "Inspections")
        self._table.set_rows([_row(each) for each in listed])
        self._table.row_activated.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._table, 1)
        self.setFocusProxy(self._table)


def _row(inspection: Inspection) -> Row:
    kind = "Practice" if inspection.practice else "Live"
    begun = stamp(inspection.created) if inspection.created else ""
    return Row(
        inspection.id,
        (
            Cell(inspection.area, bold=True),
            Cell(stamp(inspection.notified)),
            Cell(kind, icon="practice" if inspection.practice else ""),
            Cell(begun, ink=Role.INK2),
        ),
    )
