"""The part on this inspection: its area, and its dates with what new ones would move."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from jtai_desktop.domain.inspection import ClosureDay
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.redating import Shift
from jtai_desktop.domain.typed import read_day, read_when
from jtai_desktop.domain.wording import day_full, stamp
from jtai_desktop.services import inspections
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.pages.settings.comparison import Comparison, compare
from jtai_desktop.ui.pages.settings.kept_field import LABEL_WIDTH, EscapableLine, KeptField
from jtai_desktop.ui.shell.page import Desk


@dataclass(frozen=True, slots=True)
class Dates:
    """The two dates that everything hangs on."""

    notified: datetime
    fieldwork: date | None


class InspectionPart(QWidget):
    """The area saves itself; new dates are compared first and changed only when said so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept: Dates | None = None
        self._closures: tuple[ClosureDay, ...] = ()
        self._compared: Dates | None = None
        self.area = KeptField("&Area")
        self.notified, self.fieldwork = EscapableLine(), EscapableLine()
        self._rows = {
            "notified": FormRow("&Notified", self.notified, left=LABEL_WIDTH),
            "fieldwork": FormRow(
                "First &day on site",
                self.fieldwork,
                hint="Enter shows what new dates would move, before anything is changed.",
                left=LABEL_WIDTH,
            ),
        }
        self.comparison = Comparison("Change the dates")
        self._lay_out()
        self._connect()

    def show_view(self, view: Overview) -> None:
        """Show the dates as they are, unless others are being typed."""
        before, kept = self._kept, Dates(view.inspection.notified, view.inspection.fieldwork_typed)
        self.area.set_kept(view.inspection.area)
        worked_out = day_full(view.schedule.fieldwork_start)
        self.fieldwork.setPlaceholderText(f"{worked_out}, worked out")
        closures, self._closures = self._closures, view.council.closures
        if kept != before:
            self._kept = kept
            self.bring_back()
        elif closures != self._closures:
            self._compared = None
            self.comparison.hide()

    def bring_back(self) -> None:
        """Leave the dates as they are; the ring stays, unless it is where something goes away."""
        had_focus = self.comparison.isAncestorOf(self.window().focusWidget())
        self._compared = None
        self.comparison.hide()
        for row in self._rows.values():
            row.set_problem("")
        if self._kept:
            self.notified.setText(stamp(self._kept.notified))
            typed = self._kept.fieldwork
            self.fieldwork.setText(day_full(typed) if typed else "")
        if had_focus:
            self.notified.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading("This inspection"))
        for part in (self.area, *self._rows.values(), self.comparison):
            column.addWidget(part)

    def _connect(self) -> None:
        self.area.wanted.connect(self._rename)
        for name, line in (("notified", self.notified), ("fieldwork", self.fieldwork)):
            line.returnPressed.connect(partial(self._compare, ask=True))
            line.editingFinished.connect(partial(self._compare, ask=False))
            line.textEdited.connect(partial(self._retype, name))
            line.escaped.connect(self.bring_back)
        self.comparison.left.connect(self.bring_back)
        self.comparison.accepted.connect(self._change)

    def _rename(self, area: str) -> None:
        inspection = self._desk.inspection_id
        self._desk.hub.act(
            lambda workspace: inspections.rename(workspace, inspection, area),
            None,
            self.area.refuse,
        )

    def _retype(self, name: str, _text: str) -> None:
        """What was compared is no longer what stands in the fields."""
        self._rows[name].set_problem("")
        self._compared = None
        self.comparison.hide()

    def _compare(self, *, ask: bool) -> None:
        wanted = self._typed()
        if wanted is None:
            return
        if self._kept and _same(wanted, self._kept):
            self.comparison.hide()
            return
        if wanted == self._compared:
            if ask:
                self.comparison.leave.setFocus()
            return
        self._compared = wanted
        compare(
            self._desk.hub,
            lambda workspace: inspections.compare_dates(
                workspace, self._desk.inspection_id, wanted.notified, wanted.fieldwork
            ),
            partial(self._show, wanted, ask=ask),
            partial(self._refuse, wanted),
        )

    def _show(self, wanted: Dates, shifts: tuple[Shift, ...], *, ask: bool) -> None:
        if wanted == self._compared:
            title = f"If the call came {stamp(london(wanted.notified))}"
            self.comparison.show_shifts(title, shifts, ask=ask)

    def _refuse(self, wanted: Dates, sentence: str) -> None:
        if wanted == self._compared:
            self._compared = None
            self.comparison.hide()
            row = "fieldwork" if wanted.fieldwork else "notified"
            self._rows[row].set_problem(sentence)

    def _change(self) -> None:
        wanted = self._compared
        if wanted is None:
            return
        self._desk.hub.act(
            lambda workspace: inspections.change_dates(
                workspace, self._desk.inspection_id, wanted.notified, wanted.fieldwork
            ),
            None,
            partial(self._refuse, wanted),
        )

    def _typed(self) -> Dates | None:
        """The dates typed; nothing, with the sentence under the field, if one can’t be read."""
        notified = self._read("notified", self.notified, read_when)
        text = self.fieldwork.text().strip()
        fieldwork = self._read("fieldwork", self.fieldwork, read_day) if text else None
        if not isinstance(notified, datetime) or (text and fieldwork is None):
            return None
        return Dates(notified, fieldwork)

    def _read(self, name: str, line: QLineEdit, reader: Callable[[str], date]) -> date | None:
        try:
            return reader(line.text())
        except Refused as refusal:
            self._rows[name].set_problem(str(refusal))
            self.comparison.hide()
            return None


def _same(one: Dates, other: Dates) -> bool:
    """To the minute, which is all that is typed."""
    minute = [london(each.notified).replace(second=0, microsecond=0) for each in (one, other)]
    return minute[0] == minute[1] and one.fieldwork == other.fieldwork
