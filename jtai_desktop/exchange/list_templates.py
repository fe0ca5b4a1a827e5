"""A blank workbook for one list: its headings, the theme’s fields, drop-downs and notes."""

from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jtai_desktop.domain.lists.findings import letter
from jtai_desktop.domain.lists.shape import Column, Kind, ListShape, Rulebook, ThemeField

ROWS = 5_000
FIRST_ROW = 2  # below the title and the headings; counted from 0
NOTE_WIDTH, NOTE_HEIGHT = 280, 140
WIDEST, NARROWEST = 28, 12
CODES = "Codes"
LONGEST_INPUT = 250

KINDS = {
    Kind.ID: "The reference of the case system, as text.",
    Kind.DATE: "A date, such as 05/11/2026.",
    Kind.INTEGER: "A whole number.",
    Kind.TEXT: "Text.",
    Kind.CATEGORY: "One of the codes on the sheet “Codes”, with its letter.",
    Kind.ANSWER: "Yes or no, from the drop-down.",
}


def template(shape: ListShape, book: Rulebook) -> bytes:
    """The workbook of one list."""
    stream = BytesIO()
    workbook = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    sheet = workbook.add_worksheet(f"List_{shape.number}")
    codes = workbook.add_worksheet(CODES)
    title = workbook.add_format({"bold": True, "font_size": 14})
    heading = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    formats = _formats(workbook)
    sheet.write_string(0, 0, f"List {shape.number}: {shape.title}", title)
    for position, column in enumerate(shape.columns):
        _column(sheet, position, column, formats.get(column.kind), heading)
        sheet.write_comment(1, position, note(column, book), _comment())
        _drop_down(sheet, codes, position, column)
    _finish(sheet, shape)
    workbook.close()
    return stream.getvalue()


def note(column: Column, book: Rulebook) -> str:
    """What the note at a heading says."""
    parts = [KINDS[column.kind]]
    if column.note:
        parts.append(f"{column.note[:1].upper()}{column.note[1:].rstrip('.')}.")
    field = next((one for one in book.fields if column.field and one.key == column.field), None)
    parts.append(_when(field, book) if field else _blank(column))
    return "\n".join(parts)


def _blank(column: Column) -> str:
    return "May be blank." if column.blank_ok else "May not be blank."


def _when(field: ThemeField, book: Rulebook) -> str:
    ages = f" of {book.age_from} to {book.age_to}" if field.in_age else ""
    if field.filled_with:
        return f"Answer it where “{field.filled_with}” is filled."
    titles = [one.title for one in book.fields if one.key in field.after]
    if titles:
        opened = " or ".join(f"“{title}”" for title in titles)
        return f"For children{ages}: answer it if {opened} is yes."
    return f"Answer it for every child{ages}."


def _formats(workbook: xlsxwriter.Workbook) -> dict[Kind, Format]:
    text = workbook.add_format({"num_format": "@"})
    return {
        Kind.ID: text,
        Kind.TEXT: text,
        Kind.CATEGORY: text,
        Kind.ANSWER: text,
        Kind.DATE: workbook.add_format({"num_format": "dd/mm/yyyy"}),
        Kind.INTEGER: workbook.add_format({"num_format": "0"}),
    }


def _column(
    sheet: Worksheet, position: int, column: Column, cells: Format | None, heading: Format
) -> None:
    width = max(NARROWEST, min(WIDEST, len(column.name) + 2))
    sheet.set_column(position, position, width, cells)
    sheet.write_string(1, position, column.name, heading)


def _comment() -> dict[str, int]:
    return {"x_scale": 2, "y_scale": 2}


def _drop_down(sheet: Worksheet, codes: Worksheet, position: int, column: Column) -> None:
    """The codes stand on a sheet of their own: a drop-down holds no more than 255 characters."""
    values = column.codes
    if not values:
        return
    codes.write_string(0, position, column.name)
    for row, code in enumerate(values, 1):
        codes.write_string(row, position, code)
    at = letter(position)
    sheet.data_validation(
        FIRST_ROW,
        position,
        ROWS + FIRST_ROW - 1,
        position,
        {
            "validate": "list",
            "source": f"={CODES}!${at}$2:${at}${len(values) + 1}",
            "ignore_blank": True,
            # What else may stand there is warned of, not refused: later codes, other councils.
            "error_type": "warning",
            "error_title": "Not one of the codes",
            "error_message": "The sheet “Codes” lists what may stand here.",
        },
    )


def _finish(sheet: Worksheet, shape: ListShape) -> None:
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.set_row(1, 75)
    sheet.autofilter(1, 0, 1, len(shape.columns) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(1)
