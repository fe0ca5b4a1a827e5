"""Rule: a line of one pixel."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role


class Rule(QWidget):
    """A line across: `Role.INK` under headings, `Role.LINE` between rows, LINE2 at panel edges."""

    def __init__(
        self,
        ink: Role = Role.LINE,
        direction: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ink = ink
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        across = direction is Qt.Orientation.Horizontal
        self.setSizePolicy(*((wide, fixed) if across else (fixed, wide)))
        follow_look(self.update)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Look.of(self).colour(self._ink))
