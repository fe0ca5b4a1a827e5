"""What looks wrong with who answers for what: nobody named, or somebody away."""

from jtai_desktop.domain.day import Day, Task
from jtai_desktop.domain.people import Duty
from jtai_desktop.domain.remarks.remark import Grade, Remark


def nobody_named(day: Day) -> list[Remark]:
    """Where an owner or a deputy is missing."""
    return [
        Remark(
            Grade.WARNING,
            f"{each.called}: {each.gap}",
            "people",
            f"{each.duty}:{each.key}",
            "People",
        )
        for each in day.gaps
    ]


def owners_away(day: Day) -> list[Remark]:
    """Where the owner is away. Where there is none, that is said among the gaps."""
    owned = {each.key for each in day.named if each.owner and each.duty is Duty.MILESTONE}
    away = (task for task in day.tasks if task.person.away or task.as_deputy)
    return [
        Remark(
            grade,
            f"{task.planned.rule.short}: {words}",
            "people",
            f"{Duty.MILESTONE}:{task.planned.key}",
            "People",
        )
        for task in away
        if task.planned.key in owned
        for grade, words in [_who_is_away(task)]
    ]


def _who_is_away(task: Task) -> tuple[Grade, str]:
    if not task.as_deputy:
        return Grade.WARNING, "the owner is away and nobody stands in"
    if task.person.away:
        return Grade.WARNING, "owner and deputy are both away"
    return Grade.REMARK, f"the owner is away, {task.person.role} stands in"
