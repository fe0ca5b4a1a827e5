"""What can be done with a return: buttons, and the form of one step below them."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.audits.register import Owed, Standing
from jtai_desktop.domain.audits.returns import Stage, Step, correctable, offered
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.domain.wording import counted
from jtai_desktop.services import audits
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.pages.audits.details import line_said
from jtai_desktop.ui.pages.audits.facts import Facts
from jtai_desktop.ui.pages.audits.step_forms import Choices, StepForm, form_of
from jtai_desktop.ui.pages.timetable.parts import ButtonRows
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import Placed
from jtai_desktop.ui.theme.fonts import FontRole

OFFERS = {
    Step.ASKED: ("Asked for…", "hourglass"),
    Step.CHASED: ("&Chase…", "clock"),
    Step.RECEIVED: ("&Received…", "tray"),
    Step.ARCHIVED: ("Archived…", "lock"),
    Step.CORRECTED: ("Correct…", "back-arrow"),
}
TEAM, EVERY = "team", "every"


class StepsPart(QWidget):
    """`left` gives the ring back, `unfolded` wants to be seen."""

    left = Signal()
    unfolded = Signal(QWidget)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.form: StepForm | None = None
        self._desk = desk
        self._told: tuple[Facts, Standing, Owed] | None = None
        self._step = Step.ASKED
        self._rows = ButtonRows()
        self._buttons = {
            step: small_button(words, icon, partial(self.unfold, step))
            for step, (words, icon) in OFFERS.items()
        }
        self.not_owed = small_button("Not owed", "dash", self._strike_out)
        self._cancel = LinkButton("Cancel, Esc", FontRole.LABEL)
        self._cancel.clicked.connect(self._leave)
        self._rows.set_parts([*self._buttons.values(), self.not_owed])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._rows)
        self._column.addWidget(self._cancel)
        self._cancel.hide()

    @property
    def shown(self) -> tuple[Step, ...]:
        """The steps that have a button now."""
        return tuple(step for step, button in self._buttons.items() if not button.isHidden())

    def show_return(self, facts: Facts, standing: Standing, owed: Owed) -> None:
        """Offer what may follow; what is being typed for the same return stays."""
        steps = offered(owed.found)
        same = self._told is not None and self._told[2].found.id == owed.found.id
        if not same or self._step not in steps:
            self.fold()
        self._told = (facts, standing, owed)
        for step, button in self._buttons.items():
            button.setVisible(step in steps)
        self.not_owed.setVisible(not owed.found.is_touched)
        self._rows.arrange()

    def unfold(self, step: Step) -> bool:
        """Ask for what a step needs; whether it can be taken now."""
        if self._told is None or step not in self.shown:
            return False
        self.fold()
        facts, standing, owed = self._told
        lines = [(str(e.number), line_said(facts, e)) for e in correctable(owed.found)]
        self.form, self._step = (
            form_of(step, facts.now, _several(step, standing, owed), lines),
            step,
        )
        self.form.call(f"{OFFERS[step][0].strip('&…')}: {owed.called}")
        self.form.wanted.connect(self._finish)
        self._column.insertWidget(1, self.form)
        self.form.show()
        self._cancel.show()
        self.form.take_focus()
        self.unfolded.emit(self)
        return True

    def fold(self) -> bool:
        """Put the form away; whether there was one."""
        form, self.form = self.form, None
        if form is not None:
            form.hide()
            form.deleteLater()
            self._cancel.hide()
        return form is not None

    def enter(self) -> None:
        """The ring on the first step."""
        for step in self.shown[:1]:
            self._buttons[step].setFocus()

    def _finish(self) -> None:
        form, step = self.form, self._step
        if form is None or self._told is None:
            return
        try:
            said = form.said()
        except Refused as unread:
            form.show_problem(unread.problem)
            return
        ids = _ids(step, form.which, *self._told[1:])
        inspection = self._desk.inspection_id
        act = Placed(lambda work: audits.take_step(work, inspection, ids, step, said))

        def refused(sentence: str) -> None:
            if self.form is form:
                form.show_problem(Problem(act.place, sentence))
                QTimer.singleShot(0, self, partial(self.unfolded.emit, self))

        self._desk.hub.act(act, lambda _changes: self._done(form), refused)

    def _done(self, form: StepForm) -> None:
        if self.form is form:
            self._leave()

    def _strike_out(self) -> None:
        if self._told is None:
            return
        _, standing, owed = self._told
        inspection, audit = self._desk.inspection_id, standing.audit.id
        pair = (owed.case.id, owed.team.id)
        self._desk.hub.act(
            lambda work: audits.set_owed(work, inspection, audit, *pair, owed=False),
            lambda _changes: self.left.emit(),
        )

    def _leave(self) -> None:
        self.fold()
        self.left.emit()


def _several(step: Step, standing: Standing, owed: Owed) -> Choices:
    """This one, all of the team, all of the audit; only what the step can be taken with."""
    wanted = _fitting(step, standing)
    mine = [each for each in wanted if each.team.id == owed.team.id]
    verb = "late" if step is Step.CHASED else "not asked"
    found = [("", owed.called)]
    if len(mine) > 1:
        found.append((TEAM, f"All of {owed.team.name}, {counted(len(mine), 'return')}"))
    if len(wanted) > max(1, len(mine)):
        found.append((EVERY, f"All that are {verb}, {counted(len(wanted), 'return')}"))
    return found


def _fitting(step: Step, standing: Standing) -> list[Owed]:
    if step is Step.CHASED:
        return [each for each in standing.late if each.found.stage is Stage.ASKED]
    return [each for each in standing.owed if each.found.stage is Stage.NOT_ASKED]


def _ids(step: Step, which: str, standing: Standing, owed: Owed) -> list[str]:
    fitting = _fitting(step, standing)
    if which == TEAM:
        return [each.found.id for each in fitting if each.team.id == owed.team.id]
    return [each.found.id for each in fitting] if which == EVERY else [owed.found.id]
