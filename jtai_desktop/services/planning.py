"""A plan without a vault: from dates and a guidance pack to the schedule."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Protocol

from jtai_desktop.domain.milestones import MilestoneRule
from jtai_desktop.domain.moments import CLOSE_OF_BUSINESS, london
from jtai_desktop.domain.schedule import Schedule, plan
from jtai_desktop.domain.typed import read_clock, read_day, read_when
from jtai_desktop.domain.working_days import WorkingDays
from jtai_desktop.services.bank_holidays import bank_holidays

__all__ = ["HasMilestones", "propose", "read_clock", "read_day", "read_when"]


class HasMilestones(Protocol):
    """As much of a guidance pack as a plan needs."""

    @property
    def milestones(self) -> Sequence[MilestoneRule]:
        """The rules of the milestones."""

    @property
    def notice(self) -> int:
        """How many working days before fieldwork the notification comes."""


def propose(
    pack: HasMilestones,
    notified: datetime,
    *,
    fieldwork: date | None = None,
    closures: Iterable[date] = (),
    close: time = CLOSE_OF_BUSINESS,
) -> Schedule:
    """The plan from a notification, the bank holidays and the closure days given."""
    year = london(notified).year
    calendar = WorkingDays(
        bank_holidays=bank_holidays(year, year + 1), closures=dict.fromkeys(closures, "")
    )
    return plan(
        pack.milestones,
        notified,
        calendar,
        fieldwork=fieldwork,
        close=close,
        notice=pack.notice,
    )
