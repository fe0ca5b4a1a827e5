"""How many actions stood at which rating on some days, from when the plan began until today."""

from dataclasses import dataclass
from datetime import date, timedelta

from jtai_desktop.domain.actions.plan import ActionPlan
from jtai_desktop.domain.actions.rating import Rating
from jtai_desktop.domain.actions.turning import begun_on, counts_on

MOST = 12


@dataclass(frozen=True, slots=True)
class Point:
    """One day, and how many stood at which rating on it, by what was known then."""

    day: date
    counts: dict[Rating, int]


def over_time(plan: ActionPlan) -> tuple[Point, ...]:
    """Day by day at first, later week by week or month by month; twelve at most, today last."""
    actions = [each.action for each in plan.entries]
    begun = [day for each in actions if (day := begun_on(each)) is not None and day <= plan.today]
    if not begun:
        return ()
    return tuple(Point(day, counts_on(actions, day)) for day in days(min(begun), plan.today))


def days(first: date, last: date) -> tuple[date, ...]:
    """Evenly, counted back from the last; each step a day, some weeks or some months."""
    for step in (1, 2, 4, 7, 14, 28):
        if (last - first).days // step < MOST:
            return _back(first, last, step)
    return _back(first, last, -(-(last - first).days // (MOST - 1)))


def _back(first: date, last: date, step: int) -> tuple[date, ...]:
    number = min(MOST, (last - first).days // step + 1)
    return tuple(last - timedelta(days=step * each) for each in reversed(range(number)))
