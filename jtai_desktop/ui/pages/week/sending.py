"""Sending the return of the meetings, or an update: what goes is looked through first.

What is new, changed or cancelled since the last time is listed, with what the inspectors hold now.
Sending is noted, never undone: what was sent stays as it was.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from jtai_desktop.domain.meetings.meeting import FACTS, Meeting
from jtai_desktop.domain.meetings.sending import Change, ChangeKind, Sending, held
from jtai_desktop.domain.wording import clock, counted, day_short, stamp, times
from jtai_desktop.services import meetings, overview
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.buttons import primary_button
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.documents.steps_forms import WAYS
from jtai_desktop.ui.pages.week.sheet import Sheet, Then, cover, in_a_row
from jtai_desktop.ui.shell.page import AnyPage, Desk
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

RETURN, UPDATE = "Return of the meetings", "Update of the meetings"
NOTHING = "The inspectors hold everything as it stands."
FROZEN = "Once it is noted as sent, it stays as it was sent. Notes and people of ours never go."
COLUMNS = (
    Column("change", "Since then", 110),
    Column("when", "When", 150),
    Column("what", "What", 0),
    Column("before", "The inspectors hold", 300),
)
ICONS = {ChangeKind.NEW: "plus", ChangeKind.CHANGED: "triangle", ChangeKind.CANCELLED: "close"}
HIGHEST = 420


class SendForm(Sheet):
    """The list of what goes, then the way it went."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.fact = Words("", wrap=True)
        self.table = RowTable(COLUMNS, "What would be sent", TableOptions(chooses=False))
        self.remarks = Words("", FontRole.LABEL, Role.WARNING, bold=True, wrap=True)
        self.way = QComboBox()
        for way, words in WAYS:
            self.way.addItem(words, way.value)
        self._way_row = FormRow("How it is sent", self.way)
        self.send = primary_button("Mark as sent", "plane", self._send)
        self._lay_out()
        self._read()

    def _read(self) -> None:
        inspection_id = self.desk.inspection_id
        self.desk.hub.read(lambda ws: overview.load(ws, inspection_id), self._show)

    def _show(self, view: Overview) -> None:
        news, before = view.week.to_send, held(view.sendings)
        self.fact.setText(_fact(view.sendings, news))
        self.table.set_rows([_row(view, each, before.get(each.meeting.id)) for each in news])
        unexplained = sum(each.meeting in view.week.unexplained for each in news)
        self.remarks.setText(
            f"{counted(unexplained, 'meeting')} may be observed, not yet explained to child and"
            " family."
        )
        self.remarks.setVisible(bool(unexplained))
        for part in (self.table, self._way_row, self.send):
            part.setVisible(bool(news))
        self.send.setText("Mark return as sent" if not view.sendings else "Mark update as sent")
        if news:
            self.table.choose(self.table.rows[0].key)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self) -> None:
        inspection_id, way = self.desk.inspection_id, str(self.way.currentData())
        self.end_with(lambda workspace: meetings.send(workspace, inspection_id, way))

    def _lay_out(self) -> None:
        self.table.setMinimumHeight(HIGHEST // 2)
        self._column.addWidget(self.fact)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.remarks)
        self._column.addWidget(Words(FROZEN, FontRole.LABEL, Role.INK2, wrap=True))
        self._column.addLayout(in_a_row(self._way_row, self.send))
        for part in (self.table, self.remarks, self._way_row, self.send):
            part.hide()


def open_sending(page: AnyPage, then: Then | None = None) -> SendForm:
    """Look through what goes to the inspectors, and note it as sent."""
    form = SendForm(page.desk)
    cover(page, "Send the meetings", "", form, then)
    return form


def _fact(sendings: tuple[Sending, ...], news: tuple[Change, ...]) -> str:
    if not sendings:
        return f"{RETURN}: {counted(len(news), 'meeting')}. Nothing was sent before."
    last = sendings[-1]
    ways = {way.value: words.lower() for way, words in WAYS}
    sent = f"Sent last {stamp(last.when)}, by {ways.get(last.way, last.way)}"
    if not news:
        return f"{NOTHING} {sent}."
    return f"{UPDATE}: {counted(len(news), 'meeting')}. {sent}."


def _row(view: Overview, change: Change, before: Meeting | None) -> Row:
    meeting = change.meeting
    when = f"{day_short(meeting.start.date())}, {times(meeting.start, meeting.end)}"
    old = "; ".join(_old(view, before, change.what)) if before else ""
    cells = (
        Cell(change.kind.value, icon=ICONS[change.kind], bold=True),
        Cell(when),
        Cell(view.week.called(meeting), second=_detail(view, change)),
        Cell(old or "–", ink=Role.INK2, tip=old),
    )
    return Row(meeting.id, cells)


def _detail(view: Overview, change: Change) -> str:
    meeting = change.meeting
    if change.kind is ChangeKind.CANCELLED:
        return meeting.cancelled
    if change.what:
        return f"changed: {', '.join(change.what)}"
    called = {each.key: each.short for each in view.agencies}
    agencies = ", ".join(called.get(each, each) for each in meeting.agencies)
    return "; ".join(each for each in (meeting.place, meeting.chair, agencies) if each)


def _old(view: Overview, before: Meeting, what: tuple[str, ...]) -> list[str]:
    """What the inspectors hold of the facts that differ: start 09:30."""
    names = {word: name for name, word in FACTS.items()}
    return [f"{word} {_value(view, before, names[word])}" for word in what]


def _value(view: Overview, meeting: Meeting, name: str) -> str:
    if name in {"start", "end"}:
        when = meeting.start if name == "start" else meeting.end
        return f"{day_short(when.date())}, {clock(when)}"
    if name == "kind":
        return view.week.kind(meeting)
    if name == "observe":
        return "may observe" if meeting.observe else "no"
    if name == "agencies":
        called = {each.key: each.short for each in view.agencies}
        return ", ".join(called.get(each, each) for each in meeting.agencies) or "none"
    return str(getattr(meeting, name)) or "none"
