"""PlanTable: the plan as a sheet; Enter, F2, a double click or typing changes a cell."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown as shown_text
from jtai_desktop.ui.kit.cell_field import CellField
from jtai_desktop.ui.kit.cell_steps import Step
from jtai_desktop.ui.kit.cell_table import CellTable
from jtai_desktop.ui.kit.row_table import TableOptions
from jtai_desktop.ui.plan import row_cells as c
from jtai_desktop.ui.plan import rows as r
from jtai_desktop.ui.plan.editing import NAMES, act_of, text_of
from jtai_desktop.ui.plan.facts import PlanFacts
from jtai_desktop.ui.plan.wanted import Wanted
from jtai_desktop.ui.shell.page import Desk

OPTIONS = TableOptions(chooses=False, rest=300)
CLEARED = frozenset({c.ANSWERS, c.LEAD, c.DUE, c.FORECAST})


class PlanTable(CellTable):
    """`row_activated(key)` asks for the panel; `text_wanted` for the whole text of an action."""

    DRAWN_FOR = 860

    text_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(c.COLUMNS, "Action plan", OPTIONS)
        self._desk = desk
        self._facts: PlanFacts | None = None
        self.edit_wanted.connect(self.open_field)
        self.clear_wanted.connect(self._clear)

    def can_fill(self, key: str, column: str) -> bool:
        return bool(r.action_of(key)) and column in c.FILLABLE

    def show_plan(self, facts: PlanFacts, wanted: Wanted) -> None:
        """Show what is wanted of the plan; ring, scroll and an open field stay."""
        self._facts = facts
        self.set_rows(r.plan_rows(facts, wanted))

    def want_edit(self, typed: str = "") -> None:
        """Where nothing can be typed, Enter goes to the panel."""
        if self.current_key and not self.can_fill(*self.place) and not typed:
            self.row_activated.emit(self.current_key)
            return
        super().want_edit(typed)

    def open_field(self, key: str, column: str, typed: str = "") -> None:
        """Open a field in a cell; a text of several lines is written in the panel."""
        entry = self._facts.entry(key) if self._facts else None
        if entry is None:
            return
        kept = text_of(entry, column)
        if "\n" in kept:
            self.text_wanted.emit(key)
            return
        field = CellField(f"{NAMES[column]}, {entry.action.called}", self.viewport())
        if column == c.LEAD and self._facts and self._facts.roles:
            field.setCompleter(self._completer(field))
        field.ended.connect(partial(self._end, key, column))
        field.dropped.connect(self.release)
        self.host(field, key, column)
        field.begin(kept, typed)

    def _completer(self, field: CellField) -> QCompleter:
        made = QCompleter(list(self._facts.roles) if self._facts else [], field)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setFilterMode(Qt.MatchFlag.MatchContains)
        made.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        return made

    def _end(self, key: str, column: str, step: str) -> None:
        """Save what was typed, if it may be so; else say why and keep it."""
        field = self.field
        entry = self._facts.entry(key) if self._facts else None
        if field is None or self._facts is None:
            return
        text = field.text()
        if entry is None or text == text_of(entry, column):
            self.release()
            self.step((key, column), Step(step))
            return
        try:
            act = act_of(self._desk.inspection_id, entry, column, text, self._facts.plan)
        except Refused as refusal:
            field.set_problem(str(refusal))
            return
        self.release()
        self.step((key, column), Step(step))
        self._desk.hub.act(act, None, partial(self._reopen, key, column, text))

    def _clear(self, key: str, column: str) -> None:
        entry = self._facts.entry(key) if self._facts else None
        if entry is None or self._facts is None or column not in CLEARED:
            return
        if text_of(entry, column):
            self._desk.hub.act(
                act_of(self._desk.inspection_id, entry, column, "", self._facts.plan)
            )

    def _reopen(self, key: str, column: str, text: str, sentence: str) -> None:
        """The vault refused: give back what was typed, with the reason."""
        if self.field is not None:
            self._desk.hub.refused.emit(f"{sentence} Typed was: {shown_text(text)}.")
            return
        self.open_field(key, column, text)
        self._blame(sentence)

    def _blame(self, sentence: str) -> None:
        """Say what is wrong at the field that is open."""
        if self.field:
            self.field.set_problem(sentence)
