"""The log of papers, what conversations they hold, which were called back: rows to records."""

from collections import defaultdict
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from jtai_desktop.domain.conversations.calling_back import Held, Holds
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.printing import PrintEntry, Way
from jtai_desktop.domain.problems import Refused
from jtai_desktop.store import values
from jtai_desktop.store.models import CalledBackRow, HoldingRow, PrintRow


def add(session: Session, inspection_id: str, entry: PrintEntry, holds: Holds = ()) -> None:
    """One more paper that left the program, with the conversations that it holds."""
    row = PrintRow(
        id=entry.id,
        inspection_id=inspection_id,
        at=values.instant(entry.when),
        who=entry.who,
        paper=entry.paper,
        variant=entry.variant,
        as_at=values.instant(entry.as_at),
        pages=entry.pages,
        way=entry.way.value,
        destroy_by=entry.destroy_by.isoformat(),
        seal=entry.seal,
    )
    session.add(row)
    for person_id, known in holds:
        session.add(HoldingRow(print_id=entry.id, person_id=person_id, known=known))


def held(session: Session, inspection_id: str) -> tuple[Held, ...]:
    """The papers with conversations on them that were not called back, newest first."""
    back = select(CalledBackRow.print_id)
    mine = select(PrintRow).where(PrintRow.inspection_id == inspection_id)
    ours = mine.where(PrintRow.id.not_in(back)).join(HoldingRow, HoldingRow.print_id == PrintRow.id)
    entries = [_entry(row) for row in session.scalars(ours.distinct())]
    if not entries:
        return ()
    theirs = select(HoldingRow).where(HoldingRow.print_id.in_([each.id for each in entries]))
    holds: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in session.scalars(theirs.order_by(HoldingRow.print_id, HoldingRow.person_id)):
        holds[row.print_id].append((row.person_id, row.known))
    newest = sorted(entries, key=lambda entry: (entry.when, entry.id), reverse=True)
    return tuple(Held(entry, tuple(holds[entry.id])) for entry in newest)


def call_back(session: Session, print_id: str, when: datetime, by: Who, note: str) -> None:
    """That a paper was called back; refused if that is recorded already."""
    values.found(session.get(PrintRow, print_id))
    if session.get(CalledBackRow, print_id) is not None:
        raise Refused("That paper was called back already.", place="Paper")
    row = CalledBackRow(print_id=print_id, at=values.instant(when), note=note)
    row.person, row.behalf = by.person, by.behalf
    session.add(row)


def listed(session: Session, inspection_id: str) -> tuple[PrintEntry, ...]:
    """The papers of an inspection, newest first."""
    mine = select(PrintRow).where(PrintRow.inspection_id == inspection_id)
    entries = [_entry(row) for row in session.scalars(mine)]
    return tuple(sorted(entries, key=lambda entry: (entry.when, entry.id), reverse=True))


def _entry(row: PrintRow) -> PrintEntry:
    return PrintEntry(
        id=row.id,
        when=values.instant_of(row.at),
        who=row.who,
        paper=row.paper,
        variant=row.variant,
        as_at=values.instant_of(row.as_at),
        pages=row.pages,
        way=Way(row.way),
        destroy_by=date.fromisoformat(row.destroy_by),
        seal=row.seal,
    )
