"""A table that was exported as a workbook, read again; this half works in the worker."""

from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.register_faults import faults_of
from jtai_desktop.exchange.sheet_reading import (
    Found,
    Shape,
    Told,
    exported,
    looked_for,
    remarks_on,
    text_of,
)
from jtai_desktop.exchange.workbook_limits import Limits
from jtai_desktop.exchange.workbook_reading import Workbook, open_workbook


def read_table(path: Path, limits: Limits, shape: Shape, called: str, no_sheet: str) -> Told:
    """What the workbook says, as plain JSON; refused where it can’t be read.

    `called` is what a second sheet is said to hold, `no_sheet` the sentence where none does.
    """
    book = open_workbook(path, limits)
    try:
        head, keys, *kept = exported(book, shape)
        found, others = _sheets(book, shape, no_sheet)
        told = found.told(faults_of(found.sheet, path, book, limits))
    except Refused as refused:
        raise Refused(refused.problem.sentence, place=path.name) from refused
    held = [f"The sheet “{name}” holds {called} too; it was not read." for name in others]
    return told | {
        "sha256": book.digest,
        "head": [text_of(cell) for cell in head[1:6]],
        "keys": [text_of(cell) for cell in keys],
        "exported": [[text_of(cell) for cell in row] for row in kept],
        "remarks": [*held, *remarks_on(book)],
    }


def _sheets(book: Workbook, shape: Shape, no_sheet: str) -> tuple[Found, list[str]]:
    """The sheet with the table, and others that look like it."""
    found = [each for sheet in book.sheets if (each := looked_for(sheet, shape))]
    if not found:
        raise Refused(no_sheet)
    return found[0], [each.sheet.name for each in found[1:]]
