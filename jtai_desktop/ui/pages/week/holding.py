"""An entry in the hand: everything else is a picture, so that each step is painted quickly."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap

from jtai_desktop.ui.kit.painting import paint_frame
from jtai_desktop.ui.pages.week.block_painting import BlockPainter, Standing, dress_of
from jtai_desktop.ui.pages.week.layout import Block, Box, Canvas, Place
from jtai_desktop.ui.pages.week.moving import Drag, shift_between
from jtai_desktop.ui.pages.week.picture import Laid
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.tokens import Role


class Held:
    """What was taken up, and where it would lie if it were let go now."""

    def __init__(self, drag: Drag, laid: Laid, ground: QPixmap) -> None:
        self._drag, self._laid, self._ground = drag, laid, ground
        self._after = drag.block
        self._box = laid.box

    @property
    def key(self) -> str:
        """The entry."""
        return self._laid.entry.key

    @property
    def before(self) -> Block:
        """Where it lay."""
        return self._drag.block

    @property
    def after(self) -> Block:
        """Where it would lie."""
        return self._after

    def move(self, canvas: Canvas, point: QPoint) -> bool:
        """Follow the pointer; whether that makes a difference."""
        after = self._drag.at(canvas, point.x(), point.y())
        days = len(canvas.widths) - 1
        after = replace(after, day=max(0, min(after.day, days)))
        if after == self._after:
            return False
        self._after = after
        self._box = canvas.box(Place(after, 0.0, 1.0, 0))
        return True

    def paint(self, painter: QPainter, look: Look, scrolled: int) -> None:
        """The picture of all else, where it lay as a frame, and the entry over it."""
        painter.drawPixmap(0, 0, self._ground)
        painter.translate(0, -scrolled)
        paint_frame(painter, _rect(self._laid.box), look, Role.CTL)
        entry = self._laid.entry
        shift = shift_between(self.before, self._after)
        start, end = shift.of(entry.start, entry.end)
        moved = replace(entry, start=start, end=end)
        blocks, box = BlockPainter(painter, look), _rect(self._box)
        blocks.paint_ground(box, dress_of(moved, look))
        blocks.paint(box, moved, Standing.RINGED, chip=True)


def _rect(box: Box) -> QRect:
    return QRect(box.left, box.top, box.width, box.height)
