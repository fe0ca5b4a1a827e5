"""A made-up county whose seven lists are right in every cell: the ground for planted errors."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from jtai_desktop.domain.lists.dates import age_at, months_before
from jtai_desktop.domain.lists.moments import Days
from jtai_desktop.domain.lists.shape import AGE, BIRTH, CHILD, ListShape, Role, Rulebook
from jtai_desktop.exchange.list_rulebook import rulebook
from jtai_desktop.guidance.finding import load

NOTIFIED = date(2026, 11, 2)
TODAY = date(2026, 11, 4)
DAYS = Days(NOTIFIED, TODAY)
START = months_before(NOTIFIED, 6)
LARGE = {1: 50_000, 3: 15_000, 4: 12_000, 5: 6_000, 6: 9_000, 7: 1_500, 8: 2_000}
SMALL = {1: 400, 3: 150, 4: 120, 5: 60, 6: 220, 7: 40, 8: 50}
YES, NO = "a) Yes", "b) No"

Row = dict[str, object]


@dataclass(slots=True)
class Child:
    """What is the same for a child on every list."""

    reference: str
    birth: date
    gender: str
    ethnicity: str
    disability: str
    answers: dict[str, str] = field(default_factory=dict)

    def begin(self) -> Row:
        """The cells that most lists begin with."""
        return {
            CHILD: self.reference,
            "Gender": self.gender,
            "Ethnicity": self.ethnicity,
            BIRTH: self.birth,
            AGE: age_at(self.birth, NOTIFIED),
            "Does the Child have a Disability": self.disability,
            "Allocated Team": "Team North",
            "Allocated Worker": "Worker 12",
        }


class County:
    """The lists of one county as rows by heading; every cell of them is right."""

    def __init__(self, sizes: dict[int, int], seed: int = 7) -> None:
        self.book = book()
        self.sizes = sizes
        self.random = random.Random(seed)  # noqa: S311 - made-up rows, always the same
        self.rows: dict[int, list[Row]] = {}
        self._need = [self._child(n) for n in range(sizes.get(6, 0))]
        self._others = [self._child(n) for n in range(sizes.get(6, 0), max(sizes.values()))]
        self._open: set[str] = set()
        made: dict[int, Callable[[int], list[Row]]] = {
            1: self._contacts,
            3: self._referrals,
            4: self._assessments,
            5: self._enquiries,
            8: self._in_care,
            7: self._protected,
            6: self._in_need,
        }
        for number, make in made.items():
            if sizes.get(number):
                self.rows[number] = make(sizes[number])

    def shape(self, number: int) -> ListShape:
        """The list of this number."""
        return next(one for one in self.book.lists if one.number == number)

    def headings(self, number: int) -> list[str]:
        """The headings of a list, the theme’s among them."""
        return [column.name for column in self.shape(number).columns]

    def grid(self, number: int) -> Iterator[list[object]]:
        """The rows of a list, cell by cell in the order of the headings."""
        names = self.headings(number)
        for row in self.rows[number]:
            yield [row.get(name, "") for name in names]

    def _child(self, number: int) -> Child:
        draw = self.random
        child = Child(
            reference=f"NM{100_000 + number}",
            birth=NOTIFIED - timedelta(days=draw.randint(400, 6_500)),
            gender=draw.choice(self._codes(1, "Gender")),
            ethnicity=draw.choice(self._codes(1, "Ethnicity")),
            disability=draw.choice([YES, NO, "c) Unknown"]),
        )
        if number % 97 == 0:
            child.birth = date(2012, 2, 29)
        if self.book.age_from <= age_at(child.birth, NOTIFIED) <= self.book.age_to:
            child.answers = self._answers()
        return child

    def _answers(self) -> dict[str, str]:
        gates = [one for one in self.book.fields if one.role is Role.GATE]
        answers = {one.key: self.random.choice([YES, NO]) for one in gates}
        if YES in answers.values():
            rest = (one for one in self.book.fields if one.role is Role.FOLLOW_UP)
            answers |= {one.key: self.random.choice([YES, NO]) for one in rest}
            self._without_clashes(answers)
        return answers

    def _without_clashes(self, answers: dict[str, str]) -> None:
        said = {True: YES, False: NO}
        for clash in self.book.clashes:
            if all(answers.get(key) == said[answer] for key, answer in clash.answers):
                first = clash.answers[0][0]
                answers[first] = NO if answers[first] == YES else YES

    def _codes(self, number: int, name: str) -> tuple[str, ...]:
        return next(one.codes for one in self.shape(number).columns if one.name == name)

    def _code(self, number: int, name: str) -> str:
        return self.random.choice(self._codes(number, name))

    def _day(self, first: date = START, last: date = NOTIFIED) -> date:
        return first + timedelta(days=self.random.randint(0, max((last - first).days, 0)))

    def _theme(self, child: Child) -> Row:
        titles = {one.key: one.title for one in self.book.fields}
        return {titles[key]: answer for key, answer in child.answers.items()}

    def _several(self, size: int, make: Callable[[Child], Row], key: tuple[str, ...]) -> list[Row]:
        """Rows for children drawn again and again, each key only once."""
        rows: dict[tuple[object, ...], Row] = {}
        everyone = self._need + self._others
        while len(rows) < size:
            row = make(self.random.choice(everyone))
            rows.setdefault(tuple(row[name] for name in key), row)
        return list(rows.values())

    def _contacts(self, size: int) -> list[Row]:
        def make(child: Child) -> Row:
            return child.begin() | {
                "Date of Contact": self._day(),
                "Contact Source": self._code(1, "Contact Source"),
            }

        return self._several(size, make, self.shape(1).key)

    def _referrals(self, size: int) -> list[Row]:
        count = "Number of Referrals in Last 12 Months"

        def make(child: Child) -> Row:
            return child.begin() | {
                "Date of referral": self._day(),
                "Referral Source": self._code(3, "Referral Source"),
                "Referral NFA?": self.random.choice([YES, NO]),
                count: 30 + int(child.reference[2:]) % 3,
            }

        return self._several(size, make, self.shape(3).key)

    def _assessments(self, size: int) -> list[Row]:
        required = "Was the child assessed as requiring LA children’s social care support"

        def make(child: Child) -> Row:
            start = self._day()
            row = child.begin() | {
                "Continuous Assessment Start Date": start,
                "Child Seen During Continuous Assessment": YES,
            }
            if self.random.random() < 0.8:
                field_of = self.book.fields_of(4, Role.COMPLETED)[0]
                done = self._day(start)
                row |= {"Continuous Assessment Date of Authorisation": done, required: NO}
                row[field_of.title] = self.random.choice([YES, NO])
            else:
                self._open.add(child.reference)
            return row

        rows = self._several(size, make, self.shape(4).key)
        done = "Continuous Assessment Date of Authorisation"
        self._open = {str(row[CHILD]) for row in rows if done not in row}
        return rows

    def _enquiries(self, size: int) -> list[Row]:
        unnecessary = "Was an Initial Child Protection Conference deemed unnecessary?"
        plan = "Did the Initial Child Protection Conference Result in a Child Protection Plan"

        def make(child: Child) -> Row:
            start = self._day()
            row = child.begin() | {
                "Strategy discussion initiating Section 47 Enquiry Start Date": start,
                "Number of Section 47 Enquiries in the last 12 months": 40,
                "Number of ICPCs in the last 12 months": 1,
            }
            if self.random.random() < 0.5:
                held = {"Date of Initial Child Protection Conference": self._day(start)}
                return row | held | {unnecessary: NO, plan: YES}
            return row | {unnecessary: YES}

        return self._several(size, make, self.shape(5).key)

    def _protected(self, size: int) -> list[Row]:
        return [self._plan(child) for child in self._need[-size:]]

    def _plan(self, child: Child) -> Row:
        start = self._day(max(child.birth, date(2024, 1, 1)), START)
        row = (
            child.begin()
            | self._theme(child)
            | {
                "Child Protection Plan Start Date": start,
                "Initial Category of Abuse": self._code(7, "Initial Category of Abuse"),
                "Latest Category of Abuse": self._code(7, "Latest Category of Abuse"),
                "Date of the Last Statutory Visit": self._day(),
                "Was the Child Seen Alone?": YES,
                "Date of latest review conference": self._day(),
                self.headings(7)[13]: NO,
                "Number of Previous Child Protection Plans": 0,
            }
        )
        if self.random.random() < 0.2:
            row["Child Protection Plan End Date"] = self._day()
        return row

    def _in_care(self, size: int) -> list[Row]:
        return [self._care(child) for child in self._need[:size]]

    def _care(self, child: Child) -> Row:
        start = self._day(max(child.birth, date(2024, 1, 1)), START)
        row = child.begin() | self._theme(child)
        for column in self.shape(8).columns:
            if column.name not in row and not column.field and not column.blank_ok:
                row[column.name] = column.codes[0] if column.codes else 0
        row |= {
            "Date Started to be Looked After": start,
            "Start date of current legal status": start,
            "Start Date of Most Recent Placement": start,
            "Date of Last Health Assessment": self._day(),
            "Placement postcode": "NM1 2AB",
            "URN of Placement": "SC12345",
            "LA of Placement": "Northmoor",
        }
        if self.random.random() < 0.2:
            row["Date Ceased to be Looked After"] = self._day()
            row["Reason Ceased to be Looked After"] = self._code(
                8, "Reason Ceased to be Looked After"
            )
        return row

    def _in_need(self, _size: int) -> list[Row]:
        cared = self._still(8, "Date Ceased to be Looked After")
        protected = self._still(7, "Child Protection Plan End Date")
        return [self._needy(child, cared, protected) for child in self._need]

    def _still(self, number: int, end: str) -> set[object]:
        return {row[CHILD] for row in self.rows.get(number, []) if end not in row}

    def _needy(self, child: Child, cared: set[object], protected: set[object]) -> Row:
        status = self._codes(6, "Case status")
        row = (
            child.begin()
            | self._theme(child)
            | {
                "CIN Start Date": self._day(max(child.birth, date(2024, 1, 1)), START),
                "Primary Need Code": self._code(6, "Primary Need Code"),
                "Date Child Was Last Seen": self._day(),
                "Case status": status[2],
            }
        )
        if child.reference in cared:
            row["Case status"] = status[0]
        elif child.reference in protected:
            row["Case status"] = status[1]
        elif child.reference in self._open:
            row["Case status"] = status[3]
        elif self.random.random() < 0.2:
            closed = {"CIN Closure Date": self._day(), "Case status": status[4]}
            row |= closed | {"Reason for Closure": self._code(6, "Reason for Closure")}
        return row


def book() -> Rulebook:
    """The rules of the shipped pack."""
    return rulebook(load("cmh-2019"))
