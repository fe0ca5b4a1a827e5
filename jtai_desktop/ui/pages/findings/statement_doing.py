"""What is done in the part of the written statement, each as one action of the vault."""

from collections.abc import Callable
from datetime import date
from functools import partial

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.services import findings, statements
from jtai_desktop.ui.pages.findings.step_form import StepForm
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import Placed, TypedInto

Then = Callable[[], None]


class StatementDeeds:
    """Every deed reaches the pages as the change it made; what is refused is said at its field."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add_usual(self, letter_id: str) -> None:
        """The usual steps."""
        self._act(lambda ws: statements.add_usual_steps(ws, self._id, letter_id))

    def save_step(self, letter_id: str, form: StepForm, then: Then) -> None:
        """A step as it was typed: a new one, or one that is there."""
        try:
            step = form.step()
        except Refused as unread:
            form.show_problem(unread.problem)
            return
        if form.step_id:
            act: Act = partial(
                statements.change_step, inspection_id=self._id, step_id=form.step_id, step=step
            )
        else:
            act = partial(
                statements.add_step, inspection_id=self._id, letter_id=letter_id, step=step
            )
        self._typed(act, form, then)

    def move_step(self, step_id: str, by: int) -> None:
        """One place earlier or later."""
        self._act(lambda ws: statements.move_step(ws, self._id, step_id, by))

    def hold_step(self, step_id: str, held: bool) -> None:
        """That it took place, or that it did not after all."""
        self._act(lambda ws: statements.hold_step(ws, self._id, step_id, held=held))

    def remove_step(self, step_id: str, then: Then) -> None:
        """Take it out."""
        self._act(lambda ws: statements.remove_step(ws, self._id, step_id), then)

    def receive(self, letter_id: str, day: date | None, form: TypedInto, then: Then) -> None:
        """The day of receipt."""
        self._typed(lambda ws: statements.receive(ws, self._id, letter_id, day), form, then)

    def send(self, letter_id: str, day: date | None, form: TypedInto, then: Then) -> None:
        """The day the statement was sent."""
        self._typed(lambda ws: statements.mark_sent(ws, self._id, letter_id, day), form, then)

    def set_fact(self, letter_id: str, name: str, text: str, form: TypedInto, then: Then) -> None:
        """One fact of the letter."""
        self._typed(lambda ws: findings.set_fact(ws, self._id, letter_id, name, text), form, then)

    def ask_for_none(self, letter_id: str, *, none: bool) -> None:
        """Whether a statement is asked for at all."""
        self._act(lambda ws: statements.ask_for_none(ws, self._id, letter_id, none=none))

    def remove_letter(self, letter_id: str) -> None:
        """Take out a letter without findings."""
        self._act(lambda ws: findings.remove_letter(ws, self._id, letter_id))

    @property
    def _id(self) -> str:
        return self._desk.inspection_id

    def _act(self, act: Act, then: Then = lambda: None) -> None:
        self._desk.hub.act(act, lambda _changes: then())

    def _typed(self, act: Act, form: TypedInto, then: Then) -> None:
        deed = Placed(act)

        def done(_changes: Changes) -> None:
            then()

        self._desk.hub.act(
            deed, done, lambda sentence: form.show_problem(Problem(deed.place, sentence))
        )
