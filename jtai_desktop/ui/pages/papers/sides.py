"""Sides: shelf and choices at the left, each scrolling by itself, and the paper at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.kit.scroll import Scroll
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

SHELF_WIDTH, LEFT_WIDTH, NARROW, LOG_LEAST = 216, 616, 336, 84
GAP, EDGES = 24, (24, 0, 20, 12)
# Row, column, and how many of each shelf and choices take: beside one another, or below.
BESIDE = ((3, 0, 2, 1), (3, 1, 2, 1))
BELOW = ((3, 0, 1, 2), (4, 0, 1, 2))
# How the height is shared where the choices stand below the shelf.
SHELF_SHARE, CHOICES_SHARE = 2, 3


class Sides(QWidget):
    """The left has its width; where the text is large, the choices stand below the shelf."""

    def __init__(
        self, head: tuple[QWidget, ...], shelf: QWidget, choices: QWidget, right: QWidget
    ) -> None:
        super().__init__()
        self._shelf, self._choices, self._right = shelf, choices, right
        self._left, self._scroll = QWidget(), Scroll(follows=True)
        self._grid = QGridLayout(self._left)
        self._lay_out(head)
        follow_look(self.share_width)

    def share_width(self) -> None:
        """Share the width anew: what stands at the left has changed."""
        look = Look.of(self)
        wanted, narrow = look.sized(LEFT_WIDTH), look.sized(NARROW)
        beside = wanted <= self.width() - self._right.minimumSizeHint().width() - 1
        self._left.setMinimumWidth(min(wanted, narrow))
        self._left.setMaximumWidth(wanted if beside else narrow)
        self._place(*(BESIDE if beside else BELOW))
        width = narrow - EDGES[0] - EDGES[2]
        self._shelf.setFixedWidth(look.sized(SHELF_WIDTH) if beside else width)
        # What wraps in the narrow column is told too low by the layout.
        layout = self._choices.layout()
        tall = layout.totalHeightForWidth(width) if layout else 0
        tall += look.grown(LOG_LEAST, lines=2)
        self._choices.setMinimumHeight(0 if beside else tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def _place(self, shelf: tuple[int, ...], choices: tuple[int, ...]) -> None:
        if choices == self._grid.getItemPosition(self._grid.indexOf(self._scroll)):
            return
        self._grid.addWidget(self._shelf, *shelf)
        self._grid.addWidget(self._scroll, *choices)

    def _lay_out(self, head: tuple[QWidget, ...]) -> None:
        self._grid.setContentsMargins(*EDGES)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(0)
        for at, part in enumerate(head):
            self._grid.addWidget(part, at, 0, 1, 2)
        self._place(*BESIDE)
        self._grid.setRowStretch(3, SHELF_SHARE)
        self._grid.setRowStretch(4, CHOICES_SHARE)
        self._grid.setColumnStretch(1, 1)
        for ground in (self._left, self._choices):
            stand_on(ground, Role.BG)
        self._scroll.setWidget(self._choices)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, LEFT_WIDTH)
        row.addWidget(Rule(Role.LINE2, Qt.Orientation.Vertical))
        row.addWidget(self._right, 1)
