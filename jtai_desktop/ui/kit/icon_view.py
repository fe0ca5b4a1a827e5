"""IconView: an icon on its own, in the colour of a role."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jtai_desktop.ui.kit.painting import paint_icon
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role


class IconView(QWidget):
    """An icon of `side` px, which grows with the text. It carries no meaning without a word."""

    def __init__(
        self, name: str, ink: Role = Role.INK2, side: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._ink, self._side = name, ink, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_look(self._dress)

    def set_icon(self, name: str, ink: Role) -> None:
        self._name, self._ink = name, ink
        self.update()

    def sizeHint(self) -> QSize:
        side = Look.of(self).sized(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self.sizeHint().height()
        box = QRect(0, (self.height() - side) // 2, side, side)
        paint_icon(QPainter(self), box, Look.of(self), self._name, self._ink)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
