"""What the timetable shows: the milestones in the order of time, with state, marks and gaps."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jtai_desktop.domain import standing
from jtai_desktop.domain.milestones import Actor, Anchor
from jtai_desktop.domain.moments import Moment, in_time, london
from jtai_desktop.domain.people import Contact
from jtai_desktop.domain.schedule import Planned, Schedule
from jtai_desktop.domain.standing import Mark
from jtai_desktop.domain.wording import moment_full, moment_short
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.theme.states import State, StateLook, look_of

THREE_WEEKS = timedelta(weeks=3)
TO_AGREE = look_of(State.WARNING).worded("to agree")
_MARKS = {
    Mark.SET_BY_HAND: look_of(State.SET_BY_HAND),
    Mark.ASSUMED: look_of(State.ASSUMED),
    Mark.MOVED: look_of(State.MOVED),
    Mark.TO_AGREE: TO_AGREE,
}


@dataclass(frozen=True, slots=True)
class Timetable:
    """One inspection's milestones as they stand now."""

    view: Overview

    @property
    def schedule(self) -> Schedule:
        """The plan."""
        return self.view.schedule

    @property
    def now(self) -> datetime:
        """The time that counts, in London."""
        return london(self.view.now)

    @property
    def milestones(self) -> tuple[Planned, ...]:
        """All of them, in the order of time."""
        return tuple(sorted(self.schedule.milestones, key=lambda each: in_time(each.due)))

    def milestone(self, key: str) -> Planned | None:
        """The milestone of that key, if the plan has one."""
        return next((each for each in self.schedule.milestones if each.key == key), None)

    def state(self, planned: Planned) -> standing.State:
        """How it stands."""
        return standing.state(planned, self.now, self.schedule.close)

    def look(self, planned: Planned) -> StateLook:
        """How its state is shown."""
        return look_of(self.state(planned).value)

    def when(self, moment: Moment) -> str:
        """Thu 12, 12:00 inside the three weeks; with month and year outside them."""
        first = self.schedule.week_one
        inside = first <= moment.day < first + THREE_WEEKS
        return moment_short(moment) if inside else moment_full(moment)

    def gap(self, planned: Planned) -> str:
        """Who has still to be named for it; nothing where it is done or not ours."""
        if standing.is_done(planned, self.now):
            return ""
        return next(
            (each.gap for each in self.view.named_milestones if each.key == planned.key), ""
        )

    def people(self, planned: Planned) -> tuple[Contact | None, Contact | None]:
        """Owner and deputy."""
        named = (each for each in self.view.named_milestones if each.key == planned.key)
        return next(((each.owner, each.deputy) for each in named), (None, None))

    def passed(self, planned: Planned) -> bool:
        """Whether its time has gone by, done or not."""
        return planned.due.deadline(self.schedule.close) <= self.now


def mark_looks(planned: Planned) -> tuple[StateLook, ...]:
    """How its marks are shown."""
    return tuple(_MARKS[mark] for mark in standing.marks(planned))


def ours(planned: Planned) -> bool:
    """Whether the partnership has to meet it."""
    return planned.rule.actor is Actor.PARTNERSHIP


def is_anchor(planned: Planned) -> bool:
    """Whether its time is one of the two dates of the inspection, which are set elsewhere."""
    if planned.rule.anchor is Anchor.FIELDWORK:
        return not ours(planned)
    return planned.rule.anchor is Anchor.NOTIFICATION


def title_of(planned: Planned) -> str:
    """The title, with what makes it special in words."""
    special = ["optional"] * planned.rule.optional + ["on request"] * planned.rule.on_request
    return f"{planned.rule.title} ({', '.join(special)})" if special else planned.rule.title
