"""A person who has no mouse: types where the ring is, and goes on by Tab, Enter and arrows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.person import Person, plain

MOST = 40


def ring() -> QWidget:
    """Where the ring is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def put(person: Person, text: str) -> None:
    """Type where the ring is, and press Enter."""
    person.type(ring().accessibleName(), text)
    person.press(Qt.Key.Key_Return)


def tab_to(person: Person, wanted: str) -> QWidget:
    """Tab until the ring is on what is called so, or has those words on it."""
    for _ in range(MOST):
        focus = ring()
        if wanted in {plain(getattr(focus, "text", str)()), focus.accessibleName()}:
            return focus
        person.press(Qt.Key.Key_Tab)
    pytest.fail(f"The ring never came to {wanted}.")


def push(person: Person, button: str) -> None:
    """Tab to a button, and press Space."""
    tab_to(person, button)
    person.press(Qt.Key.Key_Space)
