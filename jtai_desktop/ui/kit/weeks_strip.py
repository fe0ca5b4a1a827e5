"""WeeksStrip: the timetable's three weeks as a strip, with the now-line through them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from jtai_desktop.ui.kit.painting import paint_ring
from jtai_desktop.ui.kit.strip_days import NowLine, StripBar, StripColumn, spoken_date
from jtai_desktop.ui.kit.weeks_layout import StripLayout, needed_height, place
from jtai_desktop.ui.kit.weeks_painting import WeeksPainter
from jtai_desktop.ui.theme.look import Look, follow_look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class WeeksStrip(QWidget):
    """Up and Down move through the entries, Left and Right through the days that have any.

    `entry_selected(key)` follows every choice a person makes, `entry_activated(key)` Enter or a
    double click. `select(key)` chooses from outside and emits nothing.
    """

    entry_selected = Signal(str)
    entry_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[StripColumn, ...] = ()
        self._bars: tuple[StripBar, ...] = ()
        self._now: NowLine | None = None
        self._chosen = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()
        follow_look(self._dress)

    @property
    def selected(self) -> str:
        """The key of the chosen entry, or nothing."""
        return self._chosen

    def set_weeks(
        self,
        columns: Sequence[StripColumn],
        bars: Sequence[StripBar] = (),
        now: NowLine | None = None,
    ) -> None:
        """Show these days; a chosen entry that is still there stays chosen."""
        self._columns, self._bars, self._now = tuple(columns), tuple(bars), now
        if self._chosen not in {key for column in self._layout().places() for key, _, _ in column}:
            self._chosen = ""
        self._say()
        self._dress()

    def select(self, key: str) -> None:
        self._chosen = key
        self._say()
        self.update()

    def box_of(self, key: str) -> QRect:
        """Where an entry stands; empty if it is not shown."""
        found = [box for column in self._layout().places() for at, box, _ in column if at == key]
        return found[0] if found else QRect()

    def sizeHint(self) -> QSize:
        return QSize(1138, needed_height(self._columns, Look.of(self)))

    def minimumSizeHint(self) -> QSize:
        return QSize(560, needed_height(self._columns, Look.of(self)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = Look.of(self), QPainter(self)
        brush = WeeksPainter(look, self._layout(), self._chosen, self.hasFocus())
        brush.paint(painter, self.width(), self.height(), self._now)
        if self.hasFocus() and not self._chosen:
            paint_ring(painter, self.rect(), look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        columns = [[at for at, _, _ in column] for column in self._layout().places() if column]
        moved = _next_key(key, self._chosen, columns)
        if moved:
            self._choose(moved)
        elif key in _ENTER and self._chosen:
            self.entry_activated.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self._at(event.position().toPoint())[0]
        if key:
            self._choose(key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self._at(event.position().toPoint())[0]
        if key:
            self.entry_activated.emit(key)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._at(event.pos())[1])
            return True
        return super().event(event)

    def _layout(self) -> StripLayout:
        return place(self._columns, self._bars, self.width(), Look.of(self))

    def _choose(self, key: str) -> None:
        self.select(key)
        self.entry_selected.emit(key)

    def _at(self, point: QPoint) -> tuple[str, str]:
        for column in self._layout().places():
            for key, box, said in column:
                if box.contains(point):
                    return key, said
        return "", ""

    def _say(self) -> None:
        here = ""
        for column, choices in zip(self._columns, self._layout().places(), strict=True):
            for key, _, said in choices:
                if key == self._chosen:
                    here = f": {said}, {spoken_date(column.date)}"
        self.setAccessibleName(f"Three weeks of milestones{here}")
        self.setAccessibleDescription(
            "Up and Down move through the milestones, Left and Right through the days."
        )

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


def _next_key(pressed: Qt.Key, chosen: str, columns: list[list[str]]) -> str:
    """Which entry a key leads to; nothing if the key does not move."""
    flat = [key for column in columns for key in column]
    edges = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
    steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
    sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
    if not flat or pressed not in edges | steps | sides:
        return ""
    if pressed in edges:
        return flat[edges[pressed]]
    if chosen not in flat:
        return flat[0]
    if pressed in steps:
        return flat[_kept(flat.index(chosen) + steps[pressed], flat)]
    here = next(at for at, column in enumerate(columns) if chosen in column)
    beside = columns[_kept(here + sides[pressed], columns)]
    return beside[_kept(columns[here].index(chosen), beside)]


def _kept(place: int, among: Sequence[object]) -> int:
    return max(0, min(place, len(among) - 1))
