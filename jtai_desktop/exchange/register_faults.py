"""Cells of a workbook that can’t be taken as they stand: errors, merged cells, formulas."""

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.workbook_limits import Limits
from jtai_desktop.exchange.workbook_package import DAMAGED, Form, sheet_names
from jtai_desktop.exchange.workbook_reading import OpenSheet, Workbook

MOST_FORMULAS = 200_000
_FORMULA = re.compile(
    rb'<(?:\w{1,9}:)?c\b[^>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"[^>]{0,200}>\s{0,9}<(?:\w{1,9}:)?f\b'
)


def faults_of(
    sheet: OpenSheet, path: Path, book: Workbook, limits: Limits
) -> dict[tuple[int, int], str]:
    """The cells that can’t be taken as they stand, by row and column from 0."""
    faults = {(error.row, error.column): error.text for error in sheet.errors}
    for row, column in _merged(sheet, limits):
        faults[row, column] = "merged cells"
    if book.package.form is Form.PACKAGE:
        faults.update(_formulas(path, sheet.name))
    return faults


def _merged(sheet: OpenSheet, limits: Limits) -> list[tuple[int, int]]:
    source = sheet.source
    ranges = None if isinstance(source, list) else source.merged_cell_ranges
    cells: list[tuple[int, int]] = []
    for (top, left), (bottom, right) in ranges or ():
        width = min(right, limits.columns) - left + 1
        rows = range(top, min(bottom, sheet.first_row + sheet.height) + 1)
        if bottom >= top and right >= left and len(cells) < limits.cells // 10:
            cells += [(row, left + each) for row in rows for each in range(width)]
    return cells


def _formulas(path: Path, name: str) -> dict[tuple[int, int], str]:
    """The cells of a sheet that hold a formula; the reader gives only what it last came to."""
    content = path.read_bytes()
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            part = next((part for part, each in sheet_names(package).items() if each == name), "")
            text = package.read(part) if part else b""
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, ValueError, EOFError) as error:
        raise Refused(DAMAGED) from error
    matches = (
        match for _, match in zip(range(MOST_FORMULAS), _FORMULA.finditer(text), strict=False)
    )
    return {(int(match[2]) - 1, _column(match[1])): "a formula" for match in matches}


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
