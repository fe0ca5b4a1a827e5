"""The request sheet: what one agency is asked for, by when, to be ticked and signed."""

from collections.abc import Iterable
from itertools import groupby

from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.documents.track import CLOSED, Ours
from jtai_desktop.domain.people import Agency
from jtai_desktop.reports import entry_cells as cells
from jtai_desktop.reports.blocks import Cell, Column, Row, SectionRow, Sentence, Signatures, Table
from jtai_desktop.reports.material import Material, only_of
from jtai_desktop.reports.pack import Sheet

TITLE = "Request sheet"
COLUMNS = (
    Column("No.", 21, names_row=True),
    Column("What is asked for", 69),
    Column("¶", 14),
    Column("By when", 22.5),
    Column("State", 23.5),
    Column("Handed over", 30),
)
NOTHING = "Nothing is asked of this agency."
HOW = "Tick what was handed over, and sign beside it. One signature at the foot is for all."


def request_sheet(material: Material, agency: Agency) -> Sheet:
    """All that is asked of it, what was sent already too."""
    theirs = only_of(material, agency)
    rows = tuple(_rows(theirs))
    blocks = (
        Sentence(HOW),
        Table(COLUMNS, rows, NOTHING, tall=True),
        Sentence(cells.END_OF_DAY, quiet=True, aside="End of sheet"),
        Signatures(("Handed over by", "Taken by", "Date and time")),
    )
    title = f"{TITLE}: {agency.short}"
    return Sheet(title, theirs.readers, blocks, footer=f"request sheet, {agency.short}")


def _rows(material: Material) -> Iterable[Row | SectionRow]:
    found = [entry for entry in material.register.entries if entry.ours not in CLOSED]
    # What was asked for later stands with its section, or its child.
    heads = list(dict.fromkeys(_headed(material, entry) for entry in found))
    wanted = sorted(found, key=lambda entry: heads.index(_headed(material, entry)))
    for title, group in groupby(wanted, key=lambda entry: _headed(material, entry)):
        yield SectionRow("", title)
        yield from (_row(material, entry) for entry in group)


def _headed(material: Material, entry: Entry) -> str:
    """Section 4, Police force; Child C."""
    if entry.item.child is not None:
        return entry.item.child.label
    named = {section.number: section.title for section in material.sections}
    number = entry.item.section
    return f"Section {number}, {named[number]}" if number in named else "Asked for as well"


def _row(material: Material, entry: Entry) -> Row:
    asleep = entry.ours is Ours.ON_REQUEST
    return (
        Cell(entry.item.code, boxed=True),
        Cell(entry.item.title or entry.item.short),
        Cell(entry.item.paragraph),
        Cell("when asked") if asleep else cells.due_cell(material, entry),
        cells.ours_cell(entry),
        Cell(""),
    )
