"""The schedule: from the notification date and the guidance's rules to a plan.

Each milestone gets its day and hour, with everything that needs a person's eye beside it.

Nothing shifts silently. Weeks are counted back from fieldwork; where a milestone's named weekday
and its working day part company, the milestone is marked "to agree with the lead inspector".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from jtai_desktop.domain.milestones import (
    Actor,
    Anchor,
    Done,
    MilestoneNotes,
    MilestoneRule,
)
from jtai_desktop.domain.moments import (
    CLOSE_OF_BUSINESS,
    Moment,
    at,
    end_of_day,
    london,
)
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import clock, counted, day_full, day_month, hour
from jtai_desktop.domain.working_days import WorkingDays, monday_of

NOTICE = 10
WORKING_WEEK = 5
FURTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class ToAgree:
    """Why the time needs the lead inspector's word, and the time as the guidance names it."""

    unmoved: Moment
    reason: str


@dataclass(frozen=True, slots=True)
class Planned:
    """One milestone with its time: worked out, and as it stands now."""

    rule: MilestoneRule
    computed: Moment
    notes: MilestoneNotes
    to_agree: ToAgree | None = None
    at_once: bool = False
    happened_by_itself: Done | None = None

    @property
    def key(self) -> str:
        """The milestone's key."""
        return self.rule.key

    @property
    def due(self) -> Moment:
        """The time that counts: agreed or set by hand, whichever was recorded, else computed."""
        if self.notes.set_by_hand:
            return self.notes.set_by_hand.moment
        return self.notes.agreed.moment if self.notes.agreed else self.computed

    @property
    def done(self) -> Done | None:
        """That it was met or came about, if it was."""
        return self.notes.done or self.happened_by_itself

    @property
    def fixed_by_hand(self) -> bool:
        """Whether a new notification date leaves this time alone."""
        return self.notes.set_by_hand is not None or self.notes.agreed is not None

    @property
    def open_to_agree(self) -> ToAgree | None:
        """The mark "to agree", until it is recorded what was agreed."""
        return None if self.notes.agreed else self.to_agree


@dataclass(frozen=True, slots=True)
class Schedule:
    """All milestones of one inspection, and what is unusual about its dates."""

    notified: datetime
    fieldwork_start: date
    calendar: WorkingDays
    close: time
    milestones: tuple[Planned, ...]
    warnings: tuple[str, ...]
    notice: int = NOTICE

    @property
    def working_days_to_fieldwork(self) -> int:
        """Working days from the notification to fieldwork."""
        return self.calendar.between(self.notified.date(), self.fieldwork_start)

    @property
    def week_one(self) -> date:
        """The Monday of week one."""
        return week_one(self.fieldwork_start, self.notice)

    @property
    def partnership(self) -> tuple[Planned, ...]:
        """The milestones that the partnership has to meet."""
        return tuple(each for each in self.milestones if each.rule.actor is Actor.PARTNERSHIP)

    def milestone(self, key: str) -> Planned:
        """The milestone of that key."""
        return next(planned for planned in self.milestones if planned.key == key)

    def working_day(self, day: date) -> int:
        """Which working day a date is, the notification being day 0."""
        return self.calendar.between(self.notified.date(), day)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every milestone's time is worked out from."""

    notified: datetime
    fieldwork: date
    calendar: WorkingDays
    close: time
    notice: int = NOTICE

    @property
    def week_one(self) -> date:
        """The Monday of week one."""
        return week_one(self.fieldwork, self.notice)

    @property
    def after_hours(self) -> bool:
        """Whether business was over when the notification came."""
        return self.notified >= end_of_day(self.notified.date()).deadline(self.close)

    @property
    def floor(self) -> date:
        """The first working day on which something can still be asked for."""
        day = self.notified.date()
        return self.calendar.from_(day + timedelta(days=1) if self.after_hours else day)

    def passed(self, moment: Moment) -> bool:
        """Whether this was past when the notification came; after hours the day is over."""
        if self.after_hours:
            return moment.day <= self.notified.date()
        return moment.deadline(self.close) <= self.notified


