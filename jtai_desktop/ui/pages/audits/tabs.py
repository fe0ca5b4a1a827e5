"""The line of an audit’s parts: which of them is shown; Alt+1 to Alt+7 go to them."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from jtai_desktop.domain.audits.entries import SHAPES, Part
from jtai_desktop.domain.audits.register import Standing
from jtai_desktop.ui.kit.buttons import filter_button


class Tab(StrEnum):
    """What can be shown of an audit."""

    RETURNS = "returns"
    AUDIT = "audit"
    LINE = "line"
    FORUM = "forum"
    VIEW = "view"
    HEADLINE = "headline"
    RECOMMENDATION = "recommendation"


TITLES = {
    Tab.RETURNS: "Returns",
    Tab.AUDIT: "The audit",
    Tab.LINE: "Key lines",
    **{Tab(part.value): SHAPES[part].title for part in Part if part is not Part.LINE},
}


class Tabs(QWidget):
    """`turned` names the part that a person chose."""

    turned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons = {tab: filter_button(TITLES[tab]) for tab in Tab}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(6)
        for number, (tab, button) in enumerate(self.buttons.items(), 1):
            self._group.addButton(button)
            row.addWidget(button)
            button.setToolTip(f"Alt+{number}")
            button.clicked.connect(lambda _down, tab=tab: self.turned.emit(tab.value))
            QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(button.click)
        row.addStretch(1)
        self.buttons[Tab.RETURNS].setChecked(True)

    @property
    def chosen(self) -> Tab:
        """Which part is shown."""
        return next(tab for tab, button in self.buttons.items() if button.isChecked())

    def choose(self, tab: Tab) -> None:
        """Show that this part is chosen; emits nothing."""
        self.buttons[tab].setChecked(True)

    def show_audit(self, standing: Standing) -> None:
        """How many entries each part has."""
        for part in Part:
            tab = Tab(part.value)
            self.buttons[tab].setText(f"{TITLES[tab]} {len(standing.audit.of(part))}")
