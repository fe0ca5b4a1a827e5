"""The line above the findings: find, agency, letter, and the filters of one click."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QVBoxLayout, QWidget

from jtai_desktop.domain.findings.register import called
from jtai_desktop.ui.kit.buttons import KitButton, filter_button
from jtai_desktop.ui.kit.find_field import FindField
from jtai_desktop.ui.kit.flow import Flow
from jtai_desktop.ui.kit.line_form import fill
from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.pages.findings.wanted import Quick, Wanted, of_quick
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.states import State

FIND_WIDTH, AGENCY_WIDTH, LETTER_WIDTH = 150, 112, 190
WORDS = {
    Quick.ALL: "All",
    Quick.PRIORITY: "Priority",
    Quick.IMPROVEMENT: "To improve",
    Quick.STRENGTH: "Strengths",
    Quick.PRACTICE: "Studies",
    Quick.UNANSWERED: "No action",
    Quick.RETIRED: "Taken out",
}


class FilterBar(QWidget):
    """`changed` follows each change that a person makes."""

    changed = Signal()
    left_down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = FindField("Find a finding", width=FIND_WIDTH)
        self._agency, self._letter = _combo("Agency"), _combo("Letter")
        self._quick: dict[Quick, KitButton] = {}
        self._wanted = Wanted()
        self._filling = False
        self._lay_out()
        self._connect()
        follow_look(self._dress)

    @property
    def wanted(self) -> Wanted:
        """What a person wants to see."""
        return self._wanted

    def want(self, wanted: Wanted) -> None:
        """Show what is wanted in the fields; emits nothing."""
        self._wanted, self._filling = wanted, True
        self.field.setText(wanted.typed)
        for field, value in ((self._agency, wanted.agency), (self._letter, wanted.letter)):
            field.setCurrentIndex(max(0, field.findData(value)))
        self._quick[wanted.quick].setChecked(True)
        self._filling = False

    def show_facts(self, facts: Facts) -> None:
        """The numbers on the quick filters, and what there is to choose."""
        self._filling = True
        fill(self._agency, [("", "All agencies"), *facts.agencies])
        letters = [(each.id, called(each)) for each in facts.found.letters]
        fill(self._letter, [("", "All letters"), *letters])
        self._letter.setVisible(len(letters) > 1)
        for quick, button in self._quick.items():
            number = len(list(of_quick(facts, quick)))
            button.setText(f"{WORDS[quick]} {number}")
            button.setVisible(bool(number) or quick in {Quick.ALL, self._wanted.quick})
        self._filling = False
        self._agency.setCurrentIndex(max(0, self._agency.findData(self._wanted.agency)))
        self._letter.setCurrentIndex(max(0, self._letter.findData(self._wanted.letter)))

    def _take(self, **given: object) -> None:
        if not self._filling:
            self._wanted = replace(self._wanted, **given)  # type: ignore[arg-type]
            self.changed.emit()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for quick, word in WORDS.items():
            state = State.WARNING if quick is Quick.UNANSWERED else None
            button = self._quick[quick] = filter_button(word, state)
            group.addButton(button)
        self._quick[Quick.ALL].setChecked(True)
        inner = QWidget()
        flow = Flow(inner)
        flow.add_all((self.field, self._agency, self._letter, *self._quick.values()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.addWidget(inner)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda text: self._take(typed=text))
        self.field.left_down.connect(self.left_down)
        self._agency.currentIndexChanged.connect(
            lambda _at: self._take(agency=str(self._agency.currentData() or ""))
        )
        self._letter.currentIndexChanged.connect(
            lambda _at: self._take(letter=str(self._letter.currentData() or ""))
        )
        for quick, button in self._quick.items():
            button.clicked.connect(lambda _down, quick=quick: self._take(quick=quick))

    def _dress(self) -> None:
        look = Look.of(self)
        self._agency.setFixedWidth(look.sized(AGENCY_WIDTH))
        self._letter.setFixedWidth(look.sized(LETTER_WIDTH))


def _combo(name: str) -> QComboBox:
    field = QComboBox()
    field.setAccessibleName(name)
    return field


def quick_of(value: object, known: Iterable[Quick] = Quick) -> Quick:
    """A kept filter; all where it is unknown."""
    return next((each for each in known if each.value == value), Quick.ALL)
