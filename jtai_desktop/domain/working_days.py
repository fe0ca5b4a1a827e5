"""Which days are working days, and counting by them.

Saturdays, Sundays, the bank holidays of England and Wales and the council's
closure days are not. A council may also work on a bank holiday.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The working days of one council."""

    bank_holidays: Mapping[date, str] = field(default_factory=dict)
    closures: Mapping[date, str] = field(default_factory=dict)
    worked: frozenset[date] = frozenset()

    def why_not(self, day: date) -> str:
        """Why this is not a working day, in words; nothing if it is one."""
        if day in self.closures:
            name = self.closures[day]
            return f"closure, {name}" if name else "closure"
        if day in self.bank_holidays and day not in self.worked:
            name = self.bank_holidays[day]
            return name if "bank holiday" in name else f"bank holiday, {name}"
        return "weekend" if day.weekday() >= SATURDAY else ""

    def works(self, day: date) -> bool:
        """Whether this is a working day."""
        return not self.why_not(day)

    def add(self, day: date, count: int) -> date:
        """The working day that is `count` working days after `day`, which is day 0."""
        while count:
            day += timedelta(days=1)
            count -= self.works(day)
        return day

    def before(self, day: date) -> date:
        """The last working day before this one."""
        day -= timedelta(days=1)
        while not self.works(day):
            day -= timedelta(days=1)
        return day

    def from_(self, day: date) -> date:
        """This day, or the first working day after it."""
        while not self.works(day):
            day += timedelta(days=1)
        return day

    def between(self, first: date, last: date) -> int:
        """How many working days after `first` up to and including `last`; negative backwards."""
        if last < first:
            return -self.between(last, first)
        return sum(self.works(day) for day in days_between(first, last))

    def skipped(self, first: date, last: date) -> list[tuple[date, str]]:
        """The weekdays after `first` up to `last` that do not count, with the reason.

        A closure on a Saturday takes nothing away, so it is left out.
        """
        found = ((day, self.why_not(day)) for day in days_between(first, last))
        return [(day, why) for day, why in found if why and day.weekday() < SATURDAY]


def days_between(first: date, last: date) -> Iterator[date]:
    """Each day after `first` up to and including `last`."""
    for ahead in range(1, (last - first).days + 1):
        yield first + timedelta(days=ahead)


def monday_of(day: date) -> date:
    """The Monday of the calendar week."""
    return day - timedelta(days=day.weekday())
