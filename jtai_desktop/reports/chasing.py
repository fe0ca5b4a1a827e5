"""The chase sheet: what one agency still owes, to be gone through on the telephone."""

from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.people import Agency
from jtai_desktop.domain.wording import counted
from jtai_desktop.reports import entry_cells as cells
from jtai_desktop.reports.blocks import Cell, Column, Fact, Facts, Heading, Row, Table, Writing
from jtai_desktop.reports.material import NOBODY, Material, initials, only_of
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.variants import Variant, readers_of

TITLE = "Chase sheet"
COLUMNS = (
    Column("No.", 22, names_row=True),
    Column("Title", 47),
    Column("Our time", 22.5),
    Column("Milestone", 22.5),
    Column("Chased", 22),
    Column("What was said, promised for", 44),
)
NOTHING = "This agency owes nothing."
NOTES = 6


def chase_sheet(material: Material, agency: Agency) -> Sheet:
    """Whom to ring, what for, and room to write down the answer."""
    theirs = only_of(material, agency)
    owed = [entry for entry in theirs.register.open if entry.with_agency]
    owed.sort(key=lambda entry: not entry.late_by)
    blocks = (
        Heading("Whom to ring"),
        Facts(_people(theirs), nothing="No contact is noted for this agency."),
        Heading("What is owed", _aside(owed)),
        Table(COLUMNS, tuple(_row(theirs, entry) for entry in owed), NOTHING, tall=True),
        Heading("Notes"),
        Writing(NOTES),
    )
    title, readers = f"{TITLE}: {agency.short}", readers_of(material.variant)
    return Sheet(title, readers, blocks, footer=f"chase sheet, {agency.short}")


def _aside(owed: list[Entry]) -> str:
    late = sum(1 for entry in owed if entry.late_by)
    return f"{counted(len(owed), 'document')}, {late} late" if owed else ""


def _people(material: Material) -> tuple[Fact, ...]:
    people = [each for each in material.contacts if material.whose in {None, each}]
    if material.variant is Variant.STAFF:
        return tuple(Fact(initials(each), NOBODY) for each in people)
    return tuple(
        Fact(each.role, each.phone or NOBODY, remark=each.away and f"away: {each.away}")
        for each in people
    )


def _row(material: Material, entry: Entry) -> Row:
    due = cells.due_cell(material, entry)
    ours = due if entry.item.internal else Cell(NOBODY)
    milestone = Cell(material.due(entry.due)) if entry.item.internal else due
    return (
        Cell(entry.item.called, boxed=True),
        Cell(entry.item.title or entry.item.short),
        ours,
        milestone,
        cells.chased_cell(material, entry),
        Cell(""),
    )
