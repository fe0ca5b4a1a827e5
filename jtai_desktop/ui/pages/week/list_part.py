"""The same entries as a list: all weeks under one another, sorted and filtered as one types."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.wording import counted
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.find_field import FindField
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.week.entries import Entry
from jtai_desktop.ui.pages.week.list_rows import COLUMNS, rows_of
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

LEFT, RIGHT = 20, 16


class ListPart(QWidget):
    """`chosen(key)` follows the ring, `opened(key)` Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._chosen = ""
        self._kept: Mapping[str, object] = {}
        self.field = FindField("Find an entry")
        self._count = Words("", FontRole.LABEL, Role.INK2)
        self.table = RowTable(COLUMNS, "Entries of all weeks", TableOptions(sorts=True))
        self.table.setAccessibleDescription("Enter shows an entry, F2 moves it by a form.")
        self._nothing = EmptyState("No entry has all these words.", "Type fewer, or press Esc.")
        self._below = QStackedLayout()
        self._lay_out()
        self.field.textChanged.connect(lambda _text: self._show())
        self.field.left_down.connect(self._enter)
        self.table.row_chosen.connect(self.chosen)
        self.table.row_activated.connect(self.opened)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these entries; what is typed goes on filtering them.

        While the list is not in sight, its rows are not made.
        """
        self._entries = entries
        if self.isVisible():
            self._show()

    def choose(self, key: str) -> None:
        """Put the ring on an entry, now or once its row is made; emits nothing."""
        self._chosen = key
        self.table.choose(key)

    def view_state(self) -> dict[str, object]:
        """Widths, order, row, scroll, and what is typed."""
        if not self.table.rows:
            return dict(self._kept)
        return {**self.table.view_state(), "find": self.field.text()}

    def restore(self, state: Mapping[str, object]) -> None:
        """Come back to what `view_state` gave."""
        typed = state.get("find")
        if isinstance(typed, str):
            self.field.setText(typed)
        self._kept = state
        if self.isVisible():
            self._come_back()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()
        self._come_back()

    def _enter(self) -> None:
        """From the field to what was found, which is then what one is at."""
        self.table.setFocus()
        rows = self.table.rows
        here = self.table.current_key or (rows[0].key if rows else "")
        if here and here != self._chosen:
            self.table.choose(here)
            self.chosen.emit(here)

    def _come_back(self) -> None:
        """As it was left; the entry one is at now counts more than that of the last time."""
        kept, self._kept = self._kept, {}
        if kept:
            self.table.restore(kept)
        self.table.choose(self._chosen)

    def _show(self) -> None:
        rows = rows_of(self._entries, self.field.text())
        self.table.set_rows(rows)
        every = counted(len(self._entries), "entry", "entries")
        typed = bool(self.field.text().strip())
        self._count.setText(f"{len(rows)} of {every}" if typed else every)
        self._below.setCurrentIndex(0 if rows or not typed else 1)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 6)
        row.setSpacing(12)
        row.addWidget(self.field)
        row.addWidget(self._count)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LEFT, 0, RIGHT, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(self._below, 1)
        # Qt shows what is put first; without a part to lie in, that would be a window.
        self._below.addWidget(self.table)
        self._below.addWidget(self._nothing)
