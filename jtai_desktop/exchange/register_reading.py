"""An exported workbook read again, wherever its columns and rows stand by now.

This half works in the worker: it finds the sheet by the hidden row of keys, or by its headings,
and gives only what belongs to the register; what a colleague added of their own is passed over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from jtai_desktop.domain.documents.cell_people import folded
from jtai_desktop.domain.documents.cells import COLUMNS
from jtai_desktop.domain.documents.round_trip import FORMAT
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.register_faults import faults_of
from jtai_desktop.exchange.register_writing import EXPORTED, ID_HEADINGS, IDS
from jtai_desktop.exchange.workbook_limits import Limits
from jtai_desktop.exchange.workbook_package import Form
from jtai_desktop.exchange.workbook_reading import OpenSheet, Rows, Workbook, open_workbook

LOOKED_AT = 30
LEAST_COLUMNS = 3
MOST_WHOLE = 1e15  # beyond it a number of a sheet is no longer exact
NOT_OURS = (
    "This is no workbook that was exported from here, or its hidden sheet was lost on the way."
    " Export it anew and have the changes made in that file, kept as .xlsx."
)
NO_SHEET = (
    "No sheet of this workbook has the columns of the register with “Item id” among them."
    " Export it anew and have the changes made in that file."
)
OTHER_FORMAT = "This workbook was exported by another version of the program. Export it anew."
KEYS = (*IDS, *(column.key.value for column in COLUMNS))
# The keys of the hidden row, and the headings for where that row was deleted.
NAMES = {key: key for key in KEYS} | {
    folded(heading): key
    for key, heading in (
        *zip(IDS, ID_HEADINGS, strict=True),
        *((column.key.value, column.heading) for column in COLUMNS),
    )
}
Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the register stands in a sheet: the row of keys or headings, the columns, the rows."""

    sheet: OpenSheet
    rows: Rows
    head: int
    columns: Mapping[str, int]
    twice: tuple[str, ...]


def read_register(path: Path, limits: Limits) -> Told:
    """What the workbook says of the register, as plain JSON; refused where it can’t be read."""
    book = open_workbook(path, limits)
    try:
        return _read(book, path, limits)
    except Refused as refused:
        raise Refused(refused.problem.sentence, place=path.name) from refused


def _read(book: Workbook, path: Path, limits: Limits) -> Told:
    exported = _exported(book)
    head, keys, *kept = exported
    if head[0] != FORMAT:
        raise Refused(OTHER_FORMAT)
    found, others = _register(book)
    faults = faults_of(found.sheet, path, book, limits)
    return {
        "sheet": found.sheet.name,
        "sha256": book.digest,
        "head": [_text(cell) for cell in head[1:6]],
        "columns": {key: at + found.sheet.first_column for key, at in found.columns.items()},
        "headings": {key: _heading(found, at) for key, at in found.columns.items()},
        "twice": list(found.twice),
        "lines": _lines(found, faults),
        "keys": [_text(cell) for cell in keys],
        "exported": [[_text(cell) for cell in row] for row in kept],
        "remarks": _remarks(book, others),
    }


def _exported(book: Workbook) -> Rows:
    """The sheet that keeps what was exported."""
    for sheet in book.sheets:
        if sheet.name == EXPORTED or sheet.hidden:
            top = sheet.top(1)
            if top and top[0] and _text(top[0][0]).startswith(FORMAT.split()[0]):
                rows = sheet.rows()
                if len(rows) > 1 and len(rows[0]) > len(IDS) + 3:
                    return rows
    raise Refused(NOT_OURS)


def _register(book: Workbook) -> tuple[_Found, list[str]]:
    """The sheet with the register, and others that look like it."""
    found = [each for sheet in book.sheets if (each := _looked_for(sheet))]
    if not found:
        raise Refused(NO_SHEET)
    return found[0], [each.sheet.name for each in found[1:]]


def _looked_for(sheet: OpenSheet) -> _Found | None:
    if sheet.name == EXPORTED:
        return None
    for at, row in enumerate(sheet.top(LOOKED_AT)):
        said = [(position, NAMES.get(folded(_text(cell)))) for position, cell in enumerate(row)]
        columns = {key: position for position, key in reversed(said) if key}
        if len(columns) > LEAST_COLUMNS and any(key in columns for key in IDS):
            every = [key for _, key in said if key]
            twice = tuple(dict.fromkeys(key for key in every if every.count(key) > 1))
            return _Found(sheet, sheet.rows(), at, columns, twice)
    return None


def _heading(found: _Found, at: int) -> str:
    """The heading over a column: the last text above the first row that has an identity."""
    ids = next(found.columns[key] for key in IDS if key in found.columns)
    below = found.rows[found.head : found.head + LOOKED_AT]
    end = next((n for n, row in enumerate(below) if n and _is_id(row[ids])), len(below))
    texts = [_text(row[at]) for row in below[:end]]
    return next((text for text in reversed(texts) if text), "")


def _is_id(cell: object) -> bool:
    return bool(_text(cell)) and folded(_text(cell)) not in {*IDS, *map(folded, ID_HEADINGS)}


def _lines(found: _Found, faults: Mapping[tuple[int, int], str]) -> list[list[Any]]:
    """The rows below the headings in which anything of ours stands, each with its number."""
    lines = []
    first_row, first_column = found.sheet.first_row, found.sheet.first_column
    places = [(key, at, at + first_column) for key, at in found.columns.items()]
    heads = {key: folded(_heading(found, at)) for key, at in found.columns.items()}
    for at, row in enumerate(found.rows[found.head + 1 :], found.head + 1):
        number = at + first_row
        cells = {
            key: ["f", faults[number, column]] if (number, column) in faults else _cell(row[place])
            for key, place, column in places
        }
        kept = {key: cell for key, cell in cells.items() if cell != ""}
        if kept and not _repeats(kept, heads):
            lines.append([number + 1, kept])
    return lines


def _repeats(cells: Mapping[str, object], heads: Mapping[str, str]) -> bool:
    """Whether a row is the headings again, or the line of the marking above them."""
    if not any(key in cells for key in IDS):
        return len(cells) == 1 and "code" in cells
    return all(isinstance(cell, str) and folded(cell) == heads[key] for key, cell in cells.items())


def _cell(value: object) -> str | list[str]:
    """A cell as JSON carries it: text, or a time by its ISO form."""
    if isinstance(value, datetime):
        return ["t", value.replace(microsecond=0).isoformat()]
    if isinstance(value, date):
        return ["t", datetime.combine(value, time(0)).isoformat()]
    return _text(value)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return (
            str(int(value)) if value.is_integer() and abs(value) < MOST_WHOLE else f"{value:.15g}"
        )
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\r", "\n")


def _remarks(book: Workbook, others: list[str]) -> list[str]:
    said = [f"The sheet “{name}” holds the register too; it was not read." for name in others]
    if book.package.form is not Form.PACKAGE:
        said.append("In this form formulas and errors can’t be told from values; .xlsx is surer.")
    if book.package.macros:
        said.append("The workbook has macros; they were not run.")
    return said
