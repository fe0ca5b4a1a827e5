"""The keys of the week: what leads the ring, what moves an entry; and how it is told of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from jtai_desktop.ui.pages.week.moving import Shift

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
TURNS: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
HELP = (
    "Arrows move through the entries, Enter opens one, F2 moves it by a form."
    " Alt+Up and Alt+Down move it by 15 minutes, Alt+Shift+Left and Alt+Shift+Right by a day,"
    " Alt+Shift+Up and Alt+Shift+Down change its end. Page Up and Page Down turn the week."
)


def shift_of(event: QKeyEvent) -> Shift | None:
    """By how much a key moves an entry; nothing if it does not."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    across, down = ARROWS.get(event.key(), (0, 0))
    if modifiers == alt and down:
        return Shift(minutes=15 * down)
    if modifiers == alt | shift and (across or down):
        return Shift(days=across, longer=15 * down)
    return None
