"""What the page asks a person for: in the panel what is short, over the page what is long."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.meetings.concerns import Span
from jtai_desktop.domain.meetings.warned import Warned
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.ui.pages.timetable.forms import PanelForm
from jtai_desktop.ui.pages.week import deeds
from jtai_desktop.ui.pages.week.accepting import open_accepting
from jtai_desktop.ui.pages.week.consent_lines import PLAN, SEND, TELL, parts_of
from jtai_desktop.ui.pages.week.entries import Entry
from jtai_desktop.ui.pages.week.facts import Facts
from jtai_desktop.ui.pages.week.meeting_form import open_meeting, open_new_meeting
from jtai_desktop.ui.pages.week.move_form import MoveForm
from jtai_desktop.ui.pages.week.sending import open_sending
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import AnyPage
from jtai_desktop.ui.shell.placed import Placed
from jtai_desktop.ui.talks.forms import NoteForm
from jtai_desktop.ui.talks.plan_form import open_plan

HOUR = timedelta(hours=1)


class Host(Protocol):
    """What a form needs of the page it stands on."""

    @property
    def form(self) -> object:
        """What is being asked for in the panel."""

    def put_form(self, form: PanelForm, title: str) -> None:
        """Show a form in the panel."""

    def close_form(self) -> None:
        """Put it away."""

    def begin_move(self, key: str) -> None:
        """An entry is about to be moved."""

    def show_new(self, key: str) -> None:
        """Go to what was added or planned."""


class Asking:
    """One function for each thing that is asked."""

    def __init__(self, page: AnyPage, host: Host) -> None:
        self._page, self._host = page, host

    def move(self, entry: Entry | None, span: Span | None = None) -> None:
        """Another day or time."""
        if entry is None or not entry.stands:
            return
        form = MoveForm(entry, span)
        form.wanted.connect(lambda: self._with(form, partial(self._move_as_typed, form)))
        self._host.put_form(form, f"Move {entry.called}")

    def told(self, facts: Facts, key: str) -> None:
        """When the lead inspector was told of what somebody decided."""
        lines = (line for part in parts_of(facts) for line in part.lines if line.key == key)
        form = NoteForm(Step.TELL)
        form.call(next((line.words for line in lines), ""))
        form.setFocusProxy(form.first)

        def tell() -> Act:
            return deeds.tell(self._page.desk.inspection_id, key, form.said(facts.now))

        form.wanted.connect(lambda: self._with(form, tell))
        self._host.put_form(form, "Tell the lead inspector")

    def open(self, entry: Entry | None) -> None:
        """All of an entry."""
        if entry is not None and entry.meeting is not None:
            open_meeting(self._page, entry.key, self._host.show_new)
        elif entry is not None:
            open_plan(self._page, entry.key, None, self._host.show_new)

    def new(self, start: datetime) -> None:
        """A new meeting, or an entry of one’s own."""
        open_new_meeting(self._page, start, start + HOUR, then=self._host.show_new)

    def accept(self, warned: Warned) -> None:
        """A warning, with a reason."""
        open_accepting(self._page, warned.key)

    def follow(self, facts: Facts, link: str, key: str) -> None:
        """What a link of the lists asks for: plan, tell, or send."""
        if link == PLAN:
            open_plan(self._page, key, None, self._host.show_new)
        elif link == TELL:
            self.told(facts, key)
        elif link == SEND:
            open_sending(self._page)

    def _with(self, form: PanelForm, act_of: Callable[[], Act]) -> None:
        """Do what a form asks for; what is refused is said under its field."""
        try:
            placed = Placed(act_of())
        except Refused as unread:
            form.show_problem(unread.problem)
            return

        def done(_changes: object) -> None:
            if self._host.form is form:
                self._host.close_form()

        def refused(sentence: str) -> None:
            if self._host.form is form:
                form.show_problem(Problem(placed.place, sentence))

        self._page.desk.hub.act(placed, done, refused)

    def _move_as_typed(self, form: MoveForm) -> Act:
        shift = form.shift()
        self._host.begin_move(form.key)
        return deeds.move(self._page.desk.inspection_id, form.key, shift)
