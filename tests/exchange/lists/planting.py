"""Plants known errors into a county’s lists, each in a row of a child that has no other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from jtai_desktop.domain.lists.dates import age_at
from jtai_desktop.domain.lists.findings import Rule
from jtai_desktop.domain.lists.shape import AGE, BIRTH, CHILD
from tests.exchange.lists.county import NO, NOTIFIED, START, TODAY, YES, Child, County, Row
from tests.exchange.lists.writing import FIRST_ROW, ErrorValue

TEAM, CODE, CONTACT = "Allocated Team", "Contact Source", "Date of Contact"
CLOSED, REASON, SEEN = "CIN Closure Date", "Reason for Closure", "Date Child Was Last Seen"
STARTED, DONE = "Continuous Assessment Start Date", "Continuous Assessment Date of Authorisation"
REFERRED, REFERRALS = "Date of referral", "Number of Referrals in Last 12 Months"
OFFERED = "Was the child offered a Return Interview after their last missing episode (Y/N)?"
ACCEPTED = "Did the child accept a Return Interview after their last missing episode (Y/N)?"
MISSING = (
    "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months"
)
DAY = timedelta(days=1)

Place = tuple[int, Rule, str, int]  # list, rule, heading, row of the sheet
Fits = Callable[[Row], bool]


@dataclass(slots=True)
class Planted:
    """An error that was planted, by the row that has it."""

    number: int
    rule: Rule
    heading: str
    row: Row


class Planter:
    """Plants errors and remembers where."""

    def __init__(self, county: County) -> None:
        self.county = county
        self.planted: list[Planted] = []
        self._used: set[object] = set()
        self._child: dict[int, object] = {}  # by the row, since a planted error may be in the id
        self._rows_of: dict[object, list[tuple[int, Row]]] = {}
        for number, rows in county.rows.items():
            for row in rows:
                self._child[id(row)] = row[CHILD]
                self._rows_of.setdefault(row[CHILD], []).append((number, row))

    def places(self) -> set[Place]:
        """Where each error is to be found."""
        where = {
            id(row): index
            for rows in self.county.rows.values()
            for index, row in enumerate(rows, FIRST_ROW)
        }
        return {(one.number, one.rule, one.heading, where[id(one.row)]) for one in self.planted}

    def take(
        self, number: int, fits: Fits = lambda _: True, *, lists: Iterable[int] = (), rows: int = 0
    ) -> Row:
        """A row of a child not used so far; `lists` are all that it stands on, `rows` the least."""
        wanted = set(lists)
        for row in self.county.rows[number]:
            child = self._child.get(id(row))
            its = self._rows_of.get(child, [])
            if child is None or child in self._used or len(its) < rows or not fits(row):
                continue
            if wanted and {n for n, _ in its} & {6, 7, 8} != wanted:
                continue
            self._used.add(child)
            return row
        raise LookupError(number)

    def others(self, row: Row, number: int) -> list[Row]:
        """All rows of the row’s child in a list."""
        return [one for n, one in self._rows_of[row[CHILD]] if n == number]

    def alone(self, number: int) -> Row:
        """A row of a child that has no other on any list."""
        return self.take(number, lambda row: len(self._rows_of[row[CHILD]]) == 1)

    def put(self, number: int, rule: Rule, heading: str, row: Row, value: object) -> None:
        """Puts a wrong value into a cell."""
        row[heading] = value
        self.expect(number, rule, heading, row)

    def expect(self, number: int, rule: Rule, heading: str, row: Row) -> None:
        """Says what is to be found."""
        self.planted.append(Planted(number, rule, heading, row))

    def title(self, key: str) -> str:
        """The heading of a field of the theme."""
        return next(one.title for one in self.county.book.fields if one.key == key)


def plant_all(planter: Planter) -> None:
    """One round of every kind of error."""
    for plant in (cells, dates, windows, ages, rows, theme, counts, between):
        plant(planter)


VALUES: tuple[tuple[int, Rule, str, tuple[object, ...]], ...] = (
    (1, Rule.BLANK, "Gender", ("", "   ", "\u00a0")),
    (1, Rule.NOT_A_CODE, "Ethnicity", ("ZZZZ", "a)", 12, "c) WBRI", True)),
    (1, Rule.CODE_FORM, "Gender", ("Male", "male ", "female")),
    (3, Rule.CODE_FORM, "Referral Source", ("6: Police", "6", 6, "5D", "10: unknown")),
    (3, Rule.NOT_A_NUMBER, REFERRALS, ("two", 1.5, -3, True, "1,000,000")),
    (1, Rule.NOT_A_NUMBER, AGE, (7.5, "ten", -2)),
    (1, Rule.EXCEL_ERROR, CODE, (ErrorValue("#N/A"), ErrorValue("#REF!"), "#VALUE!")),
    (6, Rule.EXCEL_ERROR, SEEN, (ErrorValue("#N/A"), "#DIV/0!")),
    (3, Rule.FORMULA, TEAM, ("=cmd|' /C calc'!A0", "@SUM(A1)", "+cmd")),
    (8, Rule.POSTCODE, "Placement postcode", ("NM1", "not known", "1NM 2AB")),
)
REFERENCES = (1.5, "1.2E+15", float(2**60), -4)


def cells(p: Planter) -> None:
    """Values that one cell can have and must not."""
    for number, rule, heading, values in VALUES:
        for value in values:
            p.put(number, rule, heading, p.take(number), value)
    for reference in REFERENCES:
        p.put(1, Rule.NOT_A_REFERENCE, CHILD, p.alone(1), reference)
    before = sum(one.rule is Rule.NAME_LIKE for one in p.planted)
    name = ("Child Northmoor", "Child Southmoor", "Child Westmoor")[before]
    p.put(1, Rule.NAME_LIKE, CHILD, p.alone(1), name)


def dates(p: Planter) -> None:
    """Dates in every dress: read right and remarked on, or not read."""
    for value in ("unknown", 17.5, "31/02/2015", "2015-13-01", "3/4/15", date(1971, 1, 1), "N/A"):
        p.put(1, Rule.NOT_A_DATE, BIRTH, p.take(1), value)
    for day in ("05/08/2026", "2026-08-05", "5 Aug 2026", "2026-08-05T10:30:00", "5.8.2026 09:15"):
        p.put(1, Rule.TEXT_DATE, CONTACT, p.take(1, born_before(START)), day)
    p.put(1, Rule.SERIAL_DATE, CONTACT, p.take(1, born_before(START)), 46_239)
    p.put(3, Rule.MONTH_FIRST, REFERRED, p.take(3), "08/25/2026")
    # One date month first casts doubt on those of its column that can be read either way.
    p.put(4, Rule.MONTH_FIRST, STARTED, p.take(4, is_open), "08/25/2026")
    p.put(4, Rule.DOUBTFUL_DATE, STARTED, p.take(4, is_open), "05/08/2026")
    p.put(4, Rule.TEXT_DATE, STARTED, p.take(4, is_open), "2026-08-05")
    p.put(4, Rule.TEXT_DATE, STARTED, p.take(4, is_open), "25/08/2026")


def windows(p: Planter) -> None:
    """Dates outside the window, in the future and before birth."""
    old = born_before(START - 900 * DAY)
    p.put(1, Rule.WINDOW, CONTACT, p.take(1, old), START - DAY)
    p.take(1, old)[CONTACT] = START
    p.take(1, old)[CONTACT] = NOTIFIED
    p.put(3, Rule.WINDOW, REFERRED, p.take(3, old), NOTIFIED + DAY)
    p.put(1, Rule.FUTURE, CONTACT, p.take(1, old), TODAY + DAY)
    p.put(6, Rule.FUTURE, SEEN, p.take(6, old), date(2062, 5, 1))
    p.take(6, old)[SEEN] = TODAY
    row = p.take(4, lambda one: old(one) and not is_open(one))
    row[STARTED] = START - 40 * DAY
    p.put(4, Rule.WINDOW, DONE, row, START - DAY)
    row = p.take(4, lambda one: old(one) and not is_open(one))
    row |= {STARTED: START - 400 * DAY, DONE: START}
    _enquiries(p, old)
    row = p.take(6)
    birth = row[BIRTH]
    assert isinstance(birth, date)
    p.put(6, Rule.BEFORE_BIRTH, SEEN, row, birth - DAY)
    row = p.take(4, is_open)
    birth = row[BIRTH]
    assert isinstance(birth, date)
    p.put(4, Rule.BEFORE_BIRTH, STARTED, row, birth - 301 * DAY)
    row = p.take(4, is_open)
    birth = row[BIRTH]
    assert isinstance(birth, date)
    row[STARTED] = birth - 200 * DAY  # before birth, as an unborn child’s may be


def _enquiries(p: Planter, old: Fits) -> None:
    started = "Strategy discussion initiating Section 47 Enquiry Start Date"
    held = "Date of Initial Child Protection Conference"
    row = p.take(5, lambda one: old(one) and held in one)
    row[held] = START - 20 * DAY
    p.put(5, Rule.WINDOW, started, row, START - 30 * DAY)
    row = p.take(5, lambda one: old(one) and held in one)
    row[started] = START - 30 * DAY  # an older start of something that ended in the window
    row = p.take(5, lambda one: old(one) and held in one)
    first = row[started]
    assert isinstance(first, date)
    row[held] = first
    row[started] = first + DAY
    p.expect(5, Rule.ORDER, held, row)
    row = p.take(5, lambda one: held in one)
    row["Was an Initial Child Protection Conference deemed unnecessary?"] = YES
    p.expect(5, Rule.TOGETHER, held, row)


def ages(p: Planter) -> None:
    """Ages that do not fit the birth; the unborn, who are right."""
    row = p.take(1)
    p.put(1, Rule.AGE, AGE, row, _number(row[AGE]) + 1)
    p.put(1, Rule.AGE, AGE, p.take(1), -1)
    p.alone(1).update({BIRTH: "", AGE: -1})
    p.alone(1).update({BIRTH: NOTIFIED + 60 * DAY, AGE: -1})
    leap = p.alone(1)
    leap.update({BIRTH: date(2016, 2, 29), AGE: 10})
    row = p.alone(1)
    row.update({BIRTH: NOTIFIED - 19 * 366 * DAY, AGE: 19})
    p.expect(1, Rule.TOO_OLD, AGE, row)
    row = p.alone(1)
    row.update({BIRTH: NOTIFIED + 600 * DAY, AGE: -1})
    p.expect(1, Rule.FUTURE, BIRTH, row)
    row = p.take(6, lists=[6])
    row.update({BIRTH: "", AGE: ""})
    p.expect(6, Rule.AGE_UNKNOWN, AGE, row)
    row = p.alone(1)
    row.update({BIRTH: date(2015, 11, 3), AGE: 11})  # eleven the day after the notification
    p.expect(1, Rule.AGE, AGE, row)


def rows(p: Planter) -> None:
    """What belongs together within a row and does not fit."""
    row = p.take(6, is_closed)
    start = row[CLOSED]
    assert isinstance(start, date)
    row[CLOSED], row["CIN Start Date"] = start, start + DAY
    p.expect(6, Rule.ORDER, CLOSED, row)
    p.put(6, Rule.TOGETHER, REASON, p.take(6, is_closed), "")
    p.put(6, Rule.NOT_A_DATE, CLOSED, p.take(6, is_closed), "last week")  # and nothing else
    p.put(6, Rule.TOGETHER, REASON, p.take(6, lambda one: not is_closed(one)), "RC1 - Adopted")
    row = p.take(6, is_closed)
    row["Case status"] = "c) Child in need plan"
    p.expect(6, Rule.TOGETHER, "Case status", row)
    p.put(7, Rule.TOGETHER, "Was the Child Seen Alone?", p.take(7), "")
    row = p.take(8)
    row[OFFERED] = NO
    p.put(8, Rule.TOGETHER, ACCEPTED, row, YES)
    row = p.take(8)
    row[MISSING] = 2
    p.expect(8, Rule.TOGETHER, OFFERED, row)
    ceased = "Date Ceased to be Looked After"
    row = p.take(8, lambda one: ceased in one)
    row["Date Started to be Looked After"] = _day(row[ceased]) + DAY
    p.expect(8, Rule.ORDER, ceased, row)


def theme(p: Planter) -> None:
    """The theme’s gates and follow-ups."""
    concern, need, shared = p.title("concern"), p.title("support-needed"), p.title("multi-agency")
    shut: Fits = lambda one: one.get(concern) == one.get(need) == NO  # noqa: E731
    opened: Fits = lambda one: YES in {one.get(concern), one.get(need)}  # noqa: E731
    young: Fits = lambda one: _number(one[AGE]) < 10  # noqa: E731
    p.put(6, Rule.GATE_BLANK, concern, p.take(6, shut, lists=[6]), "")
    p.put(6, Rule.FOLLOW_UP_BLANK, shared, p.take(6, opened, lists=[6]), "")
    p.put(6, Rule.NO_GATE, shared, p.take(6, shut, lists=[6]), YES)
    p.put(6, Rule.NO_GATE, shared, p.take(6, shut, lists=[6]), "No")
    p.put(6, Rule.OUTSIDE_AGE, concern, p.take(6, young, lists=[6]), YES)
    p.put(6, Rule.OUTSIDE_AGE, concern, p.take(6, young, lists=[6]), "n")
    p.put(6, Rule.NOT_A_CODE, concern, p.take(6, shut, lists=[6]), "perhaps")
    row = p.take(6, opened, lists=[6])
    row |= {p.title(key): NO for key in ("camhs-service", "camhs-waiting", "camhs-referred")}
    p.put(6, Rule.CLASH, p.title("camhs-not-accepted"), row, YES)
    row = p.take(7, opened)
    p.put(7, Rule.ANSWER_DIFFERS, shared, row, NO if row[shared] == YES else YES)
    found = p.title("assessment-found")
    p.put(4, Rule.COMPLETED_BLANK, found, p.take(4, lambda one: not is_open(one)), "")
    p.put(4, Rule.NOT_COMPLETED, found, p.take(4, is_open), YES)


def counts(p: Planter) -> None:
    """Rows that are there twice, and counts that do not fit."""
    for number, rule in ((1, Rule.DUPLICATE), (6, Rule.SECOND_ROW), (8, Rule.SECOND_ROW)):
        again = dict(p.take(number))
        p.county.rows[number].append(again)
        p.expect(number, rule, CHILD, again)
    row = p.take(3, lambda one: len(p.others(one, 3)) > 2)
    p.put(3, Rule.COUNT_DIFFERS, REFERRALS, row, _number(row[REFERRALS]) + 1)
    row = p.take(3, lambda one: len(p.others(one, 3)) > 2)
    several = p.others(row, 3)
    for one in several:
        p.put(3, Rule.COUNT_SMALL, REFERRALS, one, len(several) - 2)
    several = p.others(p.take(3, lambda one: len(p.others(one, 3)) > 2), 3)
    for one in several:
        one[REFERRALS] = len(several) - 1
    nobody = [p.alone(1), p.alone(1)]
    nobody[1] |= {name: nobody[0][name] for name in (CONTACT, CODE)}
    for one in nobody:
        p.put(1, Rule.BLANK, CHILD, one, "")


def between(p: Planter) -> None:
    """What one list says and another does not."""
    stranger = Child("NM999999", NOTIFIED - 2_000 * DAY, "a) Male", "a) WBRI", NO)
    taken = sum(one.rule is Rule.NOT_IN_LIST for one in p.planted)
    stranger.reference = f"NM{999_000 + taken}"
    row = p.take(7) | stranger.begin() | dict.fromkeys(_titles(p), "")
    started = "Child Protection Plan Start Date"
    row[started] = _day(row[started]) if _day(row[started]) > stranger.birth else START
    p.county.rows[7].append(row)
    p.expect(7, Rule.NOT_IN_LIST, CHILD, row)
    row = p.take(1, lambda one: _number(one[AGE]) < 17, rows=3)
    birth = _day(row[BIRTH]) - 30 * DAY
    row |= {BIRTH: birth, AGE: age_at(birth, NOTIFIED)}
    p.expect(1, Rule.BIRTH_DIFFERS, BIRTH, row)
    row = p.take(6, lambda one: one["Case status"] == "a) Looked after child")
    p.put(6, Rule.CASE_STATUS, "Case status", row, "c) Child in need plan")
    row = p.take(6, lambda one: one["Case status"] == "c) Child in need plan", lists=[6])
    p.put(6, Rule.CASE_STATUS, "Case status", row, "b) Child Protection plan")


def born_before(day: date) -> Fits:
    """Children born before a day."""
    return lambda row: _day(row[BIRTH]) < day


def is_open(row: Row) -> bool:
    """An assessment without authorisation."""
    return DONE not in row


def is_closed(row: Row) -> bool:
    """An episode of need with a closure date."""
    return CLOSED in row


def _titles(p: Planter) -> list[str]:
    return [one.title for one in p.county.book.fields]


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _day(value: object) -> date:
    assert isinstance(value, date)
    return value
