"""What looks wrong with the fieldwork week."""

from jtai_desktop.domain.day import Day
from jtai_desktop.domain.meetings.concerns import Concern
from jtai_desktop.domain.meetings.warned import Warned
from jtai_desktop.domain.remarks.remark import Grade, Remark
from jtai_desktop.domain.wording import counted


def of_week(day: Day) -> list[Remark]:
    """Two places at once, news the inspectors do not have, no explanation yet, another week."""
    week = day.week
    changed, unexplained = len(week.changes), len(week.unexplained)
    found = [(_grade(each), each.sentence, each.ids[0]) for each in week.judged.open]
    if changed:
        sentence = f"{counted(changed, 'meeting')} changed since the return was sent"
        found.append((Grade.WARNING, sentence, week.changes[0].meeting.id))
    if unexplained:
        to_observe = counted(unexplained, "meeting")
        sentence = f"{to_observe} may be observed, not yet explained to child and family"
        found.append((Grade.WARNING, sentence, week.unexplained[0].id))
    return [
        Remark(grade, sentence, "week", target, "Fieldwork week")
        for grade, sentence, target in found
    ]


def _grade(warned: Warned) -> Grade:
    """A child out of lessons is worth a look; all else about entries is a warning."""
    is_remark = isinstance(warned, Concern) and warned.is_remark
    return Grade.REMARK if is_remark else Grade.WARNING
