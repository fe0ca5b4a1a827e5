"""The dark band on every screen: menus left, the marking in the middle, who and saved right."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QMenuBar,
    QSizePolicy,
    QWidget,
)

from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.shell.actions import Actions, Menu
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

HEIGHT = 28
PRACTICE = "PRACTICE"
CHANGE = "{words}. Change it in Settings"


class BandButton(QAbstractButton):
    """Words in the band that can be clicked. By keyboard the menu File leads to the same place."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()
        follow_look(self._dress)

    def sizeHint(self) -> QSize:
        return QFontMetrics(self.font()).size(0, self.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = Look.of(self), QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(look.colour(Role.BANDINK))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def _dress(self) -> None:
        self.setFont(Look.of(self).font(FontRole.LABEL))
        self.updateGeometry()


class Band(QWidget):
    """Cannot be scrolled away. If the marking is empty, the band stays."""

    working_as_wanted = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        stand_on(self, Role.BAND)
        self._actions = actions
        self._menus: dict[Menu, QMenu] = {}
        self.bar = self._menu_bar()
        self._marking = Words("", FontRole.MARKING, Role.BANDINK)
        self._person = BandButton()
        self._person.clicked.connect(self.working_as_wanted)
        self._saved = Words("", FontRole.LABEL, Role.BANDINK)
        self._lay_out()
        follow_look(self._dress)

    def menu(self, menu: Menu) -> QMenu:
        """One of the menus, for lines that are made elsewhere."""
        return self._menus[menu]

    def set_marking(self, marking: str, *, practice: bool) -> None:
        """The marking as the council sets it; a practice inspection says so beside it."""
        words = " · ".join(part for part in (marking, PRACTICE * practice) if part)
        self._marking.setText(words)
        self._marking.setAccessibleName(f"Marking: {words or 'none'}")

    def set_person(self, words: str) -> None:
        """Who works here, and for whom; a click leads to where that is changed."""
        self._person.setText(words)
        self._person.setToolTip(CHANGE.format(words=words))
        self._person.setVisible(bool(words))

    def set_saved(self, words: str) -> None:
        """Saved 10:38."""
        self._saved.setText(words)

    def _menu_bar(self) -> QMenuBar:
        bar = QMenuBar()
        bar.setNativeMenuBar(False)
        for menu in Menu:
            self._menus[menu] = bar.addMenu(menu.value)
        for line, action in self._actions:
            if line.rule_above:
                self._menus[line.menu].addSeparator()
            self._menus[line.menu].addAction(action)
        return bar

    def _lay_out(self) -> None:
        right = QWidget()
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 14, 0)
        row.setSpacing(16)
        row.addStretch(1)
        row.addWidget(self._person)
        row.addWidget(self._saved)
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.bar, 0, 0)
        grid.addWidget(self._marking, 0, 1, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(right, 0, 2)
        # Equal sides keep the marking in the middle of the window, not of what is left over.
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)

    def _dress(self) -> None:
        look = Look.of(self)
        self.setFixedHeight(look.grown(HEIGHT))
