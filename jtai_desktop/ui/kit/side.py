"""The ground of a panel at the side: its edge, and a body that scrolls only downwards."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.rule import Rule
from jtai_desktop.ui.theme.tokens import Role


def lay_at_side(panel: QWidget, scroll: QScrollArea, content: QWidget, *, below: bool) -> None:
    """Lay out a panel; `below` draws an edge above it too, where something stands over it.

    What is put into something else takes all it holds along, one by one: so `content` is put in
    last, and best before anything is in it.
    """
    for each in (panel, content):
        stand_on(each, Role.ALT)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    row = QHBoxLayout(panel)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(Rule(Role.LINE2, Qt.Orientation.Vertical))
    down = QVBoxLayout()
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(0)
    row.addLayout(down, 1)
    if below:
        down.addWidget(Rule(Role.LINE2))
    down.addWidget(scroll, 1)
    scroll.setWidget(content)
    panel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
