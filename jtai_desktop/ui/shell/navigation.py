"""The places at the left: where one is, where one can go, and how much is late there."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.painting import paint_ring
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.words import OneLine
from jtai_desktop.ui.pages.places import Place
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

WIDE, NARROW = 179, 51
ROW = 30
STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlaceButton(QAbstractButton):
    """One place: icon, word, and the number of late things, with an octagon."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self._late = 0
        self._narrow = False
        self.setText(place.title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        follow_look(self._dress)
        self._say()

    def set_late(self, late: int) -> None:
        """How many things are late there; only late counts."""
        self._late = late
        self._say()
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons only, with the word as tooltip."""
        self._narrow = narrow
        self._say()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, accent edge, icon, word, count, ring."""
        look, painter = Look.of(self), QPainter(self)
        on = self.isChecked()
        painter.fillRect(self.rect(), look.colour(Role.SEL if on else Role.SIDE))
        if on:
            painter.fillRect(QRect(0, 0, 3, self.height()), look.colour(Role.ACCENT))
        elif self.underMouse():
            painter.fillRect(self.rect(), look.colour(Role.HOVER))
        self._paint_icon(painter, look, selected=on)
        if not self._narrow:
            self._paint_word(painter, look, selected=on)
        self._paint_late(painter, look, selected=on)
        if self.hasFocus():
            paint_ring(painter, self.rect(), look)

    def _paint_icon(self, painter: QPainter, look: Look, *, selected: bool) -> None:
        side = look.sized(16)
        picture = look.pixmap(
            self.place.icon, Role.INK, side, self.devicePixelRatioF(), selected=selected
        )
        painter.drawPixmap(16, (self.height() - side) // 2, picture)

    def _paint_word(self, painter: QPainter, look: Look, *, selected: bool) -> None:
        font = look.font(FontRole.TEXT, bold=selected)
        painter.setFont(font)
        painter.setPen(look.colour(Role.INK, selected=selected))
        left = 16 + look.sized(16) + 9
        room = QRect(left, 0, self.width() - left - self._late_width(look), self.height())
        word = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)

    def _paint_late(self, painter: QPainter, look: Look, *, selected: bool) -> None:
        if not self._late:
            return
        side = look.sized(13)
        left = self.width() - self._late_width(look)
        picture = look.pixmap(
            "octagon", Role.LATE, side, self.devicePixelRatioF(), selected=selected
        )
        painter.drawPixmap(left, (self.height() - side) // 2, picture)
        painter.setFont(look.font(FontRole.LABEL, bold=True))
        painter.setPen(look.colour(Role.LATE, selected=selected))
        room = QRect(left + side + 3, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(self._late))

    def _late_width(self, look: Look) -> int:
        if not self._late:
            return 8
        number = QFontMetrics(look.font(FontRole.LABEL, bold=True)).horizontalAdvance
        return 11 + look.sized(13) + 3 + number(str(self._late))

    def _say(self) -> None:
        late = f", {self._late} late" if self._late else ""
        self.setAccessibleName(f"{self.place.title}{late}")
        self.setToolTip(f"{self.place.title}{late}" if self._narrow else "")

    def _dress(self) -> None:
        self.setFixedHeight(Look.of(self).grown(ROW))
        self.update()


class Navigation(QWidget):
    """Area, theme and countdown; the places in groups; the working day and the backup below."""

    went = Signal(str)

    def __init__(self, places: Iterable[Place]) -> None:
        super().__init__()
        stand_on(self, Role.SIDE)
        self._buttons: dict[str, PlaceButton] = {}
        self._group = QButtonGroup(self)
        self._area = OneLine("", FontRole.TEXT, bold=True)
        self._theme = OneLine("", FontRole.LABEL, Role.INK2)
        self._left = OneLine("", FontRole.LABEL, bold=True)
        self._day = OneLine("", FontRole.LABEL, Role.INK2)
        self._note = OneLine("", FontRole.LABEL, Role.INK2)
        self._rules: list[Rule] = []
        self._lay_out(tuple(place for place in places if place.in_navigation))
        self.set_narrow(narrow=False)
        follow_look(self._dress)

    def set_heading(self, area: str, theme: str, left: str) -> None:
        """What inspection this is, and how long there is."""
        for words, text in ((self._area, area), (self._theme, theme), (self._left, left)):
            words.setText(text)

    def set_foot(self, day: str, note: str) -> None:
        """Working day 6 of 10, and what was last backed up or is still to be."""
        self._day.setText(day)
        self._note.setText(note)

    def set_late(self, late: dict[str, int]) -> None:
        """How many things are late in each place."""
        for key, button in self._buttons.items():
            button.set_late(late.get(key, 0))

    def mark(self, key: str) -> None:
        """Show where one is."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == key)
        self._group.setExclusive(True)

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons only where the window is narrow."""
        self.setFixedWidth(Look.of(self).sized(NARROW if narrow else WIDE))
        self._narrow = narrow
        for button in self._buttons.values():
            button.set_narrow(narrow=narrow)
        for words in (self._area, self._theme, self._left, self._day, self._note):
            words.setVisible(not narrow)

    def take_focus(self) -> None:
        """Put the ring on the place one is at."""
        button = self._group.checkedButton() or next(iter(self._buttons.values()))
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move between the places, Enter goes to the one with the ring."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and isinstance(watched, PlaceButton):
            if step := STEPS.get(event.key(), 0):
                buttons = list(self._buttons.values())
                goal = (buttons.index(watched) + step) % len(buttons)
                buttons[goal].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in ENTER:
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self, places: tuple[Place, ...]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(0)
        self._add_words(column, (self._area, self._theme, self._left))
        column.addSpacing(8)
        group = -1
        for place in places:
            if place.group != group:
                self._add_rule(column, inset=0 if group < 0 else 16)
                group = place.group
            column.addWidget(self._button(place))
        column.addStretch(1)
        self._add_words(column, (self._day, self._note))

    def _add_words(self, column: QVBoxLayout, lines: tuple[OneLine, ...]) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 0, 8, 0)
        inside.setSpacing(1)
        for words in lines:
            inside.addWidget(words)
        column.addLayout(inside)

    def _add_rule(self, column: QVBoxLayout, inset: int) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(inset, 7, inset, 7)
        inside.addWidget(Rule(ink=Role.LINE2))
        column.addLayout(inside)

    def _button(self, place: Place) -> PlaceButton:
        button = PlaceButton(place)
        button.clicked.connect(lambda: self.went.emit(place.key))
        button.installEventFilter(self)
        self._group.addButton(button)
        self._buttons[place.key] = button
        return button

    def _dress(self) -> None:
        self.set_narrow(narrow=self._narrow)
