"""What would be warned of if an entry lay at another time: asked again at each step of a drag."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from jtai_desktop.domain.meetings.clashes import clashes
from jtai_desktop.domain.meetings.concerns import Span, concerns
from jtai_desktop.domain.meetings.slot import Slot
from jtai_desktop.domain.meetings.warned import Acceptance, Warned, judge
from jtai_desktop.domain.meetings.ways import Ways
from jtai_desktop.domain.meetings.week import Week

# Entries of the days around it: far enough for any way, also over the end of summer time.
AROUND = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Trial:
    """One entry that is tried at other times, and all others by the day on which they begin."""

    slot: Slot
    others: Mapping[date, list[Slot]] = field(default_factory=dict)
    ways: Ways = field(default_factory=Ways)
    span: Span | None = None
    acceptances: Mapping[str, Acceptance] = field(default_factory=dict)

    def at(self, start: datetime, end: datetime) -> tuple[Warned, ...]:
        """The warnings it would have there that nobody accepted, in the order of time."""
        tried = replace(self.slot, start=start, end=end)
        found = clashes((tried, *self._near(start, end)), self.ways)
        mine = (each for each in found if tried.id in each.ids)
        return judge((*mine, *concerns((tried,), self.span)), self.acceptances).open

    def _near(self, start: datetime, end: datetime) -> list[Slot]:
        day, found = (start - AROUND).date(), []
        while day <= (end + AROUND).date():
            found += self.others.get(day, [])
            day += AROUND
        return found


def trial_of(week: Week, key: str) -> Trial | None:
    """The trial of an entry that takes place; nothing if it does not."""
    slots = {each.id: each for each in week.slots}
    slot = slots.pop(key, None)
    if slot is None:
        return None
    others: dict[date, list[Slot]] = {}
    for each in slots.values():
        others.setdefault(each.start.date(), []).append(each)
    return Trial(slot, others, week.ways, week.span, week.acceptances)
