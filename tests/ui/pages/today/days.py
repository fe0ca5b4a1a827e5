"""Facts for Today: the example's day as it is read, and days that the example does not show."""

from dataclasses import replace
from datetime import datetime, timedelta

from jtai_desktop.domain.day import day_of
from jtai_desktop.domain.milestones import Actor
from jtai_desktop.domain.remarks.of_day import remarks
from jtai_desktop.domain.schedule import Planned, Schedule
from jtai_desktop.services import overview
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.pages.today.facts import Facts
from jtai_desktop.ui.pages.today.page import TodayPage
from tests.ui.person import Person


def page_of(person: Person) -> TodayPage:
    """The page Today, as it is shown."""
    page = person.inside.page
    assert isinstance(page, TodayPage)
    return page


def view_of(person: Person) -> Overview:
    """The inspection, read anew from the vault."""
    found: list[Overview] = []
    inspection_id = person.inside.desk.inspection_id
    person.window.hub.read(lambda work: overview.load(work, inspection_id), found.append)
    person.settle()
    return found[0]


def facts_at(view: Overview, now: datetime, schedule: Schedule | None = None) -> Facts:
    """The facts of Today at another time, or of another plan."""
    other = replace(view, now=now, schedule=schedule or view.schedule)
    day = day_of(other.schedule, now, other.named)
    return Facts(other, day, remarks(day))


def with_many_overdue(view: Overview, number: int) -> Schedule:
    """The plan with this many late milestones, each an hour later than the one before."""
    ours = next(
        each
        for each in view.schedule.milestones
        if each.rule.actor is Actor.PARTNERSHIP and each.due.clock and not each.rule.optional
    )
    late = tuple(_late(ours, place) for place in range(number))
    return replace(view.schedule, milestones=late)


def _late(planned: Planned, place: int) -> Planned:
    due = replace(planned.due, day=planned.due.day - timedelta(days=place))
    rule = replace(planned.rule, key=f"late-{place}", title=f"Late milestone {place}")
    notes = replace(planned.notes, key=rule.key, done=None, set_by_hand=None)
    return replace(planned, rule=rule, computed=due, notes=notes)
