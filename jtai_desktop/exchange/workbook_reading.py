"""Opens a file of lists and gives its sheets as rows of plain values."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import cast

import python_calamine
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.workbook_limits import Limits
from jtai_desktop.exchange.workbook_package import DAMAGED, LOCKED, ErrorCell, Form, Package, look
from jtai_desktop.exchange.workbook_text import read_text_rows

Rows = list[list[object]]

ABSENT = "There is no such file; check the name and the folder."
FOLDER = "This is a folder; name the files in it."
UNREADABLE = "The file can’t be read; close it elsewhere, or ask for the right to read it."
EMPTY = "The file is empty."
LARGE = "The file is larger than 100 MB; no list is as large as that."
TOO_WIDE = "A sheet has more cells than any list needs; delete what lies outside the list."
NO_SHEETS = "The workbook has no sheets that can be read."


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """One sheet: its name, where its cells begin (from 0), and its rows when asked for."""

    name: str
    hidden: bool
    first_row: int
    first_column: int
    height: int
    width: int
    source: CalamineSheet | Rows
    errors: tuple[ErrorCell, ...] = ()

    def top(self, rows: int) -> Rows:
        """The first rows."""
        return self._rows(rows)

    def rows(self) -> Rows:
        """Every row, with the errors that Excel shows in place of blanks."""
        rows = self._rows(None)
        if self.errors:
            self._put_errors(rows)
        return rows

    def _put_errors(self, rows: Rows) -> None:
        for error in self.errors:
            row, column = error.row - self.first_row, error.column - self.first_column
            if 0 <= row < len(rows) and 0 <= column < len(rows[row]):
                rows[row][column] = error.text

    def _rows(self, most: int | None) -> Rows:
        if isinstance(self.source, list):
            return self.source[:most]
        rows = self.source.to_python(skip_empty_area=True, nrows=most)
        return cast("Rows", rows)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file that was opened: its digest, what was seen in its package, and its sheets."""

    file: str
    digest: str
    package: Package
    sheets: tuple[OpenSheet, ...]


def open_workbook(path: Path, limits: Limits) -> Workbook:
    """The workbook of a file; refused, with one sentence, where it can’t be read."""
    try:
        return workbook_of(content_of(path, limits), path, limits)
    except Refused as refused:
        raise Refused(refused.problem.sentence, place=path.name) from refused


def content_of(path: Path, limits: Limits) -> bytes:
    """What is in a file; refused where it can’t be read."""
    if path.is_dir():
        raise Refused(FOLDER)
    try:
        if path.exists() and not path.is_file():
            raise Refused(UNREADABLE)  # a pipe or a device could wait for ever
        with path.open("rb") as file:
            content = file.read(limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise Refused(ABSENT) from error
    except (OSError, ValueError) as error:
        raise Refused(UNREADABLE) from error
    if not content:
        raise Refused(EMPTY)
    if len(content) > limits.file_bytes:
        raise Refused(LARGE)
    return content


def workbook_of(content: bytes, path: Path, limits: Limits) -> Workbook:
    """The workbook that was read from this file; refused where it is none."""
    package = look(content, path.suffix.lower(), limits)
    if package.form is Form.TEXT:
        sheets = [_text_sheet(path.stem, read_text_rows(content, limits))]
    else:
        sheets = list(_sheets(content, package, limits))
    if not sheets:
        raise Refused(NO_SHEETS)
    return Workbook(path.name, hashlib.sha256(content).hexdigest(), package, tuple(sheets))


def _text_sheet(name: str, rows: Rows) -> OpenSheet:
    width = len(rows[0]) if rows else 0
    return OpenSheet(
        name, hidden=False, first_row=0, first_column=0, height=len(rows), width=width, source=rows
    )


def _sheets(content: bytes, package: Package, limits: Limits) -> Iterator[OpenSheet]:
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        for meta in book.sheets_metadata[: limits.sheets]:
            if meta.typ is SheetTypeEnum.WorkSheet:
                hidden = meta.visible is not python_calamine.SheetVisibleEnum.Visible
                yield _sheet(book, meta.name, package, limits, hidden=hidden)
    except python_calamine.PasswordError as error:
        raise Refused(LOCKED) from error
    except (CalamineError, OSError, ValueError) as error:
        raise Refused(DAMAGED) from error


def _sheet(
    book: CalamineWorkbook, name: str, package: Package, limits: Limits, *, hidden: bool
) -> OpenSheet:
    sheet = book.get_sheet_by_name(name)
    if sheet.height > limits.rows or sheet.height * sheet.width > limits.cells:
        raise Refused(TOO_WIDE)
    row, column = sheet.start or (0, 0)
    return OpenSheet(
        name, hidden, row, column, sheet.height, sheet.width, sheet, package.errors.get(name, ())
    )
