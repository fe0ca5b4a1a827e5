"""RadioRow: a few choices beside each other; choosing one counts at once."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.settings.kept_field import LABEL_WIDTH
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role


class RadioRow(QWidget):
    """`chosen(value)` says what was chosen with a key or the mouse."""

    chosen = Signal(str)

    def __init__(self, label: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self._label = Words(label, FontRole.TEXT, Role.INK2)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        for value, word in options:
            row.addWidget(self._button(value, word, label))
        row.addStretch(1)
        follow_look(self._dress)

    def button(self, value: str) -> QRadioButton:
        """The button of a value."""
        return self._buttons[value]

    def show_value(self, value: str) -> None:
        """Show what counts now."""
        self._buttons[value].setChecked(True)
        self.setFocusProxy(self._buttons[value])

    def _button(self, value: str, word: str, label: str) -> QRadioButton:
        button = QRadioButton(word)
        button.setAccessibleName(f"{label}: {word.replace('&', '')}")
        button.clicked.connect(lambda _on: self.chosen.emit(value))
        self._group.addButton(button)
        self._buttons[value] = button
        return button

    def _dress(self) -> None:
        self._label.setFixedWidth(Look.of(self).sized(LABEL_WIDTH) + 4)
