"""Comparison: old and new side by side, in place, before anything is changed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.redating import Shift
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.buttons import KitButton
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.settings.comparison_rows import (
    COLUMNS,
    comparison_rows,
    comparison_sentence,
)
from jtai_desktop.ui.shell.hub import Hub

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAVE = "Leave as it is"


class _Answer(KitButton):
    """A button that Enter presses too, not only Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class Comparison(QWidget):
    """`accepted` changes it, `left` leaves all as it is; leaving is what Enter and Esc do first."""

    accepted = Signal()
    left = Signal()

    def __init__(self, yes: str) -> None:
        super().__init__()
        self._heading = PanelHeading("What would change")
        self._sentence = Words("", wrap=True)
        self._table = RowTable(COLUMNS, "What would change", TableOptions(chooses=False, fits=True))
        self.leave, self.change = _Answer(LEAVE), _Answer(yes)
        self.leave.clicked.connect(lambda _down: self.left.emit())
        self.change.clicked.connect(lambda _down: self.accepted.emit())
        self._lay_out()
        self.hide()

    def show_shifts(self, title: str, shifts: Sequence[Shift], *, ask: bool) -> None:
        """Show what would move; with `ask` the ring goes to the safe answer."""
        self._heading.set_title(title)
        sentence = comparison_sentence(shifts)
        self._sentence.setText(sentence)
        self.leave.setAccessibleDescription(f"{title}. {sentence}")
        self._table.set_rows(comparison_rows(shifts))
        self._table.setVisible(bool(self._table.rows))
        self.show()
        if ask:
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.change)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        for part in (self._heading, self._sentence, self._table):
            column.addWidget(part)
        column.addLayout(buttons)


Reader = Callable[[Workspace], tuple[Shift, ...]]


def compare(
    hub: Hub,
    reader: Reader,
    then: Callable[[tuple[Shift, ...]], None],
    refused: Callable[[str], None],
) -> None:
    """Ask the vault what would move; an impossible date is refused in a sentence.

    Goes the way of an action that changes nothing, since a read has nowhere to be refused to.
    """
    found: list[tuple[Shift, ...]] = []

    def look(workspace: Workspace) -> Changes:
        found.append(reader(workspace))
        return Changes()

    hub.act(look, lambda _changes: then(found[0]), refused)
