"""The week as days by hours: arrows move from entry to entry, a drag moves or lengthens one."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from jtai_desktop.domain.meetings.trying import trial_of
from jtai_desktop.ui.pages.week.block_painting import Standing
from jtai_desktop.ui.pages.week.day_heads import DayHeads
from jtai_desktop.ui.pages.week.entries import Entry
from jtai_desktop.ui.pages.week.facts import Facts
from jtai_desktop.ui.pages.week.grid_keys import ARROWS, ENTER, HELP, TURNS, shift_of
from jtai_desktop.ui.pages.week.layout import OPENS, next_key
from jtai_desktop.ui.pages.week.listened import Listened
from jtai_desktop.ui.pages.week.moving import Shift
from jtai_desktop.ui.pages.week.picture import CHIP_HIGH, Laid, Picture, picture_of
from jtai_desktop.ui.pages.week.pointer import Pointer, Taken, shape_over
from jtai_desktop.ui.pages.week.week_painting import WeekPainter
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

# An hour has room for times, a name and a state.
HOURS_WIDE, DAY_LEAST, HOUR_LEAST = 60, 48, 54


class WeekGrid(QAbstractScrollArea):
    """`chosen(key)` follows the ring, `opened(key)` Enter, `shifted(key, Shift)` keys and drags.

    `new_wanted(day, minute)` follows a double click where nothing is.
    """

    chosen = Signal(str)
    opened = Signal(str)
    shifted = Signal(str, object)
    move_wanted = Signal(str)
    new_wanted = Signal(object, int)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._facts: Facts | None = None
        self._monday = date.min
        self._entries: tuple[Entry, ...] = ()
        self._picture = Picture()
        self._current = ""
        self._pointer = Pointer(self._taken)
        self._listened = Listened(self.viewport())
        self._heads = DayHeads(self)
        self._heads.turned.connect(self.turned)
        self._set_up()
        follow_look(self._dress)

    @property
    def current(self) -> str:
        """The entry one is at, if it is of this week."""
        return self._current if self._picture.find(self._current) else ""

    @property
    def picture(self) -> Picture:
        """What is shown, and where it lies."""
        return self._picture

    @property
    def is_dragging(self) -> bool:
        """Whether an entry is in the hand."""
        return self.in_hand is not None

    @property
    def in_hand(self) -> Entry | None:
        """The entry in the hand, as it would be where it lies now."""
        return self._pointer.held.moved if self._pointer.held is not None else None

    def show_week(self, facts: Facts, monday: date) -> None:
        """Show a week; the scroll stays unless it is another one."""
        other = monday != self._monday
        if not other and facts is self._facts:
            return
        self._facts, self._monday = facts, monday
        self._entries = facts.in_week(monday)
        self._heads.offer(before=monday > facts.weeks[0], after=monday < facts.weeks[-1])
        if not self.is_dragging:
            self._place()
        if other:
            self._scroll_to_start()
        self._say()

    def choose(self, key: str) -> None:
        """Put the ring on an entry, in sight; emits nothing."""
        self._current = key
        self._bring_into_sight()
        self._say()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(896, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 240)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if not self._pointer.paint(painter, Look.of(self), self._scrolled):
            self._paint(painter, self._picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.is_dragging:
            if key == Qt.Key.Key_Escape:
                self._let_go()
            return
        if self._steps(key, alt=bool(alt)) or (alt and self._shifts(event)):
            return
        if key in ENTER and self.current:
            self.opened.emit(self.current)
        elif key == Qt.Key.Key_F2 and self.current:
            self.move_wanted.emit(self.current)
        elif key in TURNS:
            self.turned.emit(TURNS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = self._on_canvas(event)
        laid = self._picture.at(point.x(), point.y())
        if laid is not None:
            self._go(laid.entry.key)
            self._pointer.press(laid, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self._on_canvas(event)
        if not event.buttons() & Qt.MouseButton.LeftButton:
            laid = self._picture.at(point.x(), point.y())
            self.viewport().setCursor(shape_over(laid, point))
        elif self._pointer.lead(point):
            self.viewport().update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        key, shift = self._let_go()
        if shift != Shift():
            self.shifted.emit(key, shift)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point, canvas = self._on_canvas(event), self._picture.canvas
        laid = self._picture.at(point.x(), point.y())
        if laid is not None:
            self.opened.emit(laid.entry.key)
        elif self._picture.days and canvas.left <= point.x() < canvas.right:
            day = self._picture.days[canvas.day_at(point.x())].date
            self.new_wanted.emit(day, canvas.minute_at(point.y()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.current and self._picture.laid:
            self._go(next_key(self._picture.blocks, "", 0, 0))
        self._say()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._let_go()
        self._place()

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """All is painted anew where it lies then; what is heard goes with it."""
        self._listened.show_picture(self._picture, self._scrolled)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            point = event.pos() + QPoint(0, self._scrolled)
            laid = self._picture.at(point.x(), point.y())
            QToolTip.showText(event.globalPos(), laid.entry.said if laid else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Alt+Up and the like are ours before any menu may take them."""
        overrides = event.type() is QEvent.Type.ShortcutOverride and bool(self.current)
        if overrides and isinstance(event, QKeyEvent) and shift_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    @property
    def _scrolled(self) -> int:
        return self.verticalScrollBar().value()

    def _on_canvas(self, event: QMouseEvent) -> QPoint:
        return event.position().toPoint() + QPoint(0, self._scrolled)

    def _go(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def _steps(self, key: int, *, alt: bool) -> bool:
        """Whether a key moves the ring."""
        blocks = self._picture.blocks
        if alt or not blocks:
            return False
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go(self._picture.in_order[0 if key == Qt.Key.Key_Home else -1].entry.key)
            return True
        if key not in ARROWS:
            return False
        self._go(next_key(blocks, self.current, *ARROWS[key]))
        return True

    def _shifts(self, event: QKeyEvent) -> bool:
        """Whether a key moves the entry."""
        shift = shift_of(event)
        if shift is None or not self.current:
            return False
        self.shifted.emit(self.current, shift)
        return True

    def _taken(self, key: str) -> Taken:
        """All but one entry, painted once; and what that one would clash with."""
        ratio = self.devicePixelRatioF()
        ground = QPixmap(self.viewport().size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(Look.of(self).colour(Role.BG))
        left = self._picture_of(tuple(each.without(key) for each in self._entries))
        painter = QPainter(ground)
        self._paint(painter, left, without=key)
        painter.end()
        week = self._facts.week if self._facts is not None else None
        return Taken(left, ground, trial_of(week, key) if week is not None else None)

    def _let_go(self) -> tuple[str, Shift]:
        """The hand is empty again; what was in it, and where it was led."""
        was_dragging, found = self.is_dragging, self._pointer.let_go()
        if was_dragging:
            self._place()
        return found

    def _paint(self, painter: QPainter, picture: Picture, *, without: str = "") -> None:
        look, scrolled = Look.of(self), self._scrolled
        painter.translate(0, -scrolled)
        shown = QRect(0, scrolled, self.viewport().width(), self.viewport().height())
        standing = Standing.RINGED if self.hasFocus() else Standing.CHOSEN
        if picture.days:
            week = WeekPainter(painter, look, picture)
            week.paint(shown, self._current, standing, without=without)

    def _place(self) -> None:
        """Place everything for the room there is, and say how far one can scroll."""
        if self._facts is None:
            return
        room = self.viewport().size()
        self._picture = self._picture_of(self._entries)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._picture.canvas.height + 10 - room.height()))
        bar.setPageStep(room.height())
        bar.setSingleStep(self._picture.canvas.hour // 4)
        self._heads.setGeometry(self.viewport().x(), 0, room.width(), self._heads.height())
        self._heads.show_picture(self._picture)
        self._listened.show_picture(self._picture, self._scrolled)
        self.viewport().update()

    def _picture_of(self, entries: tuple[Entry, ...]) -> Picture:
        """These entries, placed for the room there is."""
        look, room = Look.of(self), self.viewport().size()
        if self._facts is None:
            return Picture()
        sizes = (
            look.sized(HOURS_WIDE),
            DAY_LEAST,
            look.grown(HOUR_LEAST, FontRole.LABEL, lines=3),
            look.grown(CHIP_HIGH, FontRole.LABEL),
        )
        days = self._facts.days(self._monday)
        return picture_of(
            days, entries, self._facts.now, (room.width() - 1, room.height() - 10), sizes
        )

    def _scroll_to_start(self) -> None:
        """Where the day begins, or its first entry."""
        first = min((each.place.block.start for each in self._picture.laid), default=OPENS)
        down = self._picture.canvas.down(min(first, OPENS)) - CHIP_HIGH
        self.verticalScrollBar().setValue(max(0, down))

    def _bring_into_sight(self) -> None:
        laid = self._picture.find(self._current)
        if laid is None:
            return
        bar, high = self.verticalScrollBar(), self.viewport().height()
        top, bottom = laid.box.top - CHIP_HIGH, laid.box.bottom + 4
        if top < bar.value():
            bar.setValue(max(0, top))
        elif bottom > bar.value() + high:
            bar.setValue(min(top, bottom - high))

    def _say(self) -> None:
        """A screen reader hears the entry with the ring."""
        laid: Laid | None = self._picture.find(self._current)
        title = self._facts.title(self._monday) if self._facts else "Week"
        number = len(self._entries)
        here = laid.entry.said if laid else f"{number} entries"
        self.setAccessibleName(f"{title}: {here}")
        if self.hasFocus() and laid is not None:
            self._listened.show_picture(self._picture, self._scrolled)
            self._listened.tell(laid.entry.key)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setAccessibleDescription(HELP)

    def _dress(self) -> None:
        self.setViewportMargins(0, self._heads.height(), 0, 0)
        self._place()
