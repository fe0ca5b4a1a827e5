"""StatementPart: the letters with their written statements, and the steps back from each date."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.remarks.remark import LETTER
from jtai_desktop.ui.kit.body import Body
from jtai_desktop.ui.kit.buttons import plain_button, small_button
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.grounds import stand_on
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.icon_view import IconView
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.scroll import Scroll
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.findings.facts import Facts
from jtai_desktop.ui.pages.findings.part import Ask, Part
from jtai_desktop.ui.pages.findings.statement_doing import StatementDeeds
from jtai_desktop.ui.pages.findings.statement_panel import StatementPanel
from jtai_desktop.ui.pages.findings.statement_rows import (
    LETTERS,
    STEPS,
    check_words,
    letter_rows,
    step_rows,
)
from jtai_desktop.ui.pages.findings.step_form import StepForm
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.tokens import Role

MARGIN, RIGHT, GAP = 20, 16, 8
NONE = "No letter is in the record yet."
WHAT_TO_DO = "Read the letter under “Findings”, or add it here with the dates that it gives."
NO_STEPS = "No step is planned. Begin with the usual ones and change them, or add your own."


class StatementPart(Part):
    """Enter on a step opens its fields; Delete is a button, so that no key takes a step out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._facts: Facts | None = None
        self._chosen = ""
        self.deeds = StatementDeeds(desk)
        self.letters = RowTable(LETTERS, "Letters", TableOptions(fits=True, rest=120))
        self._check = Words("", wrap=True)
        self._who = Words("", ink=Role.INK2, wrap=True)
        self._steps_title = SectionHeading("Steps before it is sent")
        options = TableOptions(fits=True, rest=200)
        self.steps = RowTable(STEPS, "Steps before the statement is sent", options)
        self._warned, self._warnings = QWidget(), Words("", ink=Role.WARNING, wrap=True)
        self._none = Words(NO_STEPS, ink=Role.INK2, wrap=True)
        self.usual = small_button("&Usual steps", "plus", self._add_usual)
        self.add = self._steps_title.add_link("Add a step…")
        self.form = StepForm()
        self.panel = StatementPanel(desk, self.deeds)
        self.empty = EmptyState(NONE, WHAT_TO_DO, "Add a letter…")
        self.add_letter = plain_button("&Add a letter…", "plus", self._ask_letter)
        self._lay_out()
        self._connect()

    @property
    def in_head(self) -> tuple[QWidget, ...]:
        return (self.add_letter,)

    @property
    def fact(self) -> str:
        if self._facts is None:
            return ""
        wanted = [each for each in self._facts.found.statements if each.is_wanted]
        if not wanted:
            return "none waits to be sent" if self._facts.found.letters else "no letter yet"
        due = wanted[-1].due
        return f"due {self._facts.day(due)}" if due else ""

    def show_facts(self, facts: Facts) -> None:
        self._facts = facts
        known = [each.id for each in facts.found.letters]
        if self._chosen not in known:
            self._chosen = known[-1] if known else ""
        self.letters.set_rows(letter_rows(facts))
        self.letters.choose(self._chosen)
        self._show()

    def open_at(self, target: str) -> None:
        letter_id = target.removeprefix(LETTER)
        if self._facts is not None and self._facts.found.letter(letter_id):
            self._choose(letter_id)
            self.letters.choose(letter_id)

    def ring(self) -> QWidget:
        return self.letters if self._chosen else self.empty

    def side(self) -> QWidget | None:
        return self.panel if self._body.is_open and self._chosen else None

    def step_back(self) -> bool:
        if not self.form.isHidden():
            self._fold()
            return True
        if self.panel.fold():
            return True
        if self._body.step_back(inside=self.panel.has_ring):
            self.letters.setFocus()
            return True
        return False

    def view_state(self) -> dict[str, object]:
        return {"chosen": self._chosen, "panel": self._body.wanted}

    def restore_view(self, state: dict[str, object]) -> None:
        chosen = state.get("chosen")
        if isinstance(chosen, str) and chosen:
            self.open_at(chosen)
        self._body.want_panel(wanted=state.get("panel") is not False)

    def _choose(self, letter_id: str) -> None:
        if letter_id != self._chosen:
            self._fold()
        self._chosen = letter_id
        self._show()

    def _show(self) -> None:
        facts = self._facts
        if facts is None:
            return
        statement = facts.found.statement(self._chosen)
        for part in (self.letters, self._check, self._who, self._steps_title):
            part.setVisible(statement is not None)
        self.empty.setVisible(statement is None)
        self.panel.show_statement(facts, statement)
        rows = step_rows(facts, statement) if statement else []
        self.steps.set_rows(rows)
        self.steps.setVisible(bool(rows))
        wanted = statement is not None and statement.due is not None
        none = wanted and not rows
        self._none.setVisible(none)
        self.usual.setVisible(none)
        self.add.setEnabled(wanted)
        warned = [words for _, words in statement.warnings] if statement else []
        self._warnings.setText("\n".join(warned))
        self._warned.setVisible(bool(warned))
        self._steps_title.set_count(str(len(rows)) if rows else "")
        if statement is not None:
            self._check.setText(check_words(statement))
            self._who.setText(
                f"Who must send it, as printed: {statement.who}" if statement.who else ""
            )
            self._who.setVisible(bool(statement.who))

    def _add_usual(self) -> None:
        self.deeds.add_usual(self._chosen)

    def _add_step(self) -> None:
        self._unfold("")

    def _edit_step(self, step_id: str) -> None:
        self._unfold(step_id)

    def _unfold(self, step_id: str) -> None:
        facts = self._facts
        statement = facts.found.statement(self._chosen) if facts else None
        if statement is None:
            return
        found = next((each for each in statement.steps if each.kept.id == step_id), None)
        self.form.begin(found, len(statement.steps))
        self.form.show()
        self.form.take_focus()

    def _fold(self) -> None:
        had = not self.form.isHidden()
        self.form.hide()
        if had:
            (self.steps if self.steps.rows else self.letters).setFocus()

    def _save_step(self) -> None:
        self.deeds.save_step(self._chosen, self.form, self._fold)

    def _close_panel(self) -> None:
        self._body.close_panel()
        self.letters.setFocus()

    def _ask_letter(self) -> None:
        self.asked.emit(Ask.LETTER.value, "")

    def _connect(self) -> None:
        self.add.clicked.connect(self._add_step)
        self.letters.row_chosen.connect(self._choose)
        self.letters.row_activated.connect(lambda _key: self._enter_panel())
        self.steps.row_activated.connect(self._edit_step)
        self.form.wanted.connect(self._save_step)
        self.form.left.connect(self._fold)
        self.form.moved.connect(self.deeds.move_step)
        self.form.held.connect(self.deeds.hold_step)
        self.form.removed.connect(lambda step_id: self.deeds.remove_step(step_id, self._fold))
        self.panel.closed.connect(self._close_panel)
        self.panel.asked.connect(self.asked)
        self.empty.asked.connect(self._ask_letter)

    def _enter_panel(self) -> None:
        self._body.open_panel()
        self.panel.enter()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self._warned)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(6)
        line.addWidget(IconView("triangle", Role.WARNING, 14), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._warnings, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(MARGIN, 10, RIGHT, 8)
        column.setSpacing(GAP)
        self._stack(column)
        area = Scroll(follows=True)
        for ground in (left, area.viewport()):
            stand_on(ground, Role.BG)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(left)
        self._body = Body(area, self.panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        self.form.hide()

    def _stack(self, column: QVBoxLayout) -> None:
        column.addWidget(self.letters)
        column.addWidget(self._check)
        column.addWidget(self._who)
        column.addSpacing(6)
        column.addWidget(self._steps_title)
        column.addWidget(self._none)
        column.addWidget(self.usual)
        column.addWidget(self.steps)
        column.addWidget(self._warned)
        column.addWidget(self.form)
        column.addWidget(self.empty, 1)
        column.addStretch(1)
