"""How a state is painted, in chips, tables and strips alike: icon, word, and ground if filled."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter

from jtai_desktop.ui.kit.painting import paint_icon, paint_text, width_of
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look
from jtai_desktop.ui.theme.states import State, StateLook

CHIP_HEIGHT = 20
ICON = 14
PAD_LEFT = 5
GAP = 5
PAD_RIGHT = 8
RADIUS = 3


def state_size(look: Look, state: StateLook, *, padded: bool = True) -> QSize:
    """The room a state needs; without padding a plain state starts at its icon."""
    left, right = (PAD_LEFT, PAD_RIGHT) if padded or state.filled else (0, 0)
    word = width_of(look, state.word, FontRole.LABEL, bold=state.filled)
    width = left + look.sized(ICON) + GAP + word + right
    return QSize(width, look.grown(CHIP_HEIGHT, FontRole.LABEL))


def paint_state(
    painter: QPainter,
    box: QRect,
    look: Look,
    state: StateLook,
    *,
    padded: bool = True,
    selected: bool = False,
) -> int:
    """Paint a state at the left of a box, centred in its height; answers the width it took."""
    size = state_size(look, state, padded=padded).boundedTo(QSize(box.width(), box.height()))
    chip = QRect(QPoint(box.left(), box.top() + (box.height() - size.height()) // 2), size)
    if state.filled:
        _paint_ground(painter, chip, look, state, selected=selected)
    left, right = (PAD_LEFT, PAD_RIGHT) if padded or state.filled else (0, 0)
    side = look.sized(ICON)
    icon = QRect(chip.left() + left, chip.top() + (chip.height() - side) // 2, side, side)
    role, on_sel = state.role, selected and not (state.filled and look.tokens.filled_states)
    paint_icon(painter, icon, look, state.icon, role, selected=on_sel)
    if state.state is not State.NO_STATUS:
        word = chip.adjusted(left + side + GAP, -1, -right if state.filled else 0, -1)
        font = look.font(FontRole.LABEL, bold=state.filled)
        paint_text(painter, word, state.word, font, look.colour(role, selected=on_sel))
    return size.width()


def _paint_ground(
    painter: QPainter, chip: QRect, look: Look, state: StateLook, *, selected: bool
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.tokens.filled_states:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.tokens.fill(state.role))
        painter.drawRoundedRect(chip, RADIUS, RADIUS)
    else:
        painter.setPen(look.colour(state.role, selected=selected))
        inner = chip.toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, RADIUS, RADIUS)
    painter.restore()
