"""How the rating of an action turned: by what somebody recorded, and by itself as days pass."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from jtai_desktop.domain.actions.action import Action, FactsLine
from jtai_desktop.domain.actions.rating import (
    RATING_WORDS,
    WORST_FIRST,
    Rated,
    Rating,
    rate,
    turning_days,
)
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.moments import london


@dataclass(frozen=True, slots=True)
class Stand:
    """How an action stands on a day: the computed rating, and the one set in its place, if any."""

    computed: Rated
    override: Rating | None = None

    @property
    def rating(self) -> Rating:
        """The one that counts; the computed one stands beside it."""
        return self.override or self.computed.rating

    @property
    def words(self) -> str:
        """On track; On track, set by hand (computed: At minor risk)."""
        if self.override is None:
            return self.computed.words
        return f"{RATING_WORDS[self.override]}, set by hand (computed: {self.computed.words})"


@dataclass(frozen=True, slots=True)
class Turn:
    """That a rating turned on a day; by nobody where it did so by itself."""

    day: date
    before: Stand | None
    after: Stand
    by: Who | None = None
    reason: str = ""

    @property
    def is_worse(self) -> bool:
        """Whether it stands worse than before."""
        return self.before is not None and _rank(self.after) < _rank(self.before)

    @property
    def why(self) -> str:
        """What it came from."""
        if self.by is None:
            return self.after.computed.why
        return self.reason or self.after.computed.why


def stand(action: Action, today: date) -> Stand:
    """How it stands on a day, by the facts that were known then."""
    line = _line_on(action, today)
    return stand_by(line, today) if line else Stand(Rated(Rating.NOT_STARTED))


def stand_by(line: FactsLine, today: date) -> Stand:
    """How it stands on a day by these facts."""
    return Stand(rate(line.facts, today), line.override)


def begun_on(action: Action) -> date | None:
    """The day from which it is in the plan."""
    return _day(action.lines[0]) if action.lines else None


def turns(action: Action, today: date) -> tuple[Turn, ...]:
    """Every change of its rating until today, the oldest first; the first is how it began."""
    found: list[Turn] = []
    now: Stand | None = None
    for day, line, by in _moments(action.lines, today):
        after = stand_by(line, day)
        if now is None or _shown(after) != _shown(now):
            found.append(Turn(day, now, after, by, line.reason if by else ""))
        now = after
    return tuple(found)


def turned_between(action: Action, after: date, until: date) -> Turn | None:
    """How its rating on the one day differs from that on an earlier one, and since when."""
    every = [each for each in turns(action, until) if each.before is not None]
    within = [each for each in every if after < each.day]
    if not within:
        return None
    first, last = within[0], within[-1]
    if first.before is None or first.before.rating is last.after.rating:
        return None
    return Turn(last.day, first.before, last.after, last.by, last.reason)


def counts_on(actions: Iterable[Action], day: date) -> dict[Rating, int]:
    """How many stood at which rating on a day, by the facts that were known then."""
    found = dict.fromkeys(Rating, 0)
    for each in actions:
        if _line_on(each, day):
            found[stand(each, day).rating] += 1
    return found


def _moments(
    lines: tuple[FactsLine, ...], today: date
) -> Iterator[tuple[date, FactsLine, Who | None]]:
    """Each line when it was written, and the days on which it can turn by itself meanwhile."""
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        begins, ends = _day(line), _day(following) if following else today
        yield begins, line, line.by
        for day in turning_days(line.facts):
            if begins < day <= ends:
                yield day, line, None


def _line_on(action: Action, day: date) -> FactsLine | None:
    return next((each for each in reversed(action.lines) if _day(each) <= day), None)


def _day(line: FactsLine) -> date:
    return london(line.when).date()


def _shown(each: Stand) -> tuple[Rating, Rating | None]:
    return each.computed.rating, each.override


def _rank(each: Stand) -> int:
    return WORST_FIRST.index(each.rating)
