"""What the CQC asks for about the children, on Friday of week two: the list, and adding to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.documents.lateness import said as late_said
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.wording import moment_near
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.pages.children.facts import Facts
from jtai_desktop.ui.pages.documents.panel.words import agency_of
from jtai_desktop.ui.pages.documents.request_form import OF_CQC, RequestForm
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("child", "Child", 74),
    Column("reference", "Reference", 76, leaves=2),
    Column("what", "What is asked for"),
    Column("agency", "From", 78),
    Column("by", "Asked by", 66, leaves=1),
    Column("due", "Due", 152),
    Column("ours", "Our status", 90),
    Column("theirs", "Inspectors", 90),
)


class RequestsPart(QWidget):
    """The list with its form above. `wanted` asks to add what the form holds."""

    wanted = Signal()
    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.form = RequestForm(OF_CQC)
        self.table = RowTable(COLUMNS, "Requests of the CQC")
        self._nothing = EmptyState(
            "The CQC asks on Friday of week two; nothing is listed yet.",
            "Each request joins the register here, with a due time of its own.",
            "Add a request",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form)
        column.addWidget(self.table, 1)
        column.addWidget(self._nothing, 1)
        self.form.hide()
        self._nothing.asked.connect(self.unfold)
        self.form.wanted.connect(self.wanted)
        self.form.left.connect(self.fold)
        self.table.row_chosen.connect(self.chosen)
        self.table.row_activated.connect(self.opened)

    def show_facts(self, facts: Facts) -> None:
        """Show the requests."""
        self.form.offer(facts.view)
        self.table.set_rows([_row(facts, entry) for entry in facts.requests])
        self.table.setVisible(bool(facts.requests))
        self._nothing.setVisible(not facts.requests)

    def unfold(self) -> None:
        """Ask for a new one."""
        self.form.begin()

    def fold(self) -> None:
        """Put the form away; the ring goes to the list."""
        self.form.hide()
        goal = self.table if self.table.isVisibleTo(self) else self._nothing.button
        if goal is not None:
            goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """The ring on the list, or on what can be done."""
        goal = self.table if self.table.isVisibleTo(self) else self._nothing.button
        if goal is not None:
            goal.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(facts: Facts, entry: Entry) -> Row:
    item, child = entry.item, entry.item.child
    due = moment_near(entry.first_due, facts.today) if entry.first_due else ""
    late = look_of(State.LATE_TO_US if entry.late is Late.TO_US else State.LATE)
    late_words = late_said(entry.late, entry.late_by)
    cells = (
        Cell(child.label if child else "–", bold=True),
        Cell(child.reference if child else "", ink=Role.INK2),
        Cell(item.short, tip=item.title),
        Cell(agency_of(facts.view, entry.agency)),
        Cell(item.asked_by, ink=Role.INK2),
        Cell(state=late.worded(late_words), tip=f"due {due}") if late_words else Cell(due),
        Cell(state=look_of(entry.ours.value)),
        Cell(state=look_of(entry.theirs.value)),
    )
    whose = child.label if child else "no child"
    said = f"{look_of(entry.ours.value).said}, {whose}, {item.short}, {late_words}, due {due}"
    return Row(item.id, cells, said=said.replace(", ,", ","))
