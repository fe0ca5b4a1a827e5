"""The line above the hours: which days these are, and the ways to the weeks beside them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import ButtonKind, KitButton
from jtai_desktop.ui.pages.week.picture import Picture
from jtai_desktop.ui.pages.week.week_painting import paint_heads
from jtai_desktop.ui.theme.look import Look, follow_look

HEIGHT, SIDE = 36, 23


class WeekButton(KitButton):
    """An arrow to the week before or after."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__("", ButtonKind.SMALL, icon)
        self.setAccessibleName(name)
        self.setToolTip(name)
        follow_look(self._fit)

    def sizeHint(self) -> QSize:
        side = Look.of(self).sized(SIDE)
        return QSize(side, side)

    def _fit(self) -> None:
        look = Look.of(self)
        side = look.sized(14)
        self.setStyleSheet("padding: 0px; min-width: 0px;")
        self.setFixedSize(look.sized(SIDE), look.sized(SIDE))
        self.setIconSize(QSize(side, side))
        self.setIcon(look.icon(self._name, self._ink, side))


class DayHeads(QWidget):
    """`turned(by)` asks for the week before (-1) or after (1)."""

    turned = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = Picture()
        self.before = WeekButton("chevron-left", "Week before, Page Up")
        self.after = WeekButton("chevron-right", "Week after, Page Down")
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 2)
        row.setSpacing(2)
        for button in (self.before, self.after):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        follow_look(self._dress)

    def show_picture(self, picture: Picture) -> None:
        """The days of another week, or of another size."""
        self._picture = picture
        self.update()

    def offer(self, *, before: bool, after: bool) -> None:
        """Which weeks there are beside this one."""
        self.before.setEnabled(before)
        self.after.setEnabled(after)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture.days:
            paint_heads(QPainter(self), Look.of(self), self._picture, self.rect())

    def _dress(self) -> None:
        self.setFixedHeight(Look.of(self).grown(HEIGHT))
        self.update()
