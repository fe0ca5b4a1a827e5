"""The top of a pack while it is read: its parts, and the keys that its entries have."""

from collections.abc import Iterator

from jtai_desktop.domain.problems import Problem
from jtai_desktop.guidance.entry import Entry, Known, Table, meant, shown


class Root:
    """The parts of one file, each asked for by its name."""

    def __init__(self, data: Table, problems: list[Problem]) -> None:
        self._data = data
        self._problems = problems
        self._asked: set[str] = set()

    def fault(self, part: str, sentence: str) -> None:
        """Notes what is wrong with a part as a whole."""
        self._problems.append(Problem(part, sentence))

    def table(self, part: str) -> Entry:
        """A part that is one table; an empty one where it is missing or wrong."""
        self._asked.add(part)
        found = self._data.get(part)
        if not isinstance(found, dict):
            sentence = "must be one table" if part in self._data else "is missing; add it"
            self._problems.append(Problem(part, f"The part “[{part}]” {sentence}."))
            # Nothing in it can be judged, so what its reader says of the empty table is dropped.
            return Entry({}, part, [])
        return Entry(found, part, self._problems)

    def entries(self, part: str, by: str = "key") -> Iterator[Entry]:
        """The tables of a part that is a list, each closed when the reader has taken its values."""
        self._asked.add(part)
        found = self._data.get(part)
        if part not in self._data or found == []:
            self._problems.append(
                Problem(part, f"The part “[[{part}]]” is missing; add one entry at least.")
            )
            return
        yield from each(found, part, by, self._problems)

    def named(self, part: str) -> Iterator[tuple[str, Entry]]:
        """The tables of a part that is a table of tables."""
        self._asked.add(part)
        found = self._data.get(part, {})
        if not isinstance(found, dict):
            self._problems.append(Problem(part, f"The part “{part}” must be a table of tables."))
            return
        for name, table in found.items():
            place = f"{part}, “{shown(name)}”"
            if isinstance(table, dict):
                entry = Entry(table, place, self._problems)
                yield name, entry
                entry.close()
            else:
                self._problems.append(Problem(place, f"Write it as a table “[{part}.{name}]”."))

    def keys(self, part: str, by: str = "key") -> Known:
        """The keys that the entries of a part have; None where the part is not there."""
        found = self._data.get(part)
        if isinstance(found, dict):
            return frozenset(found)
        if not isinstance(found, list):
            return None
        return frozenset(
            str(table[by]) for table in found if isinstance(table, dict) and by in table
        )

    def close(self) -> None:
        """Names the parts that nobody asked for."""
        for part in self._data:
            if part not in self._asked:
                sentence = f"A pack has no part “{shown(part)}”{meant(part, self._asked)}"
                self._problems.append(Problem(shown(part), sentence))


def each(found: object, part: str, by: str, problems: list[Problem]) -> Iterator[Entry]:
    """The entries of a list of tables, with duplicates told."""
    if not isinstance(found, list):
        problems.append(Problem(part, f"Write each entry of “{part}” under “[[{part}]]”."))
        return
    seen: dict[object, int] = {}
    for number, table in enumerate(found, 1):
        if not isinstance(table, dict):
            problems.append(Problem(f"{part}, {ordinal(number)} entry", "It must be a table."))
            continue
        entry = Entry(table, _place(part, number, by, table), problems)
        value = table.get(by)
        if isinstance(value, str | int):
            first = seen.setdefault(value, number)
            if first != number:
                whose = f"The {ordinal(first)} entry"
                entry.fault(f"{whose} has this {by} already; each needs its own.")
        yield entry
        entry.close()


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    teen = 10 < number % 100 < 14  # noqa: PLR2004 - 11th, 12th and 13th
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _place(part: str, number: int, by: str, table: Table) -> str:
    value = table.get(by)
    place = f"{part}, {ordinal(number)} entry"
    return f"{place}, {by} “{shown(str(value))}”" if isinstance(value, str | int) else place
