"""Where the ring goes when a page or a front screen is given the focus as a whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Entrance(QWidget):
    """A container that hands the focus on to one of its controls.

    Qt's own focus proxy does so too, but Tab would then leap from the edge of the container
    straight to that control, over all that stands before it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._entrance: QWidget | None = None

    def setFocusProxy(self, widget: QWidget | None) -> None:
        """Name the control that takes the focus."""
        self._entrance = widget

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Hand the focus on."""
        if self._entrance is None:
            super().setFocus(reason)
        else:
            self._entrance.setFocus(reason)
