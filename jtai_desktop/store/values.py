"""Days, times and instants as the tables keep them, and back; and what a save checks first."""

from datetime import date, datetime, time
from typing import TypeVar

from jtai_desktop.domain.moments import Hour, Moment, london
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store.trouble import STALE

Record = TypeVar("Record")
GONE = "This entry was removed in the meantime, so nothing was saved."


def instant(when: datetime) -> str:
    """An instant with London's offset."""
    return london(when).isoformat()


def instant_of(text: str) -> datetime:
    """The instant, in London's time."""
    return london(datetime.fromisoformat(text))


def day(value: date | None) -> str | None:
    """A day, or none."""
    return value.isoformat() if value else None


def day_of(text: str | None) -> date | None:
    """The day, or none."""
    return date.fromisoformat(text) if text else None


def moment(value: Moment | None) -> tuple[str | None, str | None, str | None]:
    """The day, the hour as it is named, and the time of a moment."""
    if value is None:
        return None, None, None
    clock = value.clock.isoformat() if value.clock is not None else None
    return value.day.isoformat(), value.hour.value, clock


def moment_of(day: str, hour: str | None, clock: str | None) -> Moment:
    """The moment of these three."""
    at = time.fromisoformat(clock) if clock else None
    return Moment(date.fromisoformat(day), Hour(hour or Hour.NONE), at)


def moment_or_none(day: str | None, hour: str | None, clock: str | None) -> Moment | None:
    """The moment of these three, where there is one."""
    return moment_of(day, hour, clock) if day else None


def same_version(kept: int, known: int) -> None:
    """Refuse a save that was made from an older version of the record."""
    if kept != known:
        raise Refused(STALE, place="version")


def found(row: Record | None) -> Record:
    """The row, or a refusal where it is gone."""
    if row is None:
        raise Refused(GONE, place="version")
    return row
