"""The problems of the newest version of a list: grouped, filtered as one types, copied."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.lists.kept import KeptList
from jtai_desktop.domain.lists.versions import ListVersion
from jtai_desktop.domain.wording import counted
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.find_field import FindField
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import OneLine, Words
from jtai_desktop.ui.pages.lists.rows import PROBLEMS, copied, problem_rows
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

NONE_YET = "No version of this list has been taken in yet."
ALL_WELL = "Nothing was found in it."
NO_FIT = "No problem has all these words. Esc in the field shows all again."


class ProblemsPart(QWidget):
    """Below the table of the lists. `printed` asks for the paper of them."""

    printed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._version: ListVersion | None = None
        self._title = OneLine("", FontRole.HEADING, bold=True)
        self._count = Words("", FontRole.LABEL, Role.INK2)
        self.field = FindField("Find a problem")
        self.copy = small_button("Cop&y", "copy", self._copy)
        self.print = small_button("Prin&t…", "printer", self.printed.emit)
        self.table = RowTable(PROBLEMS, "Problems", TableOptions(chooses=False))
        self._nothing = Words("", ink=Role.INK2, wrap=True)
        self._below = QStackedLayout()
        self._lay_out()
        self.field.textChanged.connect(lambda _text: self._show())
        self.field.left_down.connect(self.table.setFocus)

    def show_list(self, kept: KeptList | None) -> None:
        """Show the problems of the newest version."""
        self._version = kept.newest if kept else None
        name = f"Problems of list {kept.wanted.number}" if kept else "Problems"
        version = f", version {self._version.number}" if self._version else ""
        self._title.setText(f"{name}{version}")
        self._show()

    def _show(self) -> None:
        typed = self.field.text()
        rows = problem_rows(self._version, typed)
        every = len(self._version.problems) if self._version else 0
        self.table.set_rows(rows)
        said = counted(every, "problem")
        self._count.setText(f"{len(rows)} of {said}" if typed.strip() else said)
        for part in (self._count, self.field, self.copy, self.print):
            part.setVisible(bool(every))
        self.copy.setEnabled(bool(rows))
        self._nothing.setText(self._why_empty(every))
        self._below.setCurrentIndex(0 if rows else 1)

    def _why_empty(self, every: int) -> str:
        if self._version is None:
            return NONE_YET
        return NO_FIT if every else ALL_WELL

    def _copy(self) -> None:
        if self._version is not None:
            QGuiApplication.clipboard().setText(copied(self._version, self.table.rows))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 0, 6)
        row.setSpacing(10)
        row.addWidget(self._title, 1)
        for part in (self._count, self.field, self.copy, self.print):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(self._below, 1)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.addWidget(self._nothing)
        inside.addStretch(1)
        # Qt shows what is put first; without a part to lie in, that would be a window.
        self._below.addWidget(self.table)
        self._below.addWidget(inner)
