"""What a new date would do to a plan: old and new side by side, before anything is changed."""

from dataclasses import dataclass

from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Shift:
    """One milestone under the old plan and the new one."""

    key: str
    title: str
    old: Moment
    new: Moment
    kept: bool
    was_done: bool

    @property
    def moves(self) -> bool:
        """Whether its time changes."""
        return self.old != self.new


def compare(old: Schedule, new: Schedule) -> tuple[Shift, ...]:
    """Each milestone of the new plan beside its time in the old one.

    What was set by hand or agreed stands in both, since the notes are the same.
    """
    before = {planned.key: planned for planned in old.milestones}
    return tuple(
        Shift(
            planned.key,
            planned.rule.title,
            before[planned.key].due,
            planned.due,
            planned.fixed_by_hand,
            planned.notes.done is not None,
        )
        for planned in new.milestones
        if planned.key in before
    )
