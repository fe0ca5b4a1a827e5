"""An exported workbook as a colleague has it open: cells changed, columns and rows moved, saved."""

from datetime import date, datetime
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook

from jtai_desktop.domain.documents.cell_texts import day_plain
from jtai_desktop.domain.documents.cells import CellKey
from jtai_desktop.domain.sheets import EXPORTED
from jtai_desktop.exchange.register_writing import (
    DOCUMENTS,
    FIRST_ROW,
    HEAD_ROW,
    KEY_ROW,
    LISTS,
)
from tests.exchange.lists import made_files
from tests.exchange.register import old_form

Grid = list[list[Any]]


class IsoTime(datetime):
    """A time that an OpenDocument sheet keeps whole."""

    def __str__(self) -> str:
        return self.isoformat()


class SentRound:
    """The sheets of a workbook as plain cells."""

    def __init__(self, content: bytes) -> None:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        self.sheets: dict[str, Grid] = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
            if name != "Front"  # put there when it was saved before
        }

    @property
    def rows(self) -> Grid:
        """The sheet with the register."""
        return self.sheets[DOCUMENTS]

    @property
    def lines(self) -> Grid:
        """Its rows below the headings."""
        return self.rows[FIRST_ROW:]

    def column(self, key: CellKey | str) -> int:
        """Where a column stands."""
        return self.rows[KEY_ROW].index(str(key))

    def line(self, code: str) -> list[Any]:
        """The row of an item."""
        at = self.column(CellKey.CODE)
        return next(row for row in self.lines if row[at] == code)

    def put(self, code: str, key: CellKey | str, value: object) -> None:
        """Type into a cell."""
        self.line(code)[self.column(key)] = value

    def take_column_out(self, key: CellKey | str) -> None:
        """Delete a column."""
        at = self.column(key)
        for row in self.rows:
            del row[at]

    def move_column_first(self, key: CellKey | str) -> None:
        """Cut a column and put it before all others."""
        at = self.column(key)
        for row in self.rows:
            row.insert(0, row.pop(at))

    def rename(self, key: CellKey | str, heading: str) -> None:
        """Write another heading."""
        self.rows[HEAD_ROW][self.column(key)] = heading

    def add_column(self, heading: str, text: str) -> None:
        """A column of one’s own."""
        for number, row in enumerate(self.rows):
            row.append(heading if number == HEAD_ROW else text if number >= FIRST_ROW else "")

    def sort(self, key: CellKey) -> None:
        """Sort whole rows."""
        at = self.column(key)
        self.rows[FIRST_ROW:] = sorted(self.lines, key=lambda row: str(row[at]))

    def xlsx(self) -> bytes:
        """Saved as Excel does."""
        return made_files.sheets(self.sheets, hidden=(LISTS, EXPORTED))

    def xls(self) -> bytes:
        """Saved as Excel 97 did; times as text, as that is what matters of them here."""
        plain = {
            name: [[_shown(cell) for cell in row] for row in grid]
            for name, grid in self.sheets.items()
        }
        return old_form.xls(plain, hidden=(LISTS, EXPORTED))

    def ods(self) -> bytes:
        """Saved as OpenDocument."""
        plain = {
            name: [[_iso(cell) for cell in row] for row in grid]
            for name, grid in self.sheets.items()
        }
        return made_files.open_document(plain)


def _shown(cell: object) -> object:
    return day_plain(cell) if isinstance(cell, date) else cell


def _iso(cell: object) -> object:
    if isinstance(cell, datetime):
        return IsoTime(*cell.timetuple()[:6])
    return cell
