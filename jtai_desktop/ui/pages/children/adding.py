"""Adding a child: a label, a reference, an age, and why in scope; no name is needed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.documents.children import name_like
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.domain.typed import shown
from jtai_desktop.services.register import NewChild
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.fonts import FontRole

LABEL, REFERENCE, AGE, IN_SCOPE = "Label", "Reference", "Age", "In scope"
HINTS = {LABEL: "Child G", REFERENCE: "NM-07", AGE: "10 to 15", IN_SCOPE: "In care"}
LONGEST_TYPED = 200
MOST_DIGITS = 3


class AddChild(QWidget):
    """One line of fields. Enter adds, Esc puts it away; a label like a name is remarked on."""

    wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = {place: self._row(place) for place in HINTS}
        self.add = small_button("Add", "", self.wanted.emit)
        self.add.setAccessibleName("Add the child")
        self._cancel = LinkButton("Cancel, Esc", FontRole.LABEL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 10)
        row.setSpacing(12)
        for place, part in self._rows.items():
            row.addWidget(part, 1 if place == AGE else 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(beside_fields(self.add, self._cancel), 0, Qt.AlignmentFlag.AlignTop)
        self._cancel.clicked.connect(self.left)
        self._line(LABEL).textChanged.connect(self._remark)

    def child(self) -> NewChild:
        """What was typed; refused where the age is no number."""
        return NewChild(
            reference=self._line(REFERENCE).text(),
            label=self._line(LABEL).text(),
            age=read_age(self._line(AGE).text()),
            in_scope=self._line(IN_SCOPE).text(),
        )

    def begin(self) -> None:
        """Empty, and the ring on the label."""
        for place in self._rows:
            self._line(place).clear()
        self.show_problem(None)
        self.show()
        self._line(LABEL).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong under the field it is about; nothing takes all of it away."""
        for row in self._rows.values():
            row.set_problem("")
        if problem is not None:
            row = self._rows.get(problem.place, self._rows[LABEL])
            row.set_problem(problem.sentence)
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _row(self, place: str) -> FormRow:
        line = QLineEdit(maxLength=LONGEST_TYPED)
        line.setPlaceholderText(HINTS[place])
        line.returnPressed.connect(self.wanted)
        return FormRow(place, line)

    def _line(self, place: str) -> QLineEdit:
        field = self._rows[place].field
        if not isinstance(field, QLineEdit):
            raise TypeError(place)
        return field

    def _remark(self, text: str) -> None:
        """A remark, never a refusal: the label can be kept as it is."""
        self._rows[LABEL].set_problem("")
        self._rows[LABEL].set_hint(name_like(text))


def beside_fields(*controls: QWidget) -> QWidget:
    """Controls as high as the fields beside them, whose labels stand above."""
    part, row = QWidget(), QHBoxLayout()
    row.setSpacing(12)
    for control in controls:
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(Words(" ", FontRole.LABEL))
    column.addLayout(row)
    return part


def read_age(text: str) -> int:
    """The age that was typed; nothing typed is no age."""
    digits = text.strip()
    if not digits:
        return 0
    if not (digits.isascii() and digits.isdigit()) or len(digits) > MOST_DIGITS:
        raise Refused(f"{shown(text)} is not an age: type a number like 14.", place=AGE)
    return int(digits)
