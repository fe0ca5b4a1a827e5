"""The cover sheet of one child: what lies behind it in the folder for the inspectors."""

from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.documents.items import Child
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.wording import day_full, listed
from jtai_desktop.reports import entry_cells as cells
from jtai_desktop.reports import evaluation_cells, talk_cells
from jtai_desktop.reports.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Row,
    Sentence,
    Signatures,
    Table,
)
from jtai_desktop.reports.child_index import child_entries
from jtai_desktop.reports.material import NOBODY, Material
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.states import TALK

COLUMNS = (
    Column("No.", 16, names_row=True),
    Column("Kind of document", 74),
    Column("State", 24),
    Column("Sent", 26),
    Column("Pages", 16),
    Column("Remark", 24),
)
LEAD = 0.22
NOTHING = "No document is asked for about this child."


def child_cover_sheet(material: Material, child: Child) -> Sheet:
    """Label and reference; every kind with a box, for the copy behind this sheet."""
    entries = child_entries(material, child)
    talks = tuple(
        each for each in material.conversations.agreed if each.person.child_id == child.id
    )
    blocks: tuple[Block, ...] = (
        Heading("In this folder", cells.sent_of(entries)),
        Table(COLUMNS, tuple(_row(entry) for entry in entries), NOTHING, tall=True),
        Sentence(
            "Tick what lies behind this sheet, and write down its number of pages.", quiet=True
        ),
        Heading("Not sent yet"),
        Facts(_not_here(entries), lead=LEAD, nothing="Everything that is asked for was sent."),
        *_beside(material, child, talks),
        Signatures(("Put together by", "Checked by", "Date and time")),
    )
    reference = f", reference {child.reference}" if child.reference else ""
    return Sheet(
        child.label,
        material.readers,
        blocks,
        about=f"Cover sheet{reference}",
        footer=f"cover sheet, {child.label}",
        kind="Cover sheet of a child",
        listed=f"Cover sheet, {child.label}",
        holds=talk_cells.holds_of(talks),
    )


def _beside(material: Material, child: Child, talks: tuple[Talk, ...]) -> tuple[Block, ...]:
    """Evaluations, and the conversations that are agreed; nothing where there are neither."""
    rows = (*evaluation_cells.facts(material, child), *(_talk(talk) for talk in talks))
    return (Heading("Evaluations and conversations"), Facts(rows, LEAD)) if rows else ()


def _talk(talk: Talk) -> Fact:
    look, plan = TALK[talk.state], talk_cells.plan_cell(talk)
    where = ", ".join(each.text for each in (plan, *plan.below))
    name = f"Conversation: {talk_cells.who_cell(talk).text.lower()}"
    return Fact(name, where, remark=look.text, sign=look.sign)


def _row(entry: Entry) -> Row:
    sent = [found.sent for found in entry.standings if found.sent]
    last = max((each.when for each in sent), default=None)
    said = f"v{entry.sent}, {day_full(last.date())[4:-5]}" if last else NOBODY
    return (
        Cell(entry.item.number, boxed=entry.counts),
        cells.title_cell(entry),
        cells.ours_cell(entry),
        Cell(said),
        Cell(""),
        Cell(""),
    )


def _not_here(entries: tuple[Entry, ...]) -> tuple[Fact, ...]:
    """What is still to come, by where it stands; what does not exist is said with its row."""
    by_state: dict[str, list[str]] = {}
    for entry in entries:
        if entry.open:
            by_state.setdefault(cells.ours_cell(entry).text, []).append(entry.item.short)
    signs = {cells.ours_cell(entry).text: cells.ours_cell(entry).sign for entry in entries}
    return tuple(
        Fact(state, f"{listed(titles)}.", sign=signs[state]) for state, titles in by_state.items()
    )
