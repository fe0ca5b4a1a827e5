"""TalkSteps: what can be done now about one person, as buttons, and the form of what asks for more.

Any page may put it into its panel. It acts through the desk by itself; every page hears of it.
"""

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.conversations.lines import Step
from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.conversations.steps import offered
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.services import conversations
from jtai_desktop.services.conversations import Said
from jtai_desktop.ui.kit.buttons import KitButton, LinkButton, small_button
from jtai_desktop.ui.kit.flow import Flow
from jtai_desktop.ui.pages.timetable.parts import focused_in
from jtai_desktop.ui.shell.page import Desk, Page
from jtai_desktop.ui.shell.placed import Placed
from jtai_desktop.ui.talks.forms import (
    AgreeForm,
    CorrectForm,
    ExplainForm,
    LeafletForm,
    NoteForm,
    RefuseForm,
    TalkForm,
)
from jtai_desktop.ui.talks.looks import OFFERS
from jtai_desktop.ui.talks.plan_form import open_plan
from jtai_desktop.ui.theme.fonts import FontRole

_MAKERS: dict[Step, Callable[[], TalkForm]] = {
    Step.LEAFLET: LeafletForm,
    Step.EXPLAIN: ExplainForm,
    Step.AGREE: AgreeForm,
    Step.DECLINE: partial(RefuseForm, Step.DECLINE),
    Step.WITHDRAW: partial(RefuseForm, Step.WITHDRAW),
    Step.NOT_APPROPRIATE: partial(NoteForm, Step.NOT_APPROPRIATE, reason=True),
    Step.REASK: partial(NoteForm, Step.REASK, reason=True),
    Step.CALL_OFF: partial(NoteForm, Step.CALL_OFF, reason=True),
    Step.CONFIRM: partial(NoteForm, Step.CONFIRM),
    Step.UNDERSTAND: partial(NoteForm, Step.UNDERSTAND),
    Step.TELL: partial(NoteForm, Step.TELL),
    Step.CORRECT: CorrectForm,
}


class TalkSteps(QWidget):
    """`only` narrows what is offered. `unfolded` wants to be seen; `left` gives the ring back."""

    unfolded = Signal(QWidget)
    left = Signal()

    def __init__(self, desk: Desk, only: Collection[Step] = tuple(OFFERS)) -> None:
        super().__init__()
        self.form: TalkForm | None = None
        self._desk, self._only = desk, frozenset(only)
        self._talk: Talk | None = None
        self._step: Step | None = None
        self._now = datetime.min.replace(tzinfo=UTC)
        self._buttons = QWidget()
        self._offers = {step: self._button(step) for step in OFFERS}
        self._cancel = LinkButton("Cancel, Esc", FontRole.LABEL)
        self._column = QVBoxLayout(self)
        self._lay_out()

    @property
    def offered(self) -> tuple[Step, ...]:
        """The steps that have a button now."""
        return tuple(step for step, button in self._offers.items() if not button.isHidden())

    def button(self, step: Step) -> KitButton:
        """The button of a step."""
        return self._offers[step]

    def show_talk(self, talk: Talk | None, now: datetime | None = None) -> None:
        """Offer what can be done about this person; what is being typed for the same one stays."""
        before = self._talk.person.id if self._talk is not None else ""
        steps = (offered(talk.person) if talk is not None else frozenset()) & self._only
        if talk is None or talk.person.id != before or self._step not in steps:
            self.fold()
        self._talk, self._now = talk, now or self._now
        had_ring = focused_in(self._buttons)
        for step, button in self._offers.items():
            button.setVisible(step in steps)
        self.setVisible(bool(steps))
        if had_ring is not None and had_ring.isHidden():
            self.left.emit()

    def unfold(self, step: Step) -> bool:
        """Ask for what a step needs; whether it can be taken now."""
        if self._talk is None or step not in self.offered:
            return False
        self._put_away()
        if step is Step.PLAN:
            self.plan()
            return True
        self.form, self._step = _MAKERS[step](), step
        self.form.call(f"{OFFERS[step].removesuffix('…')}: {self._talk.person.called}")
        self.form.wanted.connect(self._finish)
        self._column.insertWidget(1, self.form)
        self._cancel.show()
        self.form.show()
        self.form.begin(self._talk, self._now)
        self.form.take_focus()
        self.unfolded.emit(self)
        return True

    def plan(self, start: datetime | None = None) -> None:
        """Ask for the plan, over the whole page; from a time on that was chosen elsewhere."""
        part: QWidget | None = self.parentWidget()
        while part is not None and not isinstance(part, Page):
            part = part.parentWidget()
        if part is not None and self._talk is not None:
            open_plan(part, self._talk.person.id, start, lambda _about: self.enter())

    def fold(self) -> bool:
        """Put the form away; whether there was one. The ring goes to the button it came from."""
        if self.form is None:
            return False
        had_ring, step = focused_in(self) is not None, self._step
        self._put_away()
        if had_ring and step is not None and not self._offers[step].isHidden():
            self._offers[step].setFocus()
        elif had_ring:
            self.left.emit()
        return True

    def enter(self) -> None:
        """Put the ring on the form, or on the first button."""
        if self.form is not None:
            self.form.take_focus()
        elif self.offered:
            self._offers[self.offered[0]].setFocus()

    def _finish(self) -> None:
        if self.form is None or self._talk is None or self._step is None:
            return
        try:
            said = self.form.said(self._now)
        except Refused as refused:
            self.form.show_problem(refused.problem)
            return
        taken = _taken(self._desk.inspection_id, self._talk.person.id, self._step, said)
        self._desk.hub.act(taken, self._done, lambda sentence: self._refused(taken.place, sentence))

    def _done(self, _changes: Changes) -> None:
        self.fold()

    def _refused(self, place: str, sentence: str) -> None:
        if self.form is not None:
            self.form.show_problem(Problem(place, sentence))
        else:
            self._desk.hub.refused.emit(sentence)

    def _put_away(self) -> None:
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = self._step = None
        self._cancel.hide()

    def _button(self, step: Step) -> KitButton:
        return small_button(OFFERS[step], "", lambda: self.unfold(step))

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        Flow(self._buttons).add_all(tuple(self._offers.values()))
        self._column.addWidget(self._buttons)
        self._column.addWidget(self._cancel)
        self._cancel.clicked.connect(self.fold)
        self._cancel.hide()
        self.hide()


def _taken(inspection_id: str, person_id: str, step: Step, said: Said) -> Placed:
    """A step of one conversation."""
    return Placed(
        lambda workspace: conversations.take_step(workspace, inspection_id, person_id, step, said)
    )
