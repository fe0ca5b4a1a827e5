"""Words: a piece of plain text in the font and colour of its role."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from jtai_desktop.ui.kit.painting import paint_text
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role


class Words(QLabel):
    """Text that is never read as HTML. `wrap` breaks lines, `bold` asks for 600 or 400."""

    def __init__(
        self,
        text: str = "",
        font: FontRole = FontRole.TEXT,
        ink: Role = Role.INK,
        *,
        bold: bool | None = None,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._role, self._ink, self._bold = font, ink, bold
        follow_look(self._dress)

    def set_ink(self, ink: Role) -> None:
        self._ink = ink
        self._dress()

    def set_bold(self, bold: bool | None) -> None:
        self._bold = bold
        self._dress()

    def _dress(self) -> None:
        look = Look.of(self)
        self.setFont(look.font(self._role, bold=self._bold))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, look.colour(self._ink))
        self.setPalette(palette)


class OneLine(Words):
    """One line of text that is cut with dots when narrow; the whole text is then its tooltip."""

    def __init__(
        self,
        text: str = "",
        font: FontRole = FontRole.TEXT,
        ink: Role = Role.INK,
        *,
        bold: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, font, ink, bold=bold, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._explain()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("nnnn…"), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        painter = QPainter(self)
        paint_text(painter, self.rect(), self.text(), self.font(), colour, self.alignment())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def _explain(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(self.text() if cut else "")
