"""The self-evaluation: filled where there is text, with room for a pen where there is none."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from jtai_desktop.domain.self_evaluation.answer import Answer, Part
from jtai_desktop.domain.self_evaluation.point import Point, Sort
from jtai_desktop.domain.self_evaluation.register import Entry, Stand
from jtai_desktop.domain.wording import counted
from jtai_desktop.reports.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Row,
    SectionRow,
    Sentence,
    Sign,
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
TO_FOLLOW, JOINT = "To follow", "Together"


def self_evaluation_sheet(material: Material) -> Sheet:
    """Inspectors read what is agreed and nothing of how it was settled; notes are nobody’s."""
    found = material.self_evaluation
    criteria = [each for each in found.entries if each.point.sort is Sort.CRITERION]
    markers = [each for each in found.entries if each.point.sort is Sort.MARKER]
    to_fill = not material.for_inspectors or not found.is_begun
    blocks: tuple[Block, ...] = (
        *((Sentence(HOW),) if to_fill and found.counts[Stand.MISSING] else ()),
        Heading("Evaluation criteria", _counted(criteria, "criterion", "criteria")),
        Table(CRITERIA, tuple(_row(material, e) for e in criteria), NO_CRITERIA, deep=True),
        Heading("Good practice markers", _counted(markers, "marker", "markers")),
        Table(MARKERS, tuple(_markers(material, markers)), NO_MARKERS, deep=True),
        Signatures(("For the partnership", "Role", "Date")),
    )
    return Sheet(TITLE, material.readers, blocks, _about(material), footer="self-evaluation")


def standing(material: Material) -> str:
    """20 of 71 agreed, 21 drafts, 30 missing; inspectors read what follows."""
    counts, number = material.self_evaluation.counts, len(material.self_evaluation.entries)
    said = f"{counts[Stand.AGREED]} of {number} agreed"
    left = number - counts[Stand.AGREED]
    if material.for_inspectors:
        return f"{said}, {left} to follow" if left else said
    drafts, missing = counts[Stand.DRAFT], counts[Stand.MISSING]
    parts = (counted(drafts, "draft") if drafts else "", f"{missing} missing" if missing else "")
    return ", ".join(each for each in (said, *parts) if each)


def _about(material: Material) -> str:
    return standing(material) if material.self_evaluation.is_begun else "A form to fill in"


def _markers(material: Material, markers: list[Entry]) -> Iterable[Row | SectionRow]:
    for group, those in groupby(markers, key=lambda each: each.point.group):
        theirs = list(those)
        yield SectionRow("", group, _counted(theirs, "marker", "markers"))
        yield from (_row(material, each) for each in theirs)


def _row(material: Material, entry: Entry) -> Row:
    return (Cell(str(entry.point.number)), Cell(_asked(entry.point)), *_cells(material, entry))


def _cells(material: Material, entry: Entry) -> Row:
    counts = entry.stands_for_all
    if material.for_inspectors and material.self_evaluation.is_begun:
        if counts is None or not counts.agreed:
            return Cell(TO_FOLLOW, quiet=True), Cell("–"), Cell("–")
        return _text(counts, Part.EVALUATION), _impact(counts), _evidence(material, [counts])
    if counts is not None:
        settled = counts.text(Part.SETTLED)
        below = (Cell(f"Settled: {settled}", quiet=True),) if settled else ()
        first = Cell(counts.text(Part.EVALUATION), below=below)
        return first, _text(counts, Part.IMPACT), _evidence(material, [counts])
    said = list(entry.said)
    if not said:
        return Cell(""), Cell(""), Cell("")
    return (
        _side_by_side(material, said, Part.EVALUATION),
        _side_by_side(material, said, Part.IMPACT),
        _evidence(material, said),
    )


def _text(answer: Answer, part: Part) -> Cell:
    return Cell(answer.text(part))


def _impact(answer: Answer) -> Cell:
    """In a copy for inspectors nothing is left to be filled in."""
    return Cell(answer.text(Part.IMPACT) or "–")


def _side_by_side(material: Material, said: list[Answer], part: Part) -> Cell:
    lines = [
        f"{material.agency_short(each.agency)}: {text}"
        for each in said
        if (text := each.text(part))
    ]
    first, *rest = lines or [""]
    return Cell(first, below=tuple(Cell(line) for line in rest))


def _evidence(material: Material, answers: list[Answer]) -> Cell:
    """Whose it is, what shows it, and where it stands."""
    whose = [material.agency_short(each.agency) if each.agency else JOINT for each in answers]
    below = [Cell(words, quiet=True) for words in _links(material, answers)]
    state = _state(answers)
    if state is not None and not material.for_inspectors:
        below.append(state)
    return Cell(", ".join(whose), below=tuple(below))


def _links(material: Material, answers: list[Answer]) -> Iterator[str]:
    every = dict.fromkeys(link for each in answers for link in each.links)
    return (material.links[each] for each in every if each in material.links)


def _state(answers: list[Answer]) -> Cell | None:
    if any(each.to_look_at for each in answers):
        return Cell("Brought forward", Sign.MOVED)
    if len(answers) > 1:
        return Cell("To settle", Sign.QUERY)
    return Cell("Agreed", Sign.AGREED) if answers[0].agreed else Cell("Draft", Sign.DRAFTING)


def _asked(point: Point) -> str:
    return f"{point.title[:1].upper()}{point.title[1:]}"


def _counted(entries: list[Entry], one: str, many: str) -> str:
    return counted(len(entries), one, many) if entries else ""
