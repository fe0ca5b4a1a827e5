"""The fields of one step to the statement: who, when, the lead time of its papers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.findings.statement import StepShown
from jtai_desktop.domain.letters.statement import Step
from jtai_desktop.domain.typed import read_at, read_day
from jtai_desktop.domain.wording import day_full
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.line_form import LineForm
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.findings.typed_numbers import whole_number
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

STEP, BEFORE, PAPERS, MEETS = "Step", "Before", "Papers", "Meets"
HOW = "Days are working days. Without a day of its own the step meets on the last day there is."


class StepForm(LineForm):
    """`moved`, `held` and `removed` tell of the step that is being changed."""

    USUAL = STEP

    moved = Signal(str, int)
    held = Signal(str, bool)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__("Keep", "Keep the step")
        self._id = ""
        self._is_held = False
        self.name = self._line(STEP, "Board, cabinet, scrutiny or partner")
        self.before = self._line(BEFORE, "Days before sending")
        self.papers = self._line(PAPERS, "Days for papers")
        self.meets = self._line(MEETS, "Meets on", "as counted")
        self.earlier = small_button("Earlier", "", lambda: self.moved.emit(self._id, -1))
        self.later = small_button("Later", "", lambda: self.moved.emit(self._id, 1))
        self.hold = small_button("Took place", "tick", self._hold)
        self.remove = small_button("Take out", "", lambda: self.removed.emit(self._id))
        self._own = QWidget()
        self._lay_out()

    @property
    def step_id(self) -> str:
        """The step that is changed; nothing for a new one."""
        return self._id

    def begin(self, shown: StepShown | None, number: int) -> None:
        """Begin with a step, or with an empty one."""
        step = shown.kept.step if shown else Step("")
        self._id = shown.kept.id if shown else ""
        self._is_held = bool(shown and shown.kept.held)
        self.name.setText(step.name)
        self.before.setText(str(step.before) if shown else "")
        self.papers.setText(str(step.papers))
        self.meets.setText(day_full(step.meets) if step.meets else "")
        self.show_problem(None)
        self._own.setVisible(shown is not None)
        self.hold.setText("Still to come" if self._is_held else "Took place")
        first = shown is not None and shown.kept.number == 1
        self.earlier.setEnabled(not first and number > 1)
        self.later.setEnabled(number > 1)

    def take_focus(self) -> None:
        """Go to the first field."""
        self.name.setFocus()
        self.name.selectAll()

    def step(self) -> Step:
        """What was typed."""
        typed = self.meets.text().strip()
        return Step(
            self.name.text(),
            whole_number(self.before.text(), BEFORE),
            whole_number(self.papers.text(), PAPERS),
            read_at(MEETS, read_day, typed) if typed else None,
        )

    def _hold(self) -> None:
        self._is_held = not self._is_held
        self.hold.setText("Still to come" if self._is_held else "Took place")
        self.held.emit(self._id, self._is_held)

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(8)
        for place, share in ((STEP, 4), (BEFORE, 2), (PAPERS, 2), (MEETS, 3)):
            fields.addWidget(self._rows[place], share)
        fields.addWidget(self._controls())
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(8)
        for button in (self.hold, self.earlier, self.later, self.remove):
            own.addWidget(button)
        own.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addLayout(fields)
        column.addWidget(self._own)
        column.addWidget(Words(HOW, FontRole.LABEL, Role.INK2))
