"""A small workbook in Excel’s binary form (.xlsb): records of text and numbers, written by hand."""

import struct
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO

START = date(1899, 12, 30)
BOOK, END_BOOK, SHEETS, END_SHEETS, SHEET = 131, 132, 143, 144, 156
BEGIN, END, DIMENSION, DATA, END_DATA = 129, 130, 148, 145, 146
ROW, REAL, TEXT = 0, 5, 6
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"


def binary_book(grids: Mapping[str, Iterable[Iterable[object]]]) -> bytes:
    """The sheets, their cells from A1 on; a date is the number that Excel keeps of it."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("xl/workbook.bin", b"".join(_book(grids)))
        links = "".join(
            f'<Relationship Id="r{at}" Type="{KIND}" Target="worksheets/sheet{at}.bin"/>'
            for at, _ in enumerate(grids, 1)
        )
        whole = f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'
        package.writestr("xl/_rels/workbook.bin.rels", whole)
        for at, grid in enumerate(grids.values(), 1):
            package.writestr(f"xl/worksheets/sheet{at}.bin", b"".join(_sheet(list(grid))))
    return stream.getvalue()


def _book(names: Iterable[str]) -> Iterator[bytes]:
    yield _record(BOOK)
    yield _record(SHEETS)
    for at, name in enumerate(names, 1):
        yield _record(SHEET, struct.pack("<II", 0, at) + _wide(f"r{at}") + _wide(name))
    yield _record(END_SHEETS)
    yield _record(END_BOOK)


def _sheet(rows: list[Iterable[object]]) -> Iterator[bytes]:
    grid = [list(row) for row in rows]
    yield _record(BEGIN)
    yield _record(DIMENSION, struct.pack("<IIII", 0, len(grid) - 1, 0, len(grid[0]) - 1))
    yield _record(DATA)
    for at, cells in enumerate(grid):
        yield _record(ROW, struct.pack("<I", at) + bytes(21))
        for column, value in enumerate(cells):
            yield from _cell(column, value)
    yield _record(END_DATA)
    yield _record(END)


def _cell(column: int, value: object) -> Iterator[bytes]:
    place = struct.pack("<II", column, 0)
    if isinstance(value, date):
        value = (value - START).days
    if isinstance(value, int | float):
        yield _record(REAL, place + struct.pack("<d", value))
    elif value:
        yield _record(TEXT, place + _wide(str(value)))


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, content: bytes = b"") -> bytes:
    return _counted(kind) + _counted(len(content)) + content


def _counted(number: int) -> bytes:
    """Seven bits a byte, the lowest first."""
    found = bytearray()
    while True:
        number, low = number >> 7, number & 127
        found.append(low | (128 if number else 0))
        if not number:
            return bytes(found)
