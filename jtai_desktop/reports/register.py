"""The documents register on paper: sections, both statuses, version, dates, warnings."""

from collections.abc import Iterable

from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.reports import entry_cells as cells
from jtai_desktop.reports.blocks import Cell, Column, Row, SectionRow, Sentence, Table
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Sheet

TITLE = "Documents register"
COLUMNS = (
    Column("No.", 9.1, names_row=True),
    Column("Title", 58.4),
    Column("Agency", 18.6),
    Column("Due", 21.6),
    Column("Our status", 22.2),
    Column("Inspectors", 20),
    Column("Ver.", 7.7),
    Column("Dated", 22.4),
)
NOTHING = "No document is asked for yet."
AS_WELL = "Asked for as well"


def register_sheet(material: Material) -> Sheet:
    """Every item of the area; the children’s have an index of their own."""
    small_print = f"{cells.END_OF_DAY} Internal notes are left out."
    blocks = (
        Table(COLUMNS, tuple(_rows(material)), NOTHING, whole=True),
        Sentence(small_print, quiet=True, aside="End of register"),
    )
    return Sheet(TITLE, material.readers, blocks, footer="documents register")


def _rows(material: Material) -> Iterable[Row | SectionRow]:
    area = material.register.area
    known = {section.number for section in material.sections}
    for section in material.sections:
        theirs = material.register.of_section(section.number)
        if theirs:
            yield SectionRow(section.number, section.title, cells.sent_of(theirs))
            yield from (_row(material, entry) for entry in theirs)
    others = tuple(entry for entry in area if entry.item.section not in known)
    if others:
        yield SectionRow("", AS_WELL, cells.sent_of(others))
        yield from (_row(material, entry) for entry in others)


def _row(material: Material, entry: Entry) -> Row:
    return (
        Cell(entry.item.number),
        cells.title_cell(entry),
        Cell(material.agency_short(entry.agency)),
        cells.due_cell(material, entry),
        cells.ours_cell(entry),
        cells.theirs_cell(entry),
        cells.version_cell(entry),
        cells.dated_cell(entry),
    )
