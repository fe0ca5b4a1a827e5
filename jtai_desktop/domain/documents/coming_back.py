"""A workbook of the register that came back: how its cells are read, and the edits they ask for."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from jtai_desktop.domain.documents.cell_edits import Edit
from jtai_desktop.domain.documents.cell_moments import read_moment
from jtai_desktop.domain.documents.cell_texts import moment_text
from jtai_desktop.domain.documents.cells import BY_KEY, COLUMNS, CellKey, Form, RowKey
from jtai_desktop.domain.documents.round_trip import RegisterFound, sheet_time
from jtai_desktop.domain.moments import Moment, at
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.sheets import CellFound, ExportHead, SheetTime, Spot, Trouble
from jtai_desktop.domain.table_back import (
    Column,
    Rules,
    TableBack,
    plain_text,
    plainly_same,
    table_back,
)

ID_HEADINGS = {"item-id": "Item id", "document-id": "Document id", "stamp": "Stamp"}


@dataclass(frozen=True, slots=True)
class CellBack:
    """A cell that was changed in the workbook, with what it was when it was exported."""

    spot: Spot
    code: str
    exported: str
    edit: Edit


@dataclass(slots=True)
class CameBack:
    """All that differs, in the order of the sheet; problems stop it, remarks do not."""

    cells: list[CellBack] = field(default_factory=list)
    problems: list[Trouble] = field(default_factory=list)
    remarks: list[Trouble] = field(default_factory=list)


def came_back(found: RegisterFound) -> CameBack:
    """What was changed in a workbook since it was exported."""
    back: TableBack[RowKey, CellKey] = table_back(found, RULES)
    cells = [
        CellBack(each.spot, each.code, each.exported, Edit(*each.row, each.column, each.text))
        for each in back.cells
    ]
    return CameBack(cells, back.problems, back.remarks)


def _takes_time(column: Column[CellKey]) -> bool:
    return BY_KEY[column.key].form in {Form.DATES, Form.MOMENT}


def _text(column: Column[CellKey], cell: CellFound) -> str:
    """A cell as a person would have typed it; in a column of times with its hour."""
    if isinstance(cell, SheetTime) and BY_KEY[column.key].form is Form.MOMENT:
        timed = cell.when.time() != time(0)
        return moment_text(at(cell.when) if timed else Moment(cell.when.date()))
    return plain_text(column, cell)


def _same(column: Column[CellKey], cell: CellFound, was: str, head: ExportHead) -> bool:
    """Whether a cell is as it was exported; the time of an end of day is the close then."""
    if isinstance(cell, SheetTime) and BY_KEY[column.key].form is Form.MOMENT and was:
        return _sheet_time(was, head.as_at.date(), head.close) == cell.when
    return plainly_same(_text(column, cell), cell, was, editable=column.editable)


def _sheet_time(was: str, near: date, close: time) -> datetime | None:
    try:
        return sheet_time(read_moment(was, near), close)
    except Refused:
        return None


RULES = Rules(ID_HEADINGS, COLUMNS, BY_KEY[CellKey.CODE], _takes_time, _text, _same)