def week_one(fieldwork: date, notice: int = NOTICE) -> date:
    """The Monday of week one: with ten days' notice two weeks before the week of fieldwork."""
    return monday_of(fieldwork) - timedelta(weeks=notice // WORKING_WEEK)


def plan(  # noqa: PLR0913 - each is one thing that a plan hangs on
    rules: Iterable[MilestoneRule],
    notified: datetime,
    calendar: WorkingDays,
    *,
    fieldwork: date | None = None,
    close: time = CLOSE_OF_BUSINESS,
    notes: Mapping[str, MilestoneNotes] | None = None,
    notice: int = NOTICE,
) -> Schedule:
    """Work out every milestone. A typed fieldwork start stands, whatever it is."""
    notified = london(notified)
    start = fieldwork or calendar.add(notified.date(), notice)
    _refuse_impossible(notified.date(), start)
    frame = _Frame(notified, start, calendar, close, notice)
    noted = notes or {}
    milestones = tuple(
        _planned(rule, frame, noted.get(rule.key, MilestoneNotes(rule.key))) for rule in rules
    )
    return Schedule(notified, start, calendar, close, milestones, _warnings(frame), notice)


def _refuse_impossible(notified: date, fieldwork: date) -> None:
    if fieldwork <= notified:
        sentence = (
            f"Fieldwork on {day_full(fieldwork)} is not after the notification"
            f" on {day_full(notified)}: give a later date."
        )
        raise Refused(sentence, place="Fieldwork")
    if fieldwork - notified > FURTHEST:
        sentence = (
            f"Fieldwork on {day_full(fieldwork)} is more than a year after the notification"
            f" on {day_full(notified)}: check both dates."
        )
        raise Refused(sentence, place="Fieldwork")


def _planned(rule: MilestoneRule, frame: _Frame, notes: MilestoneNotes) -> Planned:
    unmoved = _unmoved(rule, frame)
    named = unmoved.on(frame.fieldwork) if rule.anchor is Anchor.FIELDWORK else unmoved
    wanted = _wanted(rule, frame, named)
    past = rule.actor is Actor.PARTNERSHIP and frame.passed(wanted)
    computed = end_of_day(frame.floor) if past else wanted
    came = Done(frame.notified, "") if rule.anchor is Anchor.NOTIFICATION else None
    return Planned(rule, computed, notes, _to_agree(rule, frame, unmoved, computed), past, came)


def _unmoved(rule: MilestoneRule, frame: _Frame) -> Moment:
    """The time as the guidance names it: week, weekday, hour."""
    monday = frame.week_one + timedelta(weeks=rule.week - 1)
    return Moment(monday + timedelta(days=rule.weekday), rule.hour, rule.time)


def _wanted(rule: MilestoneRule, frame: _Frame, named: Moment) -> Moment:
    """The inspectors' stay where they are named; ours go to the working day before.

    What is past by then when the notification comes is due at once: by the end of the first day
    on which something can be asked for.
    """
    if rule.anchor is Anchor.NOTIFICATION:
        return at(frame.notified)
    if rule.actor is Actor.INSPECTORS or frame.calendar.works(named.day):
        return named
    return named.on(frame.calendar.before(named.day))


def _to_agree(
    rule: MilestoneRule, frame: _Frame, unmoved: Moment, computed: Moment
) -> ToAgree | None:
    counted_day = frame.calendar.add(frame.notified.date(), rule.ordinary_day)
    same_hour = rule.anchor is Anchor.NOTIFICATION or computed == unmoved.on(computed.day)
    if counted_day == unmoved.day == computed.day and same_hour:
        return None
    return ToAgree(unmoved, _reason(rule, frame, unmoved, counted_day))


def _reason(rule: MilestoneRule, frame: _Frame, unmoved: Moment, counted_day: date) -> str:
    if rule.anchor is Anchor.NOTIFICATION:
        return (
            f"The notification came on {day_month(frame.notified.date())}, not on the Monday"
            f" of week one, {day_month(unmoved.day)}"
        )
    parts = []
    why = frame.calendar.why_not(unmoved.day)
    if why:
        parts.append(f"{day_month(unmoved.day)} is not a working day ({why})")
    if frame.passed(unmoved):
        past = f"{day_month(unmoved.day)}, {hour(unmoved)}".removesuffix(", ")
        parts.append(f"{past}, was past when the notification came")
    if counted_day != unmoved.day:
        parts.append(
            f"by the weekday it is {day_month(unmoved.day)}, by working days"
            f" {day_month(counted_day)} (day {rule.ordinary_day})"
        )
    if not parts:
        parts.append(f"fieldwork begins on {day_month(frame.fieldwork)}")
    text = "; ".join(parts)
    return text[0].upper() + text[1:]


def _warnings(frame: _Frame) -> tuple[str, ...]:
    notified, day = frame.notified, frame.notified.date()
    found = []
    monday = frame.week_one
    if day.weekday() != 0:
        found.append(
            f"{day_full(day)} is not a Monday. Notification usually comes on a Monday (¶23)."
        )
    if why := frame.calendar.why_not(day):
        found.append(f"{day_full(day)} is not a working day ({why}).")
    if day != monday:
        found.append(
            f"Week one is taken to begin on {day_full(monday)}, counted back from the week of"
            " fieldwork. Ask the lead inspector whether that is meant."
        )
    if frame.after_hours:
        found.append(
            f"Notification at {clock(notified)}: the working day is over by then"
            f" (close of business {frame.close:%H:%M})."
        )
    length = frame.calendar.between(day, frame.fieldwork)
    if length != frame.notice:
        found.append(
            f"Fieldwork on {day_full(frame.fieldwork)} is {counted(length, 'working day')}"
            f" after the notification, not {frame.notice}."
        )
    if why := frame.calendar.why_not(frame.fieldwork):
        found.append(f"Fieldwork on {day_full(frame.fieldwork)} is not on a working day ({why}).")
    return (*found, *_skipped_in_notice(frame))


def _skipped_in_notice(frame: _Frame) -> tuple[str, ...]:
    skipped = frame.calendar.skipped(frame.notified.date(), frame.fieldwork)
    return tuple(
        f"{day_full(day)} is not counted as a working day ({why})." for day, why in skipped
    )


def working_sum(schedule: Schedule, day: date) -> str:
    """Tue 10 Nov is working day 5: Mon 2 Nov is day 0; Thu 5 Nov skipped, closure."""
    calendar, start = schedule.calendar, schedule.notified.date()
    zero = f"{day_month(start)} is day 0"
    if day < start:
        return f"{day_month(day)} is before the notification: {zero}"
    if day == start:
        return f"{zero}, the day of the notification"
    skipped = "".join(
        f"; {day_month(passed)} skipped, {why}"
        for passed, why in calendar.skipped(start, day)
        if passed != day
    )
    number = calendar.between(start, day)
    if why := calendar.why_not(day):
        not_one = f"{day_month(day)} is not a working day ({why})"
        return f"{not_one}: {zero}; day {number} is before it{skipped}"
    return f"{day_month(day)} is working day {number}: {zero}{skipped}"
