"""What a key in the register asks for."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from jtai_desktop.ui.kit.cell_field import ENTER

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Wish(StrEnum):
    """What a person wants done at the ring, or with what is selected."""

    EDIT = "edit"
    CLEAR = "clear"
    FILL = "fill"
    COPY = "copy"
    COPY_COLUMN = "copy-column"
    PASTE = "paste"
    STEPS = "steps"
    DETAILS = "details"


def wish_of(event: QKeyEvent) -> tuple[Wish | None, str]:
    """The wish of a key, with what was typed."""
    key = Qt.Key(event.key())
    if event.modifiers() & _CTRL and not event.modifiers() & _ALT:
        return _with_ctrl(key, shift=bool(event.modifiers() & _SHIFT)), ""
    if event.modifiers() & _ALT:
        return (Wish.DETAILS if key in ENTER else None), ""
    return _plain(key, event)


def _with_ctrl(key: Qt.Key, *, shift: bool) -> Wish | None:
    if key is Qt.Key.Key_C:
        return Wish.COPY_COLUMN if shift else Wish.COPY
    if key in ENTER:
        return Wish.EDIT
    return {Qt.Key.Key_D: Wish.FILL, Qt.Key.Key_V: Wish.PASTE}.get(key)


def _plain(key: Qt.Key, event: QKeyEvent) -> tuple[Wish | None, str]:
    if key is Qt.Key.Key_F2 or key in ENTER:
        return Wish.EDIT, ""
    if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
        return Wish.CLEAR, ""
    if key is Qt.Key.Key_Space:
        return Wish.STEPS, ""
    text = event.text()
    if text.strip() and text.isprintable():
        return Wish.EDIT, text
    return None, ""
