"""One section of Today: a heading, and rows or the word that there is nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.ui.kit.cells import Row
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.tokens import Role


class Section(QWidget):
    """A heading with its count, and a table that is as high as its rows."""

    all_wanted = Signal()

    def __init__(self, title: str, table: RowTable) -> None:
        super().__init__()
        self.heading = SectionHeading(title)
        self.table = table
        self._nothing: QWidget | None = None
        self._all = self.heading.add_link("Show all")
        self._all.clicked.connect(self.all_wanted)
        self._all.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.heading)
        self._column.addWidget(table)

    def set_nothing(self, nothing: QWidget) -> None:
        """What stands there when there are no rows."""
        self._nothing = nothing
        nothing.setContentsMargins(0, 6, 0, 0)
        self._column.addWidget(nothing)

    def add_below(self, part: QWidget) -> None:
        """Something that stands below the rows, such as a legend."""
        self._column.addWidget(part)

    def say_nothing(self, sentence: str) -> None:
        """The sentence that stands there when there are no rows."""
        self.set_nothing(Words(sentence, ink=Role.INK2, wrap=True))

    def show_rows(self, rows: list[Row], count: int | None = None) -> None:
        """The rows, and how many there are in all."""
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        if self._nothing is not None:
            self._nothing.setVisible(not rows)
        self.heading.set_count(str(count) if count else "")

    def offer_all(self, number: int, most: int, *, shown: bool) -> None:
        """The link that shows all of them, or the first few again."""
        self._all.setVisible(number > most)
        self._all.setText("Show fewer" if shown else f"Show all {number}")
