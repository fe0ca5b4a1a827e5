"""PageHeader: the page's title, one line of fact, and the actions at the right."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from jtai_desktop.ui.kit.painting import paint_text
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

FACT_GAP = 12


class TitleLine(QWidget):
    """The title and the fact on one base line; the fact is cut first when narrow."""

    def __init__(self, title: str, fact: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._fact = title, fact
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_look(self._dress)

    def set_texts(self, title: str, fact: str) -> None:
        self._title, self._fact = title, fact
        self._dress()

    def sizeHint(self) -> QSize:
        look = Look.of(self)
        title, fact = self._widths(look)
        return QSize(title + FACT_GAP + fact, look.fonts.line(FontRole.TITLE))

    def minimumSizeHint(self) -> QSize:
        look = Look.of(self)
        return QSize(self._widths(look)[0], look.fonts.line(FontRole.TITLE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = Look.of(self), QPainter(self)
        title, fact = look.font(FontRole.TITLE), look.font()
        used = paint_text(painter, self.rect(), self._title, title, look.colour(Role.INK))
        drop = self._drop(look)
        box = QRect(used + FACT_GAP, drop, self.width() - used - FACT_GAP, self.height())
        if box.width() > 0:
            paint_text(painter, box, self._fact, fact, look.colour(Role.INK2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def _drop(self, look: Look) -> int:
        large, small = QFontMetrics(look.font(FontRole.TITLE)), QFontMetrics(look.font())
        return ((large.ascent() - large.descent()) - (small.ascent() - small.descent())) // 2

    def _widths(self, look: Look) -> tuple[int, int]:
        title = QFontMetrics(look.font(FontRole.TITLE)).horizontalAdvance(self._title)
        return title, QFontMetrics(look.font()).horizontalAdvance(self._fact)

    def _explain(self) -> None:
        cut = self.sizeHint().width() > self.width()
        self.setToolTip(self._fact if cut else "")

    def _dress(self) -> None:
        self.setAccessibleName(", ".join(part for part in (self._title, self._fact) if part))
        self.updateGeometry()
        self._explain()
        self.update()


class PageHeader(QWidget):
    """16 pt/600 title, the fact in ink2, actions at the right; 56 px high, without side margins."""

    HEIGHT = 56

    def __init__(self, title: str, fact: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = TitleLine(title, fact)
        self._title = title
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._line, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        follow_look(self._dress)

    def set_title(self, title: str, fact: str = "") -> None:
        self._title = title
        self._line.set_texts(title, fact)
        self.setAccessibleName(title)

    def set_fact(self, fact: str) -> None:
        self._line.set_texts(self._title, fact)

    def add_action(self, widget: QWidget) -> None:
        """Put a button (or a legend) at the right, after those already there."""
        self._row.addWidget(widget)

    def _dress(self) -> None:
        self.setFixedHeight(Look.of(self).grown(self.HEIGHT, FontRole.TITLE))
