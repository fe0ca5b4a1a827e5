"""A workbook that came back: which cells differ from what was exported, and what can't be taken.

Only what a person changed in the workbook is looked at. Whether the same cell was changed here
meanwhile is asked afterwards, with the register at hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time

from jtai_desktop.domain.documents.cell_edits import Edit
from jtai_desktop.domain.documents.cell_moments import read_moment
from jtai_desktop.domain.documents.cell_texts import day_plain, moment_text
from jtai_desktop.domain.documents.cells import BY_KEY, COLUMNS, CellKey, Column, Form, RowKey
from jtai_desktop.domain.documents.round_trip import LineFound, RegisterFound, sheet_time
from jtai_desktop.domain.lists.findings import letter
from jtai_desktop.domain.moments import Moment, at
from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.sheets import (
    CellFound,
    SheetFault,
    SheetTime,
    Spot,
    Trouble,
    added_row,
    altered_identity,
    missing,
    no_plain_value,
    no_text,
    same_row,
    stamp,
    there_twice,
)
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import counted

ID_HEADINGS = {"item-id": "Item id", "document-id": "Document id", "stamp": "Stamp"}
SHORT = 8
_CODE = BY_KEY[CellKey.CODE]


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
    back = CameBack()
    back.problems += _columns(found)
    back.remarks += [Trouble(Spot(found.sheet), "", "", each) for each in found.remarks]
    rows: dict[RowKey, int] = {}
    for line in found.lines:
        if not any((*line.key, line.stamp)):
            back.remarks += _unknown(found, line)
        elif trouble := _wrong_row(found, line, rows):
            back.problems.append(trouble)
        else:
            rows[line.key] = line.number
            _cells(found, line, back)
    back.remarks += _gone(found, len(set(found.exported) - set(rows)), back)
    return back


def _columns(found: RegisterFound) -> Iterator[Trouble]:
    """Columns that are no longer there, or there twice."""
    for key, heading in ID_HEADINGS.items():
        if key not in found.ids:
            yield missing(found.sheet, f"the hidden column “{heading}”")
    for column in COLUMNS:
        if column.editable and column.key not in found.columns:
            yield missing(found.sheet, f"the column “{column.heading}”")
    headings = ID_HEADINGS | {column.key.value: column.heading for column in COLUMNS}
    for key in found.twice:
        yield there_twice(found.sheet, headings[key])


def _unknown(found: RegisterFound, line: LineFound) -> Iterator[Trouble]:
    typed = [key for key in line.cells if key in found.columns]
    if typed:
        yield added_row(Spot(found.sheet, line.number))


def _wrong_row(found: RegisterFound, line: LineFound, rows: dict[RowKey, int]) -> Trouble | None:
    """Why a row can’t be told for sure."""
    known = found.exported.get(line.key)
    if known is None or line.stamp != stamp(found.head.seal, line.key):
        ids = f"{line.key.item_id[:SHORT]}… / {line.key.document_id[:SHORT]}…"
        return altered_identity(_id_spot(found, line), ids)
    if line.key in rows:
        return same_row(_id_spot(found, line), f"row {rows[line.key]}")
    code, wanted = line.cells.get(CellKey.CODE, ""), known.get(CellKey.CODE, "")
    if CellKey.CODE in found.columns and code != wanted:
        text = _text(_CODE, code)
        sentence = (
            f"This row says {shown(text)}, but its hidden identity is that of {wanted}."
            " Columns were sorted apart, or the number was typed over."
        )
        return Trouble(_spot(found, line, _CODE), text, wanted, sentence)
    return None


def _cells(found: RegisterFound, line: LineFound, back: CameBack) -> None:
    exported = found.exported[line.key]
    code = exported.get(CellKey.CODE, "")
    for column in COLUMNS:
        if column.key not in found.columns:
            continue
        cell, was = line.cells.get(column.key, ""), exported.get(column.key, "")
        if _same(column, cell, was, found):
            continue
        spot = _spot(found, line, column)
        if not column.editable:
            sentence = f"{column.heading} is worked out by the program; the change is not taken."
            back.remarks.append(Trouble(spot, _text(column, cell), was, sentence))
        elif trouble := _untakable(spot, column, cell):
            back.problems.append(trouble)
        else:
            edit = Edit(*line.key, column.key, _text(column, cell))
            back.cells.append(CellBack(spot, code, was, edit))


def _untakable(spot: Spot, column: Column, cell: CellFound) -> Trouble | None:
    """A formula, an error, merged cells; or a date that a sheet made of a text."""
    if isinstance(cell, SheetFault):
        return no_plain_value(spot, cell)
    if isinstance(cell, SheetTime) and column.form not in {Form.DATES, Form.MOMENT}:
        return no_text(spot, day_plain(cell.when.date()))
    return None


def _same(column: Column, cell: CellFound, was: str, found: RegisterFound) -> bool:
    """Whether a cell is as it was exported."""
    if isinstance(cell, SheetFault):
        return not column.editable
    if isinstance(cell, SheetTime) and column.form is Form.MOMENT and was:
        return _sheet_time(was, found.head.as_at.date(), found.head.close) == cell.when
    return _text(column, cell).strip() == was.strip()


def _sheet_time(was: str, near: date, close: time) -> datetime | None:
    try:
        return sheet_time(read_moment(was, near), close)
    except Refused:
        return None


def _text(column: Column, cell: CellFound) -> str:
    """A cell as a person would have typed it."""
    if isinstance(cell, SheetFault):
        return cell.what
    if isinstance(cell, str):
        return cell
    if column.form is Form.MOMENT:
        timed = cell.when.time() != time(0)
        return moment_text(at(cell.when) if timed else Moment(cell.when.date()))
    return day_plain(cell.when.date())


def _spot(found: RegisterFound, line: LineFound, column: Column) -> Spot:
    heading = found.headings.get(column.key) or column.heading
    return Spot(found.sheet, line.number, letter(found.columns[column.key]), heading)


def _id_spot(found: RegisterFound, line: LineFound) -> Spot:
    key, heading = next(iter(ID_HEADINGS.items()))
    place = letter(found.ids[key]) if key in found.ids else ""
    return Spot(found.sheet, line.number, place, heading)


def _gone(found: RegisterFound, missing: int, back: CameBack) -> Iterator[Trouble]:
    if missing and not back.problems:
        rows = counted(missing, "row")
        verb = "is" if missing == 1 else "are"
        sentence = f"{rows} of the export {verb} not in this workbook; nothing is removed here."
        yield Trouble(Spot(found.sheet), "", "", sentence)
