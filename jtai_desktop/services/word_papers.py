"""Papers that are published as files for Word as well: the same sheet, with real headings."""

from collections.abc import Iterator
from typing import Final

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.wording import stamp
from jtai_desktop.exchange.word_writing import (
    WordDocument,
    WordHeading,
    WordRow,
    WordTable,
    WordText,
    written,
)
from jtai_desktop.reports.blocks import (
    Bars,
    Block,
    Cell,
    Facts,
    Heading,
    Row,
    SectionRow,
    Sentence,
    Signatures,
    Table,
    Writing,
)
from jtai_desktop.reports.pack import Single
from jtai_desktop.reports.seals import seal_of
from jtai_desktop.services import paper_shelf
from jtai_desktop.services.paper_kinds import KINDS
from jtai_desktop.services.paper_shelf import USUAL, Wish
from jtai_desktop.services.papers import Paper
from jtai_desktop.services.workspace import Workspace

LANGUAGE: Final = "en-GB"
SUFFIX: Final = ".docx"
# Only what is published; everything else is a paper to print.
PUBLISHED: Final = (
    "self-evaluation",
    "audit-report",
    "action-plan",
    "plan-issued",
    "plan-changes",
    "board",
)
PRACTICE: Final = "PRACTICE"
NOT_ENCRYPTED: Final = "A file for Word is not encrypted here. Take a PDF."
_DEEP = 25.0


def make(workspace: Workspace, inspection_id: str, key: str, wish: Wish = USUAL) -> Paper:
    """The paper as a file for Word; refused where it is not one that is published."""
    if key not in PUBLISHED:
        names = ", ".join(KINDS[each].name for each in PUBLISHED)
        raise Refused(f"Only this is written for Word: {names}. Take a PDF.", place="file")
    what, named = paper_shelf.single(workspace, inspection_id, key, wish)
    seal = seal_of(what, f"{named.variant}{SUFFIX}")
    content = written(_document(what, seal))
    return Paper(
        named.name,
        f"{named.variant}, for Word",
        named.as_at,
        content,
        pages=1,
        seal=seal,
        file_name=named.file_name.removesuffix(".pdf") + SUFFIX,
        holds=what.sheet.holds,
    )


def _document(what: Single, seal: str) -> WordDocument:
    """The readers, “as at” and the seal stand on it as on paper."""
    around, sheet = what.around, what.sheet
    as_at = f"As at {stamp(around.as_at)}"
    under = "\n".join(
        each for each in (around.inspection, sheet.about, sheet.readers, as_at) if each
    )
    return WordDocument(
        title=sheet.title,
        under_title=under,
        marking=f"{around.marking} {PRACTICE}" if around.practice else around.marking,
        about=f"{sheet.title}. Seal {seal}",
        language=LANGUAGE,
        created=around.as_at,
        blocks=tuple(_blocks(sheet.blocks)),
    )


def _blocks(blocks: tuple[Block, ...]) -> Iterator[WordHeading | WordText | WordTable]:
    """Room for signatures and for a pen has no place in a file that is typed in."""
    name = ""
    for block in blocks:
        if isinstance(block, Heading):
            name = block.title
            yield WordHeading(name)
        elif isinstance(block, Sentence):
            yield WordText(block.text)
        elif isinstance(block, Table):
            yield _table(block, name) if block.rows else WordText(block.nothing)
        elif isinstance(block, Facts):
            yield from _facts(block)
        elif isinstance(block, Bars):
            yield _numbers(block, name)
        elif not isinstance(block, (Signatures, Writing)):
            raise TypeError(f"{type(block).__name__} has no form in a file for Word.")


def _facts(facts: Facts) -> Iterator[WordText]:
    """A line for each: what leads it, what is said, where that stands."""
    for each in facts.rows:
        said = (f"{each.lead}: {each.text}", each.paragraph, each.remark)
        yield WordText(", ".join(filter(None, said)))
    if not facts.rows:
        yield WordText(facts.nothing)


def _numbers(bars: Bars, name: str) -> WordTable:
    """A chart as the numbers that it draws."""
    rows = (
        WordRow(((each.label,), *((str(amount),) for amount in each.amounts))) for each in bars.bars
    )
    return WordTable(name, ("", *bars.names), (16.0, *(14.0 for _ in bars.names)), tuple(rows))


def _table(table: Table, name: str) -> WordTable:
    return WordTable(
        name,
        tuple(column.title for column in table.columns),
        tuple(column.share for column in table.columns),
        tuple(_row(row) for row in table.rows),
        _DEEP if table.deep else 0,
    )


def _row(row: Row | SectionRow) -> WordRow:
    if isinstance(row, SectionRow):
        said = ", ".join(each for each in (row.number, row.title, row.right) if each)
        return WordRow(((said,),))
    return WordRow(tuple(_lines(cell) for cell in row))


def _lines(cell: Cell) -> tuple[str, ...]:
    return (cell.text, *(each.text for each in cell.below))
