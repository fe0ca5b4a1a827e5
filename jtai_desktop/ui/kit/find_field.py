"""The field that filters what is below it while one types."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from jtai_desktop.ui.kit.cell_field import ENTER
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

WIDTH = 190
LONGEST = 200


class FindField(QLineEdit):
    """Ctrl+F comes here; Enter or Down goes on to what was found, Esc shows all again."""

    left_down = Signal()

    def __init__(self, name: str, *, width: int = WIDTH) -> None:
        super().__init__(maxLength=LONGEST)
        self._width = width
        self._glass = self.addAction(
            Look.of(self).icon("search", Role.INK2), QLineEdit.ActionPosition.LeadingPosition
        )
        self._glass.setToolTip("Find")
        self.setPlaceholderText("Find, Ctrl+F")
        self.setAccessibleName(name)
        follow_look(self._dress)

    def take_focus(self) -> None:
        """Put the cursor here, all selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*ENTER, Qt.Key.Key_Down):
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        look = Look.of(self)
        self._glass.setIcon(look.icon("search", Role.INK2))
        if self._width:
            self.setFixedWidth(look.sized(self._width))
