"""BarMeter and SegmentBar: how much of something is done, and what the rest is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jtai_desktop.ui.kit.painting import paint_frame
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

METER_WIDTH, METER_HEIGHT = 64, 8
SEGMENT_HEIGHT = 10


def paint_meter(painter: QPainter, box: QRect, look: Look, done: int, total: int) -> None:
    """A framed bar, filled with the colour of "done" as far as done goes into total."""
    painter.fillRect(box, look.colour(Role.SIDE))
    paint_frame(painter, box, look, Role.LINE2)
    inner = box.adjusted(1, 1, -1, -1)
    part = min(1.0, done / total) if total > 0 else 0.0
    inner.setWidth(round(inner.width() * part))
    painter.fillRect(inner, look.colour(Role.DONE))


def paint_segments(
    painter: QPainter, box: QRect, look: Look, parts: Sequence[tuple[int, Role]], full: int
) -> None:
    """Amounts in their colours beside one another, a thin gap between them."""
    left = box.left()
    for amount, role in parts:
        width = round(box.width() * amount / max(1, full))
        if width > 0:
            painter.fillRect(QRect(left, box.top(), width, box.height()), look.colour(role))
            left += width + 1


class BarMeter(QWidget):
    """A small bar of 64 × 8 px. `said` is its accessible text ("20 of 40 sent")."""

    def __init__(
        self, done: int, total: int, said: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._done, self._total = done, total
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_amount(done, total, said)
        follow_look(self._dress)

    def set_amount(self, done: int, total: int, said: str = "") -> None:
        self._done, self._total = done, total
        self.setAccessibleName(said or f"{done} of {total}")
        self.update()

    def sizeHint(self) -> QSize:
        look = Look.of(self)
        return QSize(look.sized(METER_WIDTH), look.sized(METER_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_meter(QPainter(self), self.rect(), Look.of(self), self._done, self._total)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: how much, in which colour, and what it is ("with the agency")."""

    amount: int
    role: Role
    word: str


class SegmentBar(QWidget):
    """Parts beside one another; `full` is the amount that fills the whole width."""

    def __init__(
        self, segments: Sequence[Segment], full: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._segments: tuple[Segment, ...] = ()
        self._full = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_segments(segments, full)
        follow_look(self._dress)

    def set_segments(self, segments: Sequence[Segment], full: int) -> None:
        self._segments, self._full = tuple(segments), max(1, full)
        said = (f"{part.amount} {part.word}" for part in self._segments if part.amount)
        self.setAccessibleName(", ".join(said) or "none")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, Look.of(self).sized(SEGMENT_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        parts = [(part.amount, part.role) for part in self._segments]
        paint_segments(QPainter(self), self.rect(), Look.of(self), parts, self._full)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
