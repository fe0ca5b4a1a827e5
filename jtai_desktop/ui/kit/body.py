"""What a page is about at the left, its panel beside it, or over it where the window is narrow."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jtai_desktop.ui.theme.look import Look, follow_look

NARROW_BELOW = 1200


class Body(QWidget):
    """Under 1200 px of window the panel lies over the right side of the rest.

    Given the page, it is put into it at once: what it holds is then moved once, not twice.
    """

    def __init__(self, left: QWidget, panel: QWidget, page: QWidget | None = None) -> None:
        super().__init__(page)
        self._panel = panel
        self._wanted = True
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(left)
        panel.setParent(self)
        follow_look(self._arrange)

    @property
    def is_open(self) -> bool:
        """Whether the panel is in sight."""
        return not self._panel.isHidden()

    @property
    def is_beside(self) -> bool:
        """Whether there is room for the panel beside the rest."""
        return self.window().width() >= Look.of(self).sized(NARROW_BELOW)

    @property
    def wanted(self) -> bool:
        """Whether the panel stands beside the register where there is room for it."""
        return self._wanted

    def open_panel(self) -> None:
        """Show the panel."""
        if self.is_beside:
            self._wanted = True
        self._panel.show()
        self._panel.raise_()
        self._arrange()

    def close_panel(self) -> None:
        """Hide the panel."""
        if self.is_beside:
            self._wanted = False
        self._panel.hide()
        self._arrange()

    def step_back(self, *, inside: bool) -> bool:
        """Esc: a panel that lies over the rest goes; whether the ring is to go back to the page.

        A panel beside the rest stays, and is left only by a ring that is `inside` it.
        """
        if not self.is_open or (self.is_beside and not inside):
            return False
        if not self.is_beside:
            self.close_panel()
        return True

    def want_panel(self, *, wanted: bool) -> None:
        """As one left it."""
        self._wanted = wanted
        self._panel.setVisible(wanted and self.is_beside)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_width()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_width()

    def _follow_width(self) -> None:
        self._panel.setVisible(self._wanted and self.is_beside)
        self._arrange()

    def _arrange(self) -> None:
        wide = self._panel.width()
        beside = self.is_open and self.is_beside
        self._row.setContentsMargins(0, 0, wide if beside else 0, 0)
        self._panel.setGeometry(self.width() - wide, 0, wide, self.height())
