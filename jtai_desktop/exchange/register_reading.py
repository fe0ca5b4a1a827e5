"""An exported workbook of the register read again; this half works in the worker."""

from pathlib import Path

from jtai_desktop.domain.documents.cells import COLUMNS
from jtai_desktop.domain.documents.round_trip import FORMAT
from jtai_desktop.exchange.register_writing import ID_HEADINGS, IDS
from jtai_desktop.exchange.sheet_reading import Told, shape_of
from jtai_desktop.exchange.table_reading import read_table
from jtai_desktop.exchange.workbook_limits import Limits

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
    return read_table(path, limits, SHAPE, "the register", NO_SHEET)
