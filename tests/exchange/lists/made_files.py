"""Small workbooks from rows: as .xlsx, as OpenDocument, and changed by hand to be hostile."""

import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from html import escape
from io import BytesIO

import xlsxwriter

Grid = Iterable[Iterable[object]]

_ODS = (
    '<?xml version="1.0" encoding="utf-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body>"
    "</office:document-content>"
)


def sheets(
    grids: Mapping[str, Grid],
    *,
    at: tuple[int, int] = (0, 0),
    hidden: Iterable[str] = (),
) -> bytes:
    """A workbook of these sheets, their cells beginning at a row and column."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    book.add_worksheet("Front")
    for name, grid in grids.items():
        sheet = book.add_worksheet(name)
        if name in hidden:
            sheet.hide()
        for row, cells in enumerate(grid, at[0]):
            for column, value in enumerate(cells, at[1]):
                sheet.write(row, column, value, day if isinstance(value, date) else None)
    book.close()
    return stream.getvalue()


def open_document(grids: Mapping[str, Grid]) -> bytes:
    """The same as an OpenDocument spreadsheet."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{"".join(map(_ods_row, grid))}</table:table>'
        for name, grid in grids.items()
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", manifest)
        package.writestr("content.xml", _ODS.format(tables), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _ods_row(cells: Iterable[object]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>"


def _ods_cell(value: object) -> str:
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    shown = f"<text:p>{escape(str(value))}</text:p>" if value else ""
    kind = ' office:value-type="string"' if value else ""
    return f"<table:table-cell{kind}>{shown}</table:table-cell>"
