"""A step that can’t be taken back, because what came after it stays."""

from jtai_desktop.domain.problems import Refused

INSTEAD = "Make the change by hand instead."


class StepStays(Refused):
    """Names the step and what keeps it; `older` is what could be taken back in its place."""

    def __init__(self, step: str, kept_by: str, older: str) -> None:
        why = f"“{kept_by}” came after it and stays" if kept_by else "what it changed is in use"
        way = f"Before it was “{older}”." if older else INSTEAD
        super().__init__(f"“{step}” can’t be taken back: {why}. {way}", place="undo")
        self.older = older
