"""Sides: what is chosen at the left, scrolling by itself, and the paper at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.scroll import Scroll
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

SHELF_WIDTH, LEFT_WIDTH, NARROW, LOG_LEAST = 196, 596, 310, 84
# Row, column, and how many of each the choices take.
BESIDE, BELOW = (3, 1, 2, 1), (4, 0, 1, 2)


class Sides(QWidget):
    """The left has its width; where the text is large, the choices stand below the shelf."""

    def __init__(
        self, head: tuple[QWidget, ...], shelf: QWidget, choices: QWidget, right: QWidget
    ) -> None:
        super().__init__()
        self._shelf, self._choices, self._right = shelf, choices, right
        self._left, self._scroll = QWidget(), Scroll()
        self._grid = QGridLayout(self._left)
        self._lay_out(head)
        follow_look(self._dress)

    def share_width(self) -> None:
        """Share the width anew: what stands at the left has changed."""
        look = Look.of(self)
        wanted, narrow = look.sized(LEFT_WIDTH), look.sized(NARROW)
        beside = wanted <= self.width() - self._right.minimumSizeHint().width() - 1
        self._scroll.setMinimumWidth(min(wanted, narrow))
        self._scroll.setMaximumWidth(wanted if beside else narrow)
        place = BESIDE if beside else BELOW
        if place != self._grid.getItemPosition(self._grid.indexOf(self._choices)):
            self._grid.addWidget(self._choices, *place)
        # What wraps in the narrow column is told too low by the layout.
        tall = self._grid.totalHeightForWidth(narrow) + look.grown(LOG_LEAST, lines=2)
        self._left.setMinimumHeight(0 if beside else tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def _lay_out(self, head: tuple[QWidget, ...]) -> None:
        self._grid.setContentsMargins(24, 0, 20, 12)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(0)
        for at, part in enumerate(head):
            self._grid.addWidget(part, at, 0, 1, 2)
        self._grid.addWidget(self._shelf, 3, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._choices, *BESIDE)
        self._grid.setRowStretch(4, 1)
        self._grid.setColumnStretch(1, 1)
        stand_on(self._left, Role.BG)
        self._scroll.setWidget(self._left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._scroll, LEFT_WIDTH)
        row.addWidget(Rule(Role.LINE2, Qt.Orientation.Vertical))
        row.addWidget(self._right, 1)

    def _dress(self) -> None:
        self._shelf.setFixedWidth(Look.of(self).sized(SHELF_WIDTH))
        self.share_width()
