"""The register of conversations: those whose “agreed” stands, and nobody else."""

from collections.abc import Iterable
from itertools import groupby

from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.reports import talk_cells as cells
from jtai_desktop.reports.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Row,
    SectionRow,
    Sentence,
    Table,
)
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.states import TALK

TITLE = "Conversations"
COLUMNS = (
    Column("Who", 19, names_row=True),
    Column("Stands at", 23),
    Column("Conversation", 48),
    Column("Explained by", 44),
    Column("Agreed", 46),
)
NOTHING = "Nobody has agreed to a conversation yet."
ONLY = "Only people whose agreement stands are on this paper."


def conversations_sheet(material: Material) -> Sheet:
    """Child by child; the duty to tell the lead inspector stands apart, without the decision."""
    talks = material.conversations.agreed
    blocks: list[Block] = [
        Table(COLUMNS, tuple(_rows(material, talks)), NOTHING, whole=True),
        Sentence(ONLY, quiet=True, aside="End of register"),
    ]
    duties = cells.duty_facts(material)
    if duties:
        blocks += [Heading("To tell the lead inspector"), Facts(duties, lead=0.18)]
    return Sheet(
        TITLE,
        material.readers,
        tuple(blocks),
        cells.confirmed_words(material),
        footer="conversations",
        holds=cells.holds_of(talks),
    )


def _rows(material: Material, talks: tuple[Talk, ...]) -> Iterable[Row | SectionRow]:
    for child, group in groupby(talks, key=lambda talk: talk.person.child):
        theirs = tuple(group)
        confirmed = sum(1 for talk in theirs if talk.standing.confirmed)
        yield SectionRow("", child, f"{confirmed} of {len(theirs)} confirmed")
        yield from (_row(material, talk) for talk in theirs)


def _row(material: Material, talk: Talk) -> Row:
    plan = cells.plan_cell(talk)
    more = (*cells.support_words(material, talk), cells.confirmed_of(talk))
    below = tuple(Cell(text, quiet=True) for text in more if text)
    return (
        cells.who_cell(talk),
        TALK[talk.state],
        Cell(plan.text, quiet=plan.quiet, below=(*plan.below, *below)),
        cells.explained_cell(material, talk, cells.leaflet_words(talk)),
        cells.agreement_cell(material, talk),
    )
