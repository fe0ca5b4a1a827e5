"""An exported workbook of the action plan read again; this half works in the worker."""

from pathlib import Path

from jtai_desktop.domain.actions.workbook import COLUMNS, FORMAT, IDS, Key
from jtai_desktop.exchange.sheet_reading import Told, shape_of
from jtai_desktop.exchange.table_reading import read_table
from jtai_desktop.exchange.workbook_limits import Limits

NO_SHEET = (
    "No sheet of this workbook has the columns of the action plan with “Action id” among them."
    " Export it anew and have the changes made in that file."
)
SHAPE = shape_of(
    FORMAT, IDS, {column.key.value: column.heading for column in COLUMNS}, Key.NUMBER.value
)


def read_plan(path: Path, limits: Limits) -> Told:
    """What the workbook says of the plan, as plain JSON; refused where it can’t be read."""
    return read_table(path, limits, SHAPE, "the plan", NO_SHEET)
