"""Planning a conversation: when, where, with which inspector, who supports; only what was agreed.

A new time is a new plan, and needs a new confirmation in writing. There is only this form for it,
for the page of the children and the week alike.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.conversations.track import ON_THE_TIMETABLE
from jtai_desktop.domain.meetings import typed_times
from jtai_desktop.domain.meetings.typed_times import DAY, END, START
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.domain.wording import clock, day_full
from jtai_desktop.services import conversations, overview
from jtai_desktop.services.conversations import Explained, Said
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.buttons import primary_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.week.choice_line import ChoiceLine, on_enter, plain_line
from jtai_desktop.ui.pages.week.offered import Offered, offered
from jtai_desktop.ui.pages.week.sheet import Sheet, Then, cover, in_a_row
from jtai_desktop.ui.shell.page import AnyPage, Desk
from jtai_desktop.ui.shell.placed import Placed
from jtai_desktop.ui.talks.forms import INTERPRETER, NEEDS
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

PLACE, INSPECTOR, SUPPORT = "Place", "Inspector", "Support person"
HOUR = timedelta(hours=1)
WIDEST = 640
WITH_LIST = (PLACE, INSPECTOR, SUPPORT)
HINTS = {
    DAY: "Tue 17 Nov 2026",
    START: "13:00",
    END: "14:00",
    PLACE: "Family centre, room 1",
    NEEDS: "communication aid, access",
}
GONE = "This person is no longer in the list."
AGAIN = "It was confirmed already. Another time needs a new confirmation in writing."


class PlanForm(Sheet):
    """The plan of one conversation."""

    def __init__(self, desk: Desk, person_id: str, start: datetime | None = None) -> None:
        super().__init__(desk, WIDEST)
        self._id, self._start = person_id, start
        self._found = Offered()
        self.who = Words("", FontRole.HEADING)
        self.again = Words(AGAIN, ink=Role.WARNING, wrap=True)
        self._lines: dict[str, QLineEdit | ChoiceLine] = {}
        self._rows: dict[str, FormRow] = {}
        for place in (DAY, START, END, *WITH_LIST, INTERPRETER, NEEDS):
            self._line(place)
        self.plan = primary_button("Plan", "", self._plan)
        self._lay_out()
        self._read()

    def line(self, place: str) -> QLineEdit | ChoiceLine:
        """The field of that place."""
        return self._lines[place]

    def problem(self, place: str) -> str:
        """What is said under a field."""
        return self._rows[place].problem

    def _read(self) -> None:
        inspection_id = self.desk.inspection_id
        self.desk.hub.read(lambda ws: overview.load(ws, inspection_id), self._show)

    def _show(self, view: Overview) -> None:
        self._found = offered(view)
        talk = next((t for t in view.conversations.talks if t.person.id == self._id), None)
        if talk is None:
            self.refuse(GONE)
            self.plan.setEnabled(False)
            return
        lists = (self._found.places, self._found.inspectors, self._found.people)
        for place, choices in zip(WITH_LIST, lists, strict=True):
            line = self._lines[place]
            if isinstance(line, ChoiceLine):
                line.offer(choices)
        self._begin(talk)

    def _begin(self, talk: Talk) -> None:
        plan = talk.standing.plan
        start = self._start or (plan.start if plan else None)
        length = HOUR
        if plan and plan.start and plan.end:
            length = plan.end - plan.start
        self.who.setText(talk.person.called)
        self.again.setVisible(talk.standing.confirmed is not None)
        self.plan.setText("Plan anew" if talk.state in ON_THE_TIMETABLE else "Plan")
        if start is not None:
            self._lines[DAY].setText(day_full(start.date()))
            self._lines[START].setText(clock(start))
            self._lines[END].setText(clock(start + length))
        if plan is not None:
            told = (plan.place, plan.inspector, plan.support, plan.interpreter, plan.needs)
            for place, text in zip((*WITH_LIST, INTERPRETER, NEEDS), told, strict=True):
                self._lines[place].setText(text)
        elif talk.standing.explanation is not None:
            self._lines[INTERPRETER].setText(talk.standing.explanation.interpreter)
        self._lines[DAY].setFocus(Qt.FocusReason.OtherFocusReason)

    def _said(self) -> Said:
        typed = {place: line.text() for place, line in self._lines.items()}
        start, end = typed_times.times_typed(typed[DAY], typed[START], typed[END], self._found.span)
        return Said(
            start=start,
            end=end,
            place=typed[PLACE],
            inspector=typed[INSPECTOR],
            support=typed[SUPPORT],
            explained=Explained(interpreter=typed[INTERPRETER]),
            needs=typed[NEEDS],
        )

    def _plan(self) -> None:
        if not self.plan.isEnabled():
            return
        try:
            said = self._said()
        except Refused as unread:
            self._say(unread.problem)
            return
        inspection_id, person_id = self.desk.inspection_id, self._id
        act = Placed(
            lambda ws: conversations.take_step(ws, inspection_id, person_id, Step.PLAN, said)
        )

        def refused(sentence: str) -> None:
            self.plan.setEnabled(True)
            self._say(Problem(act.place, sentence))

        # Enter twice is one plan.
        self.plan.setEnabled(False)
        self.do(act, lambda _changes: self.ended.emit(person_id), refused)

    def _say(self, problem: Problem) -> None:
        for row in self._rows.values():
            row.set_problem("")
        found = self._rows.get(problem.place)
        if found is None:
            self.refuse(problem.sentence)
            return
        found.set_problem(problem.sentence)
        found.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, place: str) -> None:
        hint = HINTS.get(place, "")
        field = ChoiceLine(hint) if place in WITH_LIST else plain_line(hint)
        on_enter(field, self._plan)
        self._lines[place] = field
        self._rows[place] = FormRow(place, field)

    def _lay_out(self) -> None:
        self._column.addWidget(self.who)
        self._column.addWidget(self.again)
        self.again.hide()
        self._column.addLayout(in_a_row(*(self._rows[place] for place in (DAY, START, END))))
        for place in (*WITH_LIST, INTERPRETER, NEEDS):
            self._column.addWidget(self._rows[place])
        self._column.addLayout(in_a_row(self.plan))
        self._column.addStretch(1)


def open_plan(
    page: AnyPage, person_id: str, start: datetime | None = None, then: Then | None = None
) -> PlanForm:
    """Plan a conversation, or plan it anew; from that time on, where one is given."""
    form = PlanForm(page.desk, person_id, start)
    cover(page, "Plan a conversation", "", form, then)
    return form
