"""The part on days that do not count as the calendar says: closed, or worked on a bank holiday."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from jtai_desktop.domain.inspection import ClosureDay
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.redating import Shift
from jtai_desktop.domain.typed import read_day
from jtai_desktop.domain.wording import day_full
from jtai_desktop.services import council
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.buttons import small_button
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.empty_state import EmptyState
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.pages.settings.comparison import Comparison, compare
from jtai_desktop.ui.pages.settings.kept_field import LABEL_WIDTH, EscapableLine
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("day", "Day", 130),
    Column("name", "Name"),
    Column("counts", "The council is", 110),
)
Arrived = Callable[[tuple[Shift, ...]], None]
CLOSED, WORKED = "closed", "at work"


class ClosureTable(RowTable):
    """The days; Delete asks to take one out."""

    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(COLUMNS, "Closure days", TableOptions(fits=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class ClosuresPart(QWidget):
    """Before a day is added or taken out, what would move is shown; if nothing does, it is done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._closures: tuple[ClosureDay, ...] = ()
        self._dates: tuple[datetime, date] | None = None
        self._asked: ClosureDay | None = None
        self._table = ClosureTable()
        self._empty = EmptyState(
            "No closure day yet. Weekends and the bank holidays of England are known already.",
            "Add the days on which the council is closed, such as those after Christmas.",
        )
        self.day, self.name, self.counts = EscapableLine(), EscapableLine(), QComboBox()
        self.counts.addItems([CLOSED, WORKED])
        self._rows = (
            FormRow("Da&y", self.day, left=LABEL_WIDTH),
            FormRow("Name", self.name, left=LABEL_WIDTH),
            FormRow("The council &is", self.counts, left=LABEL_WIDTH),
        )
        self.add = small_button("Add the day", "plus", partial(self._compare_added, ask=True))
        self.remove = small_button("Remove", "", self._compare_removed)
        self.adding, self.removing = Comparison("Add the day"), Comparison("Remove the day")
        self._lay_out()
        self._connect()

    def show_view(self, view: Overview) -> None:
        """Show the days in order; what was compared with other dates is not shown on."""
        closures, dates = view.council.closures, (view.inspection.notified, view.schedule.week_one)
        if closures != self._closures:
            self._forget()
        elif dates != self._dates:
            self._drop()
        self._closures, self._dates = closures, dates
        self._table.set_rows([_row(each) for each in closures])
        self._table.setVisible(bool(closures))
        self._empty.setVisible(not closures)
        self._allow()

    def _lay_out(self) -> None:
        self.day.setPlaceholderText("Thu 24 Dec 2026")
        self.name.setPlaceholderText("Closed for Christmas")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading("Closure days", aside="for every inspection here"))
        for part in (self._table, self._empty, self.removing, *self._rows):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.adding)

    def _connect(self) -> None:
        for line in (self.day, self.name):
            line.returnPressed.connect(partial(self._compare_added, ask=True))
            line.textEdited.connect(lambda _text: self._drop())
            line.escaped.connect(self._forget)
        self.counts.currentIndexChanged.connect(lambda _at: self._drop())
        self.adding.accepted.connect(self._add)
        self.adding.left.connect(self._leave_adding)
        self.removing.accepted.connect(self._remove)
        self.removing.left.connect(self._leave_removing)
        self._table.remove_wanted.connect(self._compare_removed)
        self._table.row_chosen.connect(lambda _key: self._allow())

    def _compare_added(self, *, ask: bool) -> None:
        wanted = self._typed()
        if wanted is None:
            return
        self._asked = wanted
        title = f"If the council is {self.counts.currentText()} on {day_full(wanted.day)}"

        def arrived(shifts: tuple[Shift, ...]) -> None:
            if wanted != self._asked:
                return
            if any(each.moves for each in shifts):
                self.adding.show_shifts(title, shifts, ask=ask)
            else:
                self._add()

        self._compare((*self._closures, wanted), arrived)

    def _compare_removed(self) -> None:
        gone = self._chosen()
        if gone is None:
            return
        self._asked = gone
        left = tuple(each for each in self._closures if each != gone)

        def arrived(shifts: tuple[Shift, ...]) -> None:
            if gone != self._asked:
                return
            if any(each.moves for each in shifts):
                self.removing.show_shifts(f"Without {day_full(gone.day)}", shifts, ask=True)
            else:
                self._remove()

        self._compare(left, arrived)

    def _compare(self, closures: tuple[ClosureDay, ...], arrived: Arrived) -> None:
        inspection = self._desk.inspection_id
        compare(
            self._desk.hub,
            lambda workspace: council.compare_closures(workspace, inspection, closures),
            arrived,
            self._rows[0].set_problem,
        )

    def _typed(self) -> ClosureDay | None:
        try:
            day = self._new_day()
        except Refused as refusal:
            self._rows[0].set_problem(str(refusal))
            self.day.setFocus()
            return None
        return council.closure_for(day, self.name.text(), works=self.counts.currentText() == WORKED)

    def _new_day(self) -> date:
        day = read_day(self.day.text())
        if any(each.day == day for each in self._closures):
            raise Refused(f"{day_full(day)} is in the list already.", place="Day")
        return day

    def _add(self) -> None:
        wanted, inspection = self._asked, self._desk.inspection_id
        if wanted is not None:
            self._desk.hub.act(
                lambda workspace: council.add_closure(workspace, wanted, inspection),
                lambda _changes: self._forget(),
                self._refuse,
            )

    def _remove(self) -> None:
        gone, inspection = self._asked, self._desk.inspection_id
        if gone is not None:
            self.removing.hide()
            self._table.setFocus()
            self._desk.hub.act(
                lambda workspace: council.remove_closure(workspace, gone, inspection)
            )

    def _refuse(self, sentence: str) -> None:
        """Only the name can be too long here: the day was read already."""
        self.adding.hide()
        self._rows[1].set_problem(sentence)
        self.name.setFocus()

    def _leave_adding(self) -> None:
        """What was typed stays, for another try."""
        self._drop()
        self.day.setFocus()

    def _leave_removing(self) -> None:
        self._drop()
        self._table.setFocus()

    def _drop(self) -> None:
        self._asked = None
        self.adding.hide()
        self.removing.hide()
        for row in self._rows:
            row.set_problem("")

    def _forget(self) -> None:
        """Empty the fields for the next day."""
        had_focus = self.adding.isAncestorOf(self.window().focusWidget())
        self.day.clear()
        self.name.clear()
        self._drop()
        if had_focus:
            self.day.setFocus()

    def _chosen(self) -> ClosureDay | None:
        key = self._table.current_key
        return next((each for each in self._closures if each.id == key), None)

    def _allow(self) -> None:
        self.remove.setEnabled(self._chosen() is not None)


def _row(closure: ClosureDay) -> Row:
    counts = WORKED if closure.works else CLOSED
    return Row(
        closure.id,
        (Cell(day_full(closure.day)), Cell(closure.name), Cell(counts, ink=Role.INK2)),
    )
