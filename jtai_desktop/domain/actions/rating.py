"""The six ratings of an action: what follows from its facts on a day, with the reasons in words.

Exactly 30 days is not covered by the source, which says more than 30 and less than 30. It counts
as significant here, the graver of the two.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.actions.timescale import Timescale
from jtai_desktop.domain.wording import counted, day_full

SIGNIFICANT_FROM: Final = 30  # days past the timescale


class Rating(StrEnum):
    """How an action stands."""

    NOT_STARTED = "not-started"
    SIGNIFICANT = "significant"
    MINOR = "minor"
    ON_TRACK = "on-track"
    COMPLETED = "completed"
    EVIDENCED = "evidenced"


RATING_WORDS: Final = MappingProxyType(
    {
        Rating.NOT_STARTED: "Not started",
        Rating.SIGNIFICANT: "At significant risk",
        Rating.MINOR: "At minor risk",
        Rating.ON_TRACK: "On track",
        Rating.COMPLETED: "Completed",
        Rating.EVIDENCED: "Completed, impact evidenced",
    }
)
AT_RISK: Final = frozenset({Rating.SIGNIFICANT, Rating.MINOR})
FINISHED: Final = frozenset({Rating.COMPLETED, Rating.EVIDENCED})
# From the worst to the best: no rule may come out further right than the facts allow.
WORST_FIRST: Final = (
    Rating.SIGNIFICANT,
    Rating.NOT_STARTED,
    Rating.MINOR,
    Rating.ON_TRACK,
    Rating.COMPLETED,
    Rating.EVIDENCED,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a rating follows from. `impact` is the evidence of impact, in words."""

    timescale: Timescale = field(default_factory=Timescale)
    started: date | None = None
    forecast: date | None = None
    completed: date | None = None
    impact: str = ""

    @property
    def due(self) -> date | None:
        """The last day on which the timescale is still met."""
        return self.timescale.due


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating with its reasons; `late_by` are the days past the timescale, if it is not done."""

    rating: Rating
    reasons: tuple[str, ...] = ()
    late_by: int = 0

    @property
    def words(self) -> str:
        """At minor risk."""
        return RATING_WORDS[self.rating]

    @property
    def why(self) -> str:
        """It was due on Tue 30 Jun 2026, 5 days ago; no new forecast."""
        said = "; ".join(self.reasons)
        return f"{said[:1].upper()}{said[1:]}"


def rate(facts: Facts, today: date) -> Rated:
    """How it stands on this day by its facts alone."""
    if facts.completed is not None and facts.completed <= today:
        return _completed(facts, facts.completed)
    late_by = max(0, (today - facts.due).days) if facts.due else 0
    past = (_past(facts.due, late_by),) if facts.due and late_by else ()
    if facts.started is None or facts.started > today:
        return Rated(Rating.NOT_STARTED, ("nothing says that work has begun", *past), late_by)
    if facts.due is None:
        said = "the timescale names no day, so nothing shows that it will be met"
        return Rated(Rating.MINOR, (said,))
    expected = _expected(facts, facts.due, today)
    behind = max(0, (expected - facts.due).days)
    reasons = (*past, *_why(facts, facts.due, today))
    return Rated(_by(behind), reasons, late_by)


def _completed(facts: Facts, day: date) -> Rated:
    done = f"completed on {day_full(day)}"
    if facts.impact.strip():
        return Rated(Rating.EVIDENCED, (done, "evidence of impact is recorded"))
    return Rated(Rating.COMPLETED, (done, "no evidence of impact is recorded yet"))


def _expected(facts: Facts, due: date, today: date) -> date:
    """When it will be done: as forecast, else on time; what is not done is never done before today.

    So a forecast that has passed counts no longer, and what is past its day falls behind by itself.
    """
    return max(facts.forecast or due, today)


def _by(behind: int) -> Rating:
    if behind >= SIGNIFICANT_FROM:
        return Rating.SIGNIFICANT
    return Rating.MINOR if behind else Rating.ON_TRACK


def _past(due: date, late_by: int) -> str:
    return f"it was due on {day_full(due)}, {counted(late_by, 'day')} ago"


def _why(facts: Facts, due: date, today: date) -> tuple[str, ...]:
    if facts.forecast is not None and facts.forecast < today:
        return (f"the forecast of {day_full(facts.forecast)} has passed and it is not done",)
    if facts.forecast is None:
        return ("no new forecast",) if today > due else (f"it is due on {day_full(due)}",)
    behind = (facts.forecast - due).days
    said = f"forecast for {day_full(facts.forecast)}"
    if behind > 0:
        return (f"{said}, {counted(behind, 'day')} after the timescale",)
    return (f"{said}, within the timescale",)


def turning_days(facts: Facts) -> tuple[date, ...]:
    """The days on which a rating can turn by itself while its facts stay as they are."""
    days = {each for each in (facts.started, facts.completed) if each is not None}
    if facts.due is not None:
        days |= {_after(facts.due, 1), _after(facts.due, SIGNIFICANT_FROM)}
    return tuple(sorted(days))


def _after(day: date, days: int) -> date:
    return day + timedelta(days=days)
