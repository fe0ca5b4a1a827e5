"""A workbook that went out and came back, wherever its columns and rows stand by now.

This half works in the worker: it finds a sheet by the hidden row of keys, or by its headings, and
gives only what belongs to it; what a colleague added of their own is passed over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from jtai_desktop.domain.documents.cell_people import folded
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.sheets import EXPORTED
from jtai_desktop.exchange.workbook_package import Form
from jtai_desktop.exchange.workbook_reading import OpenSheet, Rows, Workbook

HEAD_FACTS = 6
LOOKED_AT = 30
LEAST_COLUMNS = 3
MOST_WHOLE = 1e15  # beyond it a number of a sheet is no longer exact
NOT_OURS = (
    "This is no workbook that was exported from here, or its hidden sheet was lost on the way."
    " Export it anew and have the changes made in that file, kept as .xlsx."
)
OTHER_FORMAT = "This workbook was exported by another version of the program. Export it anew."
Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a kind of workbook looks like: its format, the columns of identities, all names.

    `names` has the keys of the hidden row, and the headings for where that row was deleted;
    `above` is the column in which lines above the headings may stand.
    """

    format: str
    ids: Mapping[str, str]
    names: Mapping[str, str]
    above: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where it stands in a sheet: the row of keys or headings, the columns, the rows."""

    sheet: OpenSheet
    rows: Rows
    head: int
    columns: Mapping[str, int]
    twice: tuple[str, ...]
    shape: Shape

    def told(self, faults: Mapping[tuple[int, int], str]) -> Told:
        """The sheet as plain JSON."""
        return {
            "sheet": self.sheet.name,
            "columns": {key: at + self.sheet.first_column for key, at in self.columns.items()},
            "headings": {key: _heading(self, at) for key, at in self.columns.items()},
            "twice": list(self.twice),
            "lines": _lines(self, faults),
        }


def shape_of(
    format_: str, ids: Mapping[str, str], headings: Mapping[str, str], above: str
) -> Shape:
    """The shape of a workbook with these columns, each a key with its heading."""
    every = {**ids, **headings}
    names = {key: key for key in every} | {folded(text): key for key, text in every.items()}
    return Shape(format_, ids, names, above)


def exported(book: Workbook, shape: Shape) -> Rows:
    """The sheet that keeps what was exported: its facts, its keys, its rows."""
    for sheet in book.sheets:
        if sheet.name == EXPORTED or sheet.hidden:
            top = sheet.top(1)
            if top and top[0] and text_of(top[0][0]).startswith(shape.format.split()[0]):
                rows = sheet.rows()
                if len(rows) > 1 and len(rows[0]) > HEAD_FACTS:
                    if rows[0][0] != shape.format:
                        raise Refused(OTHER_FORMAT)
                    return rows
    raise Refused(NOT_OURS)


def looked_for(sheet: OpenSheet, shape: Shape) -> Found | None:
    """Where the columns stand in a sheet, if they do."""
    if sheet.name == EXPORTED:
        return None
    for at, row in enumerate(sheet.top(LOOKED_AT)):
        said = [(position, shape.names.get(folded(text_of(c)))) for position, c in enumerate(row)]
        columns = {key: position for position, key in reversed(said) if key}
        if len(columns) > LEAST_COLUMNS and any(key in columns for key in shape.ids):
            every = [key for _, key in said if key]
            twice = tuple(dict.fromkeys(key for key in every if every.count(key) > 1))
            return Found(sheet, sheet.rows(), at, columns, twice, shape)
    return None


def remarks_on(book: Workbook) -> list[str]:
    """What is said of the file as a whole."""
    said = []
    if book.package.form is not Form.PACKAGE:
        said.append("In this form formulas and errors can’t be told from values; .xlsx is surer.")
    if book.package.macros:
        said.append("The workbook has macros; they were not run.")
    return said


def text_of(value: object) -> str:
    """A cell as text."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return (
            str(int(value)) if value.is_integer() and abs(value) < MOST_WHOLE else f"{value:.15g}"
        )
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\r", "\n")


def _heading(found: Found, at: int) -> str:
    """The heading over a column: the last text above the first row that has an identity."""
    ids = next(found.columns[key] for key in found.shape.ids if key in found.columns)
    below = found.rows[found.head : found.head + LOOKED_AT]
    end = next(
        (n for n, row in enumerate(below) if n and _is_id(row[ids], found.shape)), len(below)
    )
    texts = [text_of(row[at]) for row in below[:end]]
    return next((text for text in reversed(texts) if text), "")


def _is_id(cell: object, shape: Shape) -> bool:
    named = {*shape.ids, *map(folded, shape.ids.values())}
    return bool(text_of(cell)) and folded(text_of(cell)) not in named


def _lines(found: Found, faults: Mapping[tuple[int, int], str]) -> list[list[Any]]:
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
        if kept and not _repeats(kept, heads, found.shape):
            lines.append([number + 1, kept])
    return lines


def _repeats(cells: Mapping[str, object], heads: Mapping[str, str], shape: Shape) -> bool:
    """Whether a row is the headings again, or a line such as the marking above them."""
    if not any(key in cells for key in shape.ids):
        return len(cells) == 1 and shape.above in cells
    return all(isinstance(cell, str) and folded(cell) == heads[key] for key, cell in cells.items())


def _cell(value: object) -> str | list[str]:
    """A cell as JSON carries it: text, or a time by its ISO form."""
    if isinstance(value, datetime):
        return ["t", value.replace(microsecond=0).isoformat()]
    if isinstance(value, date):
        return ["t", datetime.combine(value, time(0)).isoformat()]
    return text_of(value)
