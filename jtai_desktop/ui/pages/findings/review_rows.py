"""What was read or pasted, as rows: the facts, the findings by heading, what has no place."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from jtai_desktop.domain.findings.draft import Draft, Item, Standing
from jtai_desktop.domain.letters.letter import Why
from jtai_desktop.ui.kit.cells import Cell, Column, Row
from jtai_desktop.ui.pages.findings.rows import KIND_SHORT, NO_HEADING
from jtai_desktop.ui.theme.states import State, look_of
from jtai_desktop.ui.theme.tokens import Role

COLUMNS = (
    Column("standing", "", 118),
    Column("what", "What it is", 134),
    Column("text", "Text"),
    Column("page", "Page", 46, right=True),
)
FACTS, UNPLACED = "Facts of the letter", "Not placed: yours to say what they are"
WHY = {
    Why.NARRATIVE: "Narrative",
    Why.LIST: "List elsewhere",
    Why.BESIDE: "Beside findings",
    Why.NO_TEXT: "No text",
}


def rows_of(draft: Draft) -> list[Row]:
    """Every item of a draft, none left out."""
    facts = [each for each in draft.items if each.is_fact]
    found = [each for each in draft.items if each.kind and not each.is_fact]
    left = [each for each in draft.items if not each.is_placed]
    rows = list(_part(FACTS, facts))
    for heading, under in groupby(found, key=lambda each: each.heading):
        rows += _part(heading or NO_HEADING, list(under), at=len(rows))
    return [*rows, *_part(UNPLACED, left, at=len(rows))]


def next_open(draft: Draft, key: str) -> str:
    """The open item after this one, in the order shown; nothing where there is none."""
    keys = [row.key for row in rows_of(draft) if not row.section]
    at = keys.index(key) if key in keys else -1
    following = (*keys[at + 1 :], *keys[: at + 1])
    return next((each for each in following if draft.item(each).standing is Standing.OPEN), "")


def _part(title: str, items: list[Item], at: int = 0) -> Iterator[Row]:
    if not items:
        return
    said = f"{title} ({len(items)})"
    head = Cell(said, bold=True, span=len(COLUMNS), tip=title)
    yield Row(f"head:{at}", (head, *(Cell() for _ in COLUMNS[1:])), section=True)
    yield from _rows(items)


def _rows(items: Iterable[Item]) -> Iterator[Row]:
    for each in items:
        quiet = each.standing in {Standing.ASIDE, Standing.KEPT}
        ink = Role.INK3 if quiet else Role.INK
        page = str(each.page) if each.page else "–"
        yield Row(
            each.key,
            (
                _standing(each),
                _what(each),
                Cell(each.text.replace("\n", " "), ink=ink),
                Cell(page, right=True, ink=Role.INK2),
            ),
        )


def _standing(item: Item) -> Cell:
    if item.standing is Standing.CONFIRMED:
        return Cell(state=look_of(State.DONE).worded("Confirmed"))
    if item.standing is Standing.KEPT:
        return Cell(state=look_of(State.DONE).worded("Kept before"))
    if item.standing is Standing.ASIDE:
        return Cell(state=look_of(State.NOT_APPLICABLE).worded("Put aside"))
    return Cell(state=look_of(State.TO_COME).worded("Looked at" if item.seen else "Open"))


def _what(item: Item) -> Cell:
    if item.is_fact:
        return Cell(item.words)
    if item.kind is None:
        return Cell(WHY[item.why] if item.why else item.words, ink=Role.INK2)
    word, icon = KIND_SHORT[item.kind]
    return Cell(word, icon=icon)
