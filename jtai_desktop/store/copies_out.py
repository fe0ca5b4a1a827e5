"""Copies saved outside: rows to records and back."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from jtai_desktop.domain.documents.copies import CopyOut, Gone
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.store import values
from jtai_desktop.store.models import CopyOutRow, DocumentRow


def add(session: Session, copy: CopyOut) -> None:
    """A copy that lies there now."""
    row = CopyOutRow(id=copy.id, document_id=copy.document_id, of_version=copy.version)
    row.at, row.person, row.behalf = values.instant(copy.when), copy.by.person, copy.by.behalf
    row.folder, row.file_name = copy.folder, copy.file_name
    row.gone_at, row.gone_by = None, ""
    session.add(row)


def listed(session: Session, inspection_id: str) -> tuple[CopyOut, ...]:
    """All copies of an inspection’s documents that were ever saved, the oldest first."""
    mine = select(DocumentRow.id).where(DocumentRow.inspection_id == inspection_id)
    rows = session.scalars(select(CopyOutRow).where(CopyOutRow.document_id.in_(mine)))
    return tuple(sorted((_copy(row) for row in rows), key=lambda one: (one.when, one.id)))


def mark_gone(session: Session, ids: Sequence[str], gone: Gone) -> None:
    """Somebody says of these that they are gone; of one that was gone before, it stays as said."""
    for each in ids:
        row = values.found(session.get(CopyOutRow, each))
        if row.gone_at is None:
            row.gone_at, row.gone_by = values.instant(gone.when), gone.by


def _copy(row: CopyOutRow) -> CopyOut:
    gone = Gone(values.instant_of(row.gone_at), row.gone_by) if row.gone_at else None
    return CopyOut(
        id=row.id,
        document_id=row.document_id,
        version=row.of_version,
        when=values.instant_of(row.at),
        by=Who(row.person, row.behalf),
        folder=row.folder,
        file_name=row.file_name,
        gone=gone,
    )
