"""The cells of a line of the register, the same on every paper that lists it."""

from jtai_desktop.domain.documents.counting import counts
from jtai_desktop.domain.documents.doubts import DoubtKind
from jtai_desktop.domain.documents.register import Entry
from jtai_desktop.domain.documents.track import CLOSED
from jtai_desktop.domain.wording import day_full, day_short
from jtai_desktop.reports.blocks import Cell, Sign
from jtai_desktop.reports.material import NOBODY, Material
from jtai_desktop.reports.states import LATE, OURS, THEIRS

END_OF_DAY = "A day without a time means the end of that day."


def title_cell(entry: Entry) -> Cell:
    """The full title, why there is no such document, and what is noted for inspectors."""
    reasons = dict.fromkeys(each.reason for each in entry.standings if each.reason)
    notes = (entry.item.notes.inspectors, *(each.notes.inspectors for each in entry.documents))
    said = [f"Reason: {reason}" for reason in reasons if entry.ours in CLOSED]
    said += [f"For inspectors: {note}" for note in dict.fromkeys(notes) if note]
    below = tuple(Cell(text, quiet=True) for text in said)
    return Cell(entry.item.title or entry.item.short, below=below)


def due_cell(material: Material, entry: Entry) -> Cell:
    """When it is wanted first, and the mark that it is late."""
    if not entry.counts:
        return Cell(NOBODY)
    late = LATE.get(entry.late)
    return Cell(material.due(entry.first_due), below=(late,) if late else ())


def ours_cell(entry: Entry) -> Cell:
    """Where it stands with us."""
    return OURS[entry.ours]


def theirs_cell(entry: Entry) -> Cell:
    """What the inspectors made of it."""
    return THEIRS[entry.theirs]


def version_cell(entry: Entry) -> Cell:
    """The version that the inspectors hold, else the one that is here."""
    number = entry.sent or entry.here
    return Cell(f"v{number}" if number else NOBODY)


def dated_cell(entry: Entry) -> Cell:
    """The latest date, and what looks wrong; a query stands with the inspectors’ status."""
    dates = entry.dates
    day = day_full(dates[0]).partition(" ")[2] if dates else NOBODY
    wrong = tuple(
        Cell(each.fact, Sign.WARNING, strong=True)
        for each in entry.doubts
        if each.kind is not DoubtKind.QUERY
    )
    return Cell(day, below=wrong)


def chased_cell(material: Material, entry: Entry) -> Cell:
    """How often, when last and whom."""
    chases = [line for found in entry.standings for line in found.chases]
    if not chases:
        return Cell("not yet" if entry.with_agency else NOBODY)
    last = max(chases, key=lambda line: line.when)
    whom = f", {material.signed(last.whom)}" if last.whom else ""
    return Cell(
        f"{len(chases)}×",
        strong=True,
        below=(Cell(f"{day_short(last.when.date())}{whom}", quiet=True),),
    )


def sent_of(entries: tuple[Entry, ...]) -> str:
    """4 of 9 sent, 1 on request; nothing where there is nothing to send."""
    found = counts(entries)
    return found.of_section if found.total or found.on_request else ""
