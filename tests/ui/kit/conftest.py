"""A dressed application for the tests of the kit."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.theme.apply import apply
from jtai_desktop.ui.theme.tokens import Theme

Show = Callable[[QWidget], None]


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    """Start every test in the light theme at 100 per cent."""
    apply(qapp, Theme.LIGHT)
    yield
    apply(qapp, Theme.LIGHT)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show a widget with the focus on it, and close it after the test."""

    def shown(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        widget.setFocus()
        qtbot.waitUntil(widget.isVisible)
        qtbot.waitUntil(widget.hasFocus)

    return shown
