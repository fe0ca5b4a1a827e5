"""Countdown: the one large number of the program, with its words."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jtai_desktop.ui.kit.painting import paint_text
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

GAP = 14


class Countdown(QWidget):
    """A number of 40 pt, a bold line and a quiet line ("working days to fieldwork", the date)."""

    HEIGHT = 60

    def __init__(
        self, number: int | str, words: str, date: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = (str(number), words, date)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_texts(number, words, date)
        follow_look(self._dress)

    def set_texts(self, number: int | str, words: str, date: str = "") -> None:
        self._texts = (str(number), words, date)
        self.setAccessibleName(f"{number} {words}" + (f", {date}" if date else ""))
        self._dress()

    def sizeHint(self) -> QSize:
        look = Look.of(self)
        number, words, date = self._texts
        bold, plain = QFontMetrics(look.font(bold=True)), QFontMetrics(look.font())
        beside = max(bold.horizontalAdvance(words), plain.horizontalAdvance(date))
        width = self._number_width(look, number) + GAP + beside + 2
        return QSize(width, look.grown(self.HEIGHT, FontRole.COUNTDOWN))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = Look.of(self), QPainter(self)
        number, words, date = self._texts
        large, ink = look.font(FontRole.COUNTDOWN), look.colour(Role.INK)
        paint_text(painter, self.rect(), number, large, ink)
        left = self._number_width(look, number) + GAP
        line = look.grown(18)
        box = QRect(left, (self.height() - 2 * line) // 2, self.width() - left, line)
        paint_text(painter, box, words, look.font(bold=True), ink)
        paint_text(painter, box.translated(0, line), date, look.font(), look.colour(Role.INK2))

    def _number_width(self, look: Look, number: str) -> int:
        return QFontMetrics(look.font(FontRole.COUNTDOWN)).horizontalAdvance(number)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
