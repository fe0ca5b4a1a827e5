"""The form that an agency fills in offline: what is written into it, and what it holds on return.

One sheet for each child, one row for each field of the head and each question. Hidden columns name
the evaluation and the place; a stamp ties both to the export.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.evaluations.evaluation import (
    HEAD,
    OWN_PARTS,
    PART_WORDS,
    Evaluation,
    Key,
    Part,
)
from jtai_desktop.domain.evaluations.frame import Frame
from jtai_desktop.domain.sheets import CellFound, ExportHead

FORMAT = "jtai-evaluation 1"
WHOSE = "0:child"  # the row that says whose sheet it is; it is not filled in
IDS = {"evaluation-id": "Evaluation id", "place": "Place", "stamp": "Stamp"}
NUMBER, QUESTION, PARAGRAPH = "number", "question", "paragraph"
FIXED = {NUMBER: "No.", QUESTION: "Question", PARAGRAPH: "¶"}
PARTS = {part.value: word for part, word in PART_WORDS.items()}
SEAL = 12


class RowId(NamedTuple):
    """What names a row: the evaluation, and the question’s number or the head’s field."""

    evaluation_id: str
    place: str


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the form as it is exported: its fixed texts, and the texts of the parts."""

    id: RowId
    number: str
    question: str
    paragraph: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FormSheet:
    """The sheet of one child."""

    name: str
    title: str
    parts: tuple[Part, ...]
    rows: tuple[FormRow, ...]


def sheet_of(evaluation: Evaluation, child: Child, frame: Frame, agency: str) -> FormSheet:
    """The sheet of an evaluation, with what is written already."""
    parts = tuple(Part) if evaluation.is_joint else OWN_PARTS
    whose = FormRow(
        RowId(evaluation.id, WHOSE), "", "Child", "", {Part.EVALUATION: whose_of(child)}
    )
    head = [
        FormRow(
            RowId(evaluation.id, f"{HEAD}:{each.key}"),
            "",
            " ".join(filter(None, (each.title, each.detail))),
            "",
            {Part.EVALUATION: evaluation.text(HEAD, each.key)},
        )
        for each in frame.fields(joint=evaluation.is_joint)
    ]
    questions = [
        FormRow(
            RowId(evaluation.id, str(each.number)),
            str(each.number),
            each.title,
            f"¶{each.paragraph}" if each.paragraph else "",
            {part.value: evaluation.text(each.number, part) for part in parts},
        )
        for each in frame.questions
    ]
    title = evaluation.called(agency)
    return FormSheet(evaluation.child, title, parts, (whose, *head, *questions))


def whose_of(child: Child) -> str:
    """Child C, NM-03, age 15."""
    age = f"age {child.aged}" if child.aged else ""
    return ", ".join(filter(None, (child.label, child.reference, age)))


def key_of(place: str, part: str) -> Key | None:
    """Where the text of a cell belongs; nothing where there is no place for one.

    After the number of a question may stand what it is, where numbers come again.
    """
    number, _, name = place.partition(":")
    if number == str(HEAD):
        return Key(HEAD, name) if name and part == Part.EVALUATION and place != WHOSE else None
    return Key(int(number), part) if number.isdecimal() else None


def seal_of(head: ExportHead, sheets: Iterable[FormSheet]) -> str:
    """The hash of what is exported; it also names the export in the log."""
    found = hashlib.sha256()
    for part in (head.vault_id, head.inspection_id, head.as_at.isoformat()):
        found.update(f"{part}\0".encode())
    for sheet in sheets:
        for row in sheet.rows:
            found.update("\0".join((*row.id, *row.texts.values())).encode("utf-8", "replace"))
    return found.hexdigest()[:SEAL]


@dataclass(frozen=True, slots=True)
class LineFound:
    """A row of a sheet that came back: its number as the sheet counts, its identity, its cells."""

    number: int
    id: RowId
    stamp: str
    cells: Mapping[str, CellFound]


@dataclass(frozen=True, slots=True)
class SheetFound:
    """A sheet of a form that came back. `columns` says where each column stands now, from 0."""

    name: str
    columns: Mapping[str, int]
    headings: Mapping[str, str]
    lines: tuple[LineFound, ...]
    twice: tuple[str, ...] = ()


def row_called(row: RowId) -> str:
    """What a row is called where it was taken out."""
    number, _, name = row.place.partition(":")
    return f"the row “{name}”" if number == str(HEAD) else f"question {number}"


@dataclass(frozen=True, slots=True)
class FormWords:
    """What the columns and rows of a kind of form are called."""

    headings: Mapping[str, str] = field(default_factory=lambda: PARTS)
    row: Callable[[RowId], str] = row_called


@dataclass(frozen=True, slots=True)
class StrayText:
    """Text in a document outside the boxes for answers, and the row that it follows."""

    sheet: str
    row: RowId
    text: str


@dataclass(frozen=True, slots=True)
class FormFound:
    """What was read of a form: its sheets, and every text as it was exported.

    In a document for Word, places go by the names of rows instead of numbers and letters.
    """

    sha256: str
    head: ExportHead
    sheets: tuple[SheetFound, ...]
    exported: Mapping[RowId, Mapping[str, str]]
    names: Mapping[str, str]
    remarks: tuple[str, ...] = ()
    words: FormWords = field(default_factory=FormWords)
    document: bool = False
    strays: tuple[StrayText, ...] = ()
