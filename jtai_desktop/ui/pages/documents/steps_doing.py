"""What a step asks the vault to do; a refusal remembers the field that it is about."""

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.documents.lines import Step
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import documents, register
from jtai_desktop.services.documents import Said
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.pages.documents.steps_offers import Selection
from jtai_desktop.ui.pages.documents.steps_panel import ASKED_FOR


class Taken:
    """One step with all that is selected: all of them or none."""

    def __init__(self, inspection_id: str, step: str, selection: Selection, said: Said) -> None:
        self._inspection_id, self._step = inspection_id, step
        self._selection, self._said = selection, said
        self.place = ""

    def __call__(self, workspace: Workspace) -> Changes:
        try:
            return self._do(workspace)
        except Refused as refused:
            self.place = refused.problem.place
            raise

    def _do(self, workspace: Workspace) -> Changes:
        if self._step == ASKED_FOR:
            item = self._selection.lines[0].item
            return register.ask_for(workspace, self._inspection_id, item, self._said.whom)
        step, ids = Step(self._step), self._selection.ids
        return documents.take_step(workspace, self._inspection_id, step, ids, self._said)


def taken(inspection_id: str, step: str, selection: Selection, said: object) -> Taken:
    """The deed of a step."""
    given = said if isinstance(said, Said) else Said()
    return Taken(inspection_id, step, selection, given)
