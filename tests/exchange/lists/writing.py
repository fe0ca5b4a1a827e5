"""Writes made-up lists as files: workbooks and text."""

import csv
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tests.exchange.lists.county import County

FIRST_ROW = 3  # as the sheet counts: a title, the headings, then the rows


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """A cell in which a formula shows an error."""

    text: str


def workbook(county: County, numbers: list[int] | None = None) -> bytes:
    """One workbook with some of the lists, all by default."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for number in numbers or sorted(county.rows):
        sheet = book.add_worksheet(f"List_{number}")
        sheet.write_string(0, 0, f"List {number}: {county.shape(number).title}")
        for position, heading in enumerate(county.headings(number)):
            sheet.write_string(1, position, heading)
        for row, cells in enumerate(county.grid(number), FIRST_ROW - 1):
            for position, value in enumerate(cells):
                _write(sheet, row, position, value, day)
    book.close()
    return stream.getvalue()


def _write(sheet: Worksheet, row: int, position: int, value: object, day: Format) -> None:
    if isinstance(value, str):
        if value:
            sheet.write_string(row, position, value)
    elif isinstance(value, ErrorValue):
        sheet.write_formula(row, position, "=1/0", None, value.text)
    elif isinstance(value, date):
        sheet.write_datetime(row, position, datetime.combine(value, time()), day)
    elif isinstance(value, bool):
        sheet.write_boolean(row, position, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, position, value)


def text(county: County, number: int) -> str:
    """One list as CSV, its dates day first."""
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(county.headings(number))
    for cells in county.grid(number):
        writer.writerow(f"{c:%d/%m/%Y}" if isinstance(c, date) else c for c in cells)
    return stream.getvalue()


def saved(content: bytes, folder: Path, name: str = "lists.xlsx") -> Path:
    """The content as a file."""
    path = folder / name
    path.write_bytes(content)
    return path
