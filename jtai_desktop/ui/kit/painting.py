"""Painting that several parts share: icons, the focus ring, hatching, one line of text."""

from PySide6.QtCore import QLineF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.tokens import Role

HATCH_STEP = 8
USUAL_RING, THICK_RING = 2, 3
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def ratio_of(painter: QPainter) -> float:
    """How many device pixels a logical pixel has, on a screen as in a picture of a widget."""
    return max(1.0, round(painter.deviceTransform().m11(), 2))


def paint_icon(
    painter: QPainter, box: QRect, look: Look, name: str, role: Role, *, selected: bool = False
) -> None:
    """An icon as large as the box is high, at its left, in the colour of a role."""
    pixmap = look.pixmap(name, role, box.height(), ratio_of(painter), selected=selected)
    painter.drawPixmap(box.topLeft(), pixmap)


def paint_ring(
    painter: QPainter,
    box: QRect,
    look: Look,
    *,
    thick: bool = False,
    on: Role = Role.BG,
) -> None:
    """The focus ring inside a box. `on` is the ground: the accent and the selection need another.

    3 px in high contrast and, with `thick`, on filled cells; elsewhere 2 px.
    """
    width = max(look.tokens.focus_width, THICK_RING if thick else USUAL_RING)
    colour = look.colour(_ring_role(look, on))
    if on is Role.ACCENT or (on is Role.SEL and not look.tokens.filled_states):
        edge = 2 if width == look.tokens.focus_width == USUAL_RING else 1
        box = box.adjusted(edge, edge, -edge, -edge)
    _paint_frame(painter, box, colour, width)


def _ring_role(look: Look, on: Role) -> Role:
    if on is Role.ACCENT:
        return Role.ACCENTINK
    if on is Role.SEL and not look.tokens.filled_states:
        return Role.SELINK
    return Role.ACCENT


def paint_frame(painter: QPainter, box: QRect, look: Look, role: Role, width: int = 1) -> None:
    """A sharp frame inside a box."""
    _paint_frame(painter, box, look.colour(role), width)


def _paint_frame(painter: QPainter, box: QRect, colour: QColor, width: int) -> None:
    left, top, wide, high = box.left(), box.top(), box.width(), box.height()
    painter.fillRect(QRect(left, top, wide, width), colour)
    painter.fillRect(QRect(left, top + high - width, wide, width), colour)
    painter.fillRect(QRect(left, top, width, high), colour)
    painter.fillRect(QRect(left + wide - width, top, width, high), colour)


def paint_hatch(painter: QPainter, box: QRect, look: Look) -> None:
    """Slanting lines over a box: not a working day."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(Role.HATCH), HATCH_STEP / 2 / 2**0.5))
    high = box.height()
    lines = [
        QLineF(box.left() + at, box.bottom() + 1, box.left() + at + high, box.top())
        for at in range(-high - high % HATCH_STEP, box.width() + HATCH_STEP, HATCH_STEP)
    ]
    painter.drawLines(lines)
    painter.restore()


def paint_text(
    painter: QPainter,
    box: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """One line of text, cut at the end with dots where it is too long; answers its width."""
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance(text)
    if width > box.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, box.width()))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, int(align | Qt.TextFlag.TextSingleLine), text)
    return min(width, box.width())


def width_of(look: Look, text: str, role: FontRole, *, bold: bool | None = None) -> int:
    """How wide a text is in the font of a role."""
    return QFontMetrics(look.font(role, bold=bold)).horizontalAdvance(text)
