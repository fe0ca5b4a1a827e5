"""The weeks as a drawn strip: a column for each working day, a hatched one for the weekend."""

from dataclasses import dataclass, replace

from jtai_desktop.domain import wording
from jtai_desktop.reports.blocks import WeekDay, Weeks
from jtai_desktop.reports.pdf.icons import DrawnIcon
from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.signs import ICONS
from jtai_desktop.reports.pdf.strips import Placed, Rule, Strip, Whole
from jtai_desktop.reports.pdf.styles import (
    FRAME,
    MM,
    ROW_RULE,
    THIN_RULE,
    WEEK_DAY,
    WEEK_ENTRY,
    WEEK_HOUR,
    WEEK_NUMBER,
    WIDTH,
)
from jtai_desktop.reports.pdf.tagging.tree import Element, Role
from jtai_desktop.reports.pdf.text import Run, laid

_SLIVER = 13 * MM
_WORKING = 5
_INSET = 1.4 * MM
_ABOVE, _HEAD, _BELOW = 1.2 * MM, 5.2 * MM, 1.8 * MM
_LEAST = 17 * MM
_PITCH = 4.4
_ICON, _ICON_GAP = 8.6, 2.4
_BETWEEN = 1.6


@dataclass(frozen=True, slots=True)
class _Ground(Whole):
    """What lies under the words of one day: its edge, hatching, and the frame of today."""

    width: float
    height: float
    hatched: bool
    today: bool
    first: bool

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.artifact():
            if self.hatched:
                self._hatch(pen, x, top + _HEAD + _ABOVE)
            if not self.first:
                pen.filled(x, top, THIN_RULE, self.height, ROW_RULE)
            if self.today:
                pen.outlined(x, top, self.width, self.height - THIN_RULE, FRAME)

    def _hatch(self, pen: Pen, x: float, top: float) -> None:
        """Slanting lines, each cut off where it leaves the field."""
        width, height = self.width, self.height - _HEAD - _ABOVE - THIN_RULE
        for step in range(1, int((width + height) / _PITCH) + 1):
            reach = step * _PITCH
            start = (x + max(0.0, reach - height), top + min(reach, height))
            end = (x + min(reach, width), top + max(0.0, reach - width))
            pen.stroke(start, end, THIN_RULE, ROW_RULE)


def week_strips(what: Weeks, at: Element) -> list[Strip]:
    """One strip for each week, held together; to a screen reader they are one figure."""
    figure = at.add(Role.FIGURE, alt=what.said)
    widths = _widths(what)
    strips = [replace(_week(week, widths, figure), keep=True) for week in what.weeks]
    strips[0] = replace(strips[0], rule_above=Rule(FRAME))
    strips[-1] = replace(strips[-1], keep=False)
    return strips


def _widths(what: Weeks) -> list[float]:
    """The two days of a weekend share a column, wide only where it brings something."""
    busy = any(day.entries for week in what.weeks for day in week[_WORKING:])
    weekend = WIDTH / (_WORKING + 1) if busy else _SLIVER
    return [(WIDTH - weekend) / _WORKING] * _WORKING + [weekend]


def _week(week: tuple[WeekDay, ...], widths: list[float], figure: Element) -> Strip:
    days = [*([day] for day in week[:_WORKING]), list(week[_WORKING:])]
    texts, bottom, x = [], _LEAST, 0.0
    for together, width in zip(days, widths, strict=True):
        placed = _day(together, x, width, figure)
        bottom = max(bottom, max((each.y + each.thing.height for each in placed), default=0))
        texts += placed
        x += width
    height = bottom + _BELOW
    edges = [sum(widths[:place]) for place in range(len(widths))]
    grounds = [
        Placed(_ground(together, width, height, first=edge == 0), edge, 0)
        for together, edge, width in zip(days, edges, widths, strict=True)
    ]
    return Strip(height, (*grounds, *texts), rule_below=Rule(THIN_RULE))


def _ground(days: list[WeekDay], width: float, height: float, *, first: bool) -> _Ground:
    closed = all(day.closed for day in days)
    return _Ground(width, height, closed, any(day.today for day in days), first)


def _day(days: list[WeekDay], x: float, width: float, figure: Element) -> list[Placed]:
    """The name of the day, why it is closed, and what it brings."""
    left, room = x + _INSET, width - 2 * _INSET
    head = laid(_head(days), WEEK_DAY, room, figure)
    placed, y = [Placed(head, left, _ABOVE)], _ABOVE + _HEAD + _BETWEEN
    for day in days:
        if day.closed and day.day.weekday() < _WORKING:
            text = laid(day.closed, WEEK_HOUR, room, figure)
            placed.append(Placed(text, left, y))
            y += text.height
        more = _entries(day, left, room, y, figure)
        y = max((each.y + each.thing.height for each in more), default=y)
        placed += more
    return placed


def _head(days: list[WeekDay]) -> list[Run]:
    """Thu 5 Nov, today; a weekend is Sat 7."""
    day = days[0].day
    month = f" {wording.MONTHS[day.month - 1][:3]}" if day.weekday() < _WORKING else ""
    today = ", today" if any(each.today for each in days) else ""
    return [
        Run(f"{wording.weekday(day)} ", WEEK_DAY),
        Run(f"{day.day}", WEEK_NUMBER),
        Run(f"{month}{today} ", WEEK_DAY),
    ]


def _entries(day: WeekDay, x: float, room: float, y: float, figure: Element) -> list[Placed]:
    placed: list[Placed] = []
    said = None
    for entry in day.entries:
        if entry.hour != said:
            hour = laid(f"{entry.hour} ", WEEK_HOUR, room, figure)
            y += _BETWEEN if said is not None else 0
            placed.append(Placed(hour, x, y))
            y, said = y + hour.height, entry.hour
        indent = _ICON + _ICON_GAP if entry.sign else 0
        word = laid(f"{entry.word} ", WEEK_ENTRY, room - indent, figure)
        if entry.sign:
            icon = DrawnIcon(ICONS[entry.sign], _ICON)
            placed.append(Placed(icon, x, y + (WEEK_ENTRY.leading - _ICON) / 2, x))
        placed.append(Placed(word, x + indent, y, x))
        y += word.height
    return placed
