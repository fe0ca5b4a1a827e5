"""The milestones as columns, groups and a bar of the three-week strip."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby

from jtai_desktop.domain.milestones import Anchor
from jtai_desktop.domain.moments import LONDON, Hour, Moment
from jtai_desktop.domain.schedule import Planned
from jtai_desktop.domain.standing import Mark, marks
from jtai_desktop.domain.wording import clock, day_month, hour
from jtai_desktop.domain.working_days import SATURDAY, monday_of
from jtai_desktop.ui.kit.strip_days import (
    DayKind,
    NowLine,
    StripBar,
    StripColumn,
    StripEntry,
    StripGroup,
)
from jtai_desktop.ui.pages.timetable.facts import Timetable, is_anchor, mark_looks, ours
from jtai_desktop.ui.pages.timetable.rows import said
from jtai_desktop.ui.theme.states import StateLook

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
FRIDAY = 4
OPENS = time(9)
NO_HOUR = "no time set"
ON_SITE = "Fieldwork on site"
# Two empty groups keep the entries of a day clear of the bar that lies across it.
UNDER_THE_BAR = (StripGroup("", ()), StripGroup("", ()))


@dataclass(frozen=True, slots=True)
class Weeks:
    """What the strip is given, and which entry stands for a milestone that has none of its own."""

    columns: tuple[StripColumn, ...]
    bars: tuple[StripBar, ...]
    now: NowLine | None
    stands_for: dict[str, str]


def weeks_of(timetable: Timetable, *, tight: bool = False) -> Weeks:
    """The three weeks, and any day outside them on which something is due.

    Where it is tight, days that bring nothing make room for those that do.
    """
    on_site = next((each for each in timetable.milestones if _is_bar(each)), None)
    folded = [each for each in timetable.milestones if on_site and _folds(timetable, each, on_site)]
    single = [each for each in timetable.milestones if each is not on_site and each not in folded]
    columns = _columns(timetable, single, tight=tight)
    places = _places(columns)
    bars = (_bar(timetable, on_site, folded, places),) if on_site else ()
    stands_for = {each.key: on_site.key for each in folded} if on_site else {}
    return Weeks(columns, bars, _now(timetable, columns, places), stands_for)


def _is_bar(planned: Planned) -> bool:
    return planned.rule.anchor is Anchor.FIELDWORK and is_anchor(planned)


def _folds(timetable: Timetable, planned: Planned, on_site: Planned) -> bool:
    """What is due on arrival and does not press yet is told by the bar: week three is narrow."""
    arrival = ours(planned) and planned.rule.anchor is Anchor.FIELDWORK
    same = planned.due.day == on_site.due.day and planned.due.hour is Hour.NONE
    return arrival and same and not timetable.look(planned).filled and not _told(planned)


def _columns(
    timetable: Timetable, entries: Iterable[Planned], *, tight: bool
) -> tuple[StripColumn, ...]:
    by_day: dict[date, list[Planned]] = {}
    for planned in entries:
        by_day.setdefault(_column_day(planned.due.day), []).append(planned)
    days = sorted({*_ordinary_days(timetable), *by_day})
    columns = (_column(timetable, day, by_day.get(day, [])) for day in days)
    return tuple(_narrowed(each) if tight else each for each in columns)


def _ordinary_days(timetable: Timetable) -> Iterator[date]:
    """Each day of the three weeks, from the notification where it came shortly before them."""
    schedule = timetable.schedule
    first, notified = schedule.week_one, schedule.notified.date()
    day = notified if timedelta() < first - notified <= WEEK else first
    last = max(monday_of(schedule.fieldwork_start) + FRIDAY * DAY, schedule.fieldwork_start)
    while day <= last:
        yield _column_day(day)
        day += DAY


def _column_day(day: date) -> date:
    """The two days of a weekend share a column."""
    return day - DAY if day.weekday() > SATURDAY else day


def _column(timetable: Timetable, day: date, entries: list[Planned]) -> StripColumn:
    kind, why = _kind(timetable, day), timetable.schedule.calendar.why_not(day)
    groups = _groups(timetable, entries)
    on_site = day >= timetable.schedule.fieldwork_start
    return StripColumn(
        date=day,
        kind=kind,
        groups=(*UNDER_THE_BAR, *groups) if groups and on_site else groups,
        name=why[:1].upper() + why[1:] if kind is DayKind.CLOSED else "",
        today=_column_day(timetable.now.date()) == day,
        narrow=not groups and kind is not DayKind.CLOSED and _in_week_three(timetable, day),
    )


def _narrowed(column: StripColumn) -> StripColumn:
    empty = not column.groups and column.kind is DayKind.WORKING and not column.today
    return replace(column, narrow=True) if empty else column


def _kind(timetable: Timetable, day: date) -> DayKind:
    if day.weekday() >= SATURDAY:
        return DayKind.WEEKEND
    if timetable.schedule.calendar.why_not(day):
        return DayKind.CLOSED
    on_site = day >= timetable.schedule.fieldwork_start
    return DayKind.FIELDWORK if on_site else DayKind.WORKING


def _in_week_three(timetable: Timetable, day: date) -> bool:
    return monday_of(day) == monday_of(timetable.schedule.fieldwork_start)


def _groups(timetable: Timetable, entries: list[Planned]) -> tuple[StripGroup, ...]:
    """What shares time, marks and ground; so that a mark or a fill speaks for all it covers."""

    def shared(planned: Planned) -> tuple[Moment, tuple[StateLook, ...], str]:
        look = timetable.look(planned)
        return planned.due, _told(planned), look.role.value if look.filled else ""

    return tuple(
        StripGroup(hour(due) or NO_HOUR, tuple(_entry(timetable, each) for each in group), told)
        for (due, told, _), group in groupby(entries, key=shared)
    )


def _told(planned: Planned) -> tuple[StateLook, ...]:
    """The marks that the strip has room for: assumed is told by the table, moved by "to agree"."""
    untold = {Mark.ASSUMED, Mark.MOVED} if planned.open_to_agree else {Mark.ASSUMED}
    shown = zip(marks(planned), mark_looks(planned), strict=True)
    return tuple(look for mark, look in shown if mark not in untold)


def _entry(timetable: Timetable, planned: Planned) -> StripEntry:
    look = timetable.look(planned)
    words = ", ".join((said(timetable, planned), *(mark.said for mark in mark_looks(planned))))
    return StripEntry(planned.key, planned.rule.short, look, words)


def _places(columns: tuple[StripColumn, ...]) -> dict[date, int]:
    return {column.date: at for at, column in enumerate(columns)}


def _bar(
    timetable: Timetable, on_site: Planned, folded: list[Planned], places: dict[date, int]
) -> StripBar:
    start = timetable.schedule.fieldwork_start
    first = places[_column_day(start)]
    last = max(first, places[monday_of(start) + FRIDAY * DAY])
    words = "; ".join(said(timetable, each) for each in (on_site, *folded))
    if on_site.due.day != start:
        words = f"{words}; dates from {day_month(start)}"
    return StripBar(on_site.key, ON_SITE, first, last, said=words)


def _now(
    timetable: Timetable, columns: tuple[StripColumn, ...], places: dict[date, int]
) -> NowLine | None:
    now = timetable.now
    day = _column_day(now.date())
    if day not in places:
        return None
    place = places[day]
    return NowLine(place, _part(timetable, columns[place].kind), clock(now))


def _part(timetable: Timetable, kind: DayKind) -> float:
    """How far the day has gone: from nine to the close of business; a weekend by its hours."""
    now = timetable.now
    if kind is DayKind.WEEKEND:
        start = datetime.combine(_column_day(now.date()), time(0), LONDON)
        return (now - start) / (2 * DAY)
    opens = datetime.combine(now.date(), OPENS, LONDON)
    closes = datetime.combine(now.date(), timetable.schedule.close, LONDON)
    return (now - opens) / (closes - opens)
