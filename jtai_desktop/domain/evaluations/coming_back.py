"""A form that came back: which texts differ from what was exported, and what can't be taken.

Nothing is taken of a form in which anything is a problem. Whether a text was changed here meanwhile
is asked afterwards, with the evaluations at hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jtai_desktop.domain.documents.cell_texts import day_plain
from jtai_desktop.domain.evaluations.evaluation import Key, Part
from jtai_desktop.domain.evaluations.form import (
    IDS,
    PARTS,
    WHOSE,
    FormFound,
    LineFound,
    RowId,
    SheetFound,
    key_of,
)
from jtai_desktop.domain.lists.findings import letter
from jtai_desktop.domain.sheets import (
    CellFound,
    SheetFault,
    SheetTime,
    Spot,
    Trouble,
    added_row,
    altered_identity,
    missing,
    no_answer_box,
    no_plain_value,
    no_text,
    same_row,
    stamp,
    stray_text,
    there_twice,
)
from jtai_desktop.domain.typed import shown
from jtai_desktop.domain.wording import listed

SHORT = 8


@dataclass(frozen=True, slots=True)
class TextBack:
    """A text that was changed in the form, with what it was when it was exported.

    `row` is what names its row, apart from whose it is.
    """

    spot: Spot
    evaluation_id: str
    key: Key
    exported: str
    text: str
    row: str = ""


@dataclass(slots=True)
class FormBack:
    """All that differs, in the order of the sheets; problems stop it, remarks do not."""

    texts: list[TextBack] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Trouble] = field(default_factory=list)
    remarks: list[Trouble] = field(default_factory=list)


def came_back(found: FormFound) -> FormBack:
    """What was changed in a form since it was exported."""
    back = FormBack()
    back.remarks += [Trouble(Spot(""), "", "", each) for each in found.remarks]
    back.remarks += _strays(found)
    seen: dict[RowId, Spot] = {}
    for sheet in found.sheets:
        back.problems += _columns(found, sheet)
        _rows(found, sheet, seen, back)
    back.remarks += _lost_sheets(found, seen)
    return back


def _columns(found: FormFound, sheet: SheetFound) -> Iterator[Trouble]:
    """Columns that are no longer there, or there twice."""
    for key, heading in IDS.items():
        if key not in sheet.columns:
            yield missing(sheet.name, f"the hidden column “{heading}”")
    here = {line.id for line in sheet.lines} & set(found.exported)
    wanted = {part for each in here for part in found.exported[each]}
    for part, heading in found.words.headings.items():
        if part in wanted and part not in sheet.columns:
            yield missing(sheet.name, f"the column “{heading}”")
    for key in sheet.twice:
        yield there_twice(sheet.name, {**IDS, **found.words.headings}.get(key, key))


def _rows(found: FormFound, sheet: SheetFound, seen: dict[RowId, Spot], back: FormBack) -> None:
    whose = ""
    for line in sheet.lines:
        if not any((*line.id, line.stamp)):
            if any(part in line.cells for part in PARTS):
                back.remarks.append(added_row(_row_spot(found, sheet, line)))
            continue
        trouble = _wrong_row(found, sheet, line, whose) or _again(found, sheet, line, seen)
        if trouble:
            back.problems.append(trouble)
            continue
        whose = whose or line.id.evaluation_id
        seen[line.id] = _row_spot(found, sheet, line)
        _cells(found, sheet, line, back)
    if whose:
        back.problems += _lost_rows(found, sheet, whose, seen)


def _wrong_row(found: FormFound, sheet: SheetFound, line: LineFound, whose: str) -> Trouble | None:
    """Why a row can’t be told for sure: its identity was altered, or it is another child’s."""
    if line.id not in found.exported or line.stamp != stamp(found.head.seal, line.id):
        ids = f"{line.id.evaluation_id[:SHORT]}… / {line.id.place}"
        return altered_identity(_id_spot(found, sheet, line), ids)
    if whose and line.id.evaluation_id != whose:
        names = found.names
        other, here = names.get(line.id.evaluation_id, ""), names.get(whose, "")
        sentence = f"This row is of {other}, the rows above it are of {here}. Put it back."
        return Trouble(_id_spot(found, sheet, line), other, here, sentence)
    if line.id.place == WHOSE:
        return _other_child(found, sheet, line)
    return None


def _other_child(found: FormFound, sheet: SheetFound, line: LineFound) -> Trouble | None:
    """The row that says whose sheet it is was typed over."""
    wanted = found.exported[line.id].get(Part.EVALUATION, "")
    cell = line.cells.get(Part.EVALUATION, "")
    if cell == wanted or Part.EVALUATION not in sheet.columns:
        return None
    if isinstance(cell, SheetFault) and found.document:
        return no_answer_box(_row_spot(found, sheet, line), cell)
    text = _text(cell)
    sentence = (
        f"This sheet says {shown(text)}, but it is the form of {wanted}."
        " Write each child’s answers into that child’s own form."
    )
    return Trouble(_spot(found, sheet, line, Part.EVALUATION), text, wanted, sentence)


def _again(
    found: FormFound, sheet: SheetFound, line: LineFound, seen: dict[RowId, Spot]
) -> Trouble | None:
    if line.id not in seen:
        return None
    return same_row(_id_spot(found, sheet, line), str(seen[line.id]))


def _cells(found: FormFound, sheet: SheetFound, line: LineFound, back: FormBack) -> None:
    for part, was in found.exported[line.id].items():
        key = key_of(line.id.place, part)
        if part not in sheet.columns or key is None:
            continue
        cell, spot = line.cells.get(part, ""), _spot(found, sheet, line, part)
        if isinstance(cell, SheetFault):
            back.problems.append(_fault(found, spot, cell))
        elif isinstance(cell, SheetTime):
            back.problems.append(no_text(spot, day_plain(cell.when.date())))
        elif cell.strip() == was.strip():
            back.unchanged += 1
        else:
            text = TextBack(spot, line.id.evaluation_id, key, was, cell, line.id.place)
            back.texts.append(text)
    back.problems += _out_of_place(found, sheet, line)


def _out_of_place(found: FormFound, sheet: SheetFound, line: LineFound) -> Iterator[Trouble]:
    """A text in a cell of the head that has no place for one."""
    for part in PARTS:
        if part in line.cells and part not in found.exported[line.id]:
            sentence = "There is no place for this here. Move it into the column “Evaluation”."
            text = _text(line.cells[part])
            yield Trouble(_spot(found, sheet, line, part), text, "an empty cell", sentence)


def _lost_rows(
    found: FormFound, sheet: SheetFound, whose: str, seen: dict[RowId, Spot]
) -> Iterator[Trouble]:
    """Rows of this child that were taken out of its sheet."""
    gone = [each for each in found.exported if each.evaluation_id == whose and each not in seen]
    if gone:
        which = listed([found.words.row(each) for each in gone])
        sentence = (
            f"{which[:1].upper()}{which[1:]} {'is' if len(gone) == 1 else 'are'} no longer in this"
            " sheet. Take the rows from the form again; an answer may be empty."
        )
        yield Trouble(Spot(sheet.name), "rows taken out", "every row of the form", sentence)


def _lost_sheets(found: FormFound, seen: dict[RowId, Spot]) -> Iterator[Trouble]:
    here = {each.evaluation_id for each in seen}
    for whose, name in found.names.items():
        if whose not in here and not any(_belongs(sheet, whose) for sheet in found.sheets):
            sentence = f"The sheet of {name} is not in this file; nothing of it is changed."
            yield Trouble(Spot(name), "", "", sentence)


def _belongs(sheet: SheetFound, whose: str) -> bool:
    return any(line.id.evaluation_id == whose for line in sheet.lines)


def _text(cell: CellFound) -> str:
    if isinstance(cell, SheetFault):
        return cell.what
    return cell if isinstance(cell, str) else day_plain(cell.when.date())


def _strays(found: FormFound) -> Iterator[Trouble]:
    for each in found.strays:
        called = found.words.row(each.row) if each.row in found.exported else ""
        yield stray_text(Spot(each.sheet, called=called), each.text)


def _fault(found: FormFound, spot: Spot, cell: SheetFault) -> Trouble:
    return no_answer_box(spot, cell) if found.document else no_plain_value(spot, cell)


def _row_spot(found: FormFound, sheet: SheetFound, line: LineFound) -> Spot:
    if found.document:
        return Spot(sheet.name, called=found.words.row(line.id))
    return Spot(sheet.name, line.number)


def _spot(found: FormFound, sheet: SheetFound, line: LineFound, part: str) -> Spot:
    if found.document:
        heading = found.words.headings.get(part, PARTS[part])
        return replace(_row_spot(found, sheet, line), heading=heading)
    heading = sheet.headings.get(part) or PARTS[part]
    place = letter(sheet.columns[part]) if part in sheet.columns else ""
    return Spot(sheet.name, line.number, place, heading)


def _id_spot(found: FormFound, sheet: SheetFound, line: LineFound) -> Spot:
    if found.document:
        return _row_spot(found, sheet, line)
    key, heading = next(iter(IDS.items()))
    place = letter(sheet.columns[key]) if key in sheet.columns else ""
    return Spot(sheet.name, line.number, place, heading)
