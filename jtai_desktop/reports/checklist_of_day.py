"""From a day of the inspection to the daily checklist: which lines, in which words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jtai_desktop.domain import wording
from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.day import Day, Task
from jtai_desktop.domain.documents.counting import counts
from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.evaluations.register import Entry
from jtai_desktop.domain.milestones import Actor
from jtai_desktop.domain.moments import Hour, apart, at
from jtai_desktop.domain.naming import Named
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.standing import days_to_fieldwork, lateness
from jtai_desktop.reports.checklist import (
    ChecklistLine,
    ChecklistSection,
    Countdown,
    DailyChecklist,
)
from jtai_desktop.reports.documents_of_day import agency_matrix, late_since, overdue_lines
from jtai_desktop.reports.talk_cells import holds_of


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around the lines: whose inspection it is, and how the paper is marked."""

    area: str
    theme: str
    marking: str
    practice: bool
    as_at: datetime
    agency: str = ""


def checklist_of(day: Day, setting: Setting) -> DailyChecklist:
    """The checklist of one day, for everyone or for the agency of the setting."""
    return DailyChecklist(
        area=setting.area,
        theme=setting.theme,
        day=day.date,
        as_at=setting.as_at,
        countdown=_countdown(day),
        sections=(
            *_act_now(day),
            _due_today(day, setting.as_at),
            _overdue(day, setting.as_at),
            *_late_evaluations(day, setting.as_at),
            *_lists_behind(day, setting.as_at),
            _due_next(day),
            *_meetings_today(day),
            *agency_matrix(day),
            _to_agree(day),
            _who_does_what(day),
        ),
        marking=setting.marking,
        practice=setting.practice,
        agency=setting.agency,
        holds=holds_of(_talks_today(day)),
    )


def _countdown(day: Day) -> Countdown:
    left = days_to_fieldwork(day.schedule, day.now)
    fieldwork = wording.day_long(day.schedule.fieldwork_start, year=False)
    if left > 0:
        words = "working day to fieldwork" if left == 1 else "working days to fieldwork"
        return Countdown(str(left), words, fieldwork)
    return Countdown("", "Fieldwork begins today" if left == 0 else "Fieldwork began", fieldwork)


def _due_today(day: Day, as_at: datetime) -> ChecklistSection:
    lines = tuple(
        ChecklistLine(_hour_today(day, each), each.rule.title, _far(day, each), _paragraph(each))
        for each in day.due_today
    )
    left = _left_today(day) if day.now == as_at else ""
    whole = (*lines, *_to_tell(day))
    return ChecklistSection("Due today", whole, left, "Nothing is due today.")


def _act_now(day: Day) -> tuple[ChecklistSection, ...]:
    """Children on whose behalf somebody acts at once. What it is about does not stand on paper."""
    lines = tuple(
        ChecklistLine(
            flag.child,
            day.owner_of(flag),
            "to be closed" if flag.confirmed else "not acted on yet",
            f"raised {wording.moment_short(at(flag.raised.when))}",
            strong=True,
        )
        for flag in day.flags
    )
    return (ChecklistSection("Act now", lines),) if lines else ()


def _late_evaluations(day: Day, as_at: datetime) -> tuple[ChecklistSection, ...]:
    """How late stands beside it only where the paper is of the day of its facts."""
    of_now = day.now == as_at
    lines = tuple(_late_evaluation(day, each, of_now=of_now) for each in day.evaluations.late)
    return (ChecklistSection("Evaluations overdue", lines),) if lines else ()


def _late_evaluation(day: Day, entry: Entry, *, of_now: bool) -> ChecklistLine:
    joint, to_us = entry.evaluation.is_joint, entry.late is Late.TO_US
    passed = entry.evaluation.internal if to_us else entry.due
    return ChecklistLine(
        entry.evaluation.child,
        f"{'Joint' if joint else 'Own'} evaluation"
        + (f", due {wording.moment_short(passed)}" if passed else ""),
        day.agency_short(entry.evaluation.agency),
        ("late to us" if to_us else "late") if of_now else "",
        strong=True,
    )


def _lists_behind(day: Day, as_at: datetime) -> tuple[ChecklistSection, ...]:
    """Lists that are past their time, and those of which inspectors hold an older version."""
    of_now = day.now == as_at
    late = [
        (each, f"{wording.span(each.late_by)} late" if of_now else "late")
        for each in day.lists.late
    ]
    behind = [(each, each.behind) for each in day.lists.behind]
    lines = tuple(
        ChecklistLine(f"List {each.wanted.number}", each.wanted.title, words, strong=True)
        for each, words in (*late, *behind)
    )
    return (ChecklistSection("Lists", lines),) if lines else ()


def _to_tell(day: Day) -> tuple[ChecklistLine, ...]:
    """Which decision it is does not stand on paper: only that there is one, and of which child."""
    talks = day.conversations
    planned = next((each for each in day.schedule.milestones if each.key == talks.milestone), None)
    who, paragraph = (_who(day, planned), _paragraph(planned)) if planned else ("", "")
    return tuple(
        ChecklistLine("today", f"Tell the lead inspector of a decision, {child}", who, paragraph)
        for child in dict.fromkeys(each.person.child for each in talks.to_tell)
    )


def _hour_today(day: Day, planned: Planned) -> str:
    """The hour; the day as well where the inspectors were expected earlier."""
    if planned.due.day != day.date:
        return wording.moment_short(planned.due)
    return wording.hour(planned.due) or "today"


