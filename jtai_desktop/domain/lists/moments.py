"""The days that the lists are measured against, and the checks of dates against them."""

from dataclasses import dataclass
from datetime import date, timedelta

from jtai_desktop.domain.lists.dates import months_before
from jtai_desktop.domain.lists.findings import Fault, Rule
from jtai_desktop.domain.lists.headings import compact
from jtai_desktop.domain.lists.rows import ListRows, Values, indexes_of
from jtai_desktop.domain.lists.shape import AGE, BIRTH, Gravity, OpenRows

IN_CARE = "Date Started to be Looked After"
BEFORE_BIRTH = timedelta(days=300)  # work with an unborn child begins no earlier
EXTRACTED_WITHIN = timedelta(days=7)

# Work with an unborn child may begin before birth; visits and checks can’t.
_PRE_BIRTH = frozenset(
    map(
        compact,
        (
            "Date of Contact",
            "Date of referral",
            "Continuous Assessment Start Date",
            "Continuous Assessment Date of Authorisation",
            "Strategy discussion initiating Section 47 Enquiry Start Date",
            "Date of Initial Child Protection Conference",
            "CIN Start Date",
            "CIN Closure Date",
            "Child Protection Plan Start Date",
            "Date of latest review conference",
            "Child Protection Plan End Date",
        ),
    )
)
_CONFERENCE = "Date of Initial Child Protection Conference"
_UNNECESSARY = "Was an Initial Child Protection Conference deemed unnecessary?"

FUTURE = Fault(Rule.FUTURE, Gravity.ERROR, "a date that is not in the future")
BORN_LATER = Fault(Rule.FUTURE, Gravity.ERROR, "a date of birth that is not in the future")
TOO_EARLY = Fault(Rule.BEFORE_BIRTH, Gravity.ERROR, "a date after the child’s birth")


@dataclass(frozen=True, slots=True)
class Days:
    """The day of the notification, if known, and today."""

    notified: date | None
    today: date

    @property
    def latest(self) -> date:
        """The last day that a date of something that happened can have."""
        return max(self.notified or self.today, self.today)

    @property
    def extracted(self) -> date | None:
        """The last day on which the list was probably drawn up: the week of the notification."""
        if self.notified is None:
            return None
        return max(self.notified, min(self.today, self.notified + EXTRACTED_WITHIN))


def check_dates(table: ListRows, days: Days) -> None:
    """Dates in the future, before birth and outside the window."""
    names = [one.name for one in table.date_columns() if compact(one.name) != compact(BIRTH)]
    for name in names:
        _future(table, name, days)
    if table.has(BIRTH):
        _before_birth(table, names, days)
        _born_later(table, days)
    if days.notified:
        _window(table, days, days.notified)


def _future(table: ListRows, name: str, days: Days) -> None:
    values, latest = table.values(name), days.latest
    late = {day for day in set(values) if isinstance(day, date) and day > latest}
    if late:
        table.notes.note(name, FUTURE, indexes_of(map(late.__contains__, values)))


def _born_later(table: ListRows, days: Days) -> None:
    births, latest = table.values(BIRTH), days.latest
    later = {day for day in set(births) if isinstance(day, date) and day > latest}
    if not later:
        return
    ages = table.or_none(AGE)
    # An unborn child may have the day on which it is expected; in care it can’t be.
    known = not table.has(IN_CARE)
    limit = latest + BEFORE_BIRTH
    bad = [
        index
        for index in indexes_of(map(later.__contains__, births))
        if not (known and ages[index] in {None, -1} and _before(births[index], limit))
    ]
    if bad:
        table.notes.note(BIRTH, BORN_LATER, bad)


def _before(value: object, limit: date) -> bool:
    return isinstance(value, date) and value <= limit


def _before_birth(table: ListRows, names: list[str], days: Days) -> None:
    births = table.values(BIRTH)
    early = [name for name in names if compact(name) in _PRE_BIRTH]
    late = [name for name in names if compact(name) not in _PRE_BIRTH]
    for several, margin in ((early, BEFORE_BIRTH), (late, timedelta(0))):
        if several:
            floor = _floor(births, margin, days.latest, in_care=table.has(IN_CARE))
            low = [floor[birth] for birth in births]
            for name in several:
                _below(table, name, low)


def _floor(births: Values, margin: timedelta, latest: date, *, in_care: bool) -> dict[object, date]:
    """The earliest day for each birth; any day where it is not known or is in the future."""
    # A birth too far ahead has been said already, and says nothing of other dates.
    last = latest if in_care else latest + BEFORE_BIRTH
    return {
        birth: birth - margin if isinstance(birth, date) and birth <= last else date.min
        for birth in dict.fromkeys(births)
    }


def _below(table: ListRows, name: str, low: list[date]) -> None:
    bad = [
        index
        for index, (value, floor) in enumerate(zip(table.values(name), low, strict=True))
        if value is not None and value < floor  # type: ignore[operator]  # dates, all of them
    ]
    if bad:
        table.notes.note(name, TOO_EARLY, bad)


def _window(table: ListRows, days: Days, notified: date) -> None:
    shape = table.shape
    if not shape.window_column or not table.has(shape.window_column):
        return
    start = months_before(notified, shape.window_months)
    values = table.values(shape.window_column)
    early = {day for day in set(values) if isinstance(day, date) and day < start}
    if early:
        indexes = indexes_of(map(early.__contains__, values))
        if shape.open_rows is OpenRows.OLDER:
            indexes = _concluded(table, indexes, start)
        wanted = f"a date from {start:%d/%m/%Y} on ({shape.window})"
        fault = Fault(Rule.WINDOW, Gravity.ERROR, wanted)
        table.notes.note(shape.window_column, fault, indexes)
    if shape.open_rows is not OpenRows.BLANK:
        _after_notification(table, values, days, notified)


def _after_notification(table: ListRows, values: Values, days: Days, notified: date) -> None:
    # What lies in the future has been said already.
    latest = days.latest
    after = {day for day in set(values) if isinstance(day, date) and notified < day <= latest}
    if after:
        wanted = f"a date up to the notification on {notified:%d/%m/%Y}"
        fault = Fault(Rule.WINDOW, Gravity.WARNING, wanted)
        indexes = indexes_of(map(after.__contains__, values))
        table.notes.note(table.shape.window_column, fault, indexes)


def _concluded(table: ListRows, indexes: list[int], start: date) -> list[int]:
    """Of rows that began before the window those that were over before it too."""
    held, unnecessary = table.or_none(_CONFERENCE), table.or_none(_UNNECESSARY)
    return [
        index
        for index in indexes
        if (isinstance(day := held[index], date) and day < start)
        or str(unnecessary[index]).endswith("Yes")
    ]
