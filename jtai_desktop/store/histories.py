"""Lines of history as a person reads them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.store import history, values
from jtai_desktop.store.models import HistoryRow


def lines(
    session: Session,
    inspection_id: str,
    *,
    about: tuple[Kind, str] | None = None,
    limit: int | None = None,
) -> tuple[HistoryLine, ...]:
    """The lines of an inspection, newest first; those about one record where one is named."""
    mine = select(HistoryRow).where(HistoryRow.inspection_id == inspection_id)
    if about is not None:
        # Rough and fast; what it lets through too much is sorted out below.
        mine = mine.where(HistoryRow.changes.contains(about[1], autoescape=True))
    found: list[HistoryLine] = []
    for row in session.scalars(mine.order_by(HistoryRow.number.desc())):
        line = _line(row)
        if about is None or _is_about(line, about):
            found.append(line)
        if limit is not None and len(found) == limit:
            break
    return tuple(found)


def _is_about(line: HistoryLine, about: tuple[Kind, str]) -> bool:
    return any((change.kind, change.record_id) == about for change in line.changes)


def _line(row: HistoryRow) -> HistoryLine:
    return HistoryLine(
        number=row.number,
        when=values.instant_of(row.at),
        who=row.actor,
        on_behalf_of=row.on_behalf_of,
        action=row.action,
        summary=row.summary,
        changes=tuple(history.fields(row.changes)),
    )
