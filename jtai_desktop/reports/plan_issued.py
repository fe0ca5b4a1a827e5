"""A version of the action plan as it was issued: what was frozen then, and nothing of today."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from jtai_desktop.domain.actions.rating import RATING_WORDS
from jtai_desktop.domain.actions.versions import FIELDS, Frozen, Issued
from jtai_desktop.domain.wording import counted
from jtai_desktop.reports.action_plan import COLUMNS, HOW
from jtai_desktop.reports.blocks import Block, Cell, Heading, Row, Sentence, Table
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.plan_cells import issued_words, signed_words
from jtai_desktop.reports.states import RATING

TITLE = "Action plan as issued"
NONE = "No version of the plan has been issued yet."
RATED: Final = MappingProxyType({words: RATING[rating] for rating, words in RATING_WORDS.items()})


def plan_issued_sheet(material: Material) -> Sheet:
    """Inspectors do not read why a rating was set by hand, as on the plan itself."""
    issued = material.issued
    if issued is None:
        return Sheet(TITLE, material.readers, (Sentence(NONE),), footer="action plan as issued")
    with_why = not material.for_inspectors
    blocks: list[Block] = [Sentence(issued_words(issued.version))]
    if with_why:
        blocks.append(Sentence(signed_words(issued.version), quiet=True))
    blocks += [Sentence(HOW, quiet=True), *_sections(issued, with_why=with_why)]
    about = f"{issued.version.called}, {counted(len(issued.actions), 'action')}"
    return Sheet(TITLE, material.readers, tuple(blocks), about, footer="action plan as issued")


def _sections(issued: Issued, *, with_why: bool) -> Iterator[Block]:
    for title in dict.fromkeys(each.text("section") for each in issued.actions):
        its = [each for each in issued.actions if each.text("section") == title]
        yield Heading(title, counted(len(its), "action"))
        yield Table(COLUMNS, tuple(_row(each, with_why=with_why) for each in its))


def _row(each: Frozen, *, with_why: bool) -> Row:
    return (
        Cell(each.text("number")),
        Cell(each.text("text"), below=_named(each, "answers", "measure", "references")),
        Cell(each.text("lead") or "Nobody named", below=_named(each, "deputy")),
        Cell(each.text("timescale") or "None", below=_named(each, "due", *_days(each))),
        _progress(each),
        _rating(each, with_why=with_why),
    )


def _days(each: Frozen) -> tuple[str, ...]:
    """A forecast counts only until it is done."""
    return ("started", "completed" if each.text("completed") else "forecast")


def _named(each: Frozen, *keys: str) -> tuple[Cell, ...]:
    """Each that was there, under its name."""
    there = ((FIELDS[key], each.text(key)) for key in keys)
    return tuple(Cell(f"{name}: {text}", quiet=True) for name, text in there if text)


def _progress(each: Frozen) -> Cell:
    """Every entry, the evidence of impact, the documents that show it."""
    first, *rest = (each.text("progress") or "–").split("\n")
    below = (*map(Cell, rest), *_named(each, "impact", "documents"))
    return Cell(first, below=below)


def _rating(each: Frozen, *, with_why: bool) -> Cell:
    """The rating that counted; where a hand had set it, the computed one below it."""
    words, below = each.text("rating"), []
    if each.text("override"):
        below.append(Cell(f"Set by hand. Computed: {each.text('computed')}", quiet=True))
        if with_why:
            below.append(Cell(each.text("override"), quiet=True))
    cell = RATED.get(words, Cell(words))
    return Cell(words, cell.sign, strong=cell.strong, below=tuple(below))
