"""Lines of history as a person reads them."""

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from jtai_desktop.domain.changes import Kind
from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.store import history, values
from jtai_desktop.store.models import HistoryRow

AT_ONCE = 200


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
    found = map(_line, _newest_first(session, mine, min(limit or AT_ONCE, AT_ONCE)))
    wanted = (line for line in found if about is None or _is_about(line, about))
    return tuple(islice(wanted, limit))


def times(session: Session, inspection_id: str, action: str) -> int:
    """How often something was done, also where it was taken back since."""
    mine = select(func.count()).where(HistoryRow.inspection_id == inspection_id)
    return session.scalar(mine.where(HistoryRow.action == action)) or 0


def _newest_first(session: Session, mine: Select[HistoryRow], at_once: int) -> Iterator[HistoryRow]:
    """No more is read than is asked for, a handful at a time."""
    newest = mine.order_by(HistoryRow.number.desc()).limit(at_once)
    rows = session.scalars(newest).all()
    while rows:
        yield from rows
        if len(rows) < at_once:
            return
        rows = session.scalars(newest.where(HistoryRow.number < rows[-1].number)).all()


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
