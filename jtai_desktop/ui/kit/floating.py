"""A small frame that floats by the field it belongs to: what is wrong, or what can be chosen."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.icon_view import IconView
from jtai_desktop.ui.kit.painting import paint_frame
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.tokens import Role

GAP = 2
PROBLEM_WIDTH = 300


class Floating(QFrame):
    """Lies over the window, below the field, or above it where there is no room below."""

    def __init__(self, field: QWidget, edge: Role = Role.CTL) -> None:
        super().__init__(field.window())
        self._field, self._edge = field, edge
        stand_on(self, Role.BG)
        field.destroyed.connect(self.deleteLater)

    def put(self, size: QSize) -> None:
        """Show the frame in this size by its field, wholly inside the window."""
        window = self.parentWidget()
        if window is None:
            return
        top = self._field.mapTo(window, QPoint(0, 0))
        self.setGeometry(placed(QRect(top, self._field.size()), size, window.size()))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_frame(QPainter(self), self.rect(), Look.of(self), self._edge)


class ProblemTag(Floating):
    """The sentence that says what is wrong with what was typed."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Role.WARNING)
        self._words = Words("", FontRole.LABEL, Role.WARNING, bold=True, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(6)
        row.addWidget(IconView("triangle", Role.WARNING, 14))
        row.addWidget(self._words, 1)

    @property
    def sentence(self) -> str:
        return self._words.text()

    def say(self, sentence: str) -> None:
        """Show the sentence."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        width = Look.of(self).sized(PROBLEM_WIDTH)
        self.put(QSize(width, self.heightForWidth(width)))


def placed(field: QRect, size: QSize, room: QSize) -> QRect:
    """Where a frame of this size lies by a field."""
    left = max(0, min(field.left(), room.width() - size.width()))
    below = field.bottom() + 1 + GAP
    fits = below + size.height() <= room.height()
    above = max(0, field.top() - GAP - size.height())
    return QRect(QPoint(left, below if fits else above), size)
