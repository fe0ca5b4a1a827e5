"""What every workbook has that goes out and comes back: its book, its hidden sheet, its marking."""

from collections.abc import Iterable, Sequence
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jtai_desktop.domain.sheets import ExportHead

FOR_THE_PARTNERSHIP = "For the partnership. Not for inspectors."


def new_book(stream: BytesIO, title: str, marking: str) -> xlsxwriter.Workbook:
    """A workbook put together in memory: nothing of it lies in a temporary file, no text runs."""
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    book.set_properties({"title": title, "comments": marking})
    return book


def write_exported(
    sheet: Worksheet, form: str, head: ExportHead, rows: Iterable[tuple[str, ...]]
) -> None:
    """Every cell as it is exported, to compare with when it comes back; the keys come first."""
    facts = (form, head.vault_id, head.inspection_id, head.seal)
    times = (head.as_at.isoformat(), head.close.isoformat("minutes"))
    for position, fact in enumerate((*facts, *times)):
        sheet.write_string(0, position, fact)
    for at, texts in enumerate(rows, 1):
        for position, text in enumerate(texts):
            if text:
                sheet.write_string(at, position, text)


def write_about(
    sheet: Worksheet, mark: str, about: Sequence[tuple[str, str]], looks: tuple[Format, Format]
) -> None:
    """The sheet that says what this is and how to send it back."""
    strong, note = looks
    sheet.set_column(0, 0, 22, note)
    sheet.set_column(1, 1, 90, note)
    sheet.write_string(0, 0, mark, strong)
    for row, (name, text) in enumerate(about, 2):
        sheet.write_string(row, 0, name, strong)
        sheet.write_string(row, 1, text, note)


def marked(marking: str, *, practice: bool) -> str:
    """The marking, that it is a practice, and for whom it is."""
    parts = [marking, "PRACTICE" if practice else ""]
    return "  ".join([*filter(None, parts), FOR_THE_PARTNERSHIP])
