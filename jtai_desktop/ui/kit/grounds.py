"""What a plain widget stands on: the page, the side, the panel, the selection or the band."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jtai_desktop.ui.theme.tokens import Role


def stand_on(widget: QWidget, ground: Role) -> None:
    """Fill a plain QWidget with the colour of BG, SIDE, ALT, SEL or BAND, in every theme."""
    widget.setProperty("ground", ground.value)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