def _left_today(day: Day) -> str:
    """The time to the first of our deadlines by the clock; never more than there is."""
    ours = (each for each in day.due_today if each.rule.actor is Actor.PARTNERSHIP)
    timed = (each for each in ours if each.due.hour is not Hour.NONE)
    ends = {each.due.deadline(day.schedule.close) for each in timed}
    ahead = sorted(end for end in ends if end > day.now)
    if not ahead:
        return ""
    left = wording.span_long(apart(day.now, ahead[0]))
    to_the_first = " to the first" if len(ahead) > 1 else ""
    return f"{left} left{to_the_first} at {wording.clock(day.now)}"


def _overdue(day: Day, as_at: datetime) -> ChecklistSection:
    """How late stands beside it only where the paper is of the day of its facts."""
    close, of_now = day.schedule.close, day.now == as_at
    lines = tuple(
        ChecklistLine(
            f"due {wording.moment_short(each.due)}",
            each.rule.title,
            _who(day, each),
            lateness(each, day.now, close) if of_now else _paragraph(each),
            strong=True,
        )
        for each in day.overdue
    )
    late = overdue_lines(day)
    return ChecklistSection("Overdue", (*lines, *late), late_since(day), "Nothing is overdue.")


def _due_next(day: Day) -> ChecklistSection:
    lines = tuple(
        ChecklistLine(
            wording.moment_short(each.due), each.rule.title, _far(day, each), _paragraph(each)
        )
        for each in day.due_next
    )
    nothing = "Nothing is due in the next three working days."
    return ChecklistSection("Due next", lines, "in the next three working days", nothing)


def _meetings_today(day: Day) -> tuple[ChecklistSection, ...]:
    """What is still to come today; of conversations those that stand on a standing “agreed”."""
    meetings = [
        ChecklistLine(wording.times(each.start, each.end), day.week.called(each), each.place)
        for each in day.week.meetings_on(day.date)
        if each.end > day.now
    ]
    talks = [_talk_line(talk) for talk in _talks_today(day)]
    lines = tuple(sorted((*meetings, *talks), key=lambda line: line.lead))
    return (ChecklistSection("Meetings today", lines),) if lines else ()


def _talks_today(day: Day) -> tuple[Talk, ...]:
    """The conversations of this day that are not over."""
    found = ((talk, talk.standing.plan) for talk in day.conversations.on_the_timetable)
    return tuple(
        talk
        for talk, plan in found
        if plan and plan.start and plan.end
        if plan.start.date() == day.date and plan.end > day.now
    )


def _talk_line(talk: Talk) -> ChecklistLine:
    plan = talk.standing.plan
    when = wording.times(plan.start, plan.end) if plan and plan.start and plan.end else ""
    called = f"Conversation: {talk.person.called}"
    return ChecklistLine(when, called, plan.place if plan else "", talk.state.value)


def _to_agree(day: Day) -> ChecklistSection:
    lines = tuple(
        ChecklistLine(wording.moment_short(each.due), each.rule.title, agree.reason, "")
        for each in day.to_agree
        if (agree := each.open_to_agree)
    )
    nothing = "No time is open to agree."
    return ChecklistSection("To agree with the lead inspector", lines, nothing=nothing)


def _who_does_what(day: Day) -> ChecklistSection:
    lines = (*_task_lines(day.tasks), *_gap_lines(day.gaps))
    nothing = "Nobody has anything due up to three working days ahead."
    return ChecklistSection("Who does what", lines, "due up to three working days ahead", nothing)


def _task_lines(tasks: Iterable[Task]) -> tuple[ChecklistLine, ...]:
    by_person: dict[str, list[Task]] = {}
    for task in tasks:
        by_person.setdefault(task.person.id, []).append(task)
    return tuple(_task_line(theirs) for theirs in by_person.values())


def _task_line(theirs: list[Task]) -> ChecklistLine:
    person = theirs[0].person
    what = "; ".join(_task_words(task) for task in theirs)
    return ChecklistLine(person.role, what, person.phone, person.initials)


def _task_words(task: Task) -> str:
    stands_in = ", standing in" if task.as_deputy else ""
    return f"{task.planned.rule.short}, {wording.moment_short(task.planned.due)}{stands_in}"


def _gap_lines(gaps: Iterable[Named]) -> tuple[ChecklistLine, ...]:
    return tuple(ChecklistLine(_capital(gap.gap), gap.called, "name somebody", "") for gap in gaps)


def _far(day: Day, planned: Planned) -> str:
    """How far it is, where documents count towards it; else who brings it home."""
    if day.conversations.towards(planned.key):
        return day.conversations.confirmed_of
    if day.evaluations.towards(planned.key):
        return day.evaluations.finished_of
    if (lists := day.lists.towards(planned.key)).lists:
        return lists.sent_of
    towards = counts(day.register.towards(planned.key))
    return towards.sent_of if towards.total else _who(day, planned)


def _who(day: Day, planned: Planned) -> str:
    """The owner where one is named, else who acts by the guidance."""
    if planned.rule.actor is Actor.INSPECTORS:
        return "inspectors’"
    names = {each.key: each for each in day.named}
    owner = names[planned.key].owner if planned.key in names else None
    return owner.role if owner else planned.rule.who


def _paragraph(planned: Planned) -> str:
    return f"¶{planned.rule.paragraph}" if planned.rule.paragraph else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
