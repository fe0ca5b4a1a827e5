"""The form of evaluations as a workbook: a sheet for each child, to be filled in and sent back.

As in the workbook of the register, three hidden columns name each row, a hidden row names each
column, and a sheet that is hidden deeper keeps every text as it was exported.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jtai_desktop.domain.evaluations.evaluation import Part
from jtai_desktop.domain.evaluations.form import (
    FIXED,
    FORMAT,
    IDS,
    PARTS,
    WHOSE,
    FormRow,
    FormSheet,
)
from jtai_desktop.domain.sheets import EXPORTED, ExportHead, stamp
from jtai_desktop.exchange.register_looks import TINT, lay_out_page
from jtai_desktop.exchange.sheet_writing import marked, new_book, write_about, write_exported

ABOUT = "About"
A4 = 9
KEY_ROW, MARK_ROW, TITLE_ROW, GUIDE_ROW, HEAD_ROW, FIRST_ROW = range(6)
WIDTHS = {"number": 5, "question": 34, "paragraph": 6}
PART_WIDTH, ROW_HEIGHT, HEAD_HEIGHT = 32, 110, 32
NAME_LONGEST = 31  # what Excel allows
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
GUIDE = (
    "Say what you found, what shows it, what changed for the child, and what the child says."
    " An account of what was done is not yet an evaluation. Labels only, no names."
)


@dataclass(frozen=True, slots=True)
class Written:
    """What is exported: the sheets, and the lines that say what this is."""

    head: ExportHead
    sheets: Sequence[FormSheet]
    marking: str
    title: str
    about: Sequence[tuple[str, str]]
    practice: bool = False
    form: str = FORMAT
    guide: str = GUIDE
    headings: Mapping[str, str] = field(default_factory=lambda: PARTS)


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats that the cells share."""

    text: Format
    fixed: Format
    head: Format
    strong: Format
    title: Format
    note: Format


def workbook(what: Written) -> bytes:
    """The form."""
    stream = BytesIO()
    book = new_book(stream, what.title, what.marking)
    looks = _looks(book)
    mark = marked(what.marking, practice=what.practice)
    for sheet, name in zip(what.sheets, sheet_names(what.sheets), strict=True):
        made = book.add_worksheet(name)
        _sheet(made, sheet, what, looks, mark)
        lay_out_page(made, mark)
        made.set_paper(A4)
        made.fit_to_pages(1, 0)
    about = book.add_worksheet(ABOUT)
    write_about(about, mark, what.about, (looks.strong, looks.note))
    lay_out_page(about, mark)
    hidden = book.add_worksheet(EXPORTED)
    write_exported(hidden, what.form, what.head, exported_rows(what))
    hidden.very_hidden()
    book.close()
    return stream.getvalue()


def sheet_names(sheets: Sequence[FormSheet]) -> list[str]:
    """What the sheets are called: the child’s label, as far as Excel takes it, each once."""
    names: list[str] = []
    taken = {ABOUT.casefold(), EXPORTED.casefold(), "history"}
    for sheet in sheets:
        plain = sheet.name.translate(FORBIDDEN).strip()[:NAME_LONGEST] or "Child"
        name, number = plain, 2
        while name.casefold() in taken:
            name, number = f"{plain[: NAME_LONGEST - 5]} ({number})", number + 1
        names.append(name)
        taken.add(name.casefold())
    return names


def exported_rows(what: Written) -> Iterator[tuple[str, ...]]:
    """The keys, then each row; a part that has no place in a row is marked so."""
    yield (*list(IDS)[:2], "sheet", "parts", *(part.value for part in Part))
    for sheet in what.sheets:
        for row in sheet.rows:
            parts = " ".join(row.texts)
            texts = (row.texts.get(part, "") for part in Part)
            yield (*row.id, sheet.name, parts, *texts)


def _looks(book: xlsxwriter.Workbook) -> _Looks:
    top = {"valign": "top", "text_wrap": True}
    return _Looks(
        text=book.add_format({**top, "num_format": "@", "border": 1, "border_color": "#B9BFC1"}),
        fixed=book.add_format({**top, "num_format": "@", "bg_color": TINT}),
        head=book.add_format({**top, "bold": True, "bottom": 1, "bg_color": TINT}),
        strong=book.add_format({"bold": True}),
        title=book.add_format({"bold": True, "font_size": 14}),
        note=book.add_format({**top, "num_format": "@"}),
    )


def _sheet(sheet: Worksheet, form: FormSheet, what: Written, looks: _Looks, mark: str) -> None:
    sheet.set_column(0, len(IDS) - 1, 10, looks.note, {"hidden": True})
    sheet.set_row(KEY_ROW, None, None, {"hidden": True})
    columns = {**IDS, **FIXED, **{part.value: what.headings[part] for part in form.parts}}
    for position, (key, heading) in enumerate(columns.items()):
        sheet.write_string(KEY_ROW, position, key)
        sheet.write_string(HEAD_ROW, position, heading, looks.head)
        if key not in IDS:
            sheet.set_column(position, position, WIDTHS.get(key, PART_WIDTH))
    question = list(columns).index("question")
    for row, text, look in (
        (MARK_ROW, mark, looks.strong),
        (TITLE_ROW, form.title, looks.title),
        (GUIDE_ROW, what.guide, looks.strong),
    ):
        sheet.write_string(row, question, text, look)
    for at, row_of in enumerate(form.rows, FIRST_ROW):
        _row(sheet, at, row_of, form, what, looks)
    sheet.freeze_panes(FIRST_ROW, question + 1)
    sheet.repeat_rows(MARK_ROW, HEAD_ROW)


def _row(
    sheet: Worksheet, at: int, row: FormRow, form: FormSheet, what: Written, looks: _Looks
) -> None:
    fixed = (*row.id, stamp(what.head.seal, row.id), row.number, row.question, row.paragraph)
    for position, text in enumerate(fixed):
        sheet.write_string(at, position, text, looks.fixed)
    for position, part in enumerate(form.parts, len(fixed)):
        look = looks.text if part in row.texts and row.id.place != WHOSE else looks.fixed
        sheet.write_string(at, position, row.texts.get(part, ""), look)
    sheet.set_row(at, ROW_HEIGHT if row.number else HEAD_HEIGHT)
