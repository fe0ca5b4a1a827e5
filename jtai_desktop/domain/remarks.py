"""Things that look wrong: each graded, and each leading to the place where it is mended."""

from dataclasses import dataclass
from enum import IntEnum

from jtai_desktop.domain.day import Day, Task
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.people import Duty
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.wording import counted, day_short, moment_short


class Grade(IntEnum):
    """How grave it is; the gravest stands first."""

    ERROR = 1
    WARNING = 2
    REMARK = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that looks wrong. `place` and `target` say where it is mended, `link` in words."""

    grade: Grade
    sentence: str
    place: str
    target: str
    link: str


def remarks(day: Day) -> tuple[Remark, ...]:
    """All that looks wrong on a day, the gravest first."""
    of_things = [*_to_tell(day), *_meetings(day), *_doubts(day)]
    of_people = [*_gaps(day), *_away(day)]
    found = [*_to_agree(day), *_too_early(day), *of_things, *of_people, *_dates(day)]
    return tuple(sorted(found, key=lambda each: each.grade))


def _to_agree(day: Day) -> list[Remark]:
    return [
        Remark(
            Grade.WARNING,
            f"{each.rule.short}, {moment_short(each.due)}: to agree",
            "timetable",
            each.key,
            "Timetable",
        )
        for each in day.to_agree
    ]


def _too_early(day: Day) -> list[Remark]:
    """Times that were kept by hand while the inspection was dated anew."""
    first = day.schedule.notified.date()
    return [
        Remark(
            Grade.WARNING,
            f"{each.rule.short}: kept at {moment_short(each.due)}, before the notification",
            "timetable",
            each.key,
            "Timetable",
        )
        for each in day.schedule.milestones
        if each.fixed_by_hand and each.due.day < first
    ]


def _doubts(day: Day) -> list[Remark]:
    """What looks wrong with documents."""
    return [
        Remark(Grade.WARNING, doubt.sentence, place, entry.item.id, f"{called} {code}")
        for entry in day.register.entries
        for doubt in entry.doubts
        for place, called, code in [_where(entry)]
    ]


def _to_tell(day: Day) -> list[Remark]:
    """Children of whom the lead inspector does not know a decision yet, each once."""
    people = {each.person.child: each.person for each in day.conversations.to_tell}
    return [
        Remark(
            Grade.WARNING,
            f"{child}: lead inspector not yet told",
            "children",
            f"{person.mark} 1",
            f"Children, {person.mark}",
        )
        for child, person in people.items()
    ]


def _meetings(day: Day) -> list[Remark]:
    """Two places at once, news the inspectors do not have, no explanation yet, another week."""
    week = day.week
    changed, unexplained = len(week.changes), len(week.unexplained)
    sentences = [each.sentence for each in week.clashes]
    if changed:
        sentences.append(f"{counted(changed, 'meeting')} changed since the return was sent")
    if unexplained:
        to_observe = counted(unexplained, "meeting")
        sentences.append(f"{to_observe} may be observed, not yet explained to child and family")
    sentences += [
        f"{week.called(each)}, {day_short(each.start.date())}: outside the fieldwork week"
        for each in week.outside
    ]
    return [Remark(Grade.WARNING, each, "week", "", "Fieldwork week") for each in sentences]


def _where(entry: Entry) -> tuple[str, str, str]:
    child = entry.item.child
    return (
        ("children", "Children,", child.mark)
        if child
        else ("documents", "Documents", entry.item.code)
    )


def _gaps(day: Day) -> list[Remark]:
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


def _away(day: Day) -> list[Remark]:
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


def _dates(day: Day) -> list[Remark]:
    """What is unusual about the dates themselves, as long as the inspection is ahead."""
    open_ones: tuple[Planned, ...] = day.open
    if not open_ones:
        return []
    return [
        Remark(Grade.REMARK, sentence, "settings", "dates", "Dates")
        for sentence in day.schedule.warnings
    ]
