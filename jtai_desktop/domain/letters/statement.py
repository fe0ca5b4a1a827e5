"""The written statement of action: the check of its date, and the steps back from it.

The date that counts is the one printed in the letter. Beside it stands the seventieth working
day from receipt, so that a slip in either is seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jtai_desktop.domain.wording import counted, day_full
from jtai_desktop.domain.working_days import WorkingDays

WORKING_DAYS = 70


@dataclass(frozen=True, slots=True)
class DateCheck:
    """The printed date beside the counted one."""

    printed: date | None
    counted: date
    apart: int  # working days that the printed date is after the counted one; before: negative

    @property
    def sentence(self) -> str:
        """What the check found, for a person."""
        by_count = f"{counted(WORKING_DAYS, 'working day')} from receipt end on"
        by_count = f"{by_count} {day_full(self.counted)}"
        if self.printed is None:
            return f"The letter gives no date; {by_count}."
        if not self.apart:
            return f"The printed date agrees: {by_count}."
        side = "after" if self.apart > 0 else "before"
        days = counted(abs(self.apart), "working day")
        return f"The printed date is {days} {side} the counted one: {by_count}."


@dataclass(frozen=True, slots=True)
class Step:
    """A board, cabinet, scrutiny or partner that has to see the statement before it is sent."""

    name: str
    before: int = 0  # working days before the statement is sent, at the latest
    papers: int = 5  # working days before the meeting that its papers are due
    meets: date | None = None  # the day of the meeting, where it is known


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step with its days, and what is wrong with them."""

    step: Step
    latest: date  # the last day on which it can meet
    meets: date
    papers: date
    warnings: tuple[str, ...] = ()


def check_date(received: date, printed: date | None, days: WorkingDays) -> DateCheck:
    """The printed date beside 70 working days from receipt, of which receipt is day 0."""
    by_count = days.add(received, WORKING_DAYS)
    return DateCheck(printed, by_count, days.between(by_count, printed) if printed else 0)


def steps_back(
    due: date, steps: Iterable[Step], days: WorkingDays, today: date
) -> tuple[PlannedStep, ...]:
    """The steps before the statement is sent, in the order in which their papers are due."""
    planned = (_planned(due, step, days, today) for step in steps)
    return tuple(sorted(planned, key=lambda each: (each.papers, each.meets, each.step.name)))


def _planned(due: date, step: Step, days: WorkingDays, today: date) -> PlannedStep:
    latest = _back(due, step.before, days)
    meets = step.meets or latest
    papers = _back(meets, step.papers, days)
    warnings = tuple(_warnings(PlannedStep(step, latest, meets, papers), days, today))
    return PlannedStep(step, latest, meets, papers, warnings)


def _back(day: date, count: int, days: WorkingDays) -> date:
    """The working day that is `count` working days before, or the day itself for 0."""
    for _ in range(count):
        day = days.before(day)
    return day


def _warnings(planned: PlannedStep, days: WorkingDays, today: date) -> Iterable[str]:
    name = planned.step.name
    if planned.meets > planned.latest:
        yield f"{name} meets too late: the last day for it is {day_full(planned.latest)}."
    if why := days.why_not(planned.meets):
        yield f"{name} would meet on a day that is no working day ({why})."
    if planned.meets < today:
        yield f"{name}: the day of the meeting has passed."
    elif planned.papers < today:
        yield f"{name}: the day for its papers has passed, {day_full(planned.papers)}."
