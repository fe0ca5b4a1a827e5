"""What can be done to a milestone from the timetable, as calls of the services."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Concatenate, ParamSpec

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.milestones import Agreed
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.services import milestones
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.shell.hub import Act, Hub

P = ParamSpec("P")


class Deed(StrEnum):
    """What a person asks for in the panel."""

    DONE = "done"
    NOT_DONE = "not-done"
    SET = "set"
    BRING_BACK = "bring-back"
    AGREE = "agree"
    WITHDRAW = "withdraw"


class Deeds:
    """Does them through the hub; a refusal comes back with the field it is about."""

    def __init__(self, hub: Hub, inspection_id: str) -> None:
        self._hub, self._inspection_id = hub, inspection_id

    def mark_done(self, key: str, when: datetime | None = None, note: str = "") -> Act:
        """It was done, or happened."""
        return self._bound(milestones.mark_done, key, when=when, note=note)

    def reopen(self, key: str) -> Act:
        """It is not done after all."""
        return self._bound(milestones.reopen, key)

    def set_by_hand(self, key: str, moment: Moment, reason: str) -> Act:
        """Another time, with a reason."""
        return self._bound(milestones.set_by_hand, key, moment, reason)

    def bring_back(self, key: str) -> Act:
        """The time that was worked out counts again."""
        return self._bound(milestones.bring_back, key)

    def agree(self, key: str, agreed: Agreed) -> Act:
        """What was agreed with the lead inspector."""
        return self._bound(milestones.record_agreement, key, agreed)

    def withdraw(self, key: str) -> Act:
        """The agreement was recorded by mistake."""
        return self._bound(milestones.withdraw_agreement, key)

    def do(
        self, act: Act, then: Callable[[], None], refused: Callable[[Problem], None] | None = None
    ) -> None:
        """Do it; what is refused goes to `refused`, or where the window says such things."""
        attempt = _Attempt(act)
        told = (lambda sentence: refused(attempt.problem(sentence))) if refused else None
        self._hub.act(attempt, lambda _changes: then(), told)

    def _bound(
        self,
        service: Callable[Concatenate[Workspace, str, P], Changes],
        *args: P.args,
        **given: P.kwargs,
    ) -> Act:
        inspection_id = self._inspection_id
        return lambda workspace: service(workspace, inspection_id, *args, **given)


class _Attempt:
    """An action that remembers which field its refusal is about: the hub hands on the sentence."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self._place = ""

    def __call__(self, workspace: Workspace) -> Changes:
        try:
            return self._act(workspace)
        except Refused as refused:
            self._place = refused.problem.place
            raise

    def problem(self, sentence: str) -> Problem:
        """The refusal with its place."""
        return Problem(self._place, sentence)
