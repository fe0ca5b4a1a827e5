"""The log of papers: rows to records and back."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from jtai_desktop.domain.printing import PrintEntry, Way
from jtai_desktop.store import values
from jtai_desktop.store.models import PrintRow


def add(session: Session, inspection_id: str, entry: PrintEntry) -> None:
    """One more paper that left the program."""
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
