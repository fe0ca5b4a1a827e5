"""One’s own word on a heading: which column it is, or that it is left out."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from jtai_desktop.domain.lists.choosing import SheetByHand
from jtai_desktop.domain.lists.findings import Account, Finding
from jtai_desktop.domain.lists.mapping import ByHand
from jtai_desktop.domain.lists.shape import ListShape
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.tokens import Role

LEAVE_OUT = "nothing: leave it out"
FIELD_WIDE = 250
LONGEST = 300


class HandForm(QWidget):
    """`said` carries a word on one heading of the list that is shown."""

    said = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._label = Words("The &heading", ink=Role.INK2)
        self._between = Words("&is", ink=Role.INK2)
        self.heading, self.column = _field("Heading"), _field("Column of the list")
        self.heading.setEditable(True)
        self.heading.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.heading.lineEdit()
        if line is not None:
            line.setMaxLength(LONGEST)
            line.setPlaceholderText("as in the file, or column H")
        self._say = small_button("Sa&y so", "pen", self._finish)
        self._lay_out()
        follow_look(self._dress)

    def show_list(self, shape: ListShape, account: Account, findings: Iterable[Finding]) -> None:
        """Offer the headings that were seen, and the columns of the list."""
        self._number = shape.number
        self.heading.clear()
        self.heading.addItems(headings_of(account, findings))
        self.heading.setCurrentIndex(-1)
        self.heading.clearEditText()
        self.column.clear()
        self.column.addItem(LEAVE_OUT, "")
        for column in shape.columns:
            self.column.addItem(column.name, column.name)

    def begin(self, heading: str) -> None:
        """Go on with this heading."""
        self.heading.setEditText(heading)
        self.column.setFocus()

    def _finish(self) -> None:
        heading = " ".join(self.heading.currentText().split())
        if heading:
            self.said.emit(ByHand(self._number, heading, str(self.column.currentData() or "")))
        else:
            self.heading.setFocus()

    def _lay_out(self) -> None:
        self._label.setBuddy(self.heading)
        self._between.setBuddy(self.column)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._label, self.heading, self._between, self.column, self._say):
            row.addWidget(part)
        row.addStretch(1)

    def _dress(self) -> None:
        for field in (self.heading, self.column):
            field.setFixedWidth(Look.of(self).sized(FIELD_WIDE))


def headings_of(account: Account, findings: Iterable[Finding]) -> list[str]:
    """The headings that were seen; by its letter where two have the same."""
    seen = {each.position: (each.heading, each.letter) for each in account.taken}
    for each in findings:
        if each.position >= 0 and each.heading:
            seen.setdefault(each.position, (each.heading, each.letter))
    often = Counter(heading for heading, _ in seen.values())
    return [
        heading if often[heading] == 1 else f"column {letter}"
        for _, (heading, letter) in sorted(seen.items())
    ]


def word_said(said: ByHand | SheetByHand) -> str:
    """List 6: “Person” is “Child Unique ID”."""
    if isinstance(said, SheetByHand):
        return f"list {said.list_number} is the sheet “{said.sheet}” of {said.file}"
    if not said.column:
        return f"list {said.list_number}: “{said.heading}” is left out"
    return f"list {said.list_number}: “{said.heading}” is “{said.column}”"


def _field(name: str) -> QComboBox:
    field = QComboBox()
    field.setAccessibleName(name)
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return field
