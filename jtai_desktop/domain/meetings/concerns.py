"""What looks wrong with one entry alone: another week than it belongs to, a child out of school."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from jtai_desktop.domain.meetings.slot import Slot
from jtai_desktop.domain.meetings.warned import key_of, mark_of
from jtai_desktop.domain.wording import clock, day_full, day_short

SCHOOL_BEGINS, SCHOOL_ENDS = time(9, 0), time(15, 0)
FRIDAY: Final = 4
WEEKS_BEFORE: Final = timedelta(weeks=2)


class ConcernKind(StrEnum):
    """What looks wrong with one entry."""

    OUTSIDE = "outside"
    SCHOOL_HOURS = "school-hours"


@dataclass(frozen=True, slots=True)
class Span:
    """The three weeks: from the Monday of week one to the end of the fieldwork."""

    fieldwork: date

    @property
    def first(self) -> date:
        """The Monday of week one."""
        return self.fieldwork - timedelta(days=self.fieldwork.weekday()) - WEEKS_BEFORE

    @property
    def last_on_site(self) -> date:
        """The Friday of the week in which fieldwork starts."""
        return self.fieldwork + timedelta(days=max(0, FRIDAY - self.fieldwork.weekday()))

    @property
    def last(self) -> date:
        """The Sunday after it."""
        return self.fieldwork + timedelta(days=6 - self.fieldwork.weekday())

    def is_on_site(self, day: date) -> bool:
        """Whether inspectors are on site."""
        return self.fieldwork <= day <= self.last_on_site

    def has(self, day: date) -> bool:
        """Whether it is one of the days of the three weeks."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Concern:
    """Something about one entry; outside the fieldwork is a warning, school hours a remark."""

    kind: ConcernKind
    slot: Slot
    what: str

    @property
    def start(self) -> datetime:
        """From when."""
        return self.slot.start

    @property
    def ids(self) -> tuple[str, ...]:
        """The entry."""
        return (self.slot.id,)

    @property
    def key(self) -> str:
        """What it is known by."""
        return key_of(self.kind, self.slot.id)

    @property
    def mark(self) -> str:
        """What it rests on."""
        return mark_of(self.what, *self.slot.facts)

    @property
    def is_remark(self) -> bool:
        """Whether it is worth a look and no more."""
        return self.kind is ConcernKind.SCHOOL_HOURS

    @property
    def sentence(self) -> str:
        """Child A, strategy discussion, Thu 5: outside the fieldwork week."""
        when = day_short(self.slot.start.date())
        if self.is_remark:
            when = f"{when}, {clock(self.slot.start)}"
        return f"{self.slot.called}, {when}: {self.what}"

    @property
    def explained(self) -> str:
        """The same with the day in full."""
        return f"{self.slot.called} is on {day_full(self.slot.start.date())}: {self.what}."


def concerns(slots: Iterable[Slot], span: Span | None) -> Iterator[Concern]:
    """What looks wrong with each entry alone."""
    for slot in slots:
        if span is not None:
            yield from _outside(slot, span)
        if slot.in_person and _in_school(slot):
            yield Concern(ConcernKind.SCHOOL_HOURS, slot, "in school hours")


def _outside(slot: Slot, span: Span) -> Iterator[Concern]:
    day = slot.start.date()
    if slot.on_site and not span.is_on_site(day):
        yield Concern(ConcernKind.OUTSIDE, slot, "outside the fieldwork week")
    elif not span.has(day):
        yield Concern(ConcernKind.OUTSIDE, slot, "outside the three weeks")


def _in_school(slot: Slot) -> bool:
    """Whether the child would be fetched out of lessons; at school it need not be."""
    if slot.start.weekday() > FRIDAY or "school" in slot.place.casefold():
        return False
    return slot.start.time() < SCHOOL_ENDS and slot.end.time() > SCHOOL_BEGINS
