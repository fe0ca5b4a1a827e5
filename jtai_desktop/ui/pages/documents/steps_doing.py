"""StepTaker: takes a step with all that is selected, and says why it could not be taken."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.problems import Problem
from jtai_desktop.services import documents, register
from jtai_desktop.services.documents import Said
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.documents.lines import Line
from jtai_desktop.ui.pages.documents.steps_offers import Selection
from jtai_desktop.ui.pages.documents.steps_panel import ASKED_FOR, StepsPanel
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.shell.placed import Placed


class StepTaker(QObject):
    """`said` is a refusal that no open form could show; `done` follows a step that was taken."""

    said = Signal(str)
    done = Signal()

    def __init__(self, desk: Desk, steps: StepsPanel, goals: Callable[[], Sequence[Line]]) -> None:
        super().__init__()
        self._desk, self._steps, self._goals = desk, steps, goals
        steps.taken.connect(self._take)

    def _take(self, step: str, said: object) -> None:
        act = taken(self._desk.inspection_id, step, Selection(tuple(self._goals())), said)

        def done(_changes: Changes) -> None:
            self._steps.fold()
            self.done.emit()

        def refused(sentence: str) -> None:
            if self._steps.is_unfolded:
                self._steps.refuse(Problem(act.place, sentence))
            else:
                self.said.emit(sentence)

        self._desk.hub.act(act, done, refused)


def taken(inspection_id: str, step: str, selection: Selection, said: object) -> Placed:
    """One step with all that is selected: all of them or none."""
    given = said if isinstance(said, Said) else Said()

    def act(workspace: Workspace) -> Changes:
        if step == ASKED_FOR:
            return register.ask_for(workspace, inspection_id, selection.lines[0].item, given.whom)
        return documents.take_step(workspace, inspection_id, Step(step), selection.ids, given)

    return Placed(act)
