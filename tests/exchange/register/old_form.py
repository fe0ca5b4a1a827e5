"""A workbook in the form of 1997 (.xls), written by hand: no program of today writes it."""

import struct
from collections.abc import Iterator, Mapping, Sequence

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
GLOBALS, WORKSHEET, HIDDEN = 0x0005, 0x0010, 1
LONGEST = 4_000  # characters that a record can hold

Grid = Sequence[Sequence[object]]


def xls(grids: Mapping[str, Grid], hidden: Sequence[str] = ()) -> bytes:
    """The sheets as text, each cell a record of its own."""
    sheets = [_sheet(grid) for grid in grids.values()]
    names = list(grids)
    start = len(_globals(names, [0] * len(names), hidden))
    offsets = [start + sum(map(len, sheets[:number])) for number in range(len(sheets))]
    return _container(_globals(names, offsets, hidden) + b"".join(sheets))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _begin(what: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, what, 0x0DBB, 0x07CC, 0, 6))


def _globals(names: Sequence[str], offsets: Sequence[int], hidden: Sequence[str]) -> bytes:
    sheets = b"".join(
        _record(
            0x0085,
            struct.pack("<IBBBB", offset, HIDDEN if name in hidden else 0, 0, len(name), 1)
            + name.encode("utf-16-le"),
        )
        for name, offset in zip(names, offsets, strict=True)
    )
    return (
        _begin(GLOBALS) + _record(0x0042, struct.pack("<H", 1200)) + sheets + _record(0x000A, b"")
    )


def _sheet(grid: Grid) -> bytes:
    return _begin(WORKSHEET) + b"".join(_cells(grid)) + _record(0x000A, b"")


def _cells(grid: Grid) -> Iterator[bytes]:
    width = max(map(len, grid), default=0)
    yield _record(0x0200, struct.pack("<IIHHH", 0, len(grid), 0, width, 0))
    for row, cells in enumerate(grid):
        for column, cell in enumerate(cells):
            if isinstance(cell, int | float) and not isinstance(cell, bool):
                yield _record(0x0203, struct.pack("<HHHd", row, column, 0, cell))
            elif str(cell):
                text = str(cell)[:LONGEST]
                head = struct.pack("<HHHHB", row, column, 0, len(text), 1)
                yield _record(0x0204, head + text.encode("utf-16-le"))


def _container(stream: bytes) -> bytes:
    """The stream in a compound file: header, table of sectors, directory, content."""
    padded = stream.ljust(max(len(stream), 8 * SECTOR), b"\0")
    content = -(-len(padded) // SECTOR)
    tables = 1
    while tables * (SECTOR // 4) < tables + 1 + content:
        tables += 1
    first = tables + 1
    chain = [*range(first + 1, first + content), END]
    table = [*[FAT] * tables, END, *chain]
    table += [FREE] * (tables * (SECTOR // 4) - len(table))
    header = _header(tables)
    entries = _entry("Root Entry", 5, END, 0, child=1) + _entry("Workbook", 2, first, len(padded))
    directory = entries.ljust(SECTOR, b"\0")
    sectors = struct.pack(f"<{len(table)}I", *table)
    return header + sectors + directory + padded.ljust(content * SECTOR, b"\0")


def _header(tables: int) -> bytes:
    places = [*range(tables), *[FREE] * (109 - tables)]
    return struct.pack(
        "<8s16sHHHHH6sIIIIIIIII109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        bytes(16),
        *(0x3E, 3, 0xFFFE, 9, 6),
        bytes(6),
        *(0, tables, tables, 0, 4096, END, 0, END, 0),
        *places,
    )


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        text,
        len(text),
        kind,
        1,
        FREE,
        FREE,
        child,
        bytes(16),
        0,
        0,
        0,
        start,
        size,
    )
