"""EraseQuestion: the one modal dialog. What can't be undone is asked for by typing a name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import plain_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

SENTENCE = (
    "Everything that was noted for {area} is taken out of the vault, with its history. "
    "This can’t be undone. Backups made before still hold it until they are deleted."
)
WIDTH = 460


class EraseQuestion(QDialog):
    """Keeping it is what Enter and Esc do; erasing needs the name of the area typed."""

    def __init__(self, area: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = area
        self.setWindowTitle("Erase this inspection")
        self.typed = QLineEdit()
        self.keep = plain_button("&Keep it", on_click=self.reject)
        self.erase = plain_button("&Erase for good", "ring-cross", self.accept)
        self.keep.setDefault(True)
        self.erase.setEnabled(False)
        self.typed.textChanged.connect(self._allow)
        stand_on(self, Role.BG)
        self._lay_out()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.erase)
        buttons.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(Words(f"Erase {self._area}?", FontRole.HEADING, wrap=True))
        column.addWidget(Words(SENTENCE.format(area=self._area), wrap=True))
        column.addWidget(FormRow(f"Type {self._area} to &confirm", self.typed))
        column.addLayout(buttons)
        self.setFixedWidth(WIDTH)

    def _allow(self, text: str) -> None:
        self.erase.setEnabled(" ".join(text.split()).casefold() == self._area.casefold())
