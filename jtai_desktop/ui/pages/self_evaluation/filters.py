"""The line above the list: find, and the filters of one click with their counts."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import KitButton, filter_button
from jtai_desktop.ui.kit.find_field import FindField
from jtai_desktop.ui.kit.flow import Flow
from jtai_desktop.ui.pages.self_evaluation.facts import Facts
from jtai_desktop.ui.pages.self_evaluation.rows import Quick, counts
from jtai_desktop.ui.theme.states import State

FIND_WIDTH = 120
_WORDS = {
    Quick.ALL: ("All", None),
    Quick.MISSING: ("Missing", State.NOT_ASKED),
    Quick.DRAFT: ("Draft", State.SET_BY_HAND),
    Quick.AGREED: ("Agreed", State.DONE),
    Quick.REMARKS: ("Remarks", State.WARNING),
}


class FilterLine(QWidget):
    """`changed` follows each change that a person makes."""

    changed = Signal()
    left_down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = FindField("Find in the self-evaluation", width=FIND_WIDTH)
        self.buttons: dict[Quick, KitButton] = {}
        group = QButtonGroup(self)
        line = QWidget()
        # Where there is no room for all in one line, the last ones go into a second.
        row = Flow(line, across=6)
        row.addWidget(self.field)
        for number, (quick, (word, state)) in enumerate(_WORDS.items(), 1):
            button = filter_button(word, state)
            button.setToolTip(f"Alt+{number}")
            button.clicked.connect(self._clicked)
            group.addButton(button)
            row.addWidget(button)
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.activated.connect(lambda quick=quick: self.toggle(quick))
            self.buttons[quick] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(line)
        self.buttons[Quick.ALL].setChecked(True)
        self.field.textChanged.connect(self._clicked)
        self.field.left_down.connect(self.left_down)

    @property
    def quick(self) -> Quick:
        """Which filter is down."""
        return next(quick for quick, button in self.buttons.items() if button.isChecked())

    @property
    def typed(self) -> str:
        """What is looked for."""
        return self.field.text()

    def show_counts(self, facts: Facts) -> None:
        """How many each filter lets through."""
        for quick, number in counts(facts).items():
            self.buttons[quick].setText(f"{_WORDS[quick][0]} {number}")

    def toggle(self, quick: Quick) -> None:
        """Press a filter; pressed again it lets all through."""
        on = self.quick is quick
        self.buttons[Quick.ALL if on else quick].click()

    def want(self, quick: Quick, typed: str = "") -> None:
        """Put them so; emits nothing."""
        self.blockSignals(True)
        self.buttons[quick].setChecked(True)
        self.field.setText(typed)
        self.blockSignals(False)

    def _clicked(self, *_given: object) -> None:
        self.changed.emit()
