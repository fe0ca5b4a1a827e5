"""The child index: for each child each kind of document, where it stands, and its printed copy."""

from collections.abc import Iterable
from itertools import groupby

from jtai_desktop.domain.documents import printed
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.reports import entry_cells as cells
from jtai_desktop.reports import evaluation_cells, talk_cells
from jtai_desktop.reports.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Row,
    SectionRow,
    Sentence,
    Sign,
    Table,
)
from jtai_desktop.reports.material import NOBODY, Material
from jtai_desktop.reports.pack import Sheet

TITLE = "Case-file documents"
COLUMNS = (
    Column("No.", 9.1, names_row=True),
    Column("Kind of document", 62),
    Column("Agency", 19),
    Column("Due", 22.5),
    Column("Our status", 23),
    Column("Inspectors", 21),
    Column("Sent", 11),
    Column("Copy", 12.4),
)
BESIDE = (
    Column("Child", 24, names_row=True),
    Column("Joint evaluation", 34),
    Column("Agencies’ own", 44),
    Column("Conversations", 78),
)
NOTHING = "No child is selected yet."


def child_index_sheet(material: Material) -> Sheet:
    """Children by label and reference only."""
    beside = tuple(_beside(material, child) for child in material.children)
    blocks: list[Block] = [
        Table(COLUMNS, tuple(_rows(material)), NOTHING, whole=True),
        Sentence(
            f"{cells.END_OF_DAY} “Copy”: the version that lies printed.",
            quiet=True,
            aside="End of index",
        ),
    ]
    if material.conversations.agreed or material.evaluations.entries:
        blocks += [Heading("Evaluations and conversations"), Table(BESIDE, beside, NOTHING)]
    return Sheet(
        TITLE,
        material.readers,
        tuple(blocks),
        footer="case-file documents",
        holds=talk_cells.holds_of(material.conversations.agreed),
    )


def _beside(material: Material, child: Child) -> Row:
    """What there is of a child beside documents; of conversations those that are agreed."""
    talks = [each for each in material.conversations.agreed if each.person.child_id == child.id]
    first, *others = [talk_cells.arranged(talk) for talk in talks] or [NOBODY]
    return (
        Cell(child.label),
        evaluation_cells.joint_cell(material, child),
        evaluation_cells.own_cell(material, child),
        Cell(first, below=tuple(Cell(text) for text in others)),
    )


def child_entries(material: Material, child: Child) -> tuple[Entry, ...]:
    """What is asked for about one child."""
    found = material.register.children
    return tuple(each for each in found if each.item.child and each.item.child.id == child.id)


def _rows(material: Material) -> Iterable[Row | SectionRow]:
    for child, group in groupby(material.register.children, key=lambda entry: entry.item.child):
        theirs = tuple(group)
        yield SectionRow("", _called(child), cells.sent_of(theirs))
        yield from (_row(material, entry) for entry in theirs)


def _called(child: Child | None) -> str:
    """Child C, NM-03."""
    return ", ".join(each for each in (child.label, child.reference) if each) if child else ""


def _row(material: Material, entry: Entry) -> Row:
    warnings = tuple(cells.dated_cell(entry).below)
    title = cells.title_cell(entry)
    return (
        Cell(entry.item.number),
        Cell(title.text, below=(*title.below, *warnings)),
        Cell(material.agency_short(entry.agency)),
        cells.due_cell(material, entry),
        cells.ours_cell(entry),
        cells.theirs_cell(entry),
        Cell(f"v{entry.sent}" if entry.sent else NOBODY),
        _copy(entry),
    )


def _copy(entry: Entry) -> Cell:
    """The version on paper, with a warning where we hold a newer one; else a box to tick."""
    copied = [document for document in entry.documents if document.copied]
    if not copied:
        return Cell("", boxed=entry.counts)
    old = any(printed.is_older(document) for document in copied)
    warning = (Cell("old", Sign.WARNING, strong=True),) if old else ()
    return Cell(f"v{max(document.copied for document in copied)}", below=warning)
