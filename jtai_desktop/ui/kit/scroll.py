"""Scroll: what scrolls down where there is no room, never across, and is no stop for Tab."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

# What is kept free above and below the part with the ring.
ROUND_THE_RING = 40


class Scroll(QScrollArea):
    """`follows` scrolls to where the ring goes."""

    def __init__(self, *, follows: bool = False) -> None:
        super().__init__(widgetResizable=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if follows:
            QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = self.widget()
        if inside is not None and new is not None and inside.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, ROUND_THE_RING)
