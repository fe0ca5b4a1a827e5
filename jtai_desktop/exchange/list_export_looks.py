"""How cells of an exported list look, and how any value is written so that it stays what it is."""

import math
from dataclasses import dataclass
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jtai_desktop.domain.lists.shape import Gravity

GRAVE = {Gravity.ERROR: "Error", Gravity.WARNING: "Warning", Gravity.REMARK: "Remark"}
TINTS = {Gravity.ERROR: "#F6CFC9", Gravity.WARNING: "#FBE7B6", Gravity.REMARK: "#DCE6F2"}
LONGEST = 32_767  # Excel’s own
FIRST_YEAR = 1901  # Excel miscounts the days of 1900 and knows none before
RUNS = "=+-@\t\r"  # with these a cell would begin a formula


@dataclass(frozen=True, slots=True)
class CellLook:
    """The formats of one tint, for each kind of value."""

    text: Format
    quoted: Format
    day: Format
    moment: Format
    number: Format


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of the workbook; by how grave a cell’s problem is."""

    strong: Format
    note: Format
    link: Format
    heading: Format
    plain: CellLook
    tinted: dict[Gravity, CellLook]

    def of(self, gravity: Gravity | None) -> CellLook:
        """How a cell looks that has a problem of this gravity, or none."""
        return self.tinted[gravity] if gravity else self.plain


def looks_of(book: xlsxwriter.Workbook) -> Looks:
    """Every format, made once."""
    heading = {"bold": True, "text_wrap": True, "valign": "top", "border": 1}
    return Looks(
        strong=book.add_format({"bold": True, "valign": "top"}),
        note=book.add_format({"text_wrap": True, "valign": "top"}),
        link=book.add_format({"font_color": "#0B5CAD", "underline": 1}),
        heading=book.add_format(heading),
        plain=_cell_look(book, ""),
        tinted={gravity: _cell_look(book, colour) for gravity, colour in TINTS.items()},
    )


def write(sheet: Worksheet, row: int, column: int, value: object, look: CellLook) -> None:
    """One value: text stays text whatever it begins with, what Excel can’t hold becomes text."""
    if isinstance(value, str):
        _text(sheet, row, column, value, look)
    elif value is None:
        sheet.write_blank(row, column, None, look.text)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, look.number)
    elif isinstance(value, int | float):
        _number(sheet, row, column, value, look)
    elif isinstance(value, date):
        _date(sheet, row, column, value, look)
    else:
        _text(sheet, row, column, str(value), look)


def _text(sheet: Worksheet, row: int, column: int, value: str, look: CellLook) -> None:
    if not value:
        sheet.write_blank(row, column, None, look.text)
        return
    shown = look.quoted if value.lstrip(" ")[:1] in RUNS else look.text
    sheet.write_string(row, column, value[:LONGEST], shown)


def _number(sheet: Worksheet, row: int, column: int, value: float, look: CellLook) -> None:
    if math.isfinite(value):
        sheet.write_number(row, column, value, look.number)
    else:
        _text(sheet, row, column, str(value), look)


def _date(sheet: Worksheet, row: int, column: int, value: date, look: CellLook) -> None:
    if value.year < FIRST_YEAR:
        _text(sheet, row, column, value.isoformat(), look)
    elif isinstance(value, datetime):
        at_midnight = value.time() == time()
        shown = look.day if at_midnight else look.moment
        sheet.write_datetime(row, column, value.replace(tzinfo=None), shown)
    else:
        sheet.write_datetime(row, column, datetime.combine(value, time()), look.day)


def _cell_look(book: xlsxwriter.Workbook, colour: str) -> CellLook:
    ground = {"bg_color": colour} if colour else {}
    return CellLook(
        text=book.add_format({"num_format": "@"} | ground),
        quoted=book.add_format({"num_format": "@", "quote_prefix": True} | ground),
        day=book.add_format({"num_format": "dd/mm/yyyy"} | ground),
        moment=book.add_format({"num_format": "dd/mm/yyyy hh:mm"} | ground),
        number=book.add_format(dict(ground)),
    )
