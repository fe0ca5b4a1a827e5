"""The pointer on the week: it takes an entry up, leads it, and lets it go somewhere else."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from jtai_desktop.domain.meetings.trying import Trial
from jtai_desktop.ui.pages.week.holding import Held
from jtai_desktop.ui.pages.week.moving import Drag, Grip, Shift, grip_at, shift_between
from jtai_desktop.ui.pages.week.picture import Laid, Picture
from jtai_desktop.ui.theme.look import Look

SHAPES = Qt.CursorShape


@dataclass(frozen=True, slots=True)
class Taken:
    """What an entry is taken from: the week, all else painted, and what its clashes would be."""

    picture: Picture
    ground: QPixmap
    trial: Trial | None


class Pointer:
    """Pressed on an entry, and after a few pixels with the entry in the hand."""

    def __init__(self, take: Callable[[str], Taken]) -> None:
        self._take = take
        self._pressed: Drag | None = None
        self._ground = QPixmap()
        self.held: Held | None = None

    def press(self, laid: Laid, point: QPoint) -> None:
        """Take hold of an entry: of its edge, or of all of it."""
        grip = grip_at(laid.box, point.y())
        self._pressed = Drag(laid.place.block, grip, point.x(), point.y())

    def lead(self, point: QPoint) -> bool:
        """Lead what was pressed; whether something has to be painted."""
        if self._pressed is None:
            return False
        if self.held is None:
            start = QPoint(self._pressed.across, self._pressed.down)
            if (point - start).manhattanLength() < QApplication.startDragDistance():
                return False
            self._take_up(self._pressed)
        return self.held is not None and self.held.move(point)

    def paint(self, painter: QPainter, look: Look, scrolled: int) -> bool:
        """Paint what is in the hand and all else; whether there is anything in it."""
        if self.held is None:
            return False
        self.held.paint(painter, look, self._ground, scrolled)
        return True

    def let_go(self) -> tuple[str, Shift]:
        """The hand is empty again; which entry was led, and where."""
        held, self.held, self._pressed = self.held, None, None
        self._ground = QPixmap()
        return (held.key, shift_between(held.before, held.after)) if held else ("", Shift())

    def _take_up(self, drag: Drag) -> None:
        """Take an entry into the hand: all else is painted once and stays."""
        taken = self._take(drag.block.key)
        laid = taken.picture.find(drag.block.key)
        if laid is not None:
            self._ground = taken.ground
            self.held = Held(drag, laid, taken.picture, taken.trial)


def shape_over(laid: Laid | None, point: QPoint) -> Qt.CursorShape:
    """How the pointer looks: over an edge, over an entry, beside."""
    if laid is None:
        return SHAPES.ArrowCursor
    on_edge = grip_at(laid.box, point.y()) is not Grip.WHOLE
    return SHAPES.SizeVerCursor if on_edge else SHAPES.OpenHandCursor
