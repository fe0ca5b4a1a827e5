"""The self-evaluation as a form: every criterion and marker, with room for the partnership."""

from collections.abc import Iterable
from itertools import groupby

from jtai_desktop.domain.wording import counted
from jtai_desktop.guidance.evaluation import Marker
from jtai_desktop.reports.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Row,
    SectionRow,
    Sentence,
    Signatures,
    Table,
)
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Sheet

TITLE = "Self-evaluation"
_TO_FILL = (
    Column("Our evaluation", 48),
    Column("Evidence of impact", 48),
    Column("Agency, documents", 29),
)
CRITERIA = (Column("ESN", 13, names_row=True), Column("Inspectors ask whether", 42), *_TO_FILL)
MARKERS = (Column("No.", 13, names_row=True), Column("Good practice", 42), *_TO_FILL)
HOW = (
    "Say what difference it makes for children, not what is done. Under “Evidence of impact” say"
    " how you know, and what children and families say themselves. Under “Agency, documents” name"
    " who answers for it, and the numbers of the register that show it."
)
NO_CRITERIA = "The guidance pack of this inspection names no criteria."
NO_MARKERS = "The guidance pack of this inspection names no markers."


def self_evaluation_sheet(material: Material) -> Sheet:
    """No answer is kept yet, so both columns are for a pen."""
    criteria = tuple(
        (Cell(str(each.number)), Cell(_capital(each.title)), *_room()) for each in material.criteria
    )
    blocks: tuple[Block, ...] = (
        Sentence(HOW),
        Heading("Evaluation criteria", _counted(len(criteria), "criterion", "criteria")),
        Table(CRITERIA, criteria, NO_CRITERIA, deep=True),
        Heading("Good practice markers", _counted(len(material.markers), "marker", "markers")),
        Table(MARKERS, tuple(_markers(material.markers)), NO_MARKERS, deep=True),
        Signatures(("For the partnership", "Role", "Date")),
    )
    return Sheet(TITLE, material.readers, blocks, "A form to fill in", footer="self-evaluation")


def _markers(markers: tuple[Marker, ...]) -> Iterable[Row | SectionRow]:
    for group, those in groupby(markers, key=lambda each: each.group):
        theirs = tuple(those)
        yield SectionRow("", group, _counted(len(theirs), "marker", "markers"))
        yield from (
            (Cell(str(each.number)), Cell(_capital(each.title)), *_room()) for each in theirs
        )


def _room() -> Row:
    return Cell(""), Cell(""), Cell("")


def _counted(number: int, one: str, many: str) -> str:
    return counted(number, one, many) if number else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
