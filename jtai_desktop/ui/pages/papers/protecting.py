"""ProtectBox: whether the saved file gets a passphrase of its own, and which."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import paper_protection
from jtai_desktop.ui.front.shown_passphrase import PassphraseField
from jtai_desktop.ui.kit.fields import FormRow

HINT = "It is kept nowhere. Tell it by another way than the file takes."


class ProtectBox(QWidget):
    """The field is there only while the box is ticked; what was typed goes with the tick."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QCheckBox("P&rotect the saved file")
        self._field = PassphraseField()
        self._row = FormRow("Passphrase for the &file", self._field.line, hint=HINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        column.addWidget(self._row)
        column.addWidget(self._field.show_box)
        self.box.toggled.connect(self._open)
        self._field.line.textChanged.connect(lambda _text: self._row.set_problem(""))
        self._open(False)

    def secret(self) -> str | None:
        """What was typed; None if the file is not to be protected. Refused if it is too weak."""
        if not self.box.isChecked():
            return None
        typed = self._field.line.text()
        try:
            paper_protection.check(typed)
        except Refused as refusal:
            self._row.set_problem(str(refusal))
            self._field.line.setFocus()
            raise
        return typed

    def forget(self) -> None:
        """The file is saved: the passphrase stays with the person."""
        self.box.setChecked(False)

    def _open(self, shown: bool) -> None:
        for part in (self._row, self._field.show_box):
            part.setVisible(shown)
        if not shown:
            self._field.line.clear()
            self._field.show_box.setChecked(False)
