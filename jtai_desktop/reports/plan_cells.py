"""Cells of the action plan: the same words on the plan itself and on the paper for a board."""

from collections.abc import Sequence
from itertools import groupby

from jtai_desktop.domain.actions.freezing import entry_text, progress_text
from jtai_desktop.domain.actions.plan import Entry
from jtai_desktop.domain.actions.versions import Difference, PlanVersion
from jtai_desktop.domain.wording import counted, day_full, listed
from jtai_desktop.reports.blocks import Cell, Column, Row, SectionRow, Sign, Table
from jtai_desktop.reports.states import RATING

CHANGES = (
    Column("What", 40, names_row=True),
    Column("Before", 70),
    Column("After", 70),
)


def due_cell(entry: Entry) -> Cell:
    """The timescale in its own words; below it how late, and the forecast."""
    facts = entry.action.facts
    below = []
    if entry.late_by:
        below.append(Cell(f"{counted(entry.late_by, 'day')} late", Sign.LATE, strong=True))
    if facts.forecast and not entry.is_finished:
        below.append(Cell(f"Forecast {day_full(facts.forecast)}", quiet=True))
    if facts.completed:
        below.append(Cell(f"Done {day_full(facts.completed)}", quiet=True))
    return Cell(facts.timescale.words or "None", below=tuple(below))


def lead_cell(entry: Entry) -> Cell:
    """The lead; below it who stands in."""
    action = entry.action
    below = (Cell(f"Deputy: {action.deputy}", quiet=True),) if action.deputy else ()
    return Cell(action.lead or "Nobody named", below=below)


def rating_cell(entry: Entry, *, with_why: bool) -> Cell:
    """The rating that counts; where a hand set it, the computed one below it with the reason."""
    cell, computed = RATING[entry.rating], entry.stand.computed
    override = entry.action.override
    below: list[Cell] = []
    if override is not None:
        below.append(Cell(f"Set by hand. Computed: {computed.words}", quiet=True))
        if with_why:
            below.append(Cell(override.reason, quiet=True))
    if with_why:
        below.append(Cell(f"{computed.why}.", quiet=True))
    return Cell(cell.text, cell.sign, strong=cell.strong, below=tuple(below))


def progress_cell(entry: Entry, documents: Sequence[str] = ()) -> Cell:
    """Every entry that stands, then the evidence of impact, then the documents that show it."""
    lines = progress_text(entry.action).split("\n") if entry.action.standing_progress else []
    impact = entry.action.facts.impact
    if impact:
        lines += [f"Impact: {impact}"]
    if documents:
        lines += [f"Documents: {'; '.join(documents)}"]
    first, *rest = lines or ["–"]
    return Cell(first, below=tuple(Cell(each) for each in rest))


def newest_cell(entry: Entry) -> Cell:
    """The newest entry of progress."""
    newest = entry.action.last_progress
    return Cell(entry_text(newest) if newest else "Nothing noted")


def changes_table(changes: tuple[Difference, ...], nothing: str) -> Table:
    """What differs, action by action, one field to a row; who came or went is a head alone."""
    rows: list[Row | SectionRow] = []
    for (number, text), its in groupby(changes, lambda each: (each.number, each.text)):
        mine = tuple(its)
        whole = ", ".join(each.what for each in mine if each.is_whole)
        rows.append(SectionRow(number, text, whole))
        rows += [_change(each) for each in mine if not each.is_whole]
    return Table(CHANGES, tuple(rows), nothing)


def signed_words(version: PlanVersion) -> str:
    """By whom it was issued, with what note, and the seal over its actions."""
    note = f" {version.note}" if version.note else ""
    return f"Issued by {version.by.signed}. Its actions have the seal {version.seal}.{note}"


def issued_words(version: PlanVersion | None) -> str:
    """Version 2, final, issued on Fri 6 Nov 2026 to the Safeguarding board."""
    if version is None:
        return "Draft: no version of this plan has been issued yet."
    final = ", final," if version.final else ""
    day = day_full(version.when.date())
    return f"{version.called}{final} was issued on {day} to {listed(version.boards)}."


def _change(each: Difference) -> Row:
    return Cell(each.what), Cell(each.before or "–"), Cell(each.after or "–")
