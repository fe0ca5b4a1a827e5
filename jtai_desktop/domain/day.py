"""One day of an inspection: what is overdue, due, next, to agree, and who does what.

Today and the daily checklist both ask here, so they can't disagree.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from jtai_desktop.domain.actions.plan import NO_PLAN, ActionPlan
from jtai_desktop.domain.audits.register import Audits
from jtai_desktop.domain.conversations.register import Conversations
from jtai_desktop.domain.conversations.selection import Selection
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.documents.register import Register
from jtai_desktop.domain.evaluations.register import Evaluations
from jtai_desktop.domain.findings.register import Findings
from jtai_desktop.domain.flags import Flag
from jtai_desktop.domain.lists.kept import KeptLists
from jtai_desktop.domain.meetings.slot import Slot
from jtai_desktop.domain.meetings.week import Week
from jtai_desktop.domain.milestones import Actor
from jtai_desktop.domain.moments import london
from jtai_desktop.domain.naming import Named
from jtai_desktop.domain.people import Agency, Contact, Duty
from jtai_desktop.domain.schedule import Planned, Schedule
from jtai_desktop.domain.self_evaluation.register import SelfEvaluation
from jtai_desktop.domain.standing import State, is_done, state

NEXT_WORKING_DAYS = 3


@dataclass(frozen=True, slots=True)
class Task:
    """One milestone that somebody has to bring home."""

    person: Contact
    as_deputy: bool
    planned: Planned


@dataclass(frozen=True, slots=True)
class Day:
    """The milestones that matter on one day, by what they ask of a person."""

    date: date
    now: datetime
    schedule: Schedule
    overdue: tuple[Planned, ...]
    due_today: tuple[Planned, ...]
    due_next: tuple[Planned, ...]
    later: tuple[Planned, ...]
    to_agree: tuple[Planned, ...]
    tasks: tuple[Task, ...]
    named: tuple[Named, ...]
    register: Register = field(default_factory=Register)
    agencies: tuple[Agency, ...] = ()
    conversations: Conversations = field(default_factory=Conversations)
    week: Week = field(default_factory=Week)
    evaluations: Evaluations = field(default_factory=Evaluations)
    flags: tuple[Flag, ...] = ()
    contacts: tuple[Contact, ...] = ()
    lists: KeptLists = field(default_factory=KeptLists)
    self_evaluation: SelfEvaluation = field(default_factory=SelfEvaluation)
    audits: Audits = field(default_factory=Audits)
    findings: Findings = field(default_factory=Findings)
    plan: ActionPlan = NO_PLAN
    children: tuple[Child, ...] = ()
    selection: Selection = field(default_factory=Selection)

    def agency_short(self, key: str) -> str:
        """What an agency is called here."""
        return next((each.short for each in self.agencies if each.key == key), key)

    def owner_of(self, flag: Flag) -> str:
        """The role of who acts on a flag."""
        found = (each.role for each in self.contacts if each.id == flag.owner_id)
        return next(found, "no owner")

    @property
    def unowned(self) -> tuple[Flag, ...]:
        """The open flags of which the owner is no longer among the people."""
        known = {each.id for each in self.contacts}
        return tuple(each for each in self.flags if each.owner_id not in known)

    @property
    def meetings(self) -> tuple[Slot, ...]:
        """What takes place on this day, in the order of time."""
        return self.week.on(self.date)

    @property
    def gaps(self) -> tuple[Named, ...]:
        """What somebody has still to be named for."""
        return tuple(each for each in self.named if each.gap)

    @property
    def open(self) -> tuple[Planned, ...]:
        """All that is still to be met or awaited, soonest first."""
        return (*self.overdue, *self.due_today, *self.due_next, *self.later)


def day_of(
    schedule: Schedule,
    now: datetime,
    named: Iterable[Named] = (),
    register: Register | None = None,
    agencies: tuple[Agency, ...] = (),
) -> Day:
    """The day as it stands at `now`."""
    now = london(now)
    everyone = tuple(named)
    waiting = sorted(
        (planned for planned in schedule.milestones if not is_done(planned, now)),
        key=lambda planned: planned.due.deadline(schedule.close),
    )
    states = {planned.key: state(planned, now, schedule.close) for planned in waiting}
    last = schedule.calendar.add(now.date(), NEXT_WORKING_DAYS)
    ahead = [each for each in waiting if states[each.key] is not State.LATE]
    ahead = [each for each in ahead if states[each.key] is not State.LAPSED]
    shown = tuple(each for each in ahead if each.due.day <= last)
    overdue = tuple(each for each in waiting if states[each.key] is State.LATE)
    return Day(
        date=now.date(),
        now=now,
        schedule=schedule,
        overdue=overdue,
        due_today=tuple(each for each in shown if each.due.day <= now.date()),
        due_next=tuple(each for each in shown if each.due.day > now.date()),
        later=tuple(each for each in ahead if each.due.day > last),
        to_agree=tuple(each for each in schedule.milestones if each.open_to_agree),
        tasks=_tasks((*overdue, *shown), everyone),
        named=everyone,
        register=register or Register(),
        agencies=agencies,
    )


def for_agency(day: Day, agency_key: str, contact_ids: frozenset[str]) -> Day:
    """Only what one agency has to do with: its milestones, its people's tasks."""

    def own(planned: Iterable[Planned]) -> tuple[Planned, ...]:
        return tuple(each for each in planned if agency_key in each.rule.agencies)

    return Day(
        date=day.date,
        now=day.now,
        schedule=day.schedule,
        overdue=own(day.overdue),
        due_today=own(day.due_today),
        due_next=own(day.due_next),
        later=own(day.later),
        to_agree=own(day.to_agree),
        tasks=tuple(task for task in day.tasks if task.person.id in contact_ids),
        named=tuple(each for each in day.named if agency_key in each.agencies),
        register=day.register.of_agency(agency_key),
        agencies=day.agencies,
        week=day.week.of_agency(agency_key),
        evaluations=day.evaluations.of_agency(agency_key),
        flags=tuple(each for each in day.flags if each.owner_id in contact_ids),
        contacts=tuple(each for each in day.contacts if each.id in contact_ids),
        plan=day.plan.of_agency(agency_key),
    )


def _tasks(planned: Iterable[Planned], named: Iterable[Named]) -> tuple[Task, ...]:
    people = {each.key: each for each in named if each.duty is Duty.MILESTONE}
    ours = (each for each in planned if each.rule.actor is Actor.PARTNERSHIP)
    tasks = (_task(each, people.get(each.key)) for each in ours)
    return tuple(task for task in tasks if task)


def _task(planned: Planned, who: Named | None) -> Task | None:
    """The owner's task; the deputy's where there is no owner or the owner is away."""
    if who and who.deputy and (not who.owner or who.owner.away):
        return Task(who.deputy, as_deputy=True, planned=planned)
    return Task(who.owner, as_deputy=False, planned=planned) if who and who.owner else None
