"""The child-level lists: their columns and codes, and when a row belongs in them."""

from dataclasses import dataclass
from enum import StrEnum

from jtai_desktop.domain.problems import Problem
from jtai_desktop.guidance.entry import LINE, Entry, Known
from jtai_desktop.guidance.root import Root, each


class ColumnType(StrEnum):
    """What the cells of a column hold."""

    ID = "id"
    CATEGORY = "category"
    DATE = "date"
    INTEGER = "integer"
    TEXT = "text"


class OpenRows(StrEnum):
    """How a row that is still open stands in the window."""

    NONE = "none"  # every row has its date within the window
    BLANK = "blank"  # a blank date means open
    OLDER = "older"  # a date before the window is right if the matter is still open


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list, with the codes that it takes."""

    name: str
    type: ColumnType
    blank_ok: bool = False
    codes: tuple[str, ...] = ()
    later_codes: tuple[str, ...] = ()
    open_list: bool = False
    also_seen: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChildList:
    """One of the lists that come from the council's case system."""

    number: int
    title: str
    milestone: str
    paragraph: str
    window: str
    window_months: int
    window_column: str
    open_rows: OpenRows
    rows: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    one_row_per_child: bool = False
    also_in: int = 0
    same_per_child: tuple[str, ...] = ()
    standing: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CodeSet:
    """Codes that several columns share, and those that came into use later."""

    codes: tuple[str, ...]
    later: tuple[str, ...] = ()


CodeSets = dict[str, CodeSet]


def read_code_sets(root: Root) -> CodeSets:
    """The sets of codes by their names."""
    return {
        name: CodeSet(entry.texts("codes", needed=True), entry.texts("later"))
        for name, entry in root.named("code_sets")
    }


def read_lists(root: Root, sets: CodeSets, problems: list[Problem]) -> tuple[ChildList, ...]:
    """Every list, in the order of the file."""
    milestones, numbers = root.keys("milestones"), root.keys("lists", "number")
    found = []
    for entry in root.entries("lists", "number"):
        columns = _columns(entry, sets, problems)
        found.append(_list(entry, columns, milestones, numbers))
    return tuple(found)


def _list(
    entry: Entry, columns: tuple[Column, ...], milestones: Known, numbers: Known
) -> ChildList:
    headings = frozenset(column.name for column in columns) or None
    return ChildList(
        number=entry.whole("number", 1, 99),
        title=entry.text("title", most=LINE),
        milestone=entry.refers("milestone", milestones, "milestones"),
        paragraph=entry.paragraph(),
        window=entry.text("window"),
        window_months=entry.whole("window_months", 1, 120),
        window_column=entry.refers("window_column", headings, "columns"),
        open_rows=entry.choice("open_rows", OpenRows),
        rows=entry.text("rows"),
        key=entry.names("key", headings, "columns", needed=True),
        columns=columns,
        one_row_per_child=entry.flag("one_row_per_child"),
        also_in=entry.number_of("also_in", numbers, "lists", 0),
        same_per_child=entry.names("same_per_child", headings, "columns"),
        standing=entry.text("standing", "", most=LINE),
        note=entry.text("note", ""),
    )


def _columns(entry: Entry, sets: CodeSets, problems: list[Problem]) -> tuple[Column, ...]:
    tables = entry.part("columns")
    if tables is None or tables == []:
        entry.fault("“columns” is missing; a list needs at least one column.")
        return ()
    place = f"{entry.place}, columns"
    return tuple(_column(one, sets) for one in each(tables, place, "name", problems))


def _column(entry: Entry, sets: CodeSets) -> Column:
    kind = entry.choice("type", ColumnType)
    codes = sets.get(entry.refers("codes", frozenset(sets) or None, "code_sets", ""), CodeSet(()))
    if entry.says("type", ColumnType.CATEGORY) and not entry.has("codes"):
        entry.fault("“codes” is missing; a category needs the name of a set of codes.")
    if kind is not ColumnType.CATEGORY and entry.has("codes") and entry.says("type", kind):
        entry.fault("“codes” goes with the type “category” only.")
    return Column(
        name=entry.text("name", most=LINE),
        type=kind,
        blank_ok=entry.flag("blank_ok"),
        codes=codes.codes,
        later_codes=codes.later,
        open_list=entry.flag("open_list"),
        also_seen=entry.texts("also_seen"),
        note=entry.text("note", ""),
    )
