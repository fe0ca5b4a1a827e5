"""CellEditor: opens fields in the cells, and does what keys and the clipboard ask of them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents import blocks
from jtai_desktop.domain.documents.cell_edits import Edit, RefusedCell
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import counted
from jtai_desktop.services import register_cells
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.kit.cell_field import CellField
from jtai_desktop.ui.kit.cell_steps import Place, Step
from jtai_desktop.ui.kit.choosing import NOBODY
from jtai_desktop.ui.kit.clipboard import put_on_clipboard
from jtai_desktop.ui.kit.person_picker import PersonPicker
from jtai_desktop.ui.pages.documents import columns as c
from jtai_desktop.ui.pages.documents import editing
from jtai_desktop.ui.pages.documents.editing import PEOPLE, kept_text, offered
from jtai_desktop.ui.pages.documents.facts import Facts
from jtai_desktop.ui.pages.documents.keys import Wish
from jtai_desktop.ui.pages.documents.lines import Line
from jtai_desktop.ui.pages.documents.table import RegisterTable
from jtai_desktop.ui.shell.hub import Hub

NOT_HERE = "This column is worked out by the program. Steps and files change it, not typing."
LONG_NOTE = "This note has several lines. Change it in the panel at the right."
NOTHING_ABOVE = "There is no line above to take a value from."
NO_DOCUMENT = "There is no document yet. Add one in the panel first."


class CellEditor(QObject):
    """Each of its deeds is one step: it is kept whole, undone whole, or refused whole."""

    said = Signal(str)
    refused = Signal(object)
    began = Signal(str)
    details_wanted = Signal()

    def __init__(self, hub: Hub, inspection_id: str, table: RegisterTable) -> None:
        super().__init__(table)
        self._hub, self._inspection_id, self._table = hub, inspection_id, table
        self._facts: Facts | None = None
        table.fillable = editing.fillable()

    def show_facts(self, facts: Facts) -> None:
        """What the cells are read with from now on."""
        self._facts = facts

    def do(self, wish: Wish, text: str) -> None:
        """What a key asks for at the ring."""
        match wish:
            case Wish.EDIT:
                self.edit(text)
            case Wish.CLEAR:
                self.clear()
            case Wish.FILL:
                self.fill()
            case Wish.COPY:
                self.copy()
            case Wish.COPY_COLUMN:
                self.copy(column=True)
            case Wish.PASTE:
                self.paste()

    def goals(self) -> list[Line]:
        """The lines that a deed is for: all that are selected, if the ring is among them."""
        here, chosen = self._table.current_line, self._table.selected_lines
        if here is None:
            return []
        return chosen if here.key in {line.key for line in chosen} else [here]

    def edit(self, typed: str = "", column: str = "") -> None:
        """Open a field at the ring."""
        host, line = self._table.host, self._table.current_line
        if host.field is not None and host.field.problem:
            host.field.setFocus()
            return
        if line is None or self._facts is None:
            return
        column = column or self._table.place[1]
        why = self._why_not(self._facts, line, column)
        if why:
            self.said.emit(why)
            return
        self._open(line, column, self.goals(), typed)

    def clear(self) -> None:
        """Empty the cells of this column, or of the block."""
        lines, columns = self.goals(), self._columns()
        if self._facts and lines and not any(self._blocked(lines[0], each) for each in columns):
            self._do([edit for each in columns for edit in editing.edits(lines, each, "")])

    def fill(self) -> None:
        """As in the uppermost line that is selected; with one line, as in the one above."""
        facts, columns, lines = self._facts, self._columns(), self.goals()
        if facts is None or not lines or any(self._blocked(lines[0], each) for each in columns):
            return
        alone = len(lines) == 1
        source = self._above(lines[0]) if alone else lines[0]
        if source is None:
            self.said.emit(NOTHING_ABOVE)
            return
        goals = lines if alone else lines[1:]
        filled = (editing.edits(goals, each, kept_text(facts, source, each)) for each in columns)
        self._do([edit for each in filled for edit in each])
        if alone:
            self._table.step(1, 0)

    def copy(self, *, heads: bool = False, column: bool = False) -> None:
        """Put lines on the clipboard as text and as a table; of one line, the cell of the ring.

        Where there is a block, it alone.
        """
        if self._facts is None or not self.goals():
            return
        lines, chosen = self.goals(), self._table.block_columns
        alone = len(lines) == 1 and not heads and not chosen
        whole = chosen or self._table.columns_shown
        columns = [self._table.place[1]] if column or alone else whole
        block = editing.copied(self._facts, lines, columns)
        titles = [self._table.register_model.title(key) for key in columns]
        text = blocks.to_text([titles, *block] if heads else block)
        html = blocks.to_html(block, titles if heads else ())
        put_on_clipboard(text.rstrip("\r\n") if alone else text, html)

    def paste(self) -> None:
        """Lay the block on the clipboard onto the cells in sight, from the ring on."""
        facts, here = self._facts, self._table.current_line
        text = QGuiApplication.clipboard().text()
        if facts is None or here is None or not text:
            return
        try:
            self._do(self._pasted(facts, here, text))
        except Refused as refused:
            self.said.emit(str(refused))

    def set_value(self, column: str) -> None:
        """Type one value for all that is selected."""
        self._table.setFocus()
        line = self._table.current_line
        if line is not None:
            self._table.scrollTo(self._table.currentIndex())
            self.edit(column=column)

    def _pasted(self, facts: Facts, here: Line, text: str) -> tuple[Edit, ...]:
        """From the ring on; onto a block, from its upper left corner."""
        shown_columns, chosen = self._table.columns_shown, self._columns()
        columns = shown_columns[shown_columns.index(chosen[0]) :]
        goals = self.goals()
        if editing.is_single(text):
            return editing.pasted(facts, text, goals, chosen)
        lines, first = self._table.lines, goals[0] if self._table.block_columns else here
        below = lines[[line.key for line in lines].index(first.key) :]
        return editing.pasted(facts, text, below, columns)

    def _columns(self) -> list[str]:
        """The columns that a deed is for: those of the block, else that of the ring."""
        return self._table.block_columns or [self._table.place[1]]

    def _blocked(self, line: Line, column: str) -> bool:
        why = self._why_not(self._facts, line, column) if self._facts else NOT_HERE
        if why:
            self.said.emit(why)
        return bool(why)

    def _why_not(self, facts: Facts, line: Line, column: str) -> str:
        if column not in self._table.fillable:
            return NOT_HERE
        if line.document is None and column not in {c.DUE, c.INTERNAL, *c.OWN}:
            return NO_DOCUMENT
        return LONG_NOTE if "\n" in kept_text(facts, line, column) else ""

    def _open(self, line: Line, column: str, goals: Sequence[Line], typed: str) -> None:
        title = self._table.register_model.title(column)
        what = line.title if len(goals) == 1 else counted(len(goals), "line")
        field = self._field(line, column, f"{title}, {what}")
        self._table.host.host(field, (line.key, column))
        kept = kept_text(self._facts, line, column) if self._facts else ""
        field.begin(kept, typed)
        if len(goals) > 1:
            self.began.emit(f"{title} for {counted(len(goals), 'line')}")

    def _field(self, line: Line, column: str, name: str) -> CellField:
        goals = tuple(each.key for each in self.goals())
        place = (line.key, column)
        drop: Callable[[], None] = self._drop
        if column in (*PEOPLE, c.AGENCY) and self._facts is not None:
            return self._picker(self._facts, line, column, (name, place, goals))
        field = CellField(name, self._table.viewport())
        field.ended.connect(lambda step: self._end(place, goals, field.text(), Step(step)))
        field.dropped.connect(drop)
        return field

    def _picker(
        self, facts: Facts, line: Line, column: str, about: tuple[str, Place, tuple[str, ...]]
    ) -> PersonPicker:
        name, place, goals = about
        offer = offered(facts, line, column)
        viewport = self._table.viewport()
        picker = PersonPicker(name, offer.choices, offer.held, viewport, offer.asking)

        def picked(chosen: str, step: str) -> None:
            if chosen:
                text = "" if chosen == NOBODY else offer.called.name(chosen)
                self._end(place, goals, text, Step(step))
            else:
                self._leave(Step(step), alone=len(goals) == 1)

        picker.picked.connect(picked)
        picker.dropped.connect(self._drop)
        return picker

    def _end(self, place: Place, goals: tuple[str, ...], text: str, step: Step) -> None:
        """Keep what was typed, if it may be so; else say why, and keep the field open."""
        field, facts = self._table.host.field, self._facts
        if field is None or facts is None:
            return
        known = {line.key: line for line in facts.lines}
        lines = [known[key] for key in goals if key in known]
        wanted = editing.edits(lines, place[1], text)
        outcome = editing.outcome(facts, wanted)
        if outcome.problems:
            self._blame(outcome.problems)
            if len(goals) > 1:
                self.refused.emit(outcome.problems)
            return
        self._leave(step, alone=len(goals) == 1)
        if outcome.edits:
            self._do(wanted, partial(self._reopen, place, text))

    def _leave(self, step: Step, *, alone: bool) -> None:
        self._drop()
        rows = {Step.DOWN: 1, Step.UP: -1}.get(step, 0)
        columns = {Step.ON: 1, Step.BACK: -1}.get(step, 0)
        if alone and (rows or columns):
            self._table.step(rows, columns)

    def _blame(self, problems: Sequence[RefusedCell]) -> None:
        field = self._table.host.field
        if field is not None:
            field.set_problem(problems[0].sentence)

    def _reopen(self, place: Place, text: str, sentence: str) -> None:
        """The vault refused: give back what was typed, with the reason."""
        if self._table.host.field is not None or not self._table.go(*place, select=False):
            self.said.emit(f"{sentence} Typed was: {shown(text)}.")
            return
        self.edit()
        self._give_back(text, sentence)

    def _give_back(self, text: str, sentence: str) -> None:
        field = self._table.host.field
        if field is not None:
            field.setText(text)
            field.set_problem(sentence)

    def _drop(self) -> None:
        self._table.host.release()
        self.began.emit("")

    def _do(self, wanted: Sequence[Edit], refused: Callable[[str], None] | None = None) -> None:
        """Check here, so that each refused cell is named; then one action for all of them."""
        if self._facts is None or not wanted:
            return
        found = editing.outcome(self._facts, wanted)
        if found.problems:
            self.refused.emit(found.problems)
            return
        self.refused.emit(())
        inspection_id = self._inspection_id

        def act(workspace: Workspace) -> Changes:
            return register_cells.set_cells(workspace, inspection_id, wanted)

        self._hub.act(act, None, refused or self.said.emit)

    def _above(self, line: Line) -> Line | None:
        lines = self._table.lines
        at = next((at for at, each in enumerate(lines) if each.key == line.key), 0)
        return lines[at - 1] if at else None
