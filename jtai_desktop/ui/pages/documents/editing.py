"""What is typed, filled, emptied and pasted in the register, as edits of its cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from jtai_desktop.domain.documents import blocks
from jtai_desktop.domain.documents.cell_edits import Edit, Outcome, settle
from jtai_desktop.domain.documents.cell_people import Called
from jtai_desktop.domain.documents.cell_texts import moment_text, text_of
from jtai_desktop.domain.documents.cells import BY_KEY, CellKey
from jtai_desktop.ui.kit.choosing import Choice, agency_choices, choices
from jtai_desktop.ui.kit.person_picker import FOR_A_PERSON, FOR_AN_AGENCY, Asking
from jtai_desktop.ui.pages.documents import columns as c
from jtai_desktop.ui.pages.documents.facts import Facts
from jtai_desktop.ui.pages.documents.lines import Line

# What each column of the screen is among the cells of the register; to type a time into “Due”
# sets our own.
CELL = {
    c.NUMBER: CellKey.CODE,
    c.TITLE: CellKey.TITLE,
    c.AGENCY: CellKey.AGENCY,
    c.OWNER: CellKey.OWNER,
    c.DEPUTY: CellKey.DEPUTY,
    c.DUE: CellKey.INTERNAL,
    c.INTERNAL: CellKey.INTERNAL,
    c.OURS: CellKey.STATE,
    c.THEIRS: CellKey.THEIRS,
    c.VERSION: CellKey.HERE,
    c.DATE: CellKey.DATES,
    c.CHASED: CellKey.CHASED,
    c.NOTE: CellKey.NOTE_INTERNAL,
    **dict(zip(c.OWN, (CellKey.OWN_1, CellKey.OWN_2, CellKey.OWN_3), strict=True)),
}
PEOPLE = (c.OWNER, c.DEPUTY)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a cell is chosen from: the choices, the one that stands there, what each is called."""

    choices: tuple[Choice, ...]
    held: str
    called: Called
    asking: Asking


def offered(facts: Facts, line: Line, column: str) -> Offer:
    """The agencies, or the people, for a cell of a line."""
    document, view = line.document, facts.view
    if column == c.AGENCY:
        held = document.agency if document else ""
        return Offer(agency_choices(view.agencies), held, facts.known.agencies, FOR_AN_AGENCY)
    held = (document.owner_id if column == c.OWNER else document.deputy_id) if document else ""
    everyone = choices(view.agencies, view.contacts, nobody=bool(held))
    return Offer(everyone, held, facts.known.people, FOR_A_PERSON)


def fillable() -> frozenset[str]:
    """The columns in which something can be typed."""
    return frozenset(key for key, cell in CELL.items() if cell in BY_KEY and BY_KEY[cell].editable)


def kept_text(facts: Facts, line: Line, column: str) -> str:
    """What stands in a cell, as it could be typed."""
    return text_of(line.cells, CELL[column], facts.known) if CELL[column] in BY_KEY else ""


def shown_text(facts: Facts, line: Line, column: str) -> str:
    """What stands in a cell, as it is copied; in “Due” the time that is shown there."""
    if column == c.DUE:
        return moment_text(line.due)
    return kept_text(facts, line, column)


def edits(lines: Sequence[Line], column: str, text: str) -> tuple[Edit, ...]:
    """The same text in one column of some lines."""
    return blocks.filled(text, [line.row for line in lines], [CELL[column]])


def pasted(
    facts: Facts, text: str, lines: Sequence[Line], columns: Sequence[str]
) -> tuple[Edit, ...]:
    """A block laid onto lines and columns; what stands there already is no edit."""
    block = blocks.from_text(text)
    rows = {line.row: line for line in lines}
    found = blocks.onto(block, list(rows), [CELL[column] for column in columns])
    return tuple(edit for edit in found if not _stands(facts, rows[edit.row], edit, columns))


def copied(facts: Facts, lines: Sequence[Line], columns: Sequence[str]) -> blocks.Block:
    """The cells of some lines as a block."""
    return tuple(tuple(shown_text(facts, line, column) for column in columns) for line in lines)


def outcome(facts: Facts, wanted: Sequence[Edit]) -> Outcome:
    """What would come of some edits, told at once, before the vault is asked."""
    touched = {edit.row for edit in wanted}
    pairs = {line.row: line.pair for line in facts.lines if line.row in touched}
    return settle(wanted, pairs, facts.known)


def _stands(facts: Facts, line: Line, edit: Edit, columns: Sequence[str]) -> bool:
    mine = [column for column in columns if CELL[column] is edit.column]
    texts = {shown_text(facts, line, column) for column in mine}
    return edit.text.strip() in texts | {kept_text(facts, line, mine[0])}


def is_single(text: str) -> bool:
    """Whether what was copied is one cell."""
    block = blocks.from_text(text)
    return len(block) == 1 and len(block[0]) == 1
