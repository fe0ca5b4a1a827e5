"""The ten questions at the left of an evaluation, with the head of the form above them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from jtai_desktop.domain.evaluations.evaluation import HEAD
from jtai_desktop.domain.evaluations.frame import Question
from jtai_desktop.domain.evaluations.register import Entry, Evaluations
from jtai_desktop.ui.evaluations.looks import head_look, look_of_question
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.headings import PanelHeading
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.shell.entrance import Entrance
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("number", "No.", 26),
    Column("question", "Question"),
    Column("state", "State", 118),
)
OPTIONS = TableOptions(head=False, fits=True, ground=Role.ALT, row_height=24)


class QuestionList(Entrance):
    """`chosen(number)` follows the ring; 0 is the head of the form."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = PanelHeading("Questions")
        self.table = RowTable(COLUMNS, "Questions", OPTIONS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._heading)
        column.addWidget(self.table)
        self.table.row_chosen.connect(lambda key: self.chosen.emit(int(key)))
        self.table.row_activated.connect(lambda _key: self.entered.emit())
        self.setFocusProxy(self.table)

    @property
    def number(self) -> int:
        """The question one is at."""
        return int(self.table.current_key or 1)

    def show_joint(self, found: Evaluations, entry: Entry) -> None:
        """Show where each question of a joint evaluation stands."""
        fields = tuple(each.key for each in found.frame.fields(joint=True))
        rows = [_head_row(entry, fields)]
        rows += [_row(entry, each) for each in found.frame.questions]
        self._heading.set_aside(entry.filled_of)
        self.table.set_rows(rows)

    def choose(self, number: int) -> None:
        """Put the ring on a question; says nothing of it."""
        self.table.choose(str(number))

    def step(self, way: int) -> int:
        """The question before or after the one that one is at."""
        keys = [int(row.key) for row in self.table.rows]
        at = keys.index(self.number) + way if self.number in keys else 0
        return keys[max(0, min(len(keys) - 1, at))]


def _head_row(entry: Entry, fields: tuple[str, ...]) -> Row:
    state = head_look(entry, fields)
    cells = (Cell(""), Cell("Head of the form", bold=True), Cell(state=state))
    return Row(str(HEAD), cells, said=f"Head of the form: {state.said}")


def _row(entry: Entry, question: Question) -> Row:
    state = look_of_question(entry, question.number)
    title = question.short or question.title
    paragraph = f"¶{question.paragraph}" if question.paragraph else ""
    cells = (
        Cell(str(question.number), bold=True),
        Cell(title, tail=paragraph, tip=question.title),
        Cell(state=state, tip=state.said),
    )
    return Row(str(question.number), cells, said=f"{question.number} {title}: {state.said}")
