"""Log: what left the program, and the line of a paper found by the seal at its foot."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.printing import PrintEntry, found
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.pages.papers.rows import LOG, log_rows
from jtai_desktop.ui.pages.papers.sides import LOG_LEAST
from jtai_desktop.ui.theme.look import Look, follow_look

TITLE, SEARCH = "What left the program", "Find a seal"
WIDTH = 132


class LogPart(QWidget):
    """The newest first; what is typed leaves only the lines that have it."""

    def __init__(self) -> None:
        super().__init__()
        self.table = RowTable(LOG, TITLE, TableOptions(chooses=False))
        self._search = QLineEdit(placeholderText=SEARCH, clearButtonEnabled=True, maxLength=120)
        self._search.setAccessibleName(f"{SEARCH} in what left the program")
        self._logged: tuple[PrintEntry, ...] = ()
        self._today = date.min
        self._lay_out()
        self._search.textChanged.connect(lambda _text: self._show())
        follow_look(self._dress)

    def show_log(self, logged: Iterable[PrintEntry], today: date) -> None:
        """Show what left; what is typed goes on counting."""
        self._logged, self._today = tuple(logged), today
        self._show()

    def _show(self) -> None:
        self.table.set_rows(log_rows(found(self._logged, self._search.text()), self._today))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 4)
        head.setSpacing(12)
        head.addWidget(SectionHeading(TITLE), 1)
        head.addWidget(self._search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self.table.setMinimumHeight(LOG_LEAST)

    def _dress(self) -> None:
        self._search.setFixedWidth(Look.of(self).sized(WIDTH))
