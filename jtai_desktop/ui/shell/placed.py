"""Doing what was typed into a form, so that what is refused is said at the field it is about."""

from collections.abc import Callable
from typing import Protocol

from jtai_desktop.domain.changes import Changes
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.shell.hub import Act, Hub


class Placed:
    """Called on the vault’s thread; `place` is read once the refusal has arrived."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self.place = ""

    def __call__(self, workspace: Workspace) -> Changes:
        try:
            return self._act(workspace)
        except Refused as refused:
            self.place = refused.problem.place
            raise


class TypedInto(Protocol):
    """A form with fields that a refusal can be about."""

    def show_problem(self, problem: Problem) -> None:
        """Say it at its field."""


def act_as_typed(
    hub: Hub, form: TypedInto, act_of: Callable[[], Act], then: Callable[[Changes], None]
) -> None:
    """Do what the form asks for; what can’t be read, or is refused, is said at its field."""
    try:
        act = Placed(act_of())
    except Refused as unread:
        form.show_problem(unread.problem)
        return
    hub.act(act, then, lambda sentence: form.show_problem(Problem(act.place, sentence)))
