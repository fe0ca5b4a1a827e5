"""EmptyState: what belongs here, what to do, and one button; no picture."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import KitButton, plain_button
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.tokens import Role


class EmptyState(QWidget):
    """Left-aligned where the first row would be. `asked` is emitted when the button is pressed."""

    asked = Signal()

    def __init__(
        self, sentence: str, what_to_do: str, button: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        column.addWidget(Words(sentence, wrap=True))
        column.addWidget(Words(what_to_do, ink=Role.INK2, wrap=True))
        self.button: KitButton | None = None
        if button:
            self.button = plain_button(button)
            self.button.clicked.connect(self.asked)
            column.addSpacing(6)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setAccessibleName(f"{sentence} {what_to_do}")
