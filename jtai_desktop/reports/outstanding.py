"""The outstanding list: what is still to be sent, the late first, with whom it is."""

from collections.abc import Iterable

from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.documents.track import Ours
from jtai_desktop.domain.wording import counted
from jtai_desktop.reports import entry_cells as cells
from jtai_desktop.reports.blocks import Cell, Column, Row, SectionRow, Sentence, Table
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Sheet

TITLE = "Outstanding list"
COLUMNS = (
    Column("No.", 22, names_row=True),
    Column("Title", 56),
    Column("With whom", 32),
    Column("Due", 22.5),
    Column("Our status", 22.5),
    Column("Chased", 25),
)
NOTHING = "Nothing is left to send."


def outstanding_sheet(material: Material) -> Sheet:
    """In four groups, by who has to move next."""
    open_ones = material.register.open
    blocks = (
        Table(COLUMNS, tuple(_rows(material, open_ones)), NOTHING),
        Sentence(cells.END_OF_DAY, quiet=True, aside="End of list"),
    )
    about = f"{counted(len(open_ones), 'document')} still to be sent"
    return Sheet(TITLE, material.readers, blocks, about, footer="outstanding list")


def _rows(material: Material, entries: tuple[Entry, ...]) -> Iterable[Row | SectionRow]:
    groups = (
        ("Late", [each for each in entries if each.late is not Late.NO]),
        ("With the agency, in time", [each for each in _in_time(entries) if each.with_agency]),
        ("To check", [each for each in _in_time(entries) if each.ours is Ours.TO_CHECK]),
        ("Ready to send", [each for each in _in_time(entries) if each.ours is Ours.READY]),
    )
    for title, group in groups:
        if group:
            yield SectionRow("", title, str(len(group)))
            yield from (_row(material, entry) for entry in group)


def _in_time(entries: tuple[Entry, ...]) -> list[Entry]:
    return [each for each in entries if each.late is Late.NO]


def _row(material: Material, entry: Entry) -> Row:
    """With whom it is: an agency, or us who have to check or send it."""
    agency, owner = material.agency_short(entry.agency), material.owner(entry)
    where, more = (agency, owner) if entry.with_agency else ("Us", f"from {agency}")
    below = (Cell(more, quiet=True),) if more else ()
    return (
        Cell(entry.item.called, boxed=True),
        Cell(entry.item.title or entry.item.short),
        Cell(where, below=below),
        cells.due_cell(material, entry),
        cells.ours_cell(entry),
        cells.chased_cell(material, entry),
    )
