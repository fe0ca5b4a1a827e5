"""One table of a pack while it is read: hands out its values and notes what is wrong with them.

A reader asks for every value it knows and gets something usable back even where the value is
missing or wrong, so that one pass finds every problem of a pack. What was never asked for is
unknown, and said so when the entry is closed.
"""

import re
from collections.abc import Iterable
from datetime import time
from enum import StrEnum
from typing import TypeVar

from jtai_desktop.domain.problems import Problem
from jtai_desktop.domain.wording import DAYS

E = TypeVar("E", bound=StrEnum)

Table = dict[str, object]
# The keys that a reference may name; None where they can't be known because their part is broken.
Known = frozenset[str] | None

LINE = 120
LONG = 400
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PARAGRAPH = re.compile(r"\d{1,3}([–-]\d{1,3})?(, \d{1,3}([–-]\d{1,3})?)*")
CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
# Control characters, line ends of other kinds, and marks that turn the direction of writing.
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
WORKING_WEEK = DAYS[:5]


class Entry:
    """A table with its place in the file."""

    def __init__(self, table: Table, place: str, problems: list[Problem]) -> None:
        self.place = place
        self._table = table
        self._problems = problems
        self._asked: set[str] = set()

    def has(self, field: str) -> bool:
        """Whether the field is there, right or wrong."""
        return field in self._table

    def says(self, field: str, *values: object) -> bool:
        """Whether the field holds one of these values itself, and nothing stands in for it."""
        return self._table.get(field) in values

    def fault(self, sentence: str) -> None:
        """Notes what is wrong with this entry."""
        self._problems.append(Problem(self.place, sentence))

    def part(self, field: str) -> object:
        """The raw value of a field that is itself made of tables."""
        self._asked.add(field)
        return self._table.get(field)

    def inner(self, field: str, table: Table) -> "Entry":
        """A table within this one."""
        return Entry(table, f"{self.place}, {field}", self._problems)

    def names_known(self, known: Known, part: str) -> None:
        """Tells of fields that are not keys of another part."""
        for field in self._table:
            if known is not None and field not in known:
                self.fault(f"“{part}” does not have “{shown(field)}”{meant(field, known)}")

    def text(self, field: str, default: str | None = None, *, most: int = LONG) -> str:
        """A line of text that is not empty, holds no control characters and is not too long."""
        value = self._value(field, str, "a text in quotation marks", needed=default is None)
        if not isinstance(value, str):
            return default or ""
        if not value.strip():
            self.fault(f"“{field}” is empty; write the text, or leave an optional line out.")
        elif HIDDEN.search(value):
            self.fault(f"“{field}” holds a line end or a control character; take it out.")
        elif len(value) > most:
            self.fault(f"“{field}” has {len(value)} characters; at most {most} fit.")
        return value

    def name(self, field: str = "key") -> str:
        """A key by which other entries name this one."""
        value = self.text(field, most=LINE)
        if value.strip() and not KEY.fullmatch(value):
            self.fault(
                f"“{field}” is “{shown(value)}”; use small letters, digits and single hyphens only."
            )
        return value

    def paragraph(self, default: str | None = None) -> str:
        """Paragraphs of the guidance: "23, 29" or "32–35"."""
        value = self.text("paragraph", default, most=LINE)
        if value.strip() and not PARAGRAPH.fullmatch(value):
            self.fault(f"“paragraph” is “{shown(value)}”; write it like “23, 29” or “32–35”.")
        return value.replace("-", "–")

    def whole(self, field: str, least: int, most: int, default: int | None = None) -> int:
        """A whole number between two limits; 0 stands in for a wrong one without a default."""
        value = self._value(field, int, "a whole number", needed=default is None)
        if not isinstance(value, int):
            return default or 0
        if not least <= value <= most:
            self.fault(f"“{field}” is out of range; it must be from {least} to {most}.")
            return default or 0
        return value

    def flag(self, field: str) -> bool:
        """True or false; false where nothing is said."""
        return self._value(field, bool, "true or false", needed=False) is True

    def choice(self, field: str, kind: type[E], default: E | None = None) -> E:
        """One word of a closed vocabulary."""
        words = [str(word) for word in kind]
        value = self._value(field, str, _either(words), needed=default is None)
        if isinstance(value, str) and value not in words:
            self.fault(f"“{field}” is “{shown(value)}”; it must be {_either(words)}.")
        return kind(value) if value in words else default or next(iter(kind))

    def weekday(self, field: str) -> int:
        """A working weekday by its name; Monday is 0."""
        value = self._value(field, str, "a weekday such as “Monday”", needed=True)
        if value in WORKING_WEEK:
            return WORKING_WEEK.index(str(value))
        if isinstance(value, str):
            self.fault(f"“{field}” is “{shown(value)}”; it must be {_either(WORKING_WEEK)}.")
        return 0

    def clock(self, field: str) -> time | None:
        """A time of day as "09:00", or nothing."""
        value = self._value(field, str, "a time such as “09:00”", needed=False)
        if not isinstance(value, str):
            return None
        found = CLOCK.fullmatch(value)
        if not found:
            self.fault(f"“{field}” is “{shown(value)}”; write a time such as “09:00”.")
            return None
        return time(int(found[1]), int(found[2]))

    def texts(self, field: str, *, needed: bool = False, most: int = LONG) -> tuple[str, ...]:
        """A list of lines of text."""
        value = self._value(field, list, "a list of texts in square brackets", needed=needed)
        if not isinstance(value, list):
            return ()
        if not value and needed:
            self.fault(f"“{field}” is an empty list; name at least one.")
        return tuple(self._member(field, number, one, most) for number, one in enumerate(value, 1))

    def names(
        self, field: str, known: Known, part: str, *, needed: bool = False
    ) -> tuple[str, ...]:
        """A list of keys that entries of another part have."""
        values = self.texts(field, needed=needed, most=LINE)
        for value in values:
            self._refers(field, value, known, part)
        if len(set(values)) < len(values):
            self.fault(f"“{field}” names something twice; name each once.")
        return values

    def refers(self, field: str, known: Known, part: str, default: str | None = None) -> str:
        """The key of an entry of another part."""
        value = self.text(field, default, most=LINE)
        if value.strip():
            self._refers(field, value, known, part)
        return value

    def number_of(self, field: str, known: Known, part: str, default: int | None = None) -> int:
        """The number of an entry of another part."""
        value = self._value(field, int, f"the number of one of the {part}", needed=default is None)
        if not isinstance(value, int):
            return default or 0
        self._refers(field, str(value), known, part)
        return value

    def numbers(self, field: str, known: Known, part: str) -> tuple[int, ...]:
        """A list of the numbers of entries of another part."""
        value = self._value(field, list, "a list of whole numbers", needed=True)
        members = value if isinstance(value, list) else []
        if value == []:
            self.fault(f"“{field}” is an empty list; name at least one.")
        for one in members:
            if type(one) is int:
                self._refers(field, str(one), known, part)
            else:
                self.fault(f"“{field}” must be a list of whole numbers.")
        return tuple(one for one in members if type(one) is int)

    def close(self) -> None:
        """Names the fields that nobody asked for."""
        for field in self._table:
            if field not in self._asked:
                self.fault(f"“{shown(field)}” is not known here{meant(field, self._asked)}")

    def _value(self, field: str, kind: type, wanted: str, *, needed: bool) -> object:
        self._asked.add(field)
        if field not in self._table:
            if needed:
                self.fault(f"“{field}” is missing; it must be {wanted}.")
            return None
        value = self._table[field]
        if type(value) is kind:
            return value
        self.fault(f"“{field}” must be {wanted}, not {_called(value)}.")
        return None

    def _member(self, field: str, number: int, value: object, most: int) -> str:
        if not isinstance(value, str):
            self.fault(f"“{field}” must be a list of texts; number {number} is {_called(value)}.")
            return ""
        if not value.strip() or HIDDEN.search(value) or len(value) > most:
            self.fault(
                f"“{field}” has a text, number {number}, that is empty, too long (over {most}) "
                "or holds a control character."
            )
        return value

    def _refers(self, field: str, value: str, known: Known, part: str) -> None:
        if known is not None and value and value not in known:
            self.fault(
                f"“{field}” names “{shown(value)}”, which “{part}” does not have"
                f"{meant(value, known)}"
            )


def shown(value: str) -> str:
    """A value as a sentence can quote it: short, and nothing hidden in it."""
    text = HIDDEN.sub("�", value)
    return text if len(text) <= LINE else f"{text[:LINE]}…"


def meant(word: str, known: Iterable[str]) -> str:
    """The end of a sentence: a question after what may have been meant, or just the stop."""
    from difflib import get_close_matches  # only a bad pack needs it

    near = get_close_matches(word[:LINE], sorted(known), n=1)
    return f"; did you mean “{near[0]}”?" if near else "."


def _either(words: Iterable[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}" if len(quoted) > 1 else quoted[0]


def _called(value: object) -> str:
    if isinstance(value, float):
        return "a number with a decimal point"
    names = {str: "a text", bool: "true or false", int: "a whole number", list: "a list"}
    return names.get(type(value), "a table" if isinstance(value, dict) else "a date or time")
