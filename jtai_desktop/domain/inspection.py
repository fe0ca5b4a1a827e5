"""One inspection, and the council's settings that its dates depend on."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from jtai_desktop.domain.marking import USUAL_MARKING
from jtai_desktop.domain.meetings.ways import Ways
from jtai_desktop.domain.moments import CLOSE_OF_BUSINESS
from jtai_desktop.domain.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Inspection:
    """An inspection of one area under one guidance pack, live or for practice."""

    id: str
    area: str
    pack_id: str
    pack_version: str
    notified: datetime
    fieldwork_typed: date | None = None
    practice: bool = False
    created: datetime | None = None
    bank_holidays: tuple[tuple[date, str], ...] = ()
    version: int = 1


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a person gives to begin an inspection."""

    area: str
    notified: datetime
    pack_id: str
    fieldwork: date | None = None
    practice: bool = False
    names_of_today: bool = True


@dataclass(frozen=True, slots=True)
class ClosureDay:
    """A day on which the council is closed, or a bank holiday on which it works."""

    id: str
    day: date
    name: str = ""
    works: bool = False


class Keeping(StrEnum):
    """What becomes of a document’s file: taken into the vault, or left where it lies."""

    TAKEN_IN = "taken-in"
    REFERENCED = "referenced"


@dataclass(frozen=True, slots=True)
class CouncilSettings:
    """What the council set once for all its inspections."""

    council: str = ""
    marking: str = USUAL_MARKING
    close: time = CLOSE_OF_BUSINESS
    closures: tuple[ClosureDay, ...] = field(default_factory=tuple)
    destroy_after_days: int = 35
    keeps_files: Keeping = Keeping.TAKEN_IN
    keeps_children: bool = True  # of the child-level lists: reference, age, list and answers
    ways: Ways = field(default_factory=Ways)
    evidence_months: int = 12

    def working_days(self, inspection: Inspection) -> WorkingDays:
        """The working days as this inspection counts them."""
        return self.working_days_with(dict(inspection.bank_holidays))

    def working_days_with(self, bank_holidays: dict[date, str]) -> WorkingDays:
        """The working days with these bank holidays."""
        return WorkingDays(
            bank_holidays=bank_holidays,
            closures={day.day: day.name for day in self.closures if not day.works},
            worked=frozenset(day.day for day in self.closures if day.works),
        )
