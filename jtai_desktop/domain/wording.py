"""How dates, hours and time left are said, the same on every screen and paper.

Weekday and month names are ours, not the system's, so that nothing depends on its locale.
"""

from datetime import date, datetime, timedelta

from jtai_desktop.domain.moments import Hour, Moment, london

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def weekday(day: date) -> str:
    """Thu."""
    return DAYS[day.weekday()][:3]


def day_short(day: date) -> str:
    """Thu 5: inside the fortnight."""
    return f"{weekday(day)} {day.day}"


def day_month(day: date) -> str:
    """Thu 5 Nov."""
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1][:3]}"


def day_full(day: date) -> str:
    """Thu 5 Nov 2026."""
    return f"{day_month(day)} {day.year}"


def day_long(day: date, *, year: bool = True) -> str:
    """Thursday 5 November 2026."""
    text = f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def clock(when: datetime) -> str:
    """09:00, in London."""
    return london(when).strftime("%H:%M")


def stamp(when: datetime) -> str:
    """Thu 5 Nov 2026, 09:00."""
    return f"{day_full(london(when).date())}, {clock(when)}"


def times(start: datetime, end: datetime) -> str:
    """09:30–09:50."""
    return f"{clock(start)}–{clock(end)}"


def hour(moment: Moment) -> str:
    """The hour alone: 09:00, before 12:00, end of day, or nothing."""
    if moment.clock is not None:
        text = moment.clock.strftime("%H:%M")
        return f"before {text}" if moment.hour is Hour.BEFORE else text
    return "end of day" if moment.hour is Hour.END_OF_DAY else ""


def moment_short(moment: Moment) -> str:
    """Thu 12, 12:00."""
    return _joined(day_short(moment.day), hour(moment))


def moment_full(moment: Moment) -> str:
    """Thu 12 Nov 2026, 12:00."""
    return _joined(day_full(moment.day), hour(moment))


def moment_near(moment: Moment, today: date) -> str:
    """Today, end of day; Thu 12, 12:00 in three weeks; Thu 12 Nov, 12:00; far off with the year."""
    if moment.day == today:
        return _joined("Today", hour(moment))
    if abs(moment.day - today) < timedelta(weeks=3):
        return moment_short(moment)
    near = moment.day.year == today.year or abs(moment.day - today) < timedelta(weeks=26)
    day = day_month(moment.day) if near else day_full(moment.day)
    return _joined(day, hour(moment))


def span(length: timedelta) -> str:
    """6 h 20 min: hours and minutes by the clock."""
    minutes = max(0, int(length.total_seconds() // 60))
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def span_long(length: timedelta) -> str:
    """6 hours 20 minutes, for paper."""
    minutes = max(0, int(length.total_seconds() // 60))
    hours, rest = divmod(minutes, 60)
    parts = [counted(hours, "hour")] if hours else []
    if rest or not hours:
        parts.append(counted(rest, "minute"))
    return " ".join(parts)


def counted(number: int, word: str, plural: str = "") -> str:
    """1 working day, 4 working days."""
    return f"{number} {word}" if number == 1 else f"{number} {plural or word + 's'}"


def listed(words: list[str] | tuple[str, ...]) -> str:
    """A, B and C."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _joined(day: str, hour_text: str) -> str:
    return f"{day}, {hour_text}" if hour_text else day
