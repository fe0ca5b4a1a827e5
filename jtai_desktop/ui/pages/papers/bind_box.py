"""Bind in documents: none, those that the inspectors hold, or some by the codes of their items."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.typed import shown
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.pages.papers.chosen import Bind, code_of

WORDS = {
    Bind.NONE: "None",
    Bind.SENT: "Those that the inspectors hold",
    Bind.CHOSEN: "Those I name",
}
HINT = "Codes with commas: 4.7, C 7; with :2 the second version. Only PDFs can be bound in."


class BindBox(QWidget):
    """`changed(bind, codes)` once it is chosen, and each time that other codes are typed."""

    changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.which, self.codes = QComboBox(), QLineEdit(maxLength=500)
        for bind, words in WORDS.items():
            self.which.addItem(words, str(bind))
        self._codes_row = FormRow("Which of &them", self.codes, hint=HINT)
        self._known: frozenset[str] = frozenset()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(FormRow("&Bind in documents", self.which))
        column.addWidget(self._codes_row)
        self.which.activated.connect(lambda _place: self._choose())
        self.codes.editingFinished.connect(self._choose)

    def show_choice(self, bind: Bind, codes: Sequence[str], known: Sequence[str]) -> None:
        """What is chosen, and the codes that there are; what is being typed stays."""
        self._known = frozenset(code.casefold() for code in known)
        self.which.setCurrentIndex(self.which.findData(str(bind)))
        self._codes_row.setVisible(bind is Bind.CHOSEN)
        if not self.codes.isModified():
            self.codes.setText(", ".join(codes))
            self._codes_row.set_problem("")

    def _choose(self) -> None:
        bind = Bind(self.which.currentData())
        typed = [word.strip() for word in self.codes.text().split(",") if word.strip()]
        wrong = next((word for word in typed if code_of(word) not in self._known), "")
        self._codes_row.setVisible(bind is Bind.CHOSEN)
        if bind is Bind.CHOSEN and wrong:
            self._codes_row.set_problem(f"There is no item {shown(wrong)} in this pack.")
            return
        self._codes_row.set_problem("")
        self.codes.setModified(False)
        self.changed.emit(bind, tuple(dict.fromkeys(typed)) if not wrong else ())
