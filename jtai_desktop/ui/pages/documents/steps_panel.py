"""The steps of what is selected: buttons, and the form of a step that asks for something."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.services.documents import Said
from jtai_desktop.ui.kit.buttons import KitButton, LinkButton, small_button
from jtai_desktop.ui.kit.flow import Flow
from jtai_desktop.ui.pages.documents.steps_forms import (
    AnswerForm,
    AskedForForm,
    ChaseForm,
    CheckForm,
    QueryForm,
    ReasonForm,
    SendForm,
    StepForm,
)
from jtai_desktop.ui.pages.documents.steps_offers import AT_ONCE, WORDS, Selection
from jtai_desktop.ui.pages.timetable.parts import focused_in
from jtai_desktop.ui.theme.fonts import FontRole

ASKED_FOR = "asked-for"
_MAKERS: dict[str, Callable[[], StepForm]] = {
    Step.CHASE: ChaseForm,
    Step.CHECK: CheckForm,
    Step.SEND: SendForm,
    Step.RETURN: partial(ReasonForm, Step.RETURN),
    Step.WAIVE: partial(ReasonForm, Step.WAIVE),
    Step.OVERRIDE: partial(ReasonForm, Step.OVERRIDE),
    Step.ACCEPT_WARNING: partial(ReasonForm, Step.ACCEPT_WARNING),
    Step.NONE: partial(ReasonForm, Step.NONE, optional=True),
    Step.NOT_APPLICABLE: partial(ReasonForm, Step.NOT_APPLICABLE, optional=True),
    Step.THEY_QUERIED: QueryForm,
    Step.ANSWER: AnswerForm,
    ASKED_FOR: AskedForForm,
}


class StepsPanel(QWidget):
    """`taken(step, said)` follows a button or a form; `unfolded` a form that wants to be seen."""

    taken = Signal(str, object)
    unfolded = Signal(QWidget)
    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form: StepForm | None = None
        self._step = ""
        self._selection = Selection()
        self._steps: tuple[Step, ...] = ()
        self._about: tuple[str, ...] = ()
        self._now = datetime.min.replace(tzinfo=UTC)
        self._buttons = QWidget()
        self._offers = {step: self._button(step, word) for step, word in WORDS.items()}
        self._asked_for = small_button("It was asked for…", "", partial(self.unfold, ASKED_FOR))
        self._cancel = LinkButton("Cancel, Esc", FontRole.LABEL)
        self._column = QVBoxLayout(self)
        self._lay_out()

    @property
    def is_unfolded(self) -> bool:
        """Whether a form is open."""
        return self.form is not None

    @property
    def offered(self) -> tuple[Step, ...]:
        """The steps that have a button now."""
        return tuple(step for step, button in self._offers.items() if not button.isHidden())

    def word(self, step: Step) -> str:
        """What a step is called on its button."""
        return WORDS[step]

    def show_selection(self, selection: Selection, now: datetime) -> None:
        """Offer what can be done with these lines; what is typed for the same ones stays."""
        about = tuple(line.key for line in selection.lines)
        if about != self._about or (self._step and not self._can(self._step, selection)):
            self.fold()
        self._selection, self._about, self._now = selection, about, now
        focus = focused_in(self._buttons)
        self._steps = selection.steps
        for step, button in self._offers.items():
            button.setVisible(step in self._steps)
        self._asked_for.setVisible(selection.sleeps)
        self.setVisible(bool(self._steps) or selection.sleeps)
        if focus is not None and focus.isHidden():
            self.folded.emit()

    def take(self, step: Step) -> None:
        """Take a step, or ask first for what it needs."""
        if step not in self._steps:
            return
        if step in AT_ONCE:
            self.taken.emit(step.value, Said())
        else:
            self.unfold(step.value)

    def unfold(self, step: str) -> None:
        """Ask for what the step needs."""
        self._put_away()
        self.form, self._step = _MAKERS[step](), step
        self.form.begin(self._selection)
        self.form.call(self._word_of(step))
        self.form.wanted.connect(self._finish)
        self._column.insertWidget(1, self.form)
        self._cancel.show()
        self.form.show()
        self.form.take_focus()
        self.unfolded.emit(self)

    def fold(self) -> None:
        """Put the form away; the ring goes back to where one came from."""
        if self.form is None:
            return
        had_focus = focused_in(self) is not None
        self._put_away()
        if had_focus:
            self.folded.emit()

    def enter(self) -> None:
        """Put the ring on the form, or on the first button."""
        if self.form is not None:
            self.form.take_focus()
            return
        shown = (button for button in self._every() if not button.isHidden())
        first = next(shown, None)
        if first is not None:
            first.setFocus()

    def refuse(self, problem: Problem) -> None:
        """Say what is wrong, in the form it came from."""
        if self.form is not None:
            self.form.show_problem(problem)

    def _word_of(self, step: str) -> str:
        word = self._asked_for.text() if step == ASKED_FOR else WORDS[Step(step)]
        return f"{word.removesuffix('…')}: {self._selection.called}"

    def _finish(self) -> None:
        if self.form is None:
            return
        try:
            said = self.form.said(self._now)
        except Refused as refused:
            self.form.show_problem(refused.problem)
        else:
            self.taken.emit(self._step, said)

    def _can(self, step: str, selection: Selection) -> bool:
        return selection.sleeps if step == ASKED_FOR else step in selection.steps

    def _put_away(self) -> None:
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form, self._step = None, ""
        self._cancel.hide()

    def _button(self, step: Step, word: str) -> KitButton:
        return small_button(word, "", partial(self.take, step))

    def _every(self) -> tuple[KitButton, ...]:
        return (self._asked_for, *self._offers.values())

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        Flow(self._buttons).add_all(self._every())
        self._column.addWidget(self._buttons)
        self._column.addWidget(self._cancel)
        self._cancel.clicked.connect(self.fold)
        self._cancel.hide()
        self.hide()
