"""The lines of the menu Go that lead to the places, Ctrl+1 to Ctrl+9, made from their register."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from jtai_desktop.ui.pages.places import Place

MOST = 9


class Going(QObject):
    """One action for each place of the navigation, in its order."""

    def __init__(
        self, places: Iterable[Place], go: Callable[[str], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._go = go
        shown = [place for place in places if place.in_navigation][:MOST]
        self.actions = [self._make(number, place) for number, place in enumerate(shown, 1)]

    def put_into(self, menu: QMenu) -> None:
        """Stand above the lines that are there."""
        menu.insertActions(menu.actions()[0], self.actions)

    def allow(self, *, inside: bool) -> None:
        """Places can be gone to only in an open inspection."""
        for action in self.actions:
            action.setEnabled(inside)

    def _make(self, number: int, place: Place) -> QAction:
        action = QAction(f"&{number} {place.title}", self)
        action.setObjectName(f"go-{place.key}")
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.triggered.connect(lambda _checked=False: self._go(place.key))
        return action
