"""How the workbook of the register looks: its formats, and its pages when somebody prints it."""

from collections.abc import Mapping
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jtai_desktop.domain.documents.cells import COLUMNS, CellKey, Form
from jtai_desktop.domain.moments import Hour

TINT = "#ECEEEE"
A3, PAGES_WIDE = 8, 2  # so that the text stays above 8 pt
MOST_MARK = 200  # a header holds no more than 255 characters
_HOURS = {
    Hour.AT: 'ddd d mmm yyyy", "hh:mm',
    Hour.BEFORE: 'ddd d mmm yyyy", before "hh:mm',
    Hour.END_OF_DAY: 'ddd d mmm yyyy", end of day"',
    Hour.NONE: "ddd d mmm yyyy",
}
_DAY = "d mmm yyyy"


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats that the cells share."""

    text: Format
    note: Format
    number: Format
    day: Format
    head: Format
    head_edit: Format
    strong: Format
    hours: Mapping[Hour, Format]
    of: Mapping[CellKey, Format]


def looks_of(book: xlsxwriter.Workbook) -> Looks:
    """The formats of a workbook."""
    top = {"valign": "top"}

    def time_format(form: str) -> Format:
        return book.add_format({**top, "num_format": form, "align": "left"})

    head = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
    text = book.add_format({**top, "num_format": "@"})
    note = book.add_format({**top, "num_format": "@", "text_wrap": True})
    number, day = book.add_format({**top, "num_format": "0"}), time_format(_DAY)
    hours = {hour: time_format(form) for hour, form in _HOURS.items()}
    by_form = {
        Form.NOTE: note,
        Form.NUMBER: number,
        Form.DATES: day,
        Form.MOMENT: hours[Hour.AT],
    }
    of = {column.key: by_form.get(column.form, text) for column in COLUMNS}
    return Looks(
        text=text,
        note=note,
        number=number,
        day=day,
        head=book.add_format({**head, "bg_color": TINT}),
        head_edit=book.add_format(head),
        strong=book.add_format({"bold": True}),
        hours=hours,
        of={**of, CellKey.ITEM_TITLE: note},
    )


def lay_out_page(sheet: Worksheet, marked: str) -> None:
    """Landscape, two pages wide, with the marking at the top and the foot of each."""
    sheet.set_landscape()
    sheet.set_paper(A3)
    sheet.fit_to_pages(PAGES_WIDE, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.8)
    mark = marked.replace("&", "&&")[:MOST_MARK]
    sheet.set_header(f"&C&B{mark}")
    sheet.set_footer(f"&L&A&C&B{mark}&RPage &P of &N")
