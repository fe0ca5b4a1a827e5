"""The line above the plan: find, section, and the filters of one click."""

from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QComboBox, QHBoxLayout, QWidget

from jtai_desktop.ui.kit.buttons import KitButton, filter_button
from jtai_desktop.ui.kit.find_field import FindField
from jtai_desktop.ui.kit.line_form import fill
from jtai_desktop.ui.plan.facts import PlanFacts
from jtai_desktop.ui.plan.wanted import Quick, Wanted, counts
from jtai_desktop.ui.theme.look import Look, follow_look
from jtai_desktop.ui.theme.states import State

FIND_WIDTH, SECTION_WIDTH = 150, 130
GAP, BETWEEN, SHORTEST = 6, 12, 6
WORDS = {
    Quick.ALL: ("All", None),
    Quick.AT_RISK: ("At risk", State.AT_MINOR_RISK),
    Quick.LATE: ("Late", State.LATE),
    Quick.NO_FINDING: ("No finding", None),
    Quick.WRONG: ("Looks wrong", State.WARNING),
}


class PlanFilters(QWidget):
    """Keeps what is wanted; `changed` follows each change that a person makes."""

    changed = Signal()
    left_down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = FindField("Find in the plan", width=FIND_WIDTH)
        self.section = QComboBox()
        self.section.setAccessibleName("Section")
        self.quick: dict[Quick, KitButton] = {}
        self._group = QButtonGroup(self)
        self._wanted = Wanted()
        self._filling = False
        self._make()
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
        self.section.setCurrentIndex(max(0, self.section.findData(wanted.section)))
        self.quick[wanted.quick].setChecked(True)
        self._filling = False

    def show_counts(self, facts: PlanFacts) -> None:
        """The numbers on the filters, and the sections that there are."""
        found = counts(facts)
        for quick, button in self.quick.items():
            button.setText(f"{WORDS[quick][0]} {found[quick]}")
        self._filling = True
        known = [(each.key, each.title) for each in facts.plan.known_sections]
        fill(self.section, [("", "All sections"), *known])
        self._filling = False
        self._turn()

    def toggle(self, quick: Quick) -> None:
        """Press a filter; pressed again it lets all through."""
        self.quick[Quick.ALL if self._wanted.quick is quick else quick].click()

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of the two lines."""
        wide = max(part.minimumSizeHint().width() for part in (self._fields, self._buttons))
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _make(self) -> None:
        for number, (quick, (word, state)) in enumerate(WORDS.items(), 1):
            button = filter_button(word, state)
            button.setToolTip(f"Alt+{number}")
            self.quick[quick] = button
            self._group.addButton(button)
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.activated.connect(lambda quick=quick: self.toggle(quick))
        self.quick[Quick.ALL].setChecked(True)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.section.setSizeAdjustPolicy(policy)
        self.section.setMinimumContentsLength(SHORTEST)

    def _lay_out(self) -> None:
        self._fields, self._buttons = QWidget(), QWidget()
        for part, widgets in (
            (self._fields, (self.field, self.section)),
            (self._buttons, tuple(self.quick.values())),
        ):
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 10)
        self._row.addWidget(self._fields)
        self._row.addWidget(self._buttons, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda text: self._take(typed=text))
        self.field.left_down.connect(self.left_down)
        self.section.currentIndexChanged.connect(
            lambda _at: self._take(section=self.section.currentData() or "")
        )
        for quick, button in self.quick.items():
            button.clicked.connect(lambda _down, quick=quick: self._take(quick=quick))

    def _take(self, **given: object) -> None:
        if not self._filling:
            self._wanted = replace(self._wanted, **given)  # type: ignore[arg-type]
            self.changed.emit()

    def _turn(self) -> None:
        """In one line where there is room, else in two."""
        needed = self._fields.sizeHint().width() + self._buttons.sizeHint().width() + BETWEEN
        beside = needed <= self.width()
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setSpacing(BETWEEN if beside else GAP)

    def _dress(self) -> None:
        self.section.setFixedWidth(Look.of(self).sized(SECTION_WIDTH))
        self._turn()
