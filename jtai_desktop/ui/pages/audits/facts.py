"""What the page of the case audits shows: the audits as they stand, and one chosen."""

from dataclasses import dataclass
from datetime import date, datetime

from jtai_desktop.domain.audits.entries import Part
from jtai_desktop.domain.audits.register import Audits, Owed, Standing
from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.moments import Moment, london
from jtai_desktop.domain.wording import clock, counted, day_month, day_short, moment_near, stamp
from jtai_desktop.services import overview
from jtai_desktop.services.action_sources import taken_up
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.workspace import Workspace

DEPENDS = frozenset({Kind.AUDIT, Kind.ACTION, Kind.INSPECTION, Kind.SETTING, Kind.AGENCY})
FORTNIGHT = 14


@dataclass(frozen=True, slots=True)
class Facts:
    """Every audit, with the clock."""

    view: Overview
    audits: Audits

    @property
    def now(self) -> datetime:
        """The time that counts."""
        return self.view.now

    @property
    def today(self) -> date:
        """The day of it."""
        return london(self.view.now).date()

    @property
    def taken_up(self) -> frozenset[str]:
        """The recommendations that are actions of the plan."""
        return taken_up(self.view.actions)

    def chosen(self, audit_id: str) -> Standing | None:
        """That audit, else the newest."""
        return self.audits.asked_for(audit_id)

    def with_return(self, return_id: str) -> Standing | None:
        """The audit that a return belongs to."""
        return next((each for each in self.audits.standing if each.entry(return_id)), None)

    def near(self, when: datetime) -> str:
        """Thu 5, 08:41 in these weeks; Mon 19 Oct, 09:30 in this year; else with the year."""
        day = london(when).date()
        if abs((self.today - day).days) < FORTNIGHT:
            return f"{day_short(day)}, {clock(when)}"
        return f"{day_month(day)}, {clock(when)}" if day.year == self.today.year else stamp(when)

    def due(self, moment: Moment) -> str:
        """Today, 12:00; Mon 9, 12:00."""
        return moment_near(moment, self.today)


def read(workspace: Workspace, inspection_id: str) -> Facts:
    """Everything at once."""
    view = overview.load(workspace, inspection_id)
    return Facts(view, view.audits())


def fact_of(standing: Standing) -> str:
    """4 cases, 36 of 38 returns, 2 late."""
    cases = counted(len(standing.audit.cases), "case")
    late = f", {len(standing.late)} late" if standing.late else ""
    return f"{cases}, {standing.received_of}{late}"


def named(standing: Standing) -> str:
    """Children’s mental health, March to August 2026."""
    audit = standing.audit
    return ", ".join(each for each in (audit.theme, audit.period) if each)


def tab_count(standing: Standing, part: Part) -> int:
    """How many entries a part has."""
    return len(standing.audit.of(part))


def first_late(standing: Standing) -> Owed | None:
    """What to look at first: the late, else the first."""
    return next(iter((*standing.late, *standing.owed)), None)
