"""The checklist of printed copies: for each child what lies printed, and what is still to print."""

from collections.abc import Iterable

from jtai_desktop.domain.documents import printed
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.reports import entry_cells as cells
from jtai_desktop.reports import evaluation_cells
from jtai_desktop.reports.blocks import (
    Cell,
    Column,
    Row,
    SectionRow,
    Sentence,
    Sign,
    Signatures,
    Table,
)
from jtai_desktop.reports.child_index import child_entries
from jtai_desktop.reports.material import NOBODY, Material
from jtai_desktop.reports.pack import Sheet

TITLE = "Printed copies"
COLUMNS = (
    Column("No.", 12, names_row=True),
    Column("Kind of document", 62),
    Column("State", 25),
    Column("We hold", 17),
    Column("On paper", 26),
    Column("Printed", 18),
    Column("In folder", 20),
)
NOTHING = "No child is selected yet."


def copies_sheet(material: Material) -> Sheet:
    """A box for the print and one for the folder; what needs neither has none."""
    blocks = (
        Table(COLUMNS, tuple(_rows(material)), NOTHING, whole=True),
        Sentence(
            "“On paper” is the version that was ticked off as printed.",
            quiet=True,
            aside="End of checklist",
        ),
        Signatures(("Printed by", "Checked by", "Date and time")),
    )
    done = copies_words(material)
    about = f"Papers printed for {done}" if done else ""
    return Sheet(TITLE, material.readers, blocks, about, footer="printed copies")


def copies_words(material: Material) -> str:
    """0 of 6 children; nothing where no copy is needed."""
    by_child: dict[str, list[bool]] = {}
    for entry in material.register.children:
        if entry.counts and entry.item.child:
            by_child.setdefault(entry.item.child.id, []).append(is_printed(entry))
    if not by_child:
        return ""
    done = sum(1 for copies in by_child.values() if all(copies))
    return f"{done} of {len(by_child)} {'child' if len(by_child) == 1 else 'children'}"


def is_printed(entry: Entry) -> bool:
    """Whether each of its documents lies on paper in the version that we hold."""
    return all(each.copied and not printed.is_older(each) for each in entry.documents)


def _rows(material: Material) -> Iterable[Row | SectionRow]:
    for child in material.children:
        theirs = child_entries(material, child)
        if theirs:
            needed = [each for each in theirs if each.counts]
            done = sum(1 for each in needed if is_printed(each))
            yield SectionRow("", _called(child), f"{done} of {len(needed)} printed")
            yield from (_row(each) for each in theirs)
            yield from _evaluation(material, child)


def _called(child: Child) -> str:
    return ", ".join(each for each in (child.label, child.reference) if each)


def _row(entry: Entry) -> Row:
    held = max((document.newest for document in entry.documents), default=0)
    to_do = entry.counts and not is_printed(entry)
    return (
        Cell(entry.item.number),
        Cell(entry.item.title or entry.item.short),
        cells.ours_cell(entry),
        Cell(f"v{held}" if held else NOBODY),
        _on_paper(entry),
        Cell("", boxed=to_do),
        Cell("", boxed=entry.counts),
    )


def _evaluation(material: Material, child: Child) -> Iterable[Row]:
    """The joint one lies printed on site as well, but its copies are not kept."""
    if material.evaluations.joint_of(child.id) is not None:
        state, none = evaluation_cells.joint_cell(material, child), Cell(NOBODY)
        box = Cell("", boxed=True)
        yield none, Cell("Joint evaluation"), state, none, none, box, box


def _on_paper(entry: Entry) -> Cell:
    copied = max((document.copied for document in entry.documents), default=0)
    if not copied:
        return Cell(NOBODY)
    if any(printed.is_older(document) for document in entry.documents):
        return Cell(f"v{copied}, old", Sign.WARNING, strong=True)
    return Cell(f"v{copied}")
