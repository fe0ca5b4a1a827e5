"""A page in a window of its own, as a person has it before them, with its keys and links."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.shell.page import AnyPage, Desk
from tests.ui.conftest import Settle

WINDOW = (1366, 697)
# What navigation and band take of the window.
NAVIGATION, BAND = 180, 28

Shown = TypeVar("Shown", bound=AnyPage)


class InWindow(Generic[Shown]):
    """The page at the size that it has beside the navigation; `went` is where it led."""

    def __init__(self, page: Shown, settle: Settle, size: tuple[int, int] = WINDOW) -> None:
        self.page, self._wait = page, settle
        self.desk: Desk = page.desk
        self.went: list[tuple[str, str]] = []
        self.desk.go.connect(lambda place, target: self.went.append((place, target)))
        self.window = QWidget()
        row = QHBoxLayout(self.window)
        row.setContentsMargins(NAVIGATION, BAND, 0, 0)
        row.addWidget(page)
        self.window.resize(*size)
        self.window.show()
        self.settle()
        page.setFocus()

    def settle(self) -> None:
        for _ in range(4):
            self._wait()
            QTest.qWait(2)

    def press(
        self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.window.focusWidget(), key, keys)
        self.settle()

    def act(self, action: Callable[[Workspace], Changes]) -> None:
        self.desk.hub.act(action)
        self.settle()
