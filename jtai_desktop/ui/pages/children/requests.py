"""What the CQC asks for about the children, on Friday of week two: the list, and adding to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.documents.lateness import said as late_said
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.moments import Hour
from jtai_desktop.domain.problems import Problem
from jtai_desktop.domain.wording import moment_near
from jtai_desktop.services.register import NewItem
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.row_table import RowTable
from jtai_desktop.ui.pages.children.adding import beside_fields
from jtai_desktop.ui.pages.children.facts import CQC, Facts
from jtai_desktop.ui.pages.documents.panel.words import agency_of
from jtai_desktop.ui.pages.timetable.typed import DAY, TIME, moment_typed
from jtai_desktop.ui.theme.fonts import FontRole
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
WHOLE_AREA = "None of them"
TITLE, AGENCY, CHILD, ASKED_BY = "Title", "Agency", "Child", "Asked by"
LONGEST_TYPED = 400


class RequestsPart(QWidget):
    """The list with its form above. `wanted` asks to add what the form holds."""

    wanted = Signal()
    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.form = RequestForm()
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
        self.form.offer(facts)
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


class RequestForm(QWidget):
    """Which child, what, from whom, due when: a line of fields."""

    wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._child, self._agency = QComboBox(), QComboBox()
        self._title = self._line("such as: GP summary")
        self._by, self._day, self._clock = (
            self._line(CQC),
            self._line("Mon 16 Nov"),
            self._line("end of day"),
        )
        self._rows = {
            CHILD: FormRow("Child", self._child),
            TITLE: FormRow("What is asked for", self._title),
            AGENCY: FormRow("From", self._agency),
            ASKED_BY: FormRow("Asked by", self._by),
            DAY: FormRow("Due on", self._day),
            TIME: FormRow("At", self._clock),
        }
        self.add = small_button("Add", "", self.wanted.emit)
        self.add.setAccessibleName("Add the request")
        self._cancel = LinkButton("Cancel, Esc", FontRole.LABEL)
        self._cancel.clicked.connect(self.left)
        self._lay_out()

    def offer(self, facts: Facts) -> None:
        """The children and the agencies; a choice stays where it can."""
        children = [("", WHOLE_AREA), *((each.id, each.label) for each in facts.children)]
        _fill(self._child, children)
        _fill(self._agency, [(each.key, each.short) for each in facts.view.agencies])

    def item(self) -> NewItem:
        """What was typed; refused where the day or the hour can’t be read."""
        hour = Hour.AT if self._clock.text().strip() else Hour.END_OF_DAY
        return NewItem(
            title=self._title.text(),
            agency=str(self._agency.currentData() or ""),
            asked_by=self._by.text() or CQC,
            due=moment_typed(self._day.text(), hour, self._clock.text()),
            child_id=str(self._child.currentData() or ""),
        )

    def begin(self) -> None:
        """Empty but for whose child and which agency, since requests come several at once."""
        self._title.clear()
        self.show_problem(None)
        self.show()
        self._child.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong under the field it is about; nothing takes all of it away."""
        for row in self._rows.values():
            row.set_problem("")
        if problem is not None:
            row = self._rows.get(problem.place, self._rows[TITLE])
            row.set_problem(problem.sentence)
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _line(self, hint: str) -> QLineEdit:
        line = QLineEdit(maxLength=LONGEST_TYPED)
        line.setPlaceholderText(hint)
        line.returnPressed.connect(self.wanted)
        return line

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, places in ((first, (CHILD, TITLE, AGENCY)), (second, (ASKED_BY, DAY, TIME))):
            row.setSpacing(12)
            for place in places:
                wide = 2 if place == TITLE else 1
                row.addWidget(self._rows[place], wide, Qt.AlignmentFlag.AlignTop)
        second.addWidget(beside_fields(self.add, self._cancel), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)


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


def _fill(field: QComboBox, wanted: Sequence[tuple[str, str]]) -> None:
    shown = [(field.itemData(at), field.itemText(at)) for at in range(field.count())]
    if shown == list(wanted):
        return
    chosen = field.currentData()
    field.clear()
    for key, words in wanted:
        field.addItem(words, key)
    field.setCurrentIndex(max(0, field.findData(chosen)))
