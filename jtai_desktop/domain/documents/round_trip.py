"""What an exported workbook carries to be read back: head, stamps, the texts as exported."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from jtai_desktop.domain.documents.cell_people import Known
from jtai_desktop.domain.documents.cell_texts import text_of
from jtai_desktop.domain.documents.cells import COLUMNS, CellKey, Row, RowKey
from jtai_desktop.domain.moments import Hour, Moment
from jtai_desktop.domain.sheets import ExportHead
from jtai_desktop.domain.table_back import TableFound, TableLine

FORMAT = "jtai-register 1"
SEAL = 12
Texts = Mapping[CellKey, str]


def texts_of(row: Row, known: Known) -> dict[CellKey, str]:
    """What stands in each cell of a row when it is exported."""
    return {column.key: text_of(row, column.key, known) for column in COLUMNS}


def seal_of(head: ExportHead, rows: Iterable[tuple[RowKey, Texts]]) -> str:
    """The hash of what is exported; it also names the export in the log."""
    found = hashlib.sha256()
    for part in (head.vault_id, head.inspection_id, head.as_at.isoformat()):
        found.update(f"{part}\0".encode())
    for key, texts in rows:
        found.update("\0".join((*key, *texts.values())).encode("utf-8", "surrogatepass"))
    return found.hexdigest()[:SEAL]


def sheet_time(moment: Moment, close: time) -> datetime:
    """The time that stands for a moment in a sheet, so that it sorts; its format says the hour."""
    clock = moment.clock
    if moment.hour is Hour.END_OF_DAY:
        clock = close
    return datetime.combine(moment.day, clock or time(0))


def sheet_day(day: date) -> datetime:
    """The time that stands for a day."""
    return datetime.combine(day, time(0))


LineFound = TableLine[RowKey, CellKey]
RegisterFound = TableFound[RowKey, CellKey]
