"""The lines of the menu Go that lead to the places, made from their register.

Nine have Ctrl+1 to Ctrl+9. The others stand below with a letter.
"""

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
        shown = [place for place in places if place.in_navigation]
        numbered = [place for place in shown if place.is_numbered]
        self.actions = [self._make(number, place) for number, place in enumerate(numbered, 1)]
        self.actions += [self._line(place) for place in shown if not place.is_numbered]

    def put_into(self, menu: QMenu) -> None:
        """Stand above the lines that are there."""
        menu.insertActions(menu.actions()[0], self.actions)

    def allow(self, *, inside: bool) -> None:
        """Places can be gone to only in an open inspection."""
        for action in self.actions:
            action.setEnabled(inside)

    def _make(self, number: int, place: Place) -> QAction:
        action = self._line(place)
        if number <= MOST:
            action.setText(f"&{number} {place.title}")
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        return action

    def _line(self, place: Place) -> QAction:
        letter = place.mnemonic
        words = place.title.replace(letter, f"&{letter}", 1) if letter else place.title
        action = QAction(words, self)
        action.setObjectName(f"go-{place.key}")
        action.triggered.connect(lambda _checked=False: self._go(place.key))
        return action
