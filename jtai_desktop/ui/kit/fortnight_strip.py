"""FortnightStrip: the fifteen working days in one line, with today and what each day brings."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from jtai_desktop.ui.kit.painting import (
    CENTRE,
    paint_hatch,
    paint_icon,
    paint_ring,
    paint_text,
    width_of,
)
from jtai_desktop.ui.kit.strip_days import DayKind, StripDay, StripMark
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

WEEKEND_WIDTH = 15
MARK, MARK_GAP = 13, 3
NARROWEST_DAY = 34


class FortnightStrip(QWidget):
    """Left and Right move along the days, Enter or a click emits `day_activated(date)`."""

    day_activated = Signal(dt.date)

    def __init__(self, days: Sequence[StripDay] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[StripDay, ...] = ()
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_days(days)
        follow_look(self._dress)

    @property
    def current(self) -> StripDay | None:
        return self._days[self._current] if 0 <= self._current < len(self._days) else None

    def set_days(self, days: Sequence[StripDay]) -> None:
        """Show other days; the one looked at stays if it is still there, else it is today."""
        was = self.current.date if self.current else None
        self._days = tuple(days)
        places = {day.date: place for place, day in enumerate(self._days)}
        today = next((place for place, day in enumerate(self._days) if day.today), -1)
        first = next(iter(self._reachable()), -1)
        self._current = places.get(was, today if today >= 0 else first) if was else today
        if self._current < 0:
            self._current = first
        self._say()
        self.update()

    def box_of(self, date: dt.date) -> QRect:
        """Where a day stands; empty if it is not shown."""
        for day, box in zip(self._days, self._boxes(), strict=True):
            if day.date == date:
                return box
        return QRect()

    def sizeHint(self) -> QSize:
        return QSize(880, self._height(Look.of(self)))

    def minimumSizeHint(self) -> QSize:
        look = Look.of(self)
        return QSize(look.sized(NARROWEST_DAY) * len(self._days), self._height(look))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = Look.of(self), QPainter(self)
        for day, box in zip(self._days, self._boxes(), strict=True):
            _paint_day(painter, box, look, day)
        if self.hasFocus() and self.current:
            on = Role.ACCENT if self.current.today else Role.BG
            paint_ring(painter, self._boxes()[self._current], look, on=on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        reachable = self._reachable()
        key = Qt.Key(event.key())
        if key in steps and self._current in reachable:
            place = reachable.index(self._current) + steps[key]
            self._go(reachable[max(0, min(place, len(reachable) - 1))])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and reachable:
            self._go(reachable[0 if key is Qt.Key.Key_Home else -1])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.current:
            self.day_activated.emit(self.current.date)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if place in self._reachable():
            self._go(place)
            self.day_activated.emit(self._days[place].date)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self._place_at(event.pos())
            QToolTip.showText(event.globalPos(), self._days[place].said if place >= 0 else "")
            return True
        return super().event(event)

    def _reachable(self) -> list[int]:
        return [at for at, day in enumerate(self._days) if day.kind is not DayKind.WEEKEND]

    def _go(self, place: int) -> None:
        self._current = place
        self._say()
        self.update()

    def _say(self) -> None:
        here = self.current
        self.setAccessibleName("The fortnight, day by day" + (f": {here.said}" if here else ""))
        self.setAccessibleDescription("Left and Right move along the days, Enter opens a day.")

    def _place_at(self, point: QPoint) -> int:
        return next((at for at, box in enumerate(self._boxes()) if box.contains(point)), -1)

    def _boxes(self) -> list[QRect]:
        weekends = sum(day.kind is DayKind.WEEKEND for day in self._days)
        wide = max(1, len(self._days) - weekends)
        share = (self.width() - weekends * WEEKEND_WIDTH) / wide
        boxes: list[QRect] = []
        left = 0.0
        for day in self._days:
            right = left + (WEEKEND_WIDTH if day.kind is DayKind.WEEKEND else share)
            boxes.append(QRect(round(left), 0, round(right) - round(left), self.height()))
            left = right
        return boxes

    def _height(self, look: Look) -> int:
        label, number = look.fonts.line(FontRole.LABEL), look.fonts.line(FontRole.HEADING)
        return label + number + look.sized(MARK) + 12

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


def _paint_day(painter: QPainter, box: QRect, look: Look, day: StripDay) -> None:
    ground = {DayKind.FIELDWORK: Role.SIDE}.get(day.kind, Role.BG)
    painter.fillRect(box, look.colour(Role.ACCENT if day.today else ground))
    if day.kind in {DayKind.WEEKEND, DayKind.CLOSED} and not day.today:
        paint_hatch(painter, box, look)
    if not day.today:
        painter.fillRect(QRect(box.left(), box.top(), 1, box.height()), look.colour(Role.LINE))
    if day.kind is not DayKind.WEEKEND:
        _paint_texts(painter, box.adjusted(1, 0, 0, 0), look, day)


def _paint_texts(painter: QPainter, box: QRect, look: Look, day: StripDay) -> None:
    quiet = Role.ACCENTINK if day.today else Role.INK2
    strong = Role.ACCENTINK if day.today else Role.INK2 if day.past else Role.INK
    label, number = look.fonts.line(FontRole.LABEL), look.fonts.line(FontRole.HEADING)
    top = QRect(box.left(), 2, box.width(), label)
    paint_text(painter, top, day.label, look.font(FontRole.LABEL), look.colour(quiet), CENTRE)
    middle = QRect(box.left(), 1 + label, box.width(), number)
    font = look.font(FontRole.HEADING, bold=not day.past)
    paint_text(painter, middle, day.number, font, look.colour(strong), CENTRE)
    low = QRect(box.left(), label + number + 4, box.width(), look.sized(MARK))
    if day.marks:
        _paint_marks(painter, low, look, day)
    elif day.name:
        name = low.adjusted(3, -2, -3, 2)
        paint_text(painter, name, day.name, look.font(FontRole.LABEL), look.colour(quiet), CENTRE)


def _paint_marks(painter: QPainter, box: QRect, look: Look, day: StripDay) -> None:
    widths = [_mark_width(look, mark) for mark in day.marks]
    gap = look.sized(MARK_GAP)
    left = box.left() + max(0, (box.width() - sum(widths) - gap * (len(widths) - 1)) // 2)
    for mark, width in zip(day.marks, widths, strict=True):
        if left + width > box.right() + 1:
            break
        role = Role.ACCENTINK if day.today else mark.role
        paint_icon(
            painter, QRect(left, box.top(), box.height(), box.height()), look, mark.icon, role
        )
        if mark.count > 1:
            count = QRect(left + box.height() + 3, box.top() - 2, width, box.height() + 2)
            font = look.font(FontRole.LABEL, bold=True)
            paint_text(painter, count, str(mark.count), font, look.colour(role))
        left += width + gap


def _mark_width(look: Look, mark: StripMark) -> int:
    count = width_of(look, str(mark.count), FontRole.LABEL, bold=True) + 3 if mark.count > 1 else 0
    return look.sized(MARK) + count
