"""LineForm: labelled fields beside one another above a list; Enter asks, Esc puts them away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.problems import Problem
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.fonts import FontRole

LONGEST_TYPED = 400


class LineForm(QWidget):
    """`wanted` follows Enter and the button, `left` Esc and the link beside it."""

    # Where a sentence stands that is about none of the fields.
    USUAL = ""

    wanted = Signal()
    left = Signal()

    def __init__(self, button: str, name: str) -> None:
        super().__init__()
        self._rows: dict[str, FormRow] = {}
        self.add = small_button(button, "", self.wanted.emit)
        self.add.setAccessibleName(name)
        self._cancel = LinkButton("Cancel, Esc", FontRole.LABEL)
        self._cancel.clicked.connect(self.left)

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong under the field it is about; nothing takes all of it away."""
        for row in self._rows.values():
            row.set_problem("")
        if problem is not None:
            row = self._rows.get(problem.place, self._rows[self.USUAL])
            row.set_problem(problem.sentence)
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _line(self, place: str, label: str = "", hint: str = "") -> QLineEdit:
        line = QLineEdit(maxLength=LONGEST_TYPED)
        line.setPlaceholderText(hint)
        line.returnPressed.connect(self.wanted)
        self._rows[place] = FormRow(label or place, line)
        return line

    def _combo(self, place: str, label: str = "") -> QComboBox:
        field = QComboBox()
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        field.setSizeAdjustPolicy(policy)
        field.setMinimumContentsLength(8)
        self._rows[place] = FormRow(label or place, field)
        return field

    def _controls(self) -> QWidget:
        """The button and the link, as high as the fields beside them."""
        part, row = QWidget(), QHBoxLayout()
        row.setSpacing(12)
        for control in (self.add, self._cancel):
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(Words(" ", FontRole.LABEL))
        column.addLayout(row)
        return part


def fill(field: QComboBox, wanted: Sequence[tuple[str, str]]) -> None:
    """What can be chosen, by keys and words; a choice stays where it can."""
    shown = [(field.itemData(at), field.itemText(at)) for at in range(field.count())]
    if shown == list(wanted):
        return
    chosen = field.currentData()
    field.clear()
    for key, words in wanted:
        field.addItem(words, key)
    field.setCurrentIndex(max(0, field.findData(chosen)))
