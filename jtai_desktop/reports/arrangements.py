"""The letter of arrangements to the inspectors: whom they meet, when, where, what helps."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from jtai_desktop.domain.conversations.register import Talk
from jtai_desktop.domain.wording import counted, day_long, times
from jtai_desktop.reports import talk_cells as cells
from jtai_desktop.reports.blocks import (
    Block,
    Cell,
    Column,
    Row,
    SectionRow,
    Sentence,
    Signatures,
    Table,
)
from jtai_desktop.reports.material import NOBODY, Material
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.states import TALK

TITLE = "Arrangements for conversations"
COLUMNS = (
    Column("Time", 25),
    Column("Who", 35, names_row=True),
    Column("Place", 40),
    Column("Support and needs", 40),
    Column("Explained by", 40),
)
TO = "To the lead inspector"
WHAT = (
    "These children, parents and carers have agreed to talk with you. Before they did, a"
    " practitioner who knows them explained the inspection; who that was stands with each."
)
FREE = (
    "Taking part is up to each of them until the end. Please see that they still understand what"
    " the conversation is for before it begins, and make a note of it."
)
NOTHING = "Nobody has agreed to a conversation yet."
LATER = "Agreed, day and time to follow"


def arrangements_sheet(material: Material) -> Sheet:
    """Day by day, then those without a time."""
    talks = material.conversations.agreed
    blocks: tuple[Block, ...] = (
        Sentence(WHAT),
        Table(COLUMNS, tuple(_rows(material, talks)), NOTHING, whole=True),
        Sentence(FREE),
        Signatures(("For the partnership", "Role", "Date")),
    )
    return Sheet(
        TITLE,
        material.readers,
        blocks,
        TO,
        footer="arrangements for conversations",
        holds=cells.holds_of(talks),
    )


def _rows(material: Material, talks: tuple[Talk, ...]) -> Iterable[Row | SectionRow]:
    timed = sorted((talk for talk in talks if _day(talk)), key=_begins)
    for day, group in groupby(timed, key=_day):
        theirs = tuple(group)
        if day is not None:
            number = counted(len(theirs), "conversation")
            yield SectionRow("", day_long(day, year=False), number)
        yield from (_row(material, talk) for talk in theirs)
    later = [talk for talk in talks if not _day(talk)]
    if later:
        yield SectionRow("", LATER, counted(len(later), "conversation"))
        yield from (_row(material, talk) for talk in later)


def _day(talk: Talk) -> date | None:
    plan = talk.standing.plan
    return plan.start.date() if plan and plan.start else None


def _begins(talk: Talk) -> str:
    plan = talk.standing.plan
    return plan.start.isoformat() if plan and plan.start else ""


def _row(material: Material, talk: Talk) -> Row:
    plan = talk.standing.plan
    when = times(plan.start, plan.end) if plan and plan.start and plan.end else NOBODY
    first, *others = cells.support_words(material, talk) or (NOBODY,)
    return (
        Cell(when, below=(TALK[talk.state],)),
        Cell(talk.person.called),
        Cell(plan.place if plan else NOBODY),
        Cell(first, below=tuple(Cell(text) for text in others)),
        cells.explained_cell(material, talk),
    )
