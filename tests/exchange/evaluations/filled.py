"""A form as an agency has it open: cells filled in, rows taken out or moved, saved."""

from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from jtai_desktop.domain.sheets import EXPORTED
from jtai_desktop.exchange.evaluation_writing import FIRST_ROW, KEY_ROW

Grid = list[list[Any]]


class Formula(str):
    """A cell that is worked out."""

    __slots__ = ()


class FilledForm:
    """The sheets of a form as plain cells."""

    def __init__(self, content: bytes) -> None:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        self.sheets: dict[str, Grid] = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        }

    def column(self, child: str, key: str) -> int:
        """Where a column stands."""
        return self.sheets[child][KEY_ROW].index(key)

    def line(self, child: str, place: str) -> list[Any]:
        """The row of a question or of a field of the head."""
        at = self.column(child, "place")
        rows = self.sheets[child][FIRST_ROW:]
        return next(row for row in rows if f"{row[at]}:".startswith(f"{place}:"))

    def put(self, child: str, place: str, part: str, value: object) -> None:
        """Type into a cell."""
        self.line(child, place)[self.column(child, part)] = value

    def take_row_out(self, child: str, place: str) -> None:
        """Delete a row."""
        self.sheets[child].remove(self.line(child, place))

    def take_column_out(self, child: str, key: str) -> None:
        """Delete a column."""
        at = self.column(child, key)
        for row in self.sheets[child]:
            del row[at]

    def xlsx(self) -> bytes:
        """Saved as Excel does."""
        stream = BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        book = xlsxwriter.Workbook(stream, options)
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, grid in self.sheets.items():
            sheet = book.add_worksheet(name)
            if name == EXPORTED:
                sheet.very_hidden()
            for row, cells in enumerate(grid):
                for column, value in enumerate(cells):
                    if isinstance(value, Formula):
                        sheet.write_formula(row, column, str(value), None, "worked out")
                    elif isinstance(value, date):
                        sheet.write_datetime(row, column, value, day)
                    elif value != "":
                        sheet.write(row, column, value)
        book.close()
        return stream.getvalue()
