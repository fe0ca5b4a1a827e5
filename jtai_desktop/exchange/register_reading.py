"""An exported workbook of the register read again; this half works in the worker."""

from pathlib import Path

from jtai_desktop.domain.documents.cells import COLUMNS
from jtai_desktop.domain.documents.round_trip import FORMAT
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.register_faults import faults_of
from jtai_desktop.exchange.register_writing import ID_HEADINGS, IDS
from jtai_desktop.exchange.sheet_reading import (
    Found,
    Told,
    exported,
    looked_for,
    remarks_on,
    shape_of,
    text_of,
)
from jtai_desktop.exchange.workbook_limits import Limits
from jtai_desktop.exchange.workbook_reading import Workbook, open_workbook

NO_SHEET = (
    "No sheet of this workbook has the columns of the register with “Item id” among them."
    " Export it anew and have the changes made in that file."
)
SHAPE = shape_of(
    FORMAT,
    dict(zip(IDS, ID_HEADINGS, strict=True)),
    {column.key.value: column.heading for column in COLUMNS},
    "code",
)


def read_register(path: Path, limits: Limits) -> Told:
    """What the workbook says of the register, as plain JSON; refused where it can’t be read."""
    book = open_workbook(path, limits)
    try:
        return _read(book, path, limits)
    except Refused as refused:
        raise Refused(refused.problem.sentence, place=path.name) from refused


def _read(book: Workbook, path: Path, limits: Limits) -> Told:
    head, keys, *kept = exported(book, SHAPE)
    found, others = _register(book)
    told = found.told(faults_of(found.sheet, path, book, limits))
    held = [f"The sheet “{name}” holds the register too; it was not read." for name in others]
    return told | {
        "sha256": book.digest,
        "head": [text_of(cell) for cell in head[1:6]],
        "keys": [text_of(cell) for cell in keys],
        "exported": [[text_of(cell) for cell in row] for row in kept],
        "remarks": [*held, *remarks_on(book)],
    }


def _register(book: Workbook) -> tuple[Found, list[str]]:
    """The sheet with the register, and others that look like it."""
    found = [each for sheet in book.sheets if (each := looked_for(sheet, SHAPE))]
    if not found:
        raise Refused(NO_SHEET)
    return found[0], [each.sheet.name for each in found[1:]]
