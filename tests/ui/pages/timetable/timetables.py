"""Timetables for tests: the example's fortnight, at any time and with anything noted."""

from collections.abc import Mapping
from datetime import date, datetime

from jtai_desktop.domain.inspection import ClosureDay, CouncilSettings, Inspection
from jtai_desktop.domain.milestones import Done, MilestoneNotes, SetByHand
from jtai_desktop.domain.moments import LONDON, Hour, Moment
from jtai_desktop.domain.people import Contact, Duty, Responsibility
from jtai_desktop.domain.schedule import Planned, plan
from jtai_desktop.guidance.finding import load
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.pages.timetable.facts import Timetable

NOTIFIED = datetime(2026, 11, 2, 9, 0, tzinfo=LONDON)
NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
QUALITY = Contact("quality", "council", "Quality lead")


def november(day: int, hour: int, minute: int = 0) -> datetime:
    """A time in November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=LONDON)


def done(key: str, when: datetime, note: str = "") -> MilestoneNotes:
    """A milestone that was met."""
    return MilestoneNotes(key, done=Done(when, "Inspection coordinator", note))


def by_hand(key: str, moment: Moment, reason: str = "Asked for midday") -> MilestoneNotes:
    """A milestone with another time."""
    return MilestoneNotes(key, set_by_hand=SetByHand(moment, reason))


def midday(day: int) -> Moment:
    """12:00 on a day of November."""
    return Moment(date(2026, 11, day), Hour.AT, november(day, 12).time())


def timetable(
    *notes: MilestoneNotes,
    now: datetime = NOW,
    notified: datetime = NOTIFIED,
    fieldwork: date | None = None,
    closed: Mapping[date, str] | None = None,
    owned: tuple[Responsibility, ...] = (),
) -> Timetable:
    """A timetable as the vault would give it."""
    closures = tuple(ClosureDay("", day, name) for day, name in (closed or {}).items())
    inspection = Inspection("one", "Northmoor", "cmh-2019", "1", notified, fieldwork)
    council, pack = CouncilSettings(closures=closures), load("cmh-2019")
    noted = {each.key: each for each in notes}
    calendar = council.working_days(inspection)
    schedule = plan(pack.milestones, notified, calendar, fieldwork=fieldwork, notes=noted)
    return Timetable(
        Overview(
            inspection=inspection,
            pack=pack,
            council=council,
            notes=noted,
            schedule=schedule,
            agencies=(),
            contacts=(QUALITY,),
            responsibilities=owned,
            now=now,
        )
    )


def owner_of(key: str, deputy: str = "") -> Responsibility:
    """The quality lead owns it."""
    return Responsibility(key, Duty.MILESTONE, key, QUALITY.id, deputy)


def planned(shown: Timetable, key: str) -> Planned:
    """One milestone of a timetable."""
    return shown.schedule.milestone(key)
