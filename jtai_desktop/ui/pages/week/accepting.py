"""A warning at length: both entries side by side, the way between them, and accepting it.

An accepted warning is shown as that, with who accepted it, why and when, and can count again.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from jtai_desktop.domain.meetings.clashes import Clash, ClashKind
from jtai_desktop.domain.meetings.concerns import Concern
from jtai_desktop.domain.meetings.slot import Slot
from jtai_desktop.domain.meetings.warned import Settled, Warned
from jtai_desktop.domain.meetings.ways import Way
from jtai_desktop.domain.problems import Problem
from jtai_desktop.domain.wording import day_full, listed, stamp, times
from jtai_desktop.services import council, meetings, overview
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.week.choice_line import LONGEST_TYPED
from jtai_desktop.ui.pages.week.sheet import Sheet, Then, cover, in_a_row
from jtai_desktop.ui.shell.page import AnyPage, Desk
from jtai_desktop.ui.shell.placed import Placed
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

REASON, MINUTES = "Reason", "Minutes"
WIDEST = 760
GONE = "This warning is no longer there: an entry was changed, or it was mended."
FALLS = "It counts again as soon as one of the entries is changed."
PLACE_WIDTH, MINUTES_WIDTH = 420, 90


class AcceptForm(Sheet):
    """One warning, by its key."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, WIDEST)
        self._key = key
        self._warned: Warned | None = None
        self.what = Words("", FontRole.HEADING, wrap=True)
        self.why = Words("", wrap=True)
        self.facts = QWidget()
        self._grid = QGridLayout(self.facts)
        self.settled = Words("", wrap=True)
        self.reason, self.minutes = QLineEdit(maxLength=LONGEST_TYPED), QLineEdit(maxLength=6)
        self._reason_row = FormRow(REASON, self.reason, hint=FALLS)
        self._minutes_row = FormRow("Minutes", self.minutes)
        self.accept = primary_button("Accept", "", self._accept)
        self.again = plain_button("Let it count again", "", self._unaccept)
        self.set_way = plain_button("Set the minutes", "", self._set_way)
        self._lay_out()
        self.reason.returnPressed.connect(self._accept)
        self.minutes.returnPressed.connect(self._set_way)
        self._read()

    def _read(self) -> None:
        inspection_id = self.desk.inspection_id
        self.desk.hub.read(lambda ws: overview.load(ws, inspection_id), self._show)

    def _show(self, view: Overview) -> None:
        judged = view.week.judged
        settled = next((s for s in judged.accepted if s.warned.key == self._key), None)
        found = next((each for each in judged.open if each.key == self._key), None)
        self._warned = settled.warned if settled else found
        if self._warned is None:
            self.refuse(GONE)
            return
        self.what.setText(self._warned.sentence)
        self.why.setText(_why(view, self._warned))
        self._show_entries(self._warned)
        self._offer(settled)

    def _offer(self, settled: Settled | None) -> None:
        """What can be done: accept it, or let it count again; a way can be given its minutes."""
        is_open, warned = settled is None, self._warned
        for part in (self._reason_row, self.accept):
            part.setVisible(is_open)
        self.again.setVisible(not is_open)
        self.settled.setVisible(not is_open)
        if settled is not None:
            by = settled.acceptance
            self.settled.setText(f"Accepted: {by.reason} ({_who(settled)}, {stamp(by.when)})")
        is_way = isinstance(warned, Clash) and warned.kind is ClashKind.TRAVEL
        for each in (self._minutes_row, self.set_way):
            each.setVisible(is_open and is_way)
        if isinstance(warned, Clash) and is_way:
            label = f"Minutes from {warned.first.place} to {warned.second.place}, for the council"
            self._minutes_row.set_label(label)
            self.minutes.setAccessibleName(label)
            self.minutes.setText(str(warned.needed))
        goal = self.reason if is_open else self.again
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        inspection_id, key, why = self.desk.inspection_id, self._key, self.reason.text()
        act = Placed(lambda workspace: meetings.accept(workspace, inspection_id, key, why))
        self.do(
            act,
            lambda _changes: self.ended.emit(self._entry),
            lambda sentence: self._say(Problem(act.place, sentence)),
        )

    def _unaccept(self) -> None:
        inspection_id, key = self.desk.inspection_id, self._key
        self.end_with(lambda ws: meetings.unaccept(ws, inspection_id, key), self._entry)

    def _set_way(self) -> None:
        warned, inspection_id = self._warned, self.desk.inspection_id
        if not isinstance(warned, Clash):
            return
        text = self.minutes.text().strip()
        if not text.isdecimal():
            self._say(Problem(MINUTES, "Type the minutes as a whole number, like 15."))
            return
        way = Way(warned.first.place, warned.second.place, int(text))
        act = Placed(lambda workspace: council.set_way(workspace, way, inspection_id))
        self.do(
            act,
            lambda _changes: self.ended.emit(self._entry),
            lambda sentence: self._say(Problem(act.place or MINUTES, sentence)),
        )

    @property
    def _entry(self) -> str:
        return self._warned.ids[0] if self._warned else ""

    def _say(self, problem: Problem) -> None:
        rows = {REASON: self._reason_row, MINUTES: self._minutes_row}
        row = rows.get(problem.place)
        for each in rows.values():
            each.set_problem("")
        if row is None:
            self.refuse(problem.sentence)
            return
        row.set_problem(problem.sentence)
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_entries(self, warned: Warned) -> None:
        for at in reversed(range(self._grid.count())):
            item = self._grid.takeAt(at)
            part = item.widget() if item else None
            if part is not None:
                part.deleteLater()
        for column, slot in enumerate(_slots(warned)):
            for row, (text, bold) in enumerate(_facts(slot)):
                ink = Role.INK if row < len(("called", "when")) else Role.INK2
                words = Words(text, FontRole.TEXT, ink, bold=bold, wrap=True)
                self._grid.addWidget(words, row, column, Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(3)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        for part in (self.what, self.why, self.facts, self.settled, self._reason_row):
            self._column.addWidget(part)
        self._column.addLayout(in_a_row(self.accept, self.again))
        self._column.addLayout(in_a_row(self._minutes_row, self.set_way))
        self._column.addStretch(1)
        for hidden in (self.settled, self._reason_row, self._minutes_row):
            hidden.hide()
        for button in (self.accept, self.again, self.set_way):
            button.hide()


def open_accepting(page: AnyPage, key: str, then: Then | None = None) -> AcceptForm:
    """Tell of a warning, to accept it or to let it count again."""
    form = AcceptForm(page.desk, key)
    cover(page, "Warning", "warned, never blocked", form, then)
    return form


def _slots(warned: Warned) -> tuple[Slot, ...]:
    if isinstance(warned, Clash):
        return warned.first, warned.second
    return (warned.slot,) if isinstance(warned, Concern) else ()


def _facts(slot: Slot) -> tuple[tuple[str, bool], ...]:
    when = f"{day_full(slot.start.date())}, {times(slot.start, slot.end)}"
    inspector = f"Inspector: {slot.inspector}" if slot.inspector else ""
    people = ", ".join(slot.people)
    rest = tuple((each, False) for each in (slot.place, people, inspector) if each)
    return ((slot.called, True), (when, False), *rest)


def _why(view: Overview, warned: Warned) -> str:
    if not isinstance(warned, Clash) or not warned.agencies:
        return warned.explained
    called = {each.key: each.short for each in view.agencies}
    both = [called.get(each, each) for each in warned.agencies]
    verb = "is" if len(both) == 1 else "are"
    return f"{warned.explained} {listed(both)} {verb} named at both."


def _who(settled: Settled) -> str:
    by = settled.acceptance.by
    return f"{by.person} for {by.behalf}" if by.behalf else by.person
