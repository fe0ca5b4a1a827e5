"""What can be done with the newest version of a list: buttons, and the form of one step."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.lists.versions import ListVersion, Step, offered
from jtai_desktop.domain.problems import Problem
from jtai_desktop.services import kept_lists
from jtai_desktop.services.kept_lists import Said
from jtai_desktop.ui.kit.buttons import LinkButton, small_button
from jtai_desktop.ui.pages.lists.step_forms import FORMS, StepForm
from jtai_desktop.ui.pages.timetable.parts import ButtonRows, focused_in
from jtai_desktop.ui.shell.hub import Act
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import Placed
from jtai_desktop.ui.theme.fonts import FontRole

OFFERS = {
    Step.CHECKED: ("Checked…", "tick"),
    Step.SIGNED: ("Signed…", "pen"),
    Step.SENT: ("Sent…", "plane"),
    Step.WITHDRAWN: ("Withdraw…", "back-arrow"),
}


class StepsPart(QWidget):
    """`left` gives the ring back, `unfolded` wants to be seen."""

    left = Signal()
    unfolded = Signal(QWidget)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.form: StepForm | None = None
        self._desk = desk
        self._version: ListVersion | None = None
        self._step: Step | None = None
        self._rows = ButtonRows()
        self._buttons = {
            step: small_button(words, icon, partial(self.unfold, step))
            for step, (words, icon) in OFFERS.items()
        }
        self._cancel = LinkButton("Cancel, Esc", FontRole.LABEL)
        self._column = QVBoxLayout(self)
        self._lay_out()

    @property
    def offered(self) -> tuple[Step, ...]:
        """The steps that have a button now."""
        return tuple(step for step, button in self._buttons.items() if not button.isHidden())

    def show_version(self, version: ListVersion | None) -> None:
        """Offer what may follow; what is being typed for the same version stays."""
        steps = offered(version) if version else ()
        before = self._version.id if self._version else ""
        if version is None or version.id != before or self._step not in steps:
            self.fold()
        had_ring = focused_in(self)
        self._version = version
        for step, button in self._buttons.items():
            button.setVisible(step in steps)
        self._rows.arrange()
        self.setVisible(bool(steps))
        if had_ring is not None and had_ring.isHidden():
            self.left.emit()

    def unfold(self, step: Step) -> bool:
        """Ask for what a step needs; whether it can be taken now."""
        if self._version is None or step not in self.offered:
            return False
        self.fold()
        self.form, self._step = FORMS[step](self._version), step
        word = OFFERS[step][0].removesuffix("…")
        self.form.call(f"{word}: list {self._version.list_number}, version {self._version.number}")
        self.form.wanted.connect(self._finish)
        self._column.insertWidget(1, self.form)
        self.form.show()
        self._cancel.show()
        self.form.take_focus()
        self.unfolded.emit(self)
        return True

    def fold(self) -> bool:
        """Put the form away; whether there was one."""
        if self.form is None:
            return False
        form, self.form, self._step = self.form, None, None
        form.hide()
        form.deleteLater()
        self._cancel.hide()
        return True

    def enter(self) -> bool:
        """Put the ring on the first step; whether there is one."""
        first = next((self._buttons[step] for step in self.offered), None)
        if first is not None:
            first.setFocus()
        return first is not None

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        for button in self._buttons.values():
            button.hide()
        self._rows.set_parts(list(self._buttons.values()))
        self._column.addWidget(self._rows)
        self._column.addWidget(self._cancel)
        self._cancel.hide()
        self._cancel.clicked.connect(self._leave)

    def _leave(self) -> None:
        self.fold()
        self.left.emit()

    def _finish(self) -> None:
        form, version, step = self.form, self._version, self._step
        if form is None or version is None or step is None:
            return
        act = Placed(_deed(self._desk.inspection_id, version.list_number, step, form.said()))

        def done(_changes: Changes) -> None:
            if self.form is form:
                self._leave()

        def refused(sentence: str) -> None:
            if self.form is form:
                form.show_problem(Problem(act.place, sentence))
                QTimer.singleShot(0, self, partial(self.unfolded.emit, self))

        self._desk.hub.act(act, done, refused)


def _deed(inspection_id: str, number: int, step: Step, said: Said) -> Act:
    return lambda workspace: kept_lists.take_step(workspace, inspection_id, number, step, said)
