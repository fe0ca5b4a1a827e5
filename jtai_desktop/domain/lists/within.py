"""What must hold within one row: age, order of dates, what belongs together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from jtai_desktop.domain.lists.dates import AgesAt, age_at
from jtai_desktop.domain.lists.findings import Fault, Rule
from jtai_desktop.domain.lists.moments import Days
from jtai_desktop.domain.lists.rows import ListRows, Values, indexes_of
from jtai_desktop.domain.lists.shape import AGE, BIRTH, Gravity

LAST_AGE = 18

AGE_WRONG = Fault(Rule.AGE, Gravity.ERROR, "the age at the notification; -1 for an unborn child")
AGE_SINCE = Fault(
    Rule.AGE, Gravity.REMARK, "the age at the notification; this is the age some days later"
)
GROWN_UP = Fault(Rule.TOO_OLD, Gravity.WARNING, "a child; this is an adult of 19 or more")


@dataclass(frozen=True, slots=True)
class Order:
    """Two dates of one list that come one after the other."""

    start: str
    end: str
    gravity: Gravity = Gravity.ERROR


@dataclass(frozen=True, slots=True)
class Together:
    """What one column asks of another of the same row."""

    first: str
    second: str
    wrong: Callable[[object, object], bool]
    wanted: str
    gravity: Gravity = Gravity.ERROR


ORDERS = (
    Order("Continuous Assessment Start Date", "Continuous Assessment Date of Authorisation"),
    Order(
        "Strategy discussion initiating Section 47 Enquiry Start Date",
        "Date of Initial Child Protection Conference",
    ),
    Order("CIN Start Date", "CIN Closure Date"),
    Order("Child Protection Plan Start Date", "Child Protection Plan End Date"),
    Order("Child Protection Plan Start Date", "Date of latest review conference", Gravity.WARNING),
    Order("Date Started to be Looked After", "Date Ceased to be Looked After"),
    Order("Start Date of Most Recent Placement", "Date Ceased to be Looked After"),
    Order("Start date of current legal status", "Date Ceased to be Looked After"),
)


def check_rows(table: ListRows, days: Days, ages: AgesAt) -> None:
    """Everything that the cells of one row say of one another."""
    _ages(table, days, ages)
    for order in ORDERS:
        if table.has(order.start, order.end):
            _order(table, order)
    for rule in TOGETHER:
        if table.has(rule.first, rule.second):
            _together(table, rule)


def _order(table: ListRows, order: Order) -> None:
    starts, ends = table.values(order.start), table.values(order.end)
    bad = [
        index
        for index, (start, end) in enumerate(zip(starts, ends, strict=True))
        if end is not None and start is not None and end < start  # type: ignore[operator]  # dates
    ]
    if bad:
        wanted = f"a date not before “{order.start}” of the row"
        table.notes.note(order.end, Fault(Rule.ORDER, order.gravity, wanted), bad)


def _together(table: ListRows, rule: Together) -> None:
    pairs = list(zip(table.values(rule.first), table.values(rule.second), strict=True))
    wrong = {pair for pair in set(pairs) if rule.wrong(*pair)}
    # What is there but could not be read has its problem already.
    unread = {*table.unread(rule.first), *table.unread(rule.second)} if wrong else set()
    bad = [i for i in indexes_of(map(wrong.__contains__, pairs)) if i not in unread]
    if bad:
        table.notes.note(rule.second, Fault(Rule.TOGETHER, rule.gravity, rule.wanted), bad)


def _ages(table: ListRows, days: Days, ages: AgesAt) -> None:
    if days.notified is None or not table.has(BIRTH, AGE):
        return
    births, said = table.values(BIRTH), table.values(AGE)
    right = [ages[birth] for birth in births]
    wrong = [
        index
        for index, (age, told) in enumerate(zip(right, said, strict=True))
        if age != told and age is not None and told is not None
    ]
    where: dict[Fault, dict[int, str]] = {}
    for index in wrong:
        since = _age_since(births[index], days) == said[index]
        fault = AGE_SINCE if since else AGE_WRONG
        where.setdefault(fault, {})[index] = f", was {right[index]}"
    for fault, indexes in where.items():
        table.notes.note(AGE, fault, indexes, indexes)
    _grown_up(table, right, said)


def _age_since(birth: object, days: Days) -> int | None:
    """The age on the last day on which the list was probably drawn up."""
    return age_at(birth, days.extracted) if isinstance(birth, date) and days.extracted else None


def _grown_up(table: ListRows, right: list[int | None], said: Values) -> None:
    if max((age for age in set(right) if age is not None), default=0) > LAST_AGE:
        old = [i for i, age in enumerate(right) if age == said[i] and (age or 0) > LAST_AGE]
        table.notes.note(AGE, GROWN_UP, old)


def _yes(value: object) -> bool:
    return isinstance(value, str) and value.endswith("Yes")


def _no(value: object) -> bool:
    return isinstance(value, str) and value.endswith("No")


def _only_first(first: object, second: object) -> bool:
    return first is not None and second is None


def _only_second(first: object, second: object) -> bool:
    return first is None and second is not None


def _closed(status: object) -> bool:
    return isinstance(status, str) and "Closed" in status


_CONFERENCE = "Date of Initial Child Protection Conference"
_UNNECESSARY = "Was an Initial Child Protection Conference deemed unnecessary?"
_PLAN = "Did the Initial Child Protection Conference Result in a Child Protection Plan"
_CLOSED, _REASON = "CIN Closure Date", "Reason for Closure"
_CEASED, _CEASED_REASON = "Date Ceased to be Looked After", "Reason Ceased to be Looked After"
_MISSING = (
    "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months"
)
_OFFERED = "Was the child offered a Return Interview after their last missing episode (Y/N)?"
_ACCEPTED = "Did the child accept a Return Interview after their last missing episode (Y/N)?"

TOGETHER = (
    Together(
        _UNNECESSARY,
        _CONFERENCE,
        lambda unnecessary, day: _yes(unnecessary) and day is not None,
        "blank: the conference was deemed unnecessary",
    ),
    Together(
        _CONFERENCE,
        _PLAN,
        _only_first,
        "an answer: the conference was held",
        Gravity.WARNING,
    ),
    Together(
        _CONFERENCE,
        _PLAN,
        _only_second,
        "blank: no conference is dated",
        Gravity.WARNING,
    ),
    Together(_CLOSED, _REASON, _only_first, "a reason: there is a closure date"),
    Together(_CLOSED, _REASON, _only_second, "blank: there is no closure date"),
    Together(
        _CLOSED,
        "Case status",
        lambda day, status: day is not None and status is not None and not _closed(status),
        "“e) Closed episode”: there is a closure date",
    ),
    Together(
        "Case status",
        _CLOSED,
        lambda status, day: _closed(status) and day is None,
        "a date: the episode is closed",
    ),
    Together(
        "Continuous Assessment Date of Authorisation",
        "Was the child assessed as requiring LA children’s social care support",
        _only_first,
        "an answer: the assessment is authorised",
        Gravity.WARNING,
    ),
    Together(
        "Date of the Last Statutory Visit",
        "Was the Child Seen Alone?",
        _only_first,
        "an answer: there was a visit",
        Gravity.WARNING,
    ),
    Together(_CEASED, _CEASED_REASON, _only_first, "a reason: care has ceased"),
    Together(_CEASED, _CEASED_REASON, _only_second, "blank: care has not ceased"),
    Together(
        _MISSING,
        _OFFERED,
        lambda number, offered: isinstance(number, int) and number > 0 and offered is None,
        "an answer: the child has been missing",
        Gravity.WARNING,
    ),
    Together(
        _OFFERED,
        _ACCEPTED,
        lambda offered, accepted: _no(offered) and _yes(accepted),
        "not “Yes”: no interview was offered",
    ),
)
