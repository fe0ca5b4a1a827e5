"""The rows of one list as columns of values; each distinct value of a column is read once.

Lists have many rows and few different values, so work goes by column: sets and tables of what
is different, and a look at the rows only where something was found.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import not_

from jtai_desktop.domain.lists.cells import as_text, plain_values, reader_of, shown
from jtai_desktop.domain.lists.dates import DOUBTFUL, either_way
from jtai_desktop.domain.lists.findings import Cell, Fault, Finding, Rule, Taken
from jtai_desktop.domain.lists.headings import compact
from jtai_desktop.domain.lists.shape import Column, Kind, ListShape

Values = Sequence[object]


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of one list as they stand in the sheet."""

    shape: ListShape
    file: str
    sheet: str
    heading_row: int  # counted from 1, as the sheet shows it
    taken: tuple[Taken, ...]
    cells: Mapping[int, Values]  # by the position of the column
    rows: int


class Notes:
    """Collects what is found in one list, alike with alike."""

    def __init__(self, table: "ListRows") -> None:
        self._table = table
        self._alike: dict[tuple[Fault, str], list[Cell]] = {}

    def note(
        self, name: str, fault: Fault, indexes: Iterable[int], also: Mapping[int, str] | None = None
    ) -> None:
        """Notes a fault at the column of this name; `also` adds to what is found in a row."""
        cells = self._alike.setdefault((fault, name), [])
        raw, kind = self._table.raw(name), self._table.column(name).kind
        numbers = self._table.numbers
        texts: dict[object, str] = {}
        for index in indexes:
            value = raw[index]
            if value not in texts:
                texts[value] = shown(value, kind)
            more = also[index] if also else ""
            cells.append(Cell(numbers[index], texts[value] + more))

    def findings(self) -> list[Finding]:
        """Everything noted, each with its place."""
        return [self._finding(fault, name, cells) for (fault, name), cells in self._alike.items()]

    def _finding(self, fault: Fault, name: str, cells: list[Cell]) -> Finding:
        table, taken = self._table, self._table.taken(name)
        return Finding(
            rule=fault.rule,
            gravity=fault.gravity,
            list_number=table.shape.number,
            file=table.file,
            sheet=table.sheet,
            position=taken.position,
            heading=taken.heading,
            wanted=fault.wanted,
            cells=tuple(cells),
        )


class ListRows:
    """The rows of one list that are not blank, with every value read."""

    def __init__(self, table: Table) -> None:
        self.shape = table.shape
        self.file, self.sheet = table.file, table.sheet
        self.heading_row, self.all_taken = table.heading_row, table.taken
        self.read = table.rows
        self._taken = {compact(one.column.name): one for one in table.taken}
        cells = {key: table.cells[one.position] for key, one in self._taken.items()}
        first = table.heading_row + 1
        self.numbers: Sequence[int] = range(first, first + table.rows)
        different = {key: dict.fromkeys(values) for key, values in cells.items()}
        for key, values in list(cells.items()):
            if True in different[key] or False in different[key]:  # or 1, or 0, for they are equal
                cells[key] = _without_truths(values)
                different[key] = dict.fromkeys(cells[key])
        filled = _filled(cells, different, table.rows)
        if filled is not None:
            cells = {key: tuple(compress(values, filled)) for key, values in cells.items()}
            self.numbers = tuple(compress(self.numbers, filled))
        self.blank = table.rows - len(self.numbers)
        self._raw: dict[str, Values] = cells
        self._values: dict[str, Values] = {}
        self._unread: dict[str, frozenset[object]] = {}
        self.notes = Notes(self)
        for one in table.taken:
            self._read(one.column, different[compact(one.column.name)])

    def __len__(self) -> int:
        """How many rows are not blank."""
        return len(self.numbers)

    def has(self, *names: str) -> bool:
        """Whether columns of all these names were found."""
        return all(compact(name) in self._taken for name in names)

    def taken(self, name: str) -> Taken:
        """The heading that was taken for the column of this name."""
        return self._taken[compact(name)]

    def column(self, name: str) -> Column:
        """The column of this name."""
        return self.taken(name).column

    def raw(self, name: str) -> Values:
        """The cells as they stand in the sheet."""
        return self._raw[compact(name)]

    def values(self, name: str) -> Values:
        """The values read: None where a cell is blank or can’t be read."""
        return self._values[compact(name)]

    def or_none(self, name: str) -> Values:
        """The values of a column, or as many Nones where it was not found."""
        return self.values(name) if self.has(name) else (None,) * len(self)

    def unread(self, name: str) -> list[int]:
        """The rows in which something stands that could not be read."""
        bad = self._unread[compact(name)]
        return indexes_of(map(bad.__contains__, self.raw(name))) if bad else []

    def filled(self, name: str) -> list[bool]:
        """For each row whether anything stands in the column, readable or not."""
        there = {each: not is_blank(each) for each in dict.fromkeys(self.raw(name))}
        return [there[each] for each in self.raw(name)]

    def of_field(self, key: str) -> str:
        """The name of the column that answers a field of the theme; nothing if it is missing."""
        names = (one.column.name for one in self.all_taken if one.column.field == key)
        return next(names, "")

    def date_columns(self) -> list[Column]:
        """The columns of dates that were found."""
        return [one.column for one in self.all_taken if one.column.kind is Kind.DATE]

    def _read(self, column: Column, different: Mapping[object, None]) -> None:
        raw, read = self.raw(column.name), reader_of(column)
        values = plain_values(column, different)
        faults: dict[object, Fault] = {}
        for each in different:
            if each not in values:
                values[each], fault = read(each)
                if fault:
                    faults[each] = fault
        key = compact(column.name)
        as_they_stand = all(value is each for each, value in values.items())
        self._values[key] = raw if as_they_stand else tuple(map(values.__getitem__, raw))
        unread = (each for each, fault in faults.items() if values[each] is None)
        self._unread[key] = frozenset(each for each in unread if not is_blank(each))
        if faults:
            self._note(column, raw, faults)

    def _note(self, column: Column, raw: Values, faults: dict[object, Fault]) -> None:
        if any(fault.rule is Rule.MONTH_FIRST for fault in faults.values()):
            doubtful = {each: DOUBTFUL for each in faults if either_way(each)}
            faults |= doubtful
        where: dict[Fault, list[int]] = {}
        for index in compress(range(len(raw)), map(faults.__contains__, raw)):
            where.setdefault(faults[raw[index]], []).append(index)
        for fault, indexes in where.items():
            self.notes.note(column.name, fault, indexes)


def indexes_of(flags: Iterable[object]) -> list[int]:
    """Where something holds."""
    return [index for index, flag in enumerate(flags) if flag]


def _filled(
    cells: Mapping[str, Values], different: Mapping[str, Mapping[object, None]], rows: int
) -> list[bool] | None:
    """For each row whether it holds anything; None where every row does."""
    empty: Iterable[int] = range(rows)
    # The fewer different values a column has, the sooner it is looked through.
    for key, values in sorted(cells.items(), key=lambda one: len(different[one[0]])):
        blank = {each for each in different[key] if not each and is_blank(each)}
        blank |= {each for each in different[key] if isinstance(each, str) and each.isspace()}
        if not blank:
            return None
        empty = [index for index in empty if values[index] in blank]
        if not empty:
            return None
    without = set(empty)
    return [*map(not_, map(without.__contains__, range(rows)))]


def is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _without_truths(values: Values) -> Values:
    """True equals 1 for sets and tables, so Excel’s truths are taken as text."""
    if bool in set(map(type, values)):
        return tuple(as_text(each) if isinstance(each, bool) else each for each in values)
    return values
