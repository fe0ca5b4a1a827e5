"""A page of the letter as a picture, with the lines marked that one reads beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from jtai_desktop.domain.letters.lines import Line
from jtai_desktop.domain.letters.picture import PagePicture
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import LIGHT, Role

ABOVE, BELOW, BESIDE = 1.0, 0.3, 4.0  # in sizes of the letters; points
ROUND, THICK, FAINT = 40, 2, 46
FEWEST_DOTS = 1_100  # made smaller it stays sharp, made larger it would not
SMOOTH = Qt.TransformationMode.SmoothTransformation
KEEP = Qt.AspectRatioMode.KeepAspectRatio


class _Sheet(QWidget):
    """The picture itself, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = QImage()
        self._fitted = QImage()
        self._points = 1.0
        self._lines: tuple[Line, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow_look(self.update)

    def show_picture(self, picture: PagePicture | None) -> None:
        self._whole = _image(picture) if picture else QImage()
        self._points = picture.points if picture else 1.0
        self._fit()

    def mark(self, lines: Sequence[Line]) -> QRect:
        """Mark these lines; gives where they stand."""
        self._lines = tuple(lines)
        self.update()
        found = QRect()
        for each in self._lines:
            found = found.united(self._box(each))
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._whole.isNull():
            return
        painter.drawImage(0, 0, self._fitted)
        painter.setPen(Look.of(self).colour(Role.LINE2))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        accent = QColor(LIGHT.colour(Role.ACCENT))  # the page is paper in every theme
        faint = QColor(accent)
        faint.setAlpha(FAINT)
        for each in self._lines:
            painter.fillRect(self._box(each), faint)
        whole = QRect()
        for each in self._lines:
            whole = whole.united(self._box(each))
        if not whole.isNull():
            painter.fillRect(whole.left() - 2 * THICK, whole.top(), THICK, whole.height(), accent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._whole.isNull() or self.width() <= 0:
            self.setFixedHeight(1)
            return
        high = max(1, round(self._whole.height() * self.width() / self._whole.width()))
        ratio = self.devicePixelRatioF()
        dots = QSize(round(self.width() * ratio), round(high * ratio))
        self._fitted = self._whole.scaled(dots, KEEP, SMOOTH)
        self._fitted.setDevicePixelRatio(ratio)
        self.setFixedHeight(high)
        self.update()

    def _box(self, line: Line) -> QRect:
        scale = self.width() / self._points
        left, right = (line.edge - BESIDE) * scale, (line.right + BESIDE) * scale
        top, foot = (line.y - ABOVE * line.size) * scale, (line.y + BELOW * line.size) * scale
        return QRect(round(left), round(top), round(right - left), round(foot - top))


class PageView(QScrollArea):
    """Shows one page at a time; the marked lines are brought into sight."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.page = 0
        self._sheet = _Sheet()
        self._wanted: tuple[Line, ...] = ()
        self.setWidget(self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName("Page of the letter")

    @property
    def dots(self) -> int:
        """How many dots wide a picture is wanted."""
        return max(FEWEST_DOTS, round(self.viewport().width() * self.devicePixelRatioF()))

    def show_picture(self, picture: PagePicture | None) -> None:
        """Show a page, with what was marked on it."""
        self.page = picture.page if picture else 0
        self.setAccessibleName(f"Page {self.page} of the letter" if picture else "No page")
        self._sheet.show_picture(picture)
        self.mark(self._wanted)

    def mark(self, lines: Sequence[Line]) -> None:
        """Mark these lines, as far as they stand on the page shown, and scroll to them."""
        self._wanted = tuple(lines)
        here = [each for each in lines if each.page == self.page]
        box = self._sheet.mark(here)
        if not box.isNull():
            self.ensureVisible(0, box.bottom(), 0, ROUND)
            self.ensureVisible(0, box.top(), 0, ROUND)


def _image(picture: PagePicture) -> QImage:
    row = picture.width * len("rgb")
    bare = QImage(picture.dots, picture.width, picture.height, row, QImage.Format.Format_RGB888)
    return bare.copy()  # of its own: the dots may go
