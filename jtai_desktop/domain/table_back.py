"""A table that came back as a workbook: which cells differ from what was exported, and what can’t.

The register of documents and the action plan share it. Only what a person changed in the workbook
is looked at; whether the same cell was changed here meanwhile is asked afterwards.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from jtai_desktop.domain.documents.cell_texts import day_plain
from jtai_desktop.domain.lists.findings import letter
from jtai_desktop.domain.sheets import (
    CellFound,
    ExportHead,
    SheetFault,
    SheetTime,
    Spot,
    Trouble,
    added_row,
    altered_identity,
    missing,
    no_plain_value,
    no_text,
    same_row,
    stamp,
    there_twice,
)
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import counted

SHORT = 8
# How a row and a column are named.
RowT = TypeVar("RowT", bound=tuple[str, ...])
KeyT = TypeVar("KeyT", bound=str)
KeyOf_co = TypeVar("KeyOf_co", bound=str, covariant=True)


class Column(Protocol[KeyOf_co]):
    """A column of a table that goes out and comes back."""

    @property
    def key(self) -> KeyOf_co:
        """What the hidden row calls it."""

    @property
    def heading(self) -> str:
        """What a person reads above it."""

    @property
    def editable(self) -> bool:
        """Whether a change of it is taken."""


@dataclass(frozen=True, slots=True)
class TableLine(Generic[RowT, KeyT]):
    """A row of the sheet: its number as the sheet counts, its identities, its cells."""

    number: int
    key: RowT
    stamp: str
    cells: Mapping[KeyT, CellFound]


@dataclass(frozen=True, slots=True)
class TableFound(Generic[RowT, KeyT]):
    """What was read of a workbook. `columns` says where each column stands now, from 0."""

    sheet: str
    sha256: str
    head: ExportHead
    columns: Mapping[KeyT, int]
    ids: Mapping[str, int]
    headings: Mapping[KeyT, str]
    lines: tuple[TableLine[RowT, KeyT], ...]
    exported: Mapping[RowT, Mapping[KeyT, str]]
    twice: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableCell(Generic[RowT, KeyT]):
    """A cell that was changed in the workbook, with what it was when it was exported."""

    spot: Spot
    code: str
    exported: str
    row: RowT
    column: KeyT
    text: str


@dataclass(slots=True)
class TableBack(Generic[RowT, KeyT]):
    """All that differs, in the order of the sheet; problems stop it, remarks do not."""

    cells: list[TableCell[RowT, KeyT]] = field(default_factory=list)
    problems: list[Trouble] = field(default_factory=list)
    remarks: list[Trouble] = field(default_factory=list)


def plain_text(_column: object, cell: CellFound) -> str:
    """A cell as a person would have typed it; a date without an hour."""
    if isinstance(cell, SheetFault):
        return cell.what
    return cell if isinstance(cell, str) else day_plain(cell.when.date())


def plainly_same(text: str, cell: CellFound, was: str, *, editable: bool) -> bool:
    """Whether a cell is as it was exported, by its text."""
    if isinstance(cell, SheetFault):
        return not editable
    return text.strip() == was.strip()


@dataclass(frozen=True, slots=True)
class Rules(Generic[KeyT]):
    """What a kind of table has of its own.

    `ids` are the hidden columns with their headings, the stamp last; `code` is the column that
    says to a person which row it is; `text` reads a cell, `same` compares it with what it was.
    """

    ids: Mapping[str, str]
    columns: Sequence[Column[KeyT]]
    code: Column[KeyT]
    takes_time: Callable[[Column[KeyT]], bool]
    text: Callable[[Column[KeyT], CellFound], str] = plain_text
    same: Callable[[Column[KeyT], CellFound, str, ExportHead], bool] | None = None

    def is_same(self, column: Column[KeyT], cell: CellFound, was: str, head: ExportHead) -> bool:
        """Whether a cell is as it was exported."""
        if self.same is not None:
            return self.same(column, cell, was, head)
        return plainly_same(self.text(column, cell), cell, was, editable=column.editable)


def table_back(found: TableFound[RowT, KeyT], rules: Rules[KeyT]) -> TableBack[RowT, KeyT]:
    """What was changed in a workbook since it was exported."""
    back: TableBack[RowT, KeyT] = TableBack()
    back.problems += _columns(found, rules)
    back.remarks += [Trouble(Spot(found.sheet), "", "", each) for each in found.remarks]
    rows: dict[RowT, int] = {}
    for line in found.lines:
        if not any((*line.key, line.stamp)):
            back.remarks += _unknown(found, line)
        elif trouble := _wrong_row(found, line, rows, rules):
            back.problems.append(trouble)
        else:
            rows[line.key] = line.number
            _cells(found, line, back, rules)
    back.remarks += _gone(found, len(set(found.exported) - set(rows)), back)
    return back


def _columns(found: TableFound[RowT, KeyT], rules: Rules[KeyT]) -> Iterator[Trouble]:
    """Columns that are no longer there, or there twice."""
    for key, heading in rules.ids.items():
        if key not in found.ids:
            yield missing(found.sheet, f"the hidden column “{heading}”")
    for column in rules.columns:
        if column.editable and column.key not in found.columns:
            yield missing(found.sheet, f"the column “{column.heading}”")
    headings = {**rules.ids, **{str(each.key): each.heading for each in rules.columns}}
    for key in found.twice:
        yield there_twice(found.sheet, headings[key])


def _unknown(found: TableFound[RowT, KeyT], line: TableLine[RowT, KeyT]) -> Iterator[Trouble]:
    if any(key in found.columns for key in line.cells):
        yield added_row(Spot(found.sheet, line.number))


def _wrong_row(
    found: TableFound[RowT, KeyT],
    line: TableLine[RowT, KeyT],
    rows: dict[RowT, int],
    rules: Rules[KeyT],
) -> Trouble | None:
    """Why a row can’t be told for sure."""
    known, code = found.exported.get(line.key), rules.code
    if known is None or line.stamp != stamp(found.head.seal, line.key):
        ids = " / ".join(f"{each[:SHORT]}…" for each in line.key)
        return altered_identity(_id_spot(found, line, rules), ids)
    if line.key in rows:
        return same_row(_id_spot(found, line, rules), f"row {rows[line.key]}")
    cell, wanted = line.cells.get(code.key, ""), known.get(code.key, "")
    text = rules.text(code, cell)
    if code.key in found.columns and (cell if isinstance(cell, str) else text) != wanted:
        sentence = (
            f"This row says {shown(text)}, but its hidden identity is that of {wanted}."
            " Columns were sorted apart, or the number was typed over."
        )
        return Trouble(_spot(found, line, code), text, wanted, sentence)
    return None


def _cells(
    found: TableFound[RowT, KeyT],
    line: TableLine[RowT, KeyT],
    back: TableBack[RowT, KeyT],
    rules: Rules[KeyT],
) -> None:
    exported = found.exported[line.key]
    code = exported.get(rules.code.key, "")
    for column in rules.columns:
        if column.key not in found.columns:
            continue
        cell, was = line.cells.get(column.key, ""), exported.get(column.key, "")
        if rules.is_same(column, cell, was, found.head):
            continue
        spot, text = _spot(found, line, column), rules.text(column, cell)
        if not column.editable:
            sentence = f"{column.heading} is worked out by the program; the change is not taken."
            back.remarks.append(Trouble(spot, text, was, sentence))
        elif trouble := _untakable(spot, cell, takes_time=rules.takes_time(column)):
            back.problems.append(trouble)
        else:
            back.cells.append(TableCell(spot, code, was, line.key, column.key, text))


def _untakable(spot: Spot, cell: CellFound, *, takes_time: bool) -> Trouble | None:
    """A formula, an error, merged cells; or a date that a sheet made of a text."""
    if isinstance(cell, SheetFault):
        return no_plain_value(spot, cell)
    if isinstance(cell, SheetTime) and not takes_time:
        return no_text(spot, day_plain(cell.when.date()))
    return None


def _spot(found: TableFound[RowT, KeyT], line: TableLine[RowT, KeyT], column: Column[KeyT]) -> Spot:
    heading = found.headings.get(column.key) or column.heading
    return Spot(found.sheet, line.number, letter(found.columns[column.key]), heading)


def _id_spot(
    found: TableFound[RowT, KeyT], line: TableLine[RowT, KeyT], rules: Rules[KeyT]
) -> Spot:
    key, heading = next(iter(rules.ids.items()))
    place = letter(found.ids[key]) if key in found.ids else ""
    return Spot(found.sheet, line.number, place, heading)


def _gone(
    found: TableFound[RowT, KeyT], missing_rows: int, back: TableBack[RowT, KeyT]
) -> Iterator[Trouble]:
    if missing_rows and not back.problems:
        rows = counted(missing_rows, "row")
        verb = "is" if missing_rows == 1 else "are"
        sentence = f"{rows} of the export {verb} not in this workbook; nothing is removed here."
        yield Trouble(Spot(found.sheet), "", "", sentence)
